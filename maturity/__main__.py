"""`python -m maturity`."""

from maturity.cli import run

run()
