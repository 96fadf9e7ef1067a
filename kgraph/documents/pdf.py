"""The text of a PDF. The date in a PDF is that of the file, not of publication, so it is not taken."""

import io
import logging
import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from kgraph.documents.decoding import MAX_BYTES
from kgraph.documents.document import shown
from kgraph.errors import BadInput, KgraphError, TooMuch

if TYPE_CHECKING:
    from pypdf import PdfReader

__all__ = ["MAX_PAGES", "read_pdf"]

#: the most pages that a PDF may have
MAX_PAGES = 2000


def read_pdf(data: bytes, name: str) -> tuple[str, list[tuple[str, object]]]:
    """The text of all pages, each beginning a new line, and the title, author and language that the PDF gives.

    Args:
        data: the bytes of the PDF.
        name: the document's name, for messages.

    Raises:
        BadInput: it is broken, locked by a password, or has no text (a scan); or pypdf is not installed.
        TooMuch: it has more than `MAX_PAGES` pages, or unpacks to more than a document may have.
    """
    try:
        import pypdf
    except ImportError:
        raise BadInput(
            f"{shown(name)} is a PDF, and reading PDFs is an extra: pip install 'kgraph[pdf]', or save its text as .txt"
        ) from None
    locked = False
    with _quiet("pypdf"):
        try:
            reader = pypdf.PdfReader(io.BytesIO(data))
            # Many PDFs are encrypted with an empty password, so that anyone may read them.
            locked = reader.is_encrypted and not reader.decrypt("")
            text = "" if locked else "\n".join(_pages(reader, name))
            found = [] if locked else _about(reader)
        except TooMuch:
            raise
        except Exception as error:  # pypdf raises whatever it meets in a broken file: KeyError, RecursionError …
            raise _refusal(type(error).__name__, name) from None
    if locked:
        raise BadInput(f"{shown(name)} is locked by a password: save it without one")
    if not text.strip():
        raise BadInput(f"{shown(name)} has no text (scanned pages?): run text recognition on it first")
    return text, found


def _refusal(error: str, name: str) -> KgraphError:
    """What an error of pypdf means for the user; older versions do not have all of its classes, hence the names."""
    if error == "LimitReachedError":
        return TooMuch(f"{shown(name)} unpacks to far more than its size: save its text as .txt")
    reason = "encrypted" if error == "DependencyError" else f"broken ({error})"
    return BadInput(f"{shown(name)} is {reason}: print it to a new PDF, or save its text as .txt")


def _about(reader: "PdfReader") -> list[tuple[str, object]]:
    about = reader.metadata
    found: list[tuple[str, object]] = [("language", reader.root_object.get("/Lang"))]
    return [*found, ("title", about.title), ("author", about.author)] if about else found


def _pages(reader: "PdfReader", name: str) -> Iterator[str]:
    characters = 0
    for number, page in enumerate(reader.pages, 1):
        if number > MAX_PAGES:
            raise TooMuch(f"{shown(name)} has more than {MAX_PAGES} pages: split it")
        # What a broken font table makes of a character must not stop the text from being written as UTF-8.
        text = re.sub("[\x00\ud800-\udfff]", "\ufffd", page.extract_text()).strip()
        characters += len(text)
        if characters > MAX_BYTES:
            raise TooMuch(f"{shown(name)} has more than {MAX_BYTES // 1_000_000} million characters of text: split it")
        if text:
            yield text


@contextmanager
def _quiet(name: str) -> Iterator[None]:
    """Nothing of a library's own log on standard error: what matters is raised."""
    logger = logging.getLogger(name)
    level = logger.level
    logger.setLevel(logging.CRITICAL + 1)
    try:
        yield
    finally:
        logger.setLevel(level)
