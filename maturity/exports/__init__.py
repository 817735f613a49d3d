"""Reads what somebody exported, CSV or ZIP, row by row: known columns only, and refused by name where it is unclear."""
