"""Papers out of CSV files, as Excel writes them: UTF-8 or GB 18030; commas, tabs or semicolons."""

import csv
from io import StringIO
from pathlib import Path

from commcoord.errors import ImpossibleError
from commcoord.exchange.containers import text_of_file
from commcoord.exchange.formulas import unguarded
from commcoord.exchange.papers import Grid, Paper, cell_of
from commcoord.language.messages import Message

MOST_ROWS = 20_000
MOST_COLUMNS = 200


def papers(path: Path) -> list[Paper]:
    """Return the one paper of a file; raises ImpossibleError where it is no text or too long."""
    text = text_of_file(path)
    first = text.partition("\n")[0]
    delimiter = max(",\t;", key=first.count)
    try:
        rows = list(csv.reader(StringIO(text, newline=""), delimiter=delimiter, strict=True))
    except csv.Error as error:
        raise ImpossibleError(
            Message("{path} is no CSV file: {reason}.", path=str(path), reason=str(error))
        ) from error
    if len(rows) > MOST_ROWS or any(len(row) > MOST_COLUMNS for row in rows):
        raise ImpossibleError(
            Message("{path}: more than {count} rows in a sheet.", path=str(path), count=MOST_ROWS)
        )
    grid = [[cell_of(unguarded(text)) for text in row] for row in rows if any(row)]
    return [Paper(path.stem, [Grid(grid)] if grid else [])]
