"""Commands: Render, import and export."""
