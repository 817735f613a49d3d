"""All that is shown, as one typed model, and how it is made."""
