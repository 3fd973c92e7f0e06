"""The four records and the parts that they share: pure, without file, clock, git or screen."""
