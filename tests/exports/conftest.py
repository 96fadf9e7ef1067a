"""A small graph that every export test knows by heart, and the engines as readers."""

from collections.abc import Callable
from pathlib import Path

import pyoxigraph
import pytest

from kgraph.terms import Quad

READ_AS = {
    "jsonld": pyoxigraph.RdfFormat.JSON_LD,
    "nquads": pyoxigraph.RdfFormat.N_QUADS,
    "ntriples": pyoxigraph.RdfFormat.N_TRIPLES,
    "rdfxml": pyoxigraph.RdfFormat.RDF_XML,
    "trig": pyoxigraph.RdfFormat.TRIG,
    "turtle": pyoxigraph.RdfFormat.TURTLE,
}

Reader = Callable[[bytes, str], set[Quad]]


@pytest.fixture(scope="session")
def oxigraph() -> Reader:
    """What Oxigraph reads in the bytes of a file."""

    def read(data: bytes, format_: str) -> set[Quad]:
        found = pyoxigraph.parse(data, format=READ_AS[format_])
        return {
            Quad(str(q.subject), str(q.predicate), str(q.object), str(q.graph_name).replace("DEFAULT", ""))
            for q in found
        }

    return read


@pytest.fixture(scope="session")
def rdflib_() -> Reader:
    """What rdflib reads in the bytes of a file, with lexical forms as they stand there."""
    import rdflib
    from rdflib.namespace import XSD

    from kgraph.terms import literal

    def term(node: rdflib.term.Node | None) -> str:
        if isinstance(node, rdflib.Literal):
            plain = literal(str(node), language=node.language)
            # not through `literal`, which would take a datatype such as <law:kind> for a prefixed name
            return f"{plain}^^<{node.datatype}>" if node.datatype and node.datatype != XSD.string else plain
        return "" if node in (None, rdflib.graph.DATASET_DEFAULT_GRAPH_ID) else f"<{node}>"

    def read(data: bytes, format_: str) -> set[Quad]:
        before, rdflib.NORMALIZE_LITERALS = rdflib.NORMALIZE_LITERALS, False
        try:
            name = {"jsonld": "json-ld", "ntriples": "nt", "rdfxml": "xml"}.get(format_, format_)
            dataset = rdflib.Dataset()
            dataset.parse(data=data, format=name)
            return {Quad(*map(term, quad)) for quad in dataset.quads()}
        finally:
            rdflib.NORMALIZE_LITERALS = before

    return read


@pytest.fixture(scope="session")
def small(oxigraph: Reader) -> list[Quad]:
    """Three claims by two speakers and a paper."""
    return sorted(oxigraph((Path(__file__).parent / "small.trig").read_bytes(), "trig"))
