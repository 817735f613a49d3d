"""What a browser makes of our pages: `python -m uv run --group browser poe browser`."""
