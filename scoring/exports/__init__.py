"""Figures of the pilot counted in exported reports: which rows count, out of how many, and what that is not."""
