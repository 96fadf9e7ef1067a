"""The words of a SPARQL query: SPARQL 1.1 grammar, section 19.8 (https://www.w3.org/TR/sparql11-query/#sparqlGrammar).

Two things make this more than a list of patterns. `<` begins an IRI in a pattern and is less-than after an operand of
an expression, so brackets are followed to know which of the two it is: `FILTER(1<2)SERVICE#>` hides a word from whoever
guesses. And the engine reads keywords without a gap after them (`SERVICEex:a`), so whoever asks for a keyword must look
into names too.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from kgraph.errors import BadQuery

__all__ = ["Token", "place", "tokens"]

# The signs of names, as what they leave out: the grammar's own ranges take 50 ms to compile. Beyond ASCII these are a
# little wider than PN_CHARS, which hides nothing: whatever is no name to the engine is an error to it.
_NOT = "\u00d7\u00f7\u2000-\u200b\u200e-\u203e\u2041-\u206f\u3000\ufeff"
_FIRST = rf"[^\x00-@\[-`{{-\u00bf\u203f\u2040{_NOT}]"
_LETTER = rf"[^\x00-@\[-\^`{{-\u00bf\u203f\u2040{_NOT}]"
_DIGIT_TOO = rf"[^\x00-/:-@\[-\^`{{-\u00b6\u00b8-\u00bf{_NOT}]"
_HYPHEN_TOO = rf"[^\x00-,./:-@\[-\^`{{-\u00b6\u00b8-\u00bf{_NOT}]"
_PLX = r"%[0-9A-Fa-f]{2}|\\[_~.\-!$&'()*+,;=/?#@%]"
_UCHAR = r"\\u[0-9A-Fa-f]{4}|\\U[0-9A-Fa-f]{8}"

_SKIP = re.compile(r"(?:[ \t\r\n]++|#[^\r\n]*+)*+")
_IRI = re.compile(rf'<(?:[^\x00-\x20<>"{{}}|^`\\]++|{_UCHAR})*+>')
_TOKEN = re.compile(
    rf"""
    (?P<string> \"\"\" (?: [^"\\]++ | \\. | "(?!"") )*+ \"\"\" | "(?!"") (?: [^"\\\r\n]++ | \\. )*+ "
              | ''' (?: [^'\\]++ | \\. | '(?!'') )*+ ''' | '(?!'') (?: [^'\\\r\n]++ | \\. )*+ ' )
  | (?P<variable> [?$] {_DIGIT_TOO}++ )
  | (?P<blank> _: {_DIGIT_TOO} (?: \.*{_HYPHEN_TOO} )*+ )
  | (?P<name> (?: {_FIRST} (?: \.*{_HYPHEN_TOO} ){{0,200}}+ )?+ :  # bounded: a-a-a- has no colon in the end
              (?: (?: {_LETTER} | [:0-9] | {_PLX} ) (?: \.*(?: {_HYPHEN_TOO} | : | {_PLX} ) )*+ )? )
  | (?P<word> [A-Za-z][A-Za-z0-9_]*+ )
  | (?P<number> (?: [0-9]++\.[0-9]*+[eE][+-]?[0-9]++ | \.[0-9]++[eE][+-]?[0-9]++ | [0-9]++[eE][+-]?[0-9]++
              | [0-9]*+\.[0-9]++ | [0-9]++ ) )
  | (?P<language> @[A-Za-z]++ (?: -{{1,2}}[A-Za-z0-9]++ )*+ )
  | (?P<open> [\[({{] )
  | (?P<close> [\])}}] | >> )
  | (?P<mark> && | \|\| | != | >= | \^\^ | [=>!+\-*/|^.,;?~] )
    """,
    re.VERBOSE | re.DOTALL,
)
_OPERANDS = frozenset({"iri", "name", "variable", "string", "number", "language", "blank"})


class Token(NamedTuple):
    """One word of a query."""

    #: iri, name (prefixed), word, variable, blank, string, language, number, open, close or mark
    kind: str
    #: as written
    text: str
    #: where it begins, in characters from 0
    start: int


class _Level:
    """What stands between one pair of brackets: an expression, clauses of a SELECT, or a pattern."""

    def __init__(self, opener: str, *, expression: bool, clauses: bool = False) -> None:
        self.opener = opener
        #: here `<` after an operand is less-than
        self.expression = expression
        #: here a bracket that opens holds an expression
        self.clauses = clauses


def tokens(text: str) -> Iterator[Token]:
    """The words of a query, without blanks and comments.

    Raises:
        BadQuery: a character that cannot stand where it does, or a string that does not end.
    """
    levels = [_Level("", expression=False, clauses=True)]
    before = last = Token("", "", 0)
    position = 0
    while (position := _end(_SKIP.match(text, position))) < len(text):
        token = _next(text, position, levels[-1], last)
        if token.kind == "open":
            expression = token.text == "(" and _holds_expression(levels[-1], before, last)
            levels.append(_Level(token.text, expression=expression))
        elif token.kind == "close" and len(levels) > 1:
            levels.pop()
        elif token.kind == "word" and token.text.upper().startswith("SELECT") and levels[-1].opener == "{":
            levels[-1].clauses = True
        yield token
        before, last, position = last, token, position + len(token.text)


def place(text: str, position: int) -> str:
    """Where a character stands, for people: `line 5, column 3`, both from 1."""
    return f"line {text.count(chr(10), 0, position) + 1}, column {position - text.rfind(chr(10), 0, position)}"


def _next(text: str, position: int, level: _Level, last: Token) -> Token:
    if text[position] == "<":
        if level.expression and _ends_operand(last):
            return Token("mark", "<=" if text.startswith("<=", position) else "<", position)
        if text.startswith("<<", position):
            return Token("open", "<<", position)
        if match := _IRI.match(text, position):
            return Token("iri", match[0], position)
        raise BadQuery(
            f"{place(text, position)}: an IRI that does not end, or holds a blank or a sign that no IRI may hold"
        )
    match = _TOKEN.match(text, position)
    if match and match.lastgroup:
        return Token(match.lastgroup, match[0], position)
    character = text[position]
    if character in "\"'":
        raise BadQuery(f"{place(text, position)}: the string that begins here does not end")
    shown = character if character.isprintable() else f"U+{ord(character):04X}"
    hint = "; write straight quotation marks" if character in "“”„‘’‚«»" else ""
    raise BadQuery(f"{place(text, position)}: {shown} cannot stand here{hint}")


def _holds_expression(level: _Level, before: Token, last: Token) -> bool:
    """Whether the round bracket that comes next holds an expression, and not a list, a path or a row of VALUES."""
    word = last.text.upper() if last.kind == "word" else ""
    if level.expression or (level.clauses and word != "VALUES"):
        return True
    if word:  # FILTER, BIND or the function of a FILTER; but not `?s a (1 2)`, `VALUES (?a ?b)`, `UNDEF (`
        return word not in ("A", "VALUES", "TRUE", "FALSE", "UNDEF")
    return last.kind in ("iri", "name") and before.kind == "word" and before.text.upper().endswith("FILTER")


def _ends_operand(last: Token) -> bool:
    # The engine reads DISTINCTtrue as two words, so the end of a word counts.
    return last.kind in _OPERANDS or last.kind == "close" or last.text.lower().endswith(("true", "false"))


def _end(match: re.Match[str] | None) -> int:
    return match.end() if match else 0
