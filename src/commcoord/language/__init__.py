"""What the tool understands and says: dates, quantities, names, notes and messages."""
