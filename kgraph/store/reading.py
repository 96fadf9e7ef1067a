"""Graph files in, quads out: all of a file or none of it, and nothing but that file is opened.

Hostile files (deep nesting, entity bombs, contexts to be fetched) are refused before the engine's parsers see them.
"""

import io
import re
from collections.abc import Iterator
from pathlib import Path
from typing import IO, cast

import pyoxigraph as ox

from kgraph.errors import BadInput
from kgraph.store.content import at, content, format_of, read_bytes
from kgraph.store.conversion import named_alike, quad_of
from kgraph.store.jsonld import check_jsonld
from kgraph.store.nesting import check_turtle_nesting
from kgraph.store.rdfxml import check_xml
from kgraph.terms import Quad

__all__ = ["read_engine_quads", "read_quads"]

_ENGINE_FORMATS = {
    "jsonld": ox.RdfFormat.JSON_LD,
    "nquads": ox.RdfFormat.N_QUADS,
    "ntriples": ox.RdfFormat.N_TRIPLES,
    "rdfxml": ox.RdfFormat.RDF_XML,
    "trig": ox.RdfFormat.TRIG,
    "turtle": ox.RdfFormat.TURTLE,
}
#: Stands for the base that a file must not need.
_NO_BASE = "x-kgraph-no-base:///"
_WHERE = re.compile(
    r"^Parser error (?:at|between) line \d+.*?column[s]? [\d]+(?: and (?:line \d+ column )?\d+)?: |\s*\(line \d+\)$",
    re.S,
)
_PLAINLY = {
    "No scheme found in an absolute IRI": "an IRI without a scheme such as https: (a relative one cannot be resolved)",
    "Unexpected end of file": "the file ends in the middle of a statement",
}


def read_quads(source: Path | str | bytes, format: str | None = None, *, name: str = "the text") -> list[Quad]:  # noqa: A002
    """The quads of a graph file; triples have `DEFAULT_GRAPH` as their graph.

    Args:
        source: a path, or the bytes themselves.
        format: turtle, trig, ntriples, nquads, jsonld or rdfxml; by the suffix of the path where None.
        name: what bytes are called in errors.

    Raises:
        Unknown: there is no such file.
        BadInput: it is no graph file, is hostile, or does not parse; the message names file, line and column.
    """
    return [quad_of(quad) for quad in read_engine_quads(source, format, name=name)]


def read_engine_quads(
    source: Path | str | bytes,
    format: str | None = None,  # noqa: A002
    *,
    name: str = "the text",
) -> Iterator[ox.Quad]:
    """The same as the engine's objects, one by one; an error may come after the first of them."""
    if isinstance(source, bytes):
        data = source
    else:
        path = Path(source)
        data, name = read_bytes(path), str(path)
    data = content(data, name)
    if format is None:
        if isinstance(source, bytes):
            raise BadInput(f"{name}: say which format it has ({', '.join(_ENGINE_FORMATS)})")
        format = format_of(Path(source))  # noqa: A001
    if format not in _ENGINE_FORMATS:
        raise BadInput(f"{format!r} is not a format that can be read: name one of {', '.join(_ENGINE_FORMATS)}")
    if format == "rdfxml":
        check_xml(data, name)
    elif format == "jsonld":
        check_jsonld(data, name)
    else:
        check_turtle_nesting(data, name, triples_only=format in ("ntriples", "nquads"))
    return named_alike(_parsed(data, format, name), data) if data.strip() else iter(())


def _parsed(data: bytes, format: str, name: str) -> Iterator[ox.Quad]:  # noqa: A002
    kind = _ENGINE_FORMATS[format]
    base = _NO_BASE if format == "jsonld" else None  # without one, relative IRIs of JSON-LD would be dropped
    try:
        for quad in ox.parse(data, kind, base_iri=base):
            if base and any(
                _NO_BASE in str(part) for part in (quad.subject, quad.predicate, quad.object, quad.graph_name)
            ):
                shown = str(quad).replace(_NO_BASE, "")[:200]
                raise BadInput(f"{name}: a relative IRI, which cannot be resolved, in {shown}. Nothing was loaded")
            yield quad
    except SyntaxError as error:
        raise BadInput(f"{_place(error, data, kind, name)}: {_plain(error)}. Nothing was loaded") from None


def _plain(error: SyntaxError) -> str:
    text = _WHERE.sub("", error.msg).strip()
    return _PLAINLY.get(text, text if len(text) <= 200 else f"{text[:200]}…")


def _place(error: SyntaxError, data: bytes, kind: ox.RdfFormat, name: str) -> str:
    if error.lineno is not None:
        return f"{name}, line {error.lineno}, column {error.offset or 1}"
    # The RDF/XML parser names no line: give it one line at a time and see after which it stops.
    lines = _Lines(data)
    try:
        for _ in ox.parse(cast("IO[bytes]", lines), kind):
            pass
    except SyntaxError:
        return at(name, data, lines.start)
    return name


class _Lines(io.RawIOBase):
    """A file that is read line by line and knows where the last line begins."""

    def __init__(self, data: bytes) -> None:
        super().__init__()
        self._data = data
        self._next = 0
        #: where the line that was read last begins
        self.start = 0

    def readable(self) -> bool:
        return True

    def read(self, size: int = -1) -> bytes:
        end = self._data.find(b"\n", self._next) + 1 or len(self._data)
        if size >= 0:
            end = min(end, self._next + size)
        if self._next == 0 or self._data[self._next - 1 : self._next] == b"\n":
            self.start = self._next
        line = self._data[self._next : end]
        self._next = end
        return line
