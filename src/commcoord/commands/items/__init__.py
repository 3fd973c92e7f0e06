"""Commands: The life of an action, milestone or measure."""
