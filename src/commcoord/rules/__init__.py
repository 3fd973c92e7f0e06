"""The faults that `commcoord check` finds: one rule a file, in a folder per step."""
