"""What may be wrong with the set-up of a clone, each with what mends it: the questions that `doctor` asks."""
