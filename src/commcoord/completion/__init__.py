"""What a shell completes: commands, options, ids, people, rules; fast, and no text of a record that it could run."""
