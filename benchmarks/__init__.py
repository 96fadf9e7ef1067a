"""How fast and how large: figures, asserted nowhere."""
