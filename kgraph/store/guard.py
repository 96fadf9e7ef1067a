"""Which queries are let through: those that only read this store, and that the engine can parse without breaking.

In comes the text of a query, out comes what is known of it; nothing is run here. The engine speaks HTTP when it meets
SERVICE, and ends the process on a few kilobytes of brackets or operators, so both are looked for in the words of the
query, outside strings, IRIs and comments.
"""

import re
from dataclasses import dataclass

from kgraph.errors import BadQuery
from kgraph.store.tokens import Token, place, tokens
from kgraph.terms import PREFIXES

__all__ = ["MAX_QUERY", "MAX_TALL", "CheckedQuery", "check_query", "syntax_error"]

#: Characters in a query.
MAX_QUERY = 256 * 1024

#: Brackets open at once plus operators and groups chained at each of those levels: how tall the engine's tree may get.
#: It ends the process at some 2,000 (measured on pyoxigraph 0.5.13: brackets and BIND 2,000 to 3,000, OPTIONAL 2,000).
#: And patterns in one group: the planner's time grows with the cube of their number; 200 with one variable take 13 s.
MAX_TALL = 200

_FORMS = ("ASK", "CONSTRUCT", "DESCRIBE", "SELECT")
_UPDATES = frozenset({"ADD", "CLEAR", "COPY", "CREATE", "DELETE", "DROP", "INSERT", "LOAD", "MOVE", "WITH"})
_ONLY_READS = "this command only reads"
_CHAINED = frozenset({"!", "||", "&&", "+", "-", "*", "/", "|", "^"})
_SEPARATORS = frozenset({".", ",", ";"})
_PAIRS = {"(": ")", "[": "]", "{": "}", "<<": ">>"}
_ESCAPE = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")
_SCHEME = re.compile(r"<[A-Za-z][A-Za-z0-9+.-]*:")
_ENGINE_ERROR = re.compile(r"error at (\d+):(\d+): (.*)", re.DOTALL)


@dataclass(frozen=True)
class CheckedQuery:
    """A query that was let through, and what is known of it without running it."""

    #: as it goes to the engine
    text: str
    #: SELECT, ASK, CONSTRUCT or DESCRIBE
    kind: str
    #: it names its graphs with FROM or FROM NAMED
    has_dataset: bool
    #: its rows have an order of their own
    ordered: bool
    #: names of the variables in it, sorted, without ? or $
    variables: tuple[str, ...]


def check_query(text: str) -> CheckedQuery:
    """Let a query through, or say why not.

    Raises:
        BadQuery: it asks another computer (SERVICE), changes something, is more than one query, is too large or nested
            too deeply, or is no SPARQL; the message names line and column.
    """
    text = text.removeprefix("\ufeff")
    if len(text) > MAX_QUERY:
        raise BadQuery(f"the query has more than {MAX_QUERY // 1024} kB: ask for less at a time")
    if "\\u" in text or "\\U" in text:
        _check_unescaped(text)
    watch = _Watch(text)
    for token in tokens(text):
        watch.see(token)
    outside = watch.end()
    kind = _kind(text, outside)
    return CheckedQuery(
        text=text,
        kind=kind,
        # The engine takes FROM glued to what follows; SELECT * FROMNAMED<g> names a graph too.
        has_dataset=any(token.kind == "word" and token.text.upper().startswith("FROM") for token in outside),
        ordered=any(token.kind == "word" and token.text.upper() == "ORDER" for token in outside),
        variables=tuple(sorted(watch.variables)),
    )


def syntax_error(error: SyntaxError, text: str) -> BadQuery:
    """What the engine found wrong with a query, as a sentence with line and column."""
    match = _ENGINE_ERROR.search(str(error))
    if match is None:
        return BadQuery(f"the query cannot be understood: {error}")
    line, column = int(match[1]), int(match[2])
    if "contains a variable that is unbound" in match[3]:
        return BadQuery(
            f"line {line}, column {column}: SELECT names a variable that is neither in GROUP BY nor counted"
        )
    lines = text.split("\n")
    rest = (lines[line - 1] if line <= len(lines) else "")[column - 1 :].strip()
    near = f"from here on: {rest[:40]}" if rest else "at its end; is something missing?"
    return BadQuery(f"line {line}, column {column}: the query cannot be understood {near}")


@dataclass
class _Level:
    """What stands between one pair of brackets, as far as it has been read."""

    #: the bracket; None outside all brackets
    opener: Token | None
    #: groups, filters and the like that ended at this level: each becomes a floor below the next
    groups: int = 0
    #: operators since the last separator
    run: int = 0
    #: patterns, as their separators tell
    patterns: int = 0


