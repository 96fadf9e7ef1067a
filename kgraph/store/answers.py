"""What a query gives: rows of terms, yes or no, or triples; and how the engine is asked for it.

`answer` runs a query in this process, with no limit of time. Queries of users go through `Worker`: there one process
asks (`find`) and the other reads (`read`). The engine writes its answer as text, which takes a fraction of the time
that Python needs to make terms of the engine's objects.
"""

from __future__ import annotations

import io
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

import pyoxigraph as ox

from kgraph.errors import BadQuery, TooMuch
from kgraph.store.conversion import bound, term_of
from kgraph.store.guard import CheckedQuery, syntax_error
from kgraph.terms import PREFIXES, Term

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer

__all__ = ["Answer", "Found", "Row", "answer", "find", "read"]

Row = tuple[Term | None, ...]
Kind = Literal["solutions", "boolean", "graph"]

_TRIPLE = ("subject", "predicate", "object")

#: Characters that stand as they are in TSV, and are escaped in a term: controls, and two that are no characters.
_ESCAPED = {n: f"\\u{n:04X}" for n in (*range(0x20), 0x7F, 0xFFFE, 0xFFFF) if chr(n) not in "\t\n\r"}
_ESCAPED |= {0x08: "\\b", 0x0C: "\\f"}
_TO_ESCAPE = re.compile("[" + "".join(map(chr, _ESCAPED)) + "]")


@dataclass(frozen=True)
class Answer:
    """The answer to a query."""

    #: solutions (of SELECT), boolean (of ASK) or graph (of CONSTRUCT and DESCRIBE)
    kind: Kind
    #: the columns, without ? or $; subject, predicate and object for a graph
    variables: tuple[str, ...] = ()
    #: None where a variable has no value; sorted unless the query has an ORDER BY of its own
    rows: tuple[Row, ...] = ()
    #: the answer of ASK
    boolean: bool | None = None


@dataclass(frozen=True)
class Found:
    """An answer as the engine writes it."""

    kind: Kind
    variables: tuple[str, ...] = ()
    #: SPARQL results TSV without its first line, or N-Triples
    text: bytes = b""
    #: the rows have an order of their own
    ordered: bool = False
    boolean: bool | None = None


def answer(
    engine: ox.Store,
    query: CheckedQuery,
    bindings: Mapping[str, Term],
    *,
    max_rows: int | None = None,
    max_bytes: int | None = None,
) -> Answer:
    """Ask the engine, and read what it writes. Arguments and errors are those of `find`."""
    return read(find(engine, query, bindings, max_rows=max_rows, max_bytes=max_bytes))


def find(
    engine: ox.Store,
    query: CheckedQuery,
    bindings: Mapping[str, Term],
    *,
    max_rows: int | None = None,
    max_bytes: int | None = None,
) -> Found:
    """Ask the engine.

    The default graph is the union of all graphs, unless the query names its own with FROM. The prefixes of kgraph need
    no declaration.

    Args:
        bindings: values for variables; SELECT must have each of them among its columns (SEP-0007 of SPARQL-dev).
        max_rows: more are an error.
        max_bytes: of all rows together; more are an error.

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
            return Found("boolean", boolean=bool(result))
        if isinstance(result, ox.QueryTriples):
            triples = _Lines(max_rows, max_bytes)
            result.serialize(triples, format=ox.RdfFormat.N_TRIPLES)
            return Found("graph", _TRIPLE, triples.getvalue())
        lines = _Lines(max_rows, max_bytes, heading=1)
        result.serialize(lines, format=ox.QueryResultsFormat.TSV)
        _, _, text = lines.getvalue().partition(b"\n")
        return Found("solutions", tuple(v.value for v in result.variables), text, query.ordered)
    except SyntaxError as error:
        raise syntax_error(error, query.text) from None
    except RuntimeError as error:
        if "SELECT projection" in str(error):
            names = ", ".join(f"?{name}" for name in sorted(bindings))
            raise BadQuery(f"only a column of SELECT can be given a value: add {names} after SELECT") from None
        raise BadQuery(f"the query cannot be answered: {error}") from None


def read(found: Found) -> Answer:
    """The answer in what the engine wrote."""
    text = found.text.decode("utf-8")
    if found.kind == "graph":
        triples = {(s, p, o.removesuffix(" .")) for s, p, o in (line.split(" ", 2) for line in text.split("\n")[:-1])}
        return Answer("graph", found.variables, tuple(sorted(triples)))
    if found.kind == "boolean":
        return Answer("boolean", boolean=found.boolean)
    text = _TO_ESCAPE.sub(lambda match: _ESCAPED[ord(match[0])], text)
    rows = _rows(text, len(found.variables))
    return Answer("solutions", found.variables, tuple(rows if found.ordered else sorted(rows, key=_order)))


class _Lines(io.BytesIO):
    """Takes what the engine writes, and stops it when that gets too much."""

    def __init__(self, max_rows: int | None, max_bytes: int | None, heading: int = 0) -> None:
        super().__init__()
        self._max_rows = max_rows
        self._max_bytes = max_bytes
        self._rows = -heading

    def write(self, chunk: ReadableBuffer, /) -> int:
        written = super().write(chunk)
        self._rows += bytes(chunk).count(b"\n")
        if self._max_rows is not None and self._rows > self._max_rows:
            raise TooMuch(f"the answer has more than {self._max_rows:,} rows: add LIMIT, or ask for less")
        if self._max_bytes is not None and self.tell() > self._max_bytes:
            raise TooMuch(f"the answer has more than {self._max_bytes:,} bytes: add LIMIT, or ask for less")
        return written


def _rows(text: str, width: int) -> list[Row]:
    """The rows of a table, `width` cells wide, without its heading.

    In TSV (https://www.w3.org/TR/sparql11-results-csv-tsv/) a term is as in N-Triples, but for numbers and booleans
    without quotes, which triples may hold too, and nothing for nothing.
    """
    if not width:
        return [()] * text.count("\n")
    cells = text.replace("\n", "\t").split("\t")[:-1]
    starts = {cell[:2] for cell in cells if cell}
    short = {start for start in starts if start == "<<" or start[0] not in '<"_'}
    if short:
        whole = {cell: _whole(cell) for cell in {cell for cell in cells if cell and cell[:2] in short}}
        cells = [whole.get(cell, cell) for cell in cells]
    return list(zip(*[iter(cell or None for cell in cells)] * width, strict=True))


def _whole(cell: str) -> Term:
    """A term that TSV writes as Turtle does."""
    (quad,) = ox.parse(f"<x:s> <x:p> {cell} .", ox.RdfFormat.TURTLE)
    return term_of(quad.object)


def _order(row: Row) -> tuple[tuple[bool, str], ...]:
    return tuple([(term is not None, term or "") for term in row])
