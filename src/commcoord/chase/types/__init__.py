"""What is watched, one clock a file: `watches(record, view)` yields what will have to be said, and when."""
