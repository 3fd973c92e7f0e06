"""Files from elsewhere before anything opens them: how large they are unpacked, and whether they hold what bites.

A legal workbook of a few kilobytes can unpack to gigabytes, and an XML part can name entities that do the same.
"""

from pathlib import Path
from zipfile import BadZipFile, ZipFile, ZipInfo

from commcoord.errors import ImpossibleError
from commcoord.language.messages import Message

LARGEST_FILE = 20_000_000  # bytes
LARGEST_TEXT = 1_000_000  # bytes of one text, which becomes one record; no record may be larger
LARGEST_UNPACKED = 200_000_000
LARGEST_PART = 100_000_000
LARGEST_RATIO = 200  # an ordinary sheet packs to a tenth or twentieth; a bomb to a thousandth
RATIO_FROM = 1_000_000  # bytes: a small part may be as repetitive as it likes
MOST_PARTS = 5_000
_BEGINNING = 4096  # bytes; a document type stands before the first element


def content_of(path: Path, most: int = 0) -> bytes:
    """Return a file's bytes; raises ImpossibleError where it cannot be read or has more than so many, else 20 MB.

    No more is read than that: a device has no end.
    """
    most = most or LARGEST_FILE
    try:
        with path.open("rb") as file:
            content = file.read(most + 1)
    except OSError as error:
        raise _refused(path, Message("{reason}", reason=error.strerror or "")) from error
    if len(content) > most:
        raise _refused(path, Message("it is larger than {count} MB", count=most // 1_000_000))
    return content


def text_of_file(path: Path, most: int = 0) -> str:
    """Return a text in UTF-8 or, as Excel and Notepad write it in China, GB 18030; ImpossibleError for any other."""
    content = content_of(path, most)
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\x00" not in text:
            return text
    raise ImpossibleError(Message("{path} is no text in UTF-8 or GB 18030.", path=str(path)))


def checked(path: Path) -> Path:
    """Return the path of an Office file that is safe to open; raises ImpossibleError where it is not."""
    if content_of(path)[:8] == b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1":
        raise ImpossibleError(
            Message("{path} is in the old format of Office, or locked with a password.", path=str(path)),
            Message("Open it in Word or Excel and save it as .docx or .xlsx."),
        )
    try:
        with ZipFile(path) as archive:
            _check_sizes(path, archive.infolist())
            for part in archive.infolist():
                if part.filename.endswith((".xml", ".rels", ".vml")):
                    with archive.open(part) as file:
                        _check_beginning(path, file.read(_BEGINNING))
    except (
        BadZipFile,
        NotImplementedError,
        EOFError,
        RuntimeError,
    ) as error:  # RuntimeError: it asks for a password
        raise _refused(path, Message("it is damaged, or no Office file")) from error
    return path


def _check_sizes(path: Path, parts: list[ZipInfo]) -> None:
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > LARGEST_UNPACKED:
        raise _refused(path, Message("it unpacks to more than any form"))
    for part in parts:
        ratio = part.file_size / max(part.compress_size, 1)
        if part.file_size > LARGEST_PART or (part.file_size > RATIO_FROM and ratio > LARGEST_RATIO):
            raise _refused(path, Message("it unpacks to more than any form"))


def _check_beginning(path: Path, beginning: bytes) -> None:
    """Refuse a document type, which alone can declare entities; looked for in every encoding that has zero bytes."""
    if b"<!doctype" in beginning.replace(b"\x00", b"").lower():
        raise _refused(path, Message("it declares a document type, which no Office program writes"))


def _refused(path: Path, reason: Message) -> ImpossibleError:
    return ImpossibleError(Message("{path} cannot be imported: {reason}.", path=str(path), reason=reason))
