"""Records from a curator's notes, in which each item is one line."""
