"""Rules of the step `archive`."""
