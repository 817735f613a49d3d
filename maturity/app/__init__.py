"""The app: the only room that may import textual."""
