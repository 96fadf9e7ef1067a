"""What can go wrong, in one place.

Every error that a user may see is a `KgraphError`; its message says what was wrong, where, and what to do.

    KgraphError            exit 2   the common parent: wrong use or bad input
    ├── BadInput                    a document, dossier, graph file or archive that cannot be taken in
    ├── BadQuery                    a query or a parameter that is refused or does not parse
    ├── Unknown                     a name, question, relation or file that is not there (`nearest` proposes one)
    ├── NotThere           exit 3   a store, browser or endpoint that could not be reached
    └── TooMuch                     a limit of time, memory, size or rows was passed
"""

__all__ = ["BadInput", "BadQuery", "KgraphError", "NotThere", "TooMuch", "Unknown", "plainly"]


class KgraphError(Exception):
    """Something a user can put right; its text is meant to be read."""

    #: what the command line exits with
    exit_code = 2


class BadInput(KgraphError):
    """A document, dossier, graph file or archive that cannot be taken in."""


class BadQuery(KgraphError):
    """A query or a parameter that is refused or does not parse."""


class Unknown(KgraphError):
    """A name, question, relation or file that is not there."""

    def __init__(self, message: str, nearest: tuple[str, ...] = ()) -> None:
        super().__init__(message)
        #: what the user may have meant, best first
        self.nearest = nearest


class NotThere(KgraphError):
    """A store, browser or endpoint that could not be reached."""

    exit_code = 3


class TooMuch(KgraphError):
    """A limit of time, memory, size or rows was passed."""


def plainly(error: Exception) -> tuple[str, int]:
    """What is said of an error, and what the command line exits with: 70 where it is our fault."""
    match error:
        case KgraphError():
            return str(error), error.exit_code
        case RecursionError():
            return "the input is nested too deeply", 2
        case MemoryError():
            return "out of memory; take a smaller file or graph", 2
        case UnicodeEncodeError():
            return "a name or value that was given is not UTF-8; write it in UTF-8", 2
        case OSError():
            return f"{error.filename or 'the system'}: {error.strerror or error}", 2
    said = f"that went wrong, and it is our fault ({type(error).__name__}: {error}); KGRAPH_DEBUG=1 shows more"
    return said, 70
