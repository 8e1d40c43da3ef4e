"""One file per rule, in a folder by subject; `registry` finds them here."""
