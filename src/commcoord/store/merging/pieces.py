"""Three versions put together by pieces that one side at most touched: most merges, without reading any YAML.

Git starts the driver anew for each record of each commit, and to read YAML takes longer than to start. Where one side
at most changed each field, and each item of the lists whose items have ids, a reader could not come to anything else;
every doubt is left to the merge that reads. Works on bytes and imports nothing heavy, `re` and `typing` included.
"""

from commcoord.records.vocabulary import ITEM_LETTERS, STATES

LISTS = [name.encode() for name in ITEM_LETTERS]
"""Fields whose items say by their id which they are."""

LADDER = [state.encode() for state in STATES]

Pieces = dict[bytes, bytes]
"""Parts of a text by their names, in its order; joined, they are the text."""

HEAD, REST = b"<", b">"
"""What stands above the first item, and what comments stand below the last piece."""


class _Doubtful(Exception):  # noqa: N818  no error: it only turns to the merge that reads
    pass


def merged_pieces(base: bytes, ours: bytes, theirs: bytes) -> bytes | None:
    """Return the merged text of a record, None where the versions must be read to know it."""
    if theirs in (ours, base):
        return ours
    try:
        return _united(*map(_fields, (base, ours, theirs)))
    except _Doubtful:
        return None


def _demand(*, that: bool) -> None:
    if not that:
        raise _Doubtful


def _fields(text: bytes) -> Pieces:
    """Return the fields of a record, each with the comments above it that begin their lines."""
    keeps_blanks = b"+" in text and (b"|" in text or b">" in text)
    _demand(that=text.endswith(b"\n") and not (keeps_blanks or b"\t" in text or b"\r" in text))
    found: Pieces = {}
    name = above = b""
    for line in text.splitlines(keepends=True):
        if line[:1] in b"#\n":
            above += line
        elif line[:1] in b" -":
            _demand(that=bool(name))
            found[name] += above + line
            above = b""
        else:
            name = _name_of(line)
            _demand(that=bool(name) and name not in found)
            found[name] = above + line
            above = b""
    return _closed(found | {REST: above})


def _name_of(line: bytes) -> bytes:
    name, _colon, rest = line.partition(b":")
    return name if rest[:1] in b" \n" and name.replace(b"_", b"").isalnum() else b""


def _closed(pieces: Pieces) -> Pieces:
    """Demand that brackets and quotes end where their piece ends, so that the next begins where it seems to."""
    for piece in pieces.values():
        _demand(
            that=piece.count(b"[") == piece.count(b"]")
            and piece.count(b"{") == piece.count(b"}")
            and piece.count(b'"') % 2 == 0
            and piece.count(b"'") % 2 == 0
        )
    return pieces


def _united(base: Pieces, ours: Pieces, theirs: Pieces) -> bytes:
    """Return each piece as the side left it that changed it, and what is new behind the piece that it follows."""
    sides = (ours, theirs)
    new = [[name for name in side if name not in base] for side in sides]
    for side in sides:
        _demand(that=[name for name in side if name in base] == [name for name in base if name in side])
        _demand(that=len(base) + len(new[0] + new[1]) == len({**base, **ours, **theirs}))
        _demand(that=not any(new) or all(name in side for name in base))
    behind = [_behind(base, side) for side in sides]
    found = b"".join(added.get(b"", b"") for added in behind)
    for name, piece in base.items():
        found += _decided(name, piece, ours.get(name, b""), theirs.get(name, b""))
        found += b"".join(added.get(name, b"") for added in behind)
    return found


def _behind(base: Pieces, side: Pieces) -> Pieces:
    """Return what is new on a side by the name of the piece before it, which is empty at the beginning."""
    found: Pieces = {}
    before = b""
    for name, piece in side.items():
        if name in base:
            before = name
        else:
            found[before] = found.get(before, b"") + piece
    return found


def _decided(name: bytes, base: bytes, ours: bytes, theirs: bytes) -> bytes:
    """Return what a piece comes to; empty where it was deleted."""
    if ours == theirs == base:
        return base
    if name == b"step":
        _demand(that=_goes_on(base, ours) and _goes_on(base, theirs))
    _demand(that=name != b"status")  # it may go back, and the others would have to say whether they agree
    if theirs in (ours, base):
        return ours
    if base == ours:
        return theirs
    _demand(that=name in LISTS and b"" not in (base, ours, theirs))
    return _united(*(_items(name, piece) for piece in (base, ours, theirs)))


def _goes_on(base: bytes, side: bytes) -> bool:
    """Whether a step stays or goes forward, both plain words that are known."""
    steps = [piece.removesuffix(b"\n").rpartition(b"\n")[2].removeprefix(b"step: ") for piece in (base, side)]
    return all(step in LADDER for step in steps) and LADDER.index(steps[0]) <= LADDER.index(steps[1])


def _items(field: bytes, piece: bytes) -> Pieces:
    """Return the items of a list by their margins and ids, each with the comments above it."""
    lines = piece.splitlines(keepends=True)
    start = next(place for place, line in enumerate(lines, 1) if line.startswith(field + b":"))
    _demand(that=lines[start - 1].removeprefix(field + b":").strip()[:1] in b"#")
    found: Pieces = {HEAD: b"".join(lines[:start])}
    name, above, margin = HEAD, b"", len(piece)
    for line in lines[start:]:
        bare = line.lstrip(b" ")
        depth = len(line) - len(bare)
        if bare[:1] in b"#\n" and depth <= margin:
            above += line
            continue
        if name == HEAD:
            margin = depth
        if depth == margin:
            name = line[:margin] + _id_of(bare)
            _demand(that=name not in found)
        _demand(that=depth >= margin)
        found[name] = found.get(name, b"") + above + line
        above = b""
    _demand(that=name != HEAD)
    return _closed(found | {REST: above})


def _id_of(line: bytes) -> bytes:
    """Return the id of the item that begins on a line, which must be the first thing in it."""
    _demand(that=line.startswith(b"- "))
    start = line[2:].lstrip(b" ")
    flow = start.startswith(b"{")
    key, _colon, rest = start.removeprefix(b"{").partition(b": ")
    _demand(that=key.strip(b" ") == b"id")
    found = rest.partition(b",")[0].partition(b"}")[0] if flow else rest.partition(b" #")[0]
    _demand(that=found.strip().replace(b"-", b"").isalnum())
    return found.strip()
