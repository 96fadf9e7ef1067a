"""Reading documents: text, Markdown, web pages and PDF.

In goes a file (or bytes, or standard input), out comes a `Document`: its text, in which offsets never move, the hash of
its bytes, and what is known about it. Damaged punctuation is repaired one character for one character. What is not a
document is refused by its first bytes. Nothing is unpacked, loaded or guessed: publisher and date are asked for.
"""

from kgraph.documents.decoding import MAX_BYTES
from kgraph.documents.document import Document, missing, require
from kgraph.documents.finding import Found, find
from kgraph.documents.metadata import Metadata
from kgraph.documents.places import line_of, paragraphs
from kgraph.documents.reading import from_bytes, read
from kgraph.documents.repair import REPAIR_VERSION, Repair, repair

__all__ = [
    "MAX_BYTES",
    "REPAIR_VERSION",
    "Document",
    "Found",
    "Metadata",
    "Repair",
    "find",
    "from_bytes",
    "line_of",
    "missing",
    "paragraphs",
    "read",
    "repair",
    "require",
]
