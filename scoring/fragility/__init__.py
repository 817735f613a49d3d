"""Which single answer would change what is found."""
