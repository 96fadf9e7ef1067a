"""What a document is: its text, what was repaired in it, and where it comes from. Data only."""

from dataclasses import dataclass

from kgraph import terms
from kgraph.documents.repair import Repair
from kgraph.errors import BadInput

__all__ = ["Document", "missing", "require", "shown"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One text with its offsets: code points from 0 in `text`, which never move.

    What is known besides the text (`title` to `licence`, see `Metadata`) is None where neither the file nor a person
    says it.
    """

    #: SHA-256 of the bytes as they were read, 64 hexadecimal digits
    raw_sha256: str
    #: the text that offsets count in: decoded, extracted (HTML, PDF), then repaired one character for one character
    text: str
    #: media type: text/plain, text/markdown, text/html or application/pdf
    format: str
    #: the Python name of the encoding that the bytes were decoded with; `binary` for a PDF
    encoding: str
    #: the characters that were repaired, in the order of the text
    repairs: tuple[Repair, ...] = ()
    #: the version of the rule that repaired them
    repair_version: int
    #: its file's name, or `-` for standard input
    name: str
    title: str | None = None
    publisher: str | None = None
    date: str | None = None
    author: str | None = None
    address: str | None = None
    language: str | None = None
    licence: str | None = None

    @property
    def id(self) -> str:
        """The document's name in the graph, such as `doc:0123456789abcdef`: reading it twice adds nothing."""
        return f"doc:{self.raw_sha256[: terms.SUFFIX_LENGTH]}"


# What the graph cannot do without, and the option that gives it.
_NEEDED = {"publisher": "--publisher NAME", "date": "--date YYYY-MM-DD"}


def missing(document: Document) -> tuple[str, ...]:
    """Which of `publisher` and `date` are not known; they are asked for, never guessed."""
    return tuple(field for field in _NEEDED if getattr(document, field) is None)


def require(document: Document) -> None:
    """Insist on publisher and date.

    Raises:
        BadInput: one or both are not known; the message names the options that give them.
    """
    if fields := missing(document):
        raise BadInput(
            f"{shown(document.name)} does not say its {' and '.join(fields)}: "
            f"give {' and '.join(_NEEDED[field] for field in fields)}"
        )


def shown(name: str) -> str:
    """A document's name as messages show it."""
    return "standard input" if name == "-" else name
