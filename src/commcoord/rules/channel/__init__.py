"""Rules of the step `channel`."""
