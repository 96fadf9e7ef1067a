"""Whether an RDF/XML text is safe and well formed, before the engine sees it.

A document type declaration can make a few hundred bytes grow to gigabytes, or fetch a file: it is refused, whatever it
says (RDF/XML needs none). Tags are paired here, because the engine names no line when they are not, and counted,
because its time grows with the square of their depth and of their attributes.
"""

import re

from kgraph.errors import BadInput
from kgraph.store.content import at
from kgraph.store.nesting import MAX_DEPTH

__all__ = ["check_xml"]

#: Attributes and namespaces of one element.
_MAX_ATTRIBUTES = 500

# Possessive throughout, so that each byte is read once; what fits nothing is an error, never tried again.
_MARKUP = re.compile(
    rb"""
    < (?: (?P<skip> !-- .*? --> | !\[CDATA\[ .*? \]\]> | \? .*? \?> )
        | (?P<declaration> ! (?!--|\[CDATA\[) )
        | (?P<close> /?+ ) (?P<name> [^\s<>/"'=!?]++ ) (?P<rest> (?: [^<>"']++ | "[^"<]*+" | '[^'<]*+' )*+ ) >
      )?
    """,
    re.VERBOSE | re.DOTALL,
)
_ENCODING = re.compile(rb"""\s*<\?xml[^>]*?\sencoding\s*=\s*["']([^"'>]*)["']""")
_ASSIGNED = re.compile(rb"""=\s*["']""")


def check_xml(data: bytes, name: str) -> None:
    """See that an XML text is UTF-8, has no document type declaration, is well formed and not too deep.

    Raises:
        BadInput: it is not so; the message names line and column.
    """
    encoding = _ENCODING.match(data)
    if encoding and encoding[1].lower() not in (b"utf-8", b"utf8", b"us-ascii"):
        declared = encoding[1].decode("ascii", "replace")
        raise BadInput(f"{name} says that it is encoded in {declared}: save it as UTF-8. Nothing was loaded")
    problem = _problem(data)
    if problem:
        position, what = problem
        raise BadInput(f"{at(name, data, position)}: {what}. Nothing was loaded")


def _problem(data: bytes) -> tuple[int, str] | None:
    """Where and what the first problem is."""
    opened: list[tuple[bytes, int]] = []
    for match in _MARKUP.finditer(data):
        if match["skip"]:
            continue
        tag, position = match["name"], match.start()
        if match["declaration"]:
            return position, "a document type declaration (DOCTYPE, ENTITY), which is not allowed here"
        if tag is None:
            return position, "markup that does not end"
        shown = tag[:80].decode("utf-8", "replace")
        if match["close"]:
            if not opened or opened[-1][0] != tag:
                expected = f", where </{opened[-1][0][:80].decode('utf-8', 'replace')}> is due" if opened else ""
                return position, f"</{shown}> closes nothing{expected}"
            opened.pop()
        elif len(match["rest"]) > _MAX_ATTRIBUTES and len(_ASSIGNED.findall(match["rest"])) > _MAX_ATTRIBUTES:
            return position, f"<{shown}> has more than {_MAX_ATTRIBUTES} attributes"
        elif not match["rest"].endswith(b"/"):
            opened.append((tag, position))
            if len(opened) > MAX_DEPTH:
                return position, f"nested more than {MAX_DEPTH} levels deep"
    if opened:
        tag, position = opened[-1]
        return position, f"<{tag[:80].decode('utf-8', 'replace')}> is never closed"
    return None
