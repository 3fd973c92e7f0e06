"""The seven steps: what each asks, and its gate. A step is a module of its name with its `ANSWERS`."""
