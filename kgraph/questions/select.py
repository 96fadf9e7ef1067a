"""The columns of a query, read from its words without running it."""

from kgraph.errors import BadQuery
from kgraph.store.tokens import tokens

__all__ = ["selected"]


def selected(text: str) -> tuple[str, ...]:
    """The variables that a SELECT names, in order.

    Raises:
        BadQuery: it is no SELECT that names its columns, or cannot be understood.
    """
    found: list[str] = []
    started = False
    depth = 0
    before = ""
    try:
        for token in tokens(text):
            word = token.text.upper()
            if not started:
                started = token.kind == "word" and word == "SELECT"
                continue
            if word == "{" or (token.kind == "word" and word in ("WHERE", "FROM")):
                break
            depth += {"open": 1, "close": -1}.get(token.kind, 0)
            # in (COUNT(?claim) AS ?number) only the last is a column
            if token.kind == "variable" and (depth == 0 or before == "AS"):
                found.append(token.text[1:])
            before = word
    except BadQuery as error:
        raise BadQuery(f"the query cannot be understood: {error}") from None
    if not found:
        raise BadQuery("a question is a query that names its columns one by one: SELECT ?who ?claim …")
    return tuple(found)
