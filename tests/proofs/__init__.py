"""What is proved over generated rounds: every sentence from the answers alone, every claim by trying it."""
