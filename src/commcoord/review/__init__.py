"""A quarter's figures and problem list: pure; every figure knows the records behind it."""
