"""What would follow if teams answered otherwise, or if something were decided: worked out beside it, saved nowhere."""
