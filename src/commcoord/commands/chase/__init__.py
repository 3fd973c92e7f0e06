"""Commands: Chase and send."""
