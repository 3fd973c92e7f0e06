"""Rules of the step `goal`."""
