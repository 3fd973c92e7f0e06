"""From a paper to a record: which form it is, what stands under which heading, which field that is."""
