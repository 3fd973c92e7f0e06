"""Rules of the step `followup`."""
