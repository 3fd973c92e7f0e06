"""Rules of the step `prepare`."""
