"""From plain data to typed objects, strictly: every error with its file, line and key, all at once."""
