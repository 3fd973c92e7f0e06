"""Commands: The seven steps."""
