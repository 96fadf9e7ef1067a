"""What a query gives: rows of terms, yes or no, or triples; and how the engine is asked for it.

`answer` runs a query in this process, with no limit of time. Queries of users go through `Worker`.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

import pyoxigraph as ox

from kgraph.errors import BadQuery, TooMuch
from kgraph.store.conversion import bound, term_of
from kgraph.store.guard import CheckedQuery, syntax_error
from kgraph.terms import PREFIXES, Term

__all__ = ["Answer", "Row", "answer"]

Row = tuple[Term | None, ...]

_TRIPLE = ("subject", "predicate", "object")


@dataclass(frozen=True)
class Answer:
    """The answer to a query."""

    #: solutions (of SELECT), boolean (of ASK) or graph (of CONSTRUCT and DESCRIBE)
    kind: Literal["solutions", "boolean", "graph"]
    #: the columns, without ? or $; subject, predicate and object for a graph
    variables: tuple[str, ...] = ()
    #: None where a variable has no value; sorted unless the query has an ORDER BY of its own
    rows: tuple[Row, ...] = ()
    #: the answer of ASK
    boolean: bool | None = None


def answer(
    engine: ox.Store,
    query: CheckedQuery,
    bindings: Mapping[str, Term],
    *,
    max_rows: int | None = None,
    max_bytes: int | None = None,
) -> Answer:
    """Ask the engine.

    The default graph is the union of all graphs, unless the query names its own with FROM. The prefixes of kgraph need
    no declaration.

    Args:
        bindings: values for variables; SELECT must have each of them among its columns (SEP-0007 of SPARQL-dev).
        max_rows: more are an error.
        max_bytes: of all terms together; more are an error.

    Raises:
        BadQuery: it does not parse, or a variable or value of the bindings does not fit.
        TooMuch: there are more rows or bytes.
    """
    missing = sorted(set(bindings) - set(query.variables))
    if missing:
        has = ", ".join(f"?{name}" for name in query.variables) or "none"
        raise BadQuery(f"the query has no variable ?{missing[0]} that could be given a value; it has {has}")
    values = bound(bindings)
    try:
        result = engine.query(
            query.text,
            prefixes=PREFIXES,
            use_default_graph_as_union=not query.has_dataset,
            substitutions=values or None,
        )
        if isinstance(result, ox.QueryBoolean):
            return Answer("boolean", boolean=bool(result))
        rows = _limited(_rows(result), max_rows, max_bytes)
        if isinstance(result, ox.QueryTriples):
            return Answer("graph", _TRIPLE, tuple(sorted(set(rows), key=_order)))
        ordered = rows if query.ordered else sorted(rows, key=_order)
        return Answer("solutions", tuple(v.value for v in result.variables), tuple(ordered))
    except SyntaxError as error:
        raise syntax_error(error, query.text) from None
    except RuntimeError as error:
        if "SELECT projection" in str(error):
            names = ", ".join(f"?{name}" for name in sorted(bindings))
            raise BadQuery(f"only a column of SELECT can be given a value: add {names} after SELECT") from None
        raise BadQuery(f"the query cannot be answered: {error}") from None


def _rows(result: ox.QuerySolutions | ox.QueryTriples) -> Iterator[Row]:
    if isinstance(result, ox.QueryTriples):
        for triple in result:
            yield str(triple.subject), str(triple.predicate), term_of(triple.object)
    else:
        for solution in result:
            yield tuple([None if thing is None else term_of(thing) for thing in solution])


def _limited(rows: Iterator[Row], max_rows: int | None, max_bytes: int | None) -> list[Row]:
    if max_rows is None and max_bytes is None:
        return list(rows)
    kept: list[Row] = []
    size = 0
    for row in rows:
        kept.append(row)
        size += sum(len(term) for term in row if term)
        if max_rows is not None and len(kept) > max_rows:
            raise TooMuch(f"the answer has more than {max_rows:,} rows: add LIMIT, or ask for less")
        if max_bytes is not None and size > max_bytes:
            raise TooMuch(f"the answer has more than {max_bytes:,} bytes: add LIMIT, or ask for less")
    return kept


def _order(row: Row) -> tuple[tuple[bool, str], ...]:
    return tuple([(term is not None, term or "") for term in row])
