"""Everything on disk: found, read whole, written whole."""
