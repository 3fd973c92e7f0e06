"""Everything that touches the disk: files, YAML text, index, merge and git."""
