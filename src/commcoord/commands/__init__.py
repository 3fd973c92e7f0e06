"""One command a file: reads its options, asks the workspace, hands the answer to the console."""
