"""What may happen to a database that is only kept to save time: none of it may change an answer."""

import sqlite3
from contextlib import closing, suppress
from pathlib import Path


def overwrite(path: Path) -> None:
    path.write_bytes(b"no database" * 1000)


def blank_the_middle(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[4096:] = bytes(len(content) - 4096)
    path.write_bytes(bytes(content))


def come_from_the_future(path: Path) -> None:
    with suppress(sqlite3.DatabaseError), closing(sqlite3.connect(path)) as base, base:
        base.execute("UPDATE meta SET value = '[999]' WHERE key = 'key'")
        base.execute("ALTER TABLE files ADD COLUMN more")


def hold_other_tables(path: Path) -> None:
    path.unlink()
    with closing(sqlite3.connect(path)) as base, base:
        base.execute("CREATE TABLE meta (something)")
