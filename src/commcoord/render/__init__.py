"""Records in, text out: one renderer a file."""