class _Watch:
    """Sees the words of a query one by one, and objects at the first that may not pass."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.variables: set[str] = set()
        self._declared = {f"{prefix}:" for prefix in PREFIXES}
        self._based = False
        self._levels = [_Level(None)]
        self._outside: list[Token] = []
        self._tall = 0
        self._before = self._last = Token("", "", 0)

    def see(self, token: Token) -> None:
        """Take one word in.

        Raises:
            BadQuery: it may not stand there.
        """
        if token.kind == "word":
            self._see_word(token)
        elif token.kind == "name":
            self._see_name(token)
        elif token.kind == "iri":
            self._see_iri(token)
        elif token.kind == "variable":
            self.variables.add(token.text[1:])
        elif token.kind == "mark":
            self._see_mark(token)
        elif token.kind == "open":
            self._open(token)
        elif token.kind == "close":
            self._close(token)
        if len(self._levels) == 1:
            self._outside.append(token)
        if self._tall > MAX_TALL:
            raise self._error(token, f"more than {MAX_TALL} brackets, groups or operators within one another")
        self._before, self._last = self._last, token

    def end(self) -> list[Token]:
        """The words that stand outside all brackets, once all have been seen.

        Raises:
            BadQuery: a bracket is still open.
        """
        opener = self._levels[-1].opener
        if opener:
            raise self._error(opener, f"{opener.text} is never closed")
        return self._outside

    def _see_word(self, token: Token) -> None:
        upper = token.text.upper()
        if "SERVICE" in upper:
            raise _refused(self.text, token, "SERVICE asks another computer")
        if upper in _UPDATES:
            raise _refused(self.text, token, f"{upper} changes something")

    def _see_name(self, token: Token) -> None:
        prefix = token.text[: token.text.index(":") + 1]
        if self._last.kind == "word" and self._last.text.upper() == "PREFIX":
            self._declared.add(token.text)
        elif prefix not in self._declared:
            if "SERVICE" in prefix.upper():
                raise _refused(self.text, token, "SERVICE asks another computer")
            raise self._error(token, f"the prefix {prefix} is not declared; begin with PREFIX {prefix} <…>")

    def _see_iri(self, token: Token) -> None:
        if self._last.kind == "word" and self._last.text.upper() == "BASE":
            self._based = True
        if not (self._based or _SCHEME.match(token.text)):
            raise self._error(token, f"{token.text[:80]} has no scheme such as https: and cannot be resolved")

    def _see_mark(self, token: Token) -> None:
        level = self._levels[-1]
        if token.text in _SEPARATORS:
            self._tall -= level.run
            level.run = 0
            if token.text == "." or level.opener is None or level.opener.text != "(":  # there , and ; part arguments
                level.patterns += 1
            if level.patterns > MAX_TALL:
                raise self._error(token, f"more than {MAX_TALL} patterns in one group")
        elif token.text in _CHAINED:
            self._tall += 1
            level.run += 1

    def _open(self, token: Token) -> None:
        # SERVICEex:a { … } is SERVICE ex:a { … } to the engine, even where the prefix SERVICEex: is declared.
        last = self._last
        if token.text == "{" and last.kind == "name" and "SERVICE" in last.text[: last.text.index(":")].upper():
            names_graph = self._before.kind == "word" and self._before.text.upper() == "GRAPH"
            if len(self._levels) > 1 and not names_graph:
                raise _refused(self.text, last, "SERVICE asks another computer")
        self._levels.append(_Level(token))
        self._tall += 1

    def _close(self, token: Token) -> None:
        opener = self._levels[-1].opener
        if opener is None or _PAIRS[opener.text] != token.text:
            raise self._error(token, f"{token.text} closes nothing that was opened")
        closed = self._levels.pop()
        self._tall -= 1 + closed.groups + closed.run
        level = self._levels[-1]
        if token.text == "}" or (token.text == ")" and (level.opener is None or level.opener.text == "{")):
            level.groups += 1
            self._tall += 1

    def _error(self, token: Token, what: str) -> BadQuery:
        return BadQuery(f"{place(self.text, token.start)}: {what}")


def _check_unescaped(text: str) -> None:
    r"""Look for SERVICE and updates once more with \\u escapes resolved first, as SPARQL 1.1 section 19.2 has it.

    The engine resolves them inside strings and IRIs only; other engines may not, and a reader may be deceived.
    """
    plain = _ESCAPE.sub(lambda match: chr(min(int(match[1] or match[2], 16), 0x10FFFF)), text)
    words = tokens(plain)
    while True:
        try:
            token = next(words, None)
        except BadQuery:
            return  # said better, with the right place, about the text as written
        if token is None:
            return
        upper = token.text.upper()
        if token.kind == "word" and ("SERVICE" in upper or upper in _UPDATES):
            raise _refused(plain, token, f"{upper} is written with \\u escapes")


def _kind(text: str, outside: list[Token]) -> str:
    """The one form of the query, from its words outside all brackets."""
    forms = [token for token in outside if token.kind == "word" and token.text.upper().startswith(_FORMS)]
    first = next((t for t in outside if t.kind == "word" and t.text.upper() not in ("BASE", "PREFIX", "VERSION")), None)
    if not outside:
        raise BadQuery("the query is empty")
    if not forms or forms[0] is not first:
        start = (first or outside[0]).start
        raise BadQuery(f"{place(text, start)}: a query begins with SELECT, ASK, CONSTRUCT or DESCRIBE")
    end = next((t for t in outside if t.text == ";"), forms[1] if len(forms) > 1 else None)
    if end is not None:
        raise BadQuery(f"{place(text, end.start)}: more than one query; ask one at a time ({_ONLY_READS})")
    return next(form for form in _FORMS if forms[0].text.upper().startswith(form))


def _refused(text: str, token: Token, why: str) -> BadQuery:
    return BadQuery(f"{place(text, token.start)}: {why}, and {_ONLY_READS}")
