"""The tables of the index, and in which order their columns are asked for."""

from commcoord.store import shelves

TABLES = f"""
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
CREATE TABLE files (
    id INTEGER PRIMARY KEY, path TEXT UNIQUE, size INT, changed INT, touched INT, number INT,
    hash BLOB, fresh INT, since INT, until INT, name TEXT, title TEXT, broken INT);
CREATE TABLE names (name TEXT, file INT, asks INT);
{shelves.TABLE};
CREATE TABLE often (file INTEGER PRIMARY KEY, latest TEXT, kind TEXT, day TEXT, half TEXT);
CREATE TABLE seldom (file INTEGER PRIMARY KEY, half TEXT);
CREATE TABLE items (file INT, name TEXT, what TEXT, heard TEXT, closed INT);
CREATE TABLE rows (
    file INT, stands INT,
    id TEXT, path TEXT, kind TEXT, title TEXT, scenario TEXT, step TEXT, day TEXT, begins TEXT, start TEXT,
    "end" TEXT, place TEXT, series TEXT, owner TEXT, counterpart TEXT, organisation TEXT, open_items INT,
    called_off INT, people TEXT, present TEXT, departments TEXT, owners TEXT, links TEXT, dues TEXT, category TEXT,
    line TEXT);
CREATE TABLE watches (
    file INT, begins INT, ends INT, opens INT, soon TEXT,
    type TEXT, severity TEXT, record TEXT, item TEXT, title TEXT, what TEXT, who TEXT, department TEXT,
    scenario TEXT, command TEXT, since TEXT, until TEXT, not_before TEXT, due TEXT, also TEXT);
"""
SORTED = """
CREATE INDEX IF NOT EXISTS files_fresh ON files (fresh) WHERE fresh;
CREATE INDEX IF NOT EXISTS files_broken ON files (broken) WHERE broken;
CREATE INDEX IF NOT EXISTS files_since ON files (since);
CREATE INDEX IF NOT EXISTS files_until ON files (until);
CREATE INDEX IF NOT EXISTS files_name ON files (name);
CREATE INDEX IF NOT EXISTS names_name ON names (name);
CREATE INDEX IF NOT EXISTS names_file ON names (file);
CREATE INDEX IF NOT EXISTS items_name ON items (name);
CREATE INDEX IF NOT EXISTS items_file ON items (file);
CREATE INDEX IF NOT EXISTS rows_file ON rows (file);
CREATE INDEX IF NOT EXISTS rows_day ON rows (day, start, id, stands, called_off, step, kind, scenario, series, line);
CREATE INDEX IF NOT EXISTS rows_series ON rows (series) WHERE series <> '';
CREATE INDEX IF NOT EXISTS watches_file ON watches (file);
"""
"""Made once the tables are filled, which is faster than to keep them sorted meanwhile.

That of the days has all that a plain list asks for, so that it need not look at the rows.
"""
ROW = (
    'id, path, kind, title, scenario, step, day, begins, start, "end", place, series, owner, counterpart, organisation,'
    " open_items, called_off, people, present, departments, owners, links, dues, category"
)
CALLED = {"date": "day", "state": "CASE WHEN called_off THEN 'cancelled' ELSE step END"}
"""What is asked for by another name than that of its column."""
WATCH = (
    "type, severity, record, item, title, what, who, department, scenario, command, since, until, not_before,"
    " due, also"
)
ABOUT = {
    "path": "SELECT id FROM files WHERE path = ?",
    "id": "SELECT id FROM files WHERE name = ?",
    "item": "SELECT file FROM names WHERE name = ? AND NOT asks",
    "link": "SELECT file FROM names WHERE name = ? AND asks",
    "series": "SELECT file FROM rows WHERE series = ? AND series <> ''",
}
"""The files that a question of each sort is about: those with that path or id, those that have such an item, link to
it or wait for it, those of that series.
"""
