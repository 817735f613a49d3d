"""Which decisions of the room stand, and what they settle."""
