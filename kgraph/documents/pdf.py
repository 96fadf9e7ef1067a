"""The text of a PDF. The date in a PDF is that of the file, not of publication, so it is not taken."""

import io
import logging
import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from kgraph.documents.decoding import MAX_BYTES
from kgraph.documents.document import shown
from kgraph.errors import BadInput, TooMuch

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
        TooMuch: it has more than `MAX_PAGES` pages, or more text than a document may have.
    """
    try:
        import pypdf
    except ImportError:
        raise BadInput(
            f"{shown(name)} is a PDF, and reading PDFs is an extra: pip install 'kgraph[pdf]', or save its text as .txt"
        ) from None
    with _quiet("pypdf"):
        try:
            reader = pypdf.PdfReader(io.BytesIO(data))
            if reader.is_encrypted and not reader.decrypt(""):
                raise BadInput(f"{shown(name)} is locked by a password: save it without one")
            text = "\n".join(_pages(reader, name))
            found = [("language", reader.root_object.get("/Lang"))]
            if about := reader.metadata:
                found += [("title", about.title), ("author", about.author)]
        except (BadInput, TooMuch):
            raise
        except Exception as error:  # pypdf raises whatever its parsing meets: KeyError, RecursionError, zlib.error …
            raise BadInput(
                f"{shown(name)} is a broken PDF ({type(error).__name__}): print it anew, or save its text as .txt"
            ) from None
    if not text.strip():
        raise BadInput(f"{shown(name)} has no text (scanned pages?): run text recognition on it first")
    return text, found


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
