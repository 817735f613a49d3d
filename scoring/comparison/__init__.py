"""Teams side by side, question by question."""
