"""Widgets: keys in, messages in the project's own words out."""
