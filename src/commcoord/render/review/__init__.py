"""The quarter's review as documents: Markdown, HTML, Excel, and one notice a department."""
