"""Rules of the step `people`."""
