"""Commands: Check and learn."""
