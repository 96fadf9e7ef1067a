"""JSON-LD: each thing as one JSON object, with prefixes in the context and every named graph apart.

https://www.w3.org/TR/json-ld11/. Own writer: the one of Oxigraph leaves prefixes out and writes everything on one line.
"""

import json
from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import Any

from kgraph.terms import PREFIXES, Quad, Term, iri, is_iri, parts, shorten

__all__ = ["jsonld"]

_A = iri("rdf:type")


def jsonld(quads: Iterable[Quad], header: Sequence[str] = ()) -> bytes:
    """The statements as one JSON-LD file. JSON has no comments, so the header is left out."""
    ordered = sorted(set(quads), key=lambda quad: (quad.graph, quad))
    names = _Names(ordered)
    content: list[dict[str, Any]] = []
    for graph, statements in groupby(ordered, key=lambda quad: quad.graph):
        nodes = [_node(names, s, group) for s, group in groupby(statements, key=lambda quad: quad.subject)]
        content += [{"@id": names[graph], "@graph": nodes}] if graph else nodes
    context = {prefix: PREFIXES[prefix] for prefix in sorted(names.prefixes)}
    return (json.dumps({"@context": context, "@graph": content}, ensure_ascii=False, indent=2) + "\n").encode("utf-8")


class _Names(dict[Term, str]):
    """IRIs as the file writes them. Remembers which prefixes were needed.

    A prefix that is also the scheme of an IRI in the data (`<event:1>`) is not used: JSON-LD could not tell the two.
    """

    def __init__(self, quads: Iterable[Quad]) -> None:
        super().__init__()
        self.prefixes: set[str] = set()
        # an IRI stands alone or is the datatype at the end of a literal; its scheme ends at the first colon
        self._schemes = {
            term[term.rfind("<") + 1 :].partition(":")[0] for quad in quads for term in quad if term.endswith(">")
        }

    def __missing__(self, term: Term) -> str:
        short = shorten(term) if is_iri(term) else term
        prefix = short.partition(":")[0]
        if is_iri(short) or prefix in self._schemes:
            short = term[1:-1]
        elif is_iri(term):
            self.prefixes.add(prefix)
        self[term] = short
        return short


def _node(names: _Names, subject: Term, statements: Iterable[Quad]) -> dict[str, Any]:
    node: dict[str, Any] = {"@id": names[subject]}
    found: dict[str, list[Any]] = {}
    for _, predicate, object_, _ in sorted(statements, key=lambda quad: quad.predicate != _A):
        if object_.startswith('"'):
            found.setdefault(names[predicate], []).append(_value(names, object_))
        elif predicate == _A:
            found.setdefault("@type", []).append(names[object_])
        else:
            found.setdefault(names[predicate], []).append({"@id": names[object_]})
    return node | {key: values if len(values) > 1 else values[0] for key, values in found.items()}


def _value(names: _Names, term: Term) -> str | dict[str, str]:
    text, language, datatype = parts(term)
    if language:
        return {"@value": text, "@language": language}
    return {"@value": text, "@type": names[f"<{datatype}>"]} if datatype else text
