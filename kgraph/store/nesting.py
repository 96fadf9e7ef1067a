"""How deeply a Turtle, TriG, N-Triples, N-Quads or JSON text is nested, found without a parser.

The engine's own parser recurses: eight kilobytes of `<<(` end the process. So brackets are counted first, outside
strings, IRIs and comments. A file with few brackets costs one count of bytes.
"""

import re

from kgraph.errors import BadInput
from kgraph.store.content import at

__all__ = ["MAX_DEPTH", "check_json_nesting", "check_turtle_nesting"]

#: Brackets, or elements of XML, that may be open at once. People's files have a handful; the engine ends at thousands.
MAX_DEPTH = 200

# Each repeat is possessive, so a text is read once from left to right whatever it holds.
_TURTLE = re.compile(
    rb"""
    (?: [^\[\](){}"'<>\#\\]++
      | <(?!<) [^<>"{}|^`\x00-\x20]*+ >                      # IRI
      | "(?!"") (?: [^"\\\r\n]++ | \\. )*+ "                 # string
      | \"\"\" (?: [^"\\]++ | \\. | "(?!"") )*+ \"\"\"       # long string
      | '(?!'') (?: [^'\\\r\n]++ | \\. )*+ '
      | ''' (?: [^'\\]++ | \\. | '(?!'') )*+ '''
      | \#[^\r\n]*+                                          # comment
      | >(?!>)
      | \\.                                                  # escape in a prefixed name
    )*+
    (?: (?P<open> [\[({] | << ) | (?P<close> [\])}] | >> ) | (?P<end> \Z ) )?
    """,
    re.VERBOSE | re.DOTALL,
)
_JSON = re.compile(
    rb"""(?:[^\[\]{}"]++|"(?:[^"\\]++|\\.)*+")*+(?:(?P<open>[\[{])|(?P<close>[\]}])|(?P<end>\Z))?""",
    re.DOTALL,
)


def check_turtle_nesting(data: bytes, name: str, *, triples_only: bool = False) -> None:
    """See that a text of the Turtle family is not nested too deeply.

    Args:
        triples_only: the format has no brackets but those of quoted triples (N-Triples, N-Quads).

    Raises:
        BadInput: it is nested too deeply, or a string or IRI in it does not end.
    """
    openers = (b"<<",) if triples_only else (b"[", b"(", b"{", b"<<")
    _check(_TURTLE, data, name, openers)


def check_json_nesting(data: bytes, name: str) -> None:
    """See that a JSON text is not nested too deeply.

    Raises:
        BadInput: it is, or a string in it does not end.
    """
    _check(_JSON, data, name, (b"[", b"{"))


def _check(pattern: re.Pattern[bytes], data: bytes, name: str, openers: tuple[bytes, ...]) -> None:
    if sum(data.count(opener) for opener in openers) <= MAX_DEPTH:
        return
    position = depth = 0
    while match := pattern.match(data, position):
        position = match.end()
        if match["open"]:
            depth += 1
        elif match["close"]:
            depth -= 1
        elif match["end"] is None:
            raise BadInput(f"{at(name, data, position)}: a string or an IRI that does not end. Nothing was loaded")
        if match["end"] is not None or depth < 0:
            return  # at a bracket that closes nothing the parser stops, and says so better
        if depth > MAX_DEPTH:
            place = at(name, data, position - 1)
            raise BadInput(f"{place}: nested more than {MAX_DEPTH} levels deep. Nothing was loaded")
