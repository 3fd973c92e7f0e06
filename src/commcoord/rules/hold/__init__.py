"""Rules of the step `hold`."""
