"""What to do about a schema error: one file per rule or kind of value, and the templates that they share."""
