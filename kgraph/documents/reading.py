"""Reading a document: a file, standard input or bytes become one `Document`."""

import hashlib
import re
import sys
from collections.abc import Iterable
from difflib import get_close_matches
from pathlib import Path
from typing import Unpack

from kgraph.documents.decoding import MAX_BYTES, decode, refuse
from kgraph.documents.document import Document, shown
from kgraph.documents.markdown import markdown_metadata
from kgraph.documents.metadata import Metadata, from_file, from_person
from kgraph.documents.repair import REPAIR_VERSION, repair
from kgraph.errors import BadInput, Unknown

__all__ = ["from_bytes", "read"]

_FORMATS = {
    ".txt": "text/plain",
    ".text": "text/plain",
    ".md": "text/markdown",
    ".markdown": "text/markdown",
    ".html": "text/html",
    ".htm": "text/html",
    ".xhtml": "text/html",
    ".pdf": "application/pdf",
}
# How HTML begins (WHATWG MIME Sniffing Standard, section 7.1), after white space, a mark and an XML declaration.
_HTML = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?"
    rb"<(?:(?:!doctype html|html|head|body|article|main|h1|div|p|title|meta|link|script)(?=[\s>])|!--)",
    re.IGNORECASE,
)
_CHARSET = re.compile(rb"<(?:meta|\?xml)[^>]*?(?:charset|encoding)\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)


def read(source: Path | str, *, repair_version: int = REPAIR_VERSION, **given: Unpack[Metadata]) -> Document:
    """Read a document from a file, or from standard input if the source is `-`.

    What is given (`publisher`, `date`, `title`, `author`, `address`, `language`, `licence`) is believed before what the
    file says; what neither says stays None (see `missing`).

    Args:
        source: the path of a .txt, .md, .html or .pdf file; any other name is read as what its bytes look like.
        repair_version: the version of the repair rule; a dossier names the one that its offsets were made with.
        given: see `Metadata`.

    Raises:
        Unknown: there is no such file.
        BadInput: it is not a document, not a text, damaged or empty; or what is given is not what it should be.
        TooMuch: it is larger than `MAX_BYTES`, or nested too deeply.
    """
    name = str(source)
    if name == "-":
        return from_bytes(sys.stdin.buffer.read(MAX_BYTES + 1), repair_version=repair_version, **given)
    path = Path(source)
    return from_bytes(_bytes(path), path.name, repair_version=repair_version, **given)


def from_bytes(
    data: bytes, name: str = "-", *, repair_version: int = REPAIR_VERSION, **given: Unpack[Metadata]
) -> Document:
    """Read a document from its bytes; like `read`, and raises the same.

    Args:
        data: the whole document.
        name: its file name, which tells the format, or `-`.
        repair_version: the version of the repair rule.
        given: see `Metadata`.
    """
    person = from_person(given)
    refuse(data, name)
    media = _format(data, name)
    found: Iterable[tuple[str, object]] = ()
    if media == "application/pdf":
        from kgraph.documents.pdf import read_pdf

        text, found = read_pdf(data, name)
        encoding = "binary"
    else:
        declared = _CHARSET.search(data, 0, 1024) if media == "text/html" else None
        text, encoding = decode(data, name, declared[1].decode("ascii", "replace") if declared else None)
        if media == "text/html":
            from kgraph.documents.page import read_page

            text, found = read_page(text, name)
    text, repairs = repair(text, repair_version)
    if media == "text/markdown":
        found = markdown_metadata(text)
    if not text.strip():
        raise BadInput(f"{shown(name)} is empty")
    return Document(
        raw_sha256=hashlib.sha256(data).hexdigest(),
        text=text,
        format=media,
        encoding=encoding,
        repairs=repairs,
        repair_version=repair_version,
        name=name,
        **{**from_file(found), **person},
    )


def _bytes(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(MAX_BYTES + 1)
    except FileNotFoundError:
        nearest = _nearest(path)
        hint = f": did you mean {nearest[0]}?" if nearest else ""
        raise Unknown(f"there is no file {path}{hint}", nearest) from None
    except IsADirectoryError:
        raise BadInput(f"{path} is a folder: name the document in it") from None
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else error
        raise BadInput(f"{path} cannot be read: {reason}") from None


def _nearest(path: Path) -> tuple[str, ...]:
    try:
        beside = sorted(other.name for other in path.parent.iterdir())
    except OSError:
        return ()
    return tuple(get_close_matches(path.name, beside, n=3))


def _format(data: bytes, name: str) -> str:
    """The media type: a PDF by its first bytes, else by the name, else by how it begins."""
    suffix = Path(name).suffix.lower()
    if data.startswith(b"%PDF-"):
        return "application/pdf"
    if suffix == ".pdf":
        raise BadInput(
            f"{shown(name)} is called .pdf but does not begin like one: is it a page that was saved instead?"
        )
    if suffix in _FORMATS:
        return _FORMATS[suffix]
    return "text/html" if _HTML.match(data) else "text/plain"
