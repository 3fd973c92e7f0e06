"""Word, Excel, calendar and mail: in and out."""
