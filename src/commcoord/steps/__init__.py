"""The seven steps: what each asks, and its gate."""
