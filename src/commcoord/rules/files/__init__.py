"""Rules about files and ids, whatever the step."""
