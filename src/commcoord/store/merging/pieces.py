"""Three versions put together by pieces that one side at most touched: most merges, without reading any YAML.

Git starts the driver anew for each record of each commit, and to read YAML takes longer than to start. Where one side
at most changed each field, each item of a list whose items have ids, and each field of these, a reader could not come
to anything else; every doubt is left to the merge that reads. Works on bytes, and imports nothing but words.
"""

from commcoord.store.merging.knowledge import KEYS, STATE_FIELDS, goes_back

Pieces = dict[bytes, bytes]
"""Parts of a text by their margins and names, in its order; joined, they are the text."""

HEAD, REST = b"<", b">"
"""What stands above the first piece, and what comments stand below the last one."""


class _Doubtful(Exception):  # noqa: N818  no error: it only turns to the merge that reads
    pass


def merged_pieces(base: bytes, ours: bytes, theirs: bytes) -> bytes | None:
    """Return the merged text of a record, None where the versions must be read to know it."""
    if theirs in (ours, base):
        return ours
    try:
        return _united(_fields(base), _fields(ours), _fields(theirs))
    except _Doubtful:
        return None


def _demand(fact: object, /) -> None:
    if not fact:
        raise _Doubtful


def _fields(text: bytes) -> Pieces:
    """Return the fields of a record."""
    keeps_blanks = b"+" in text and (b"|" in text or b">" in text)
    _demand(text.endswith(b"\n") and not (keeps_blanks or b"\t" in text or b"\r" in text))
    found = _parted(b"", text.splitlines(keepends=True), items=False)
    _demand(not any(name.startswith(b" ") for name in found))
    return found


def _inside(name: bytes, piece: bytes) -> Pieces:
    """Return what a field or an item consists of: the items of a list, or the fields of a mapping."""
    lines = piece.splitlines(keepends=True)
    bare = name.lstrip(b" ")
    item = bare.startswith(b"- ")
    start = next(
        place
        for place, line in enumerate(lines, 1)
        if line.lstrip(b" ").startswith(bare[:2] if item else bare + b":")
    )
    behind = lines[start - 1].partition(b":")[2].strip()
    _demand(b"{" not in lines[start - 1] if item else behind[:1] in b"#")
    return _parted(b"".join(lines[:start]), lines[start:], items=KEYS.get(bare.decode()) == ("id",))


def _parted(head: bytes, lines: list[bytes], *, items: bool) -> Pieces:
    """Part lines by those that begin an item or a field, each with the comments above it.

    The first that is no comment shows how deep they begin; what is deeper belongs to the piece above it.
    """
    found: Pieces = {HEAD: head}
    name, above, margin = HEAD, b"", 0
    for line in lines:
        bare = line.lstrip(b" ")
        depth = len(line) - len(bare)
        if bare[:1] in b"#\n" and (name == HEAD or depth <= margin):
            above += line
            continue
        margin = depth if name == HEAD else margin
        _demand(depth >= margin)
        if depth == margin and (items or not bare.startswith(b"- ")):
            name = line[:margin] + (_item_name(bare) if items else _field_name(bare))
            _demand(name not in found)
        _demand(name != HEAD)
        found[name] = found.get(name, b"") + above + line
        above = b""
    _demand(name != HEAD)
    return _closed(found | {REST: above})


def _field_name(line: bytes) -> bytes:
    name, _colon, rest = line.partition(b":")
    _demand(rest[:1] in (b" ", b"\n") and name.replace(b"_", b"").isalnum())
    return name


def _item_name(line: bytes) -> bytes:
    """Return the id of the item that begins on a line, behind a dash; it must be the first thing in the item."""
    _demand(line.startswith(b"- "))
    start = line[2:].lstrip(b" ")
    key, _colon, rest = start.removeprefix(b"{").partition(b": ")
    _demand(key.strip() == b"id")
    value = rest.partition(b",")[0].partition(b"}")[0] if start.startswith(b"{") else rest.partition(b" #")[0]
    _demand(value.strip().replace(b"-", b"").isalnum())
    return b"- " + value.strip()


def _closed(pieces: Pieces) -> Pieces:
    """Demand that brackets and quotes end where their piece ends, so that the next begins where it seems to."""
    for piece in pieces.values():
        _demand(piece.count(b"[") == piece.count(b"]") and piece.count(b"{") == piece.count(b"}"))
        _demand(piece.count(b'"') % 2 == 0 and piece.count(b"'") % 2 == 0)
    return pieces


def _united(base: Pieces, ours: Pieces, theirs: Pieces) -> bytes:
    """Return each piece as the side left it that changed it, and what is new behind the piece that it follows."""
    new = [[name for name in side if name not in base] for side in (ours, theirs)]
    _demand(len(base) + len(new[0] + new[1]) == len({**base, **ours, **theirs}))
    for side in (ours, theirs):
        _demand([name for name in side if name in base] == [name for name in base if name in side])
        _demand(not any(new) or all(name in side for name in base))
    behind = [_behind(base, side) for side in (ours, theirs)]
    found = b""
    for name, piece in base.items():
        found += _decided(name, piece, ours.get(name, b""), theirs.get(name, b""))
        found += b"".join(added.get(name, b"") for added in behind)
    return found


def _behind(base: Pieces, side: Pieces) -> Pieces:
    """Return what is new on a side by the name of the piece before it."""
    found: Pieces = {}
    before = HEAD
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
    if name.strip().decode() in STATE_FIELDS:
        _demand(not any(goes_back(_word(base), _word(side)) for side in (ours, theirs)))
    if theirs in (ours, base):
        return ours
    if base == ours:
        return theirs
    _demand(name not in (HEAD, REST) and b"" not in (base, ours, theirs))
    return _united(_inside(name, base), _inside(name, ours), _inside(name, theirs))


def _word(field: bytes) -> str:
    """Return the plain word that a field of one line says."""
    found = field.removesuffix(b"\n").rpartition(b"\n")[2].partition(b": ")[2].partition(b" #")[0].strip()
    _demand(found.replace(b"_", b"").isalnum())
    return found.decode()
