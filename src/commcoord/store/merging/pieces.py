"""Three versions put together by pieces that one side at most touched: most merges, without reading any YAML.

Git starts the driver anew for each record of each commit, and to read YAML takes longer than to start. Where one side
at most changed each field, each item of a list whose items have ids, and each field of these, a reader could not come
to anything else; every doubt is left to the merge that reads. Works on bytes, and imports nothing that it does not use.
"""

ITEM_LISTS = (b"actions", b"milestones", b"measures", b"decisions", b"facts")
STATE_FIELDS = (b"step", b"status")
"""Copies of what `knowledge` says of items with ids and of states, which is not imported for that; a test compares."""

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
        return _united(_fields(base), _fields(ours), _fields(theirs))[1:] + b"\n"
    except _Doubtful:
        return None


def _demand(fact: object, /) -> None:
    if not fact:
        raise _Doubtful


def _fields(text: bytes) -> Pieces:
    """Return the fields of a record; here as below, each line has its break before it."""
    keeps_blanks = b"+" in text and (b"|" in text or b">" in text)
    _demand(text.endswith(b"\n") and not (keeps_blanks or b"\t" in text or b"\r" in text or b"\0" in text))
    return _parted(b"", b"\n" + text[:-1], 0, items=False)


def _inside(name: bytes, piece: bytes) -> Pieces:
    """Return what a field or an item consists of: the items of a list, or the fields of a mapping."""
    margin, dash, _id = name.rpartition(b"- ")
    start = piece.index(b"\n" + (margin + dash if dash else name + b":"))
    end = piece.find(b"\n", start + 1)
    _demand(end > 0)
    line, body = piece[start:end], piece[end:]
    _demand(b"{" not in line if dash else line.partition(b":")[2].strip()[:1] in b"#")
    deep = next((each for each in body.split(b"\n") if each.lstrip(b" ")[:1] not in b"#"), b"")
    items = name in ITEM_LISTS
    return _parted(piece[:end], body, len(deep) - len(deep.lstrip(b" ")), items=items)


def _parted(head: bytes, body: bytes, margin: int, *, items: bool) -> Pieces:
    """Part lines by those that begin an item or a field so deep, each with the comments above it."""
    begins = b"\n" + b" " * margin + (b"- " if items else b"")
    # Lines that are deeper, or begin with a dash, go on with a field: without their breaks they need no look.
    deeper, dashed = begins + b" ", begins + b"- "
    joined = body if items else body.replace(deeper, b"\0" + deeper[1:]).replace(dashed, b"\0" + dashed[1:])
    above, *chunks = joined.split(begins)
    _demand(_end(body, margin, len(above)) == 0)
    found: Pieces = {HEAD: head}
    name, start, place = HEAD, 0, len(above)
    for chunk in chunks:
        if items or chunk[:1] not in b"#\0":
            if name != HEAD:
                end = _end(body, margin, place)
                found[name] = body[start:end]
                start = end
            name = begins[1:] + (_id_of(chunk) if items else _key_of(chunk))
            _demand(name not in found)
        place += len(begins) + len(chunk)
    _demand(name != HEAD)
    end = _end(body, margin, place)
    found |= {name: body[start:end], REST: body[end:]}
    return _closed(found)


def _end(lines: bytes, margin: int, place: int) -> int:
    """Return where lines up to some place end without blank lines and the comments no deeper than the margin."""
    while place:
        start = lines.rindex(b"\n", 0, place)
        bare = lines[start + 1 : place].lstrip(b" ")
        if bare and (bare[:1] != b"#" or place - start - 1 - len(bare) > margin):
            break
        place = start
    return place


def _key_of(line: bytes) -> bytes:
    name, colon, rest = line.partition(b":")
    _demand(colon and rest[:1] in b" \0" and name.replace(b"_", b"").isalnum())
    return name


def _id_of(line: bytes) -> bytes:
    """Return the id of an item from what follows its dash; it must be the first thing in the item."""
    start = line.lstrip(b" ").partition(b"\n")[0]
    key, _colon, rest = start.removeprefix(b"{").partition(b": ")
    _demand(key.strip() == b"id")
    value = rest.partition(b",")[0].partition(b"}")[0] if start.startswith(b"{") else rest.partition(b" #")[0]
    _demand(value.strip().replace(b"-", b"").isalnum())
    return value.strip()


def _closed(pieces: Pieces) -> Pieces:
    """Return pieces whose brackets and quotes end where they end, so that each begins where it seems to."""
    for piece in pieces.values():
        if (
            piece.count(b"[") != piece.count(b"]")
            or piece.count(b"{") != piece.count(b"}")
            or piece.count(b'"') % 2
            or piece.count(b"'") % 2
        ):
            raise _Doubtful
    return pieces


def _united(base: Pieces, ours: Pieces, theirs: Pieces) -> bytes:
    """Return each piece as the side left it that changed it, and what is new behind the piece that it follows."""
    sides = (ours, theirs)
    alike = [*ours] == [*base] == [*theirs]
    behind = [] if alike else [_behind(base, side) for side in sides]
    if any(behind):
        _demand(all(name in side for side in sides for name in base))
        _demand(len(ours) + len(theirs) - len(base) == len({**ours, **theirs}))
    found = []
    for name, piece in base.items():
        left, right = ours.get(name, b""), theirs.get(name, b"")
        found.append(piece if left == right == piece else _decided(name, piece, left, right))
        found += [added[name] for added in behind if name in added]
    _demand(any(found[1:-1]))  # a list that both sides emptied together is another thing than none
    return b"".join(found)


def _behind(base: Pieces, side: Pieces) -> Pieces:
    """Return what is new on a side by the name of the piece before it; what is old must stand in its old order."""
    _demand([name for name in side if name in base] == [name for name in base if name in side])
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
    if name.endswith(STATE_FIELDS) and name.strip() in STATE_FIELDS:
        from commcoord.store.merging.knowledge import goes_back  # seldom needed

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
