"""Pure geometry and glyphs, shared by the screens and the reports that are not screens."""
