"""What was answered, counted: additive, whoever counts."""
