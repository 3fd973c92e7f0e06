"""Three-way merge of records: what two people wrote apart is put together, field by field and item by item."""
