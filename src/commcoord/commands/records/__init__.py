"""Commands: Make and look at records."""
