"""What a graph file holds, looked at before the engine sees it: kind, size, encoding, and what it only pretends to be.

In come bytes and what they are called; out come the bytes without a byte order mark, or an error that names the line.
"""

import codecs
import re
from pathlib import Path
from stat import S_ISREG

from kgraph.errors import BadInput, Unknown

__all__ = ["FORMATS", "MAX_BYTES", "at", "content", "format_of", "read_bytes"]

#: Suffix of a file to the name of its format; the names are those of `kgraph export`.
FORMATS = {
    ".jsonld": "jsonld",
    ".nq": "nquads",
    ".nt": "ntriples",
    ".rdf": "rdfxml",
    ".trig": "trig",
    ".ttl": "turtle",
    ".xml": "rdfxml",
}

#: No file larger than this is read.
MAX_BYTES = 1_000_000_000

#: First bytes of what is never a graph (a packed file is not unpacked: it may hold a million times its size).
_NOT_GRAPHS = {
    b"\x1f\x8b": "compressed with gzip; unpack it first",
    b"BZh": "compressed with bzip2; unpack it first",
    b"\xfd7zXZ\x00": "compressed with xz; unpack it first",
    b"\x28\xb5\x2f\xfd": "compressed with zstd; unpack it first",
    b"PK\x03\x04": "a zip archive; unpack it first",
    b"PK\x05\x06": "an empty zip archive",
    b"7z\xbc\xaf\x27\x1c": "a 7-Zip archive; unpack it first",
    b"Rar!": "a RAR archive; unpack it first",
    b"%PDF-": "a PDF document, not a graph",
    b"SQLite format 3\x00": "an SQLite database, not a graph",
    b"\x7fELF": "a program, not a graph",
}
_PICKLE = re.compile(rb"\x80[\x02-\x05]")
_HTML = re.compile(
    rb"\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--(?:(?!-->).){0,4000}-->\s*)?<(?:!doctype\s+html|html|head|body)\b", re.I | re.S
)
_WIDE = {
    codecs.BOM_UTF32_LE: "UTF-32",
    codecs.BOM_UTF32_BE: "UTF-32",
    codecs.BOM_UTF16_LE: "UTF-16",
    codecs.BOM_UTF16_BE: "UTF-16",
}
_BLOCK = 1 << 20


def format_of(path: Path) -> str:
    """The format of a file, by its name.

    Raises:
        BadInput: the suffix is not that of a graph file.
    """
    try:
        return FORMATS[path.suffix.lower()]
    except KeyError:
        raise BadInput(f"{path} is not a graph file by its name: it must end in {', '.join(FORMATS)}") from None


def read_bytes(path: Path) -> bytes:
    """The bytes of an ordinary file.

    Raises:
        Unknown: it is not there.
        BadInput: it is not an ordinary file, may not be read, or is too large.
    """
    try:
        status = path.stat()
        if not S_ISREG(status.st_mode):
            raise BadInput(f"{path} is not an ordinary file")
        if status.st_size > MAX_BYTES:
            raise BadInput(
                f"{path} holds more than {MAX_BYTES:,} bytes: split it, or build an Oxigraph directory from it"
            )
        return path.read_bytes()
    except FileNotFoundError:
        raise Unknown(f"{path} is not there") from None
    except (OSError, ValueError) as error:
        raise BadInput(f"{path} cannot be read: {getattr(error, 'strerror', None) or error}") from None


def content(data: bytes, name: str) -> bytes:
    """The bytes without a byte order mark, once they are known to be UTF-8 text that may be a graph.

    Args:
        name: what the bytes are called in errors.

    Raises:
        BadInput: they are packed, binary, in another encoding, hold a NUL or are a web page.
    """
    if len(data) > MAX_BYTES:
        raise BadInput(f"{name} holds more than {MAX_BYTES:,} bytes")
    what = next((what for magic, what in _NOT_GRAPHS.items() if data.startswith(magic)), None)
    if _PICKLE.match(data):
        what = "a Python pickle, which is never opened"
    if what:
        raise BadInput(f"{name} is {what}. Nothing was loaded")
    wide = next((encoding for mark, encoding in _WIDE.items() if data.startswith(mark)), None)
    start = data[:64]
    if wide or (len(start) > 8 and (not any(start[1::2]) or not any(start[0::2]))):
        raise BadInput(f"{name} is encoded in {wide or 'UTF-16'}: save it as UTF-8. Nothing was loaded")
    data = data.removeprefix(codecs.BOM_UTF8)
    if _HTML.match(data[:8192]):
        raise BadInput(f"{name} looks like HTML (a web page or an error page), not like a graph. Nothing was loaded")
    _check_utf8(data, name)
    if (nul := data.find(0)) >= 0:
        raise BadInput(f"{at(name, data, nul)}: a NUL byte, which no text may hold. Nothing was loaded")
    return data


def at(name: str, data: bytes, position: int) -> str:
    """The place of a byte in a file, for people: name, line and column, both from 1."""
    line = data.count(b"\n", 0, position) + 1
    start = data.rfind(b"\n", 0, position) + 1
    return f"{name}, line {line}, column {len(data[start:position].decode('utf-8', 'replace')) + 1}"


def _check_utf8(data: bytes, name: str) -> None:
    decoder = codecs.getincrementaldecoder("utf-8")()
    view = memoryview(data)
    for start in range(0, len(data) + 1, _BLOCK):
        waiting = len(decoder.getstate()[0])
        try:
            decoder.decode(view[start : start + _BLOCK], start + _BLOCK > len(data))
        except UnicodeDecodeError as error:
            place = at(name, data, start - waiting + error.start)
            raise BadInput(f"{place}: not UTF-8 ({error.reason}): save the file as UTF-8. Nothing was loaded") from None
