"""What is late, due, silent or blocked: pure questions over records and a clock."""
