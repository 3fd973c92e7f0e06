"""Commands: The repository."""
