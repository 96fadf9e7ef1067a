"""Quads as an rdflib Dataset, for those who know its API. Imports rdflib, so it is imported only when asked for."""

from collections.abc import Iterable

from rdflib import BNode, Dataset, Literal, URIRef
from rdflib.term import Identifier

from kgraph.errors import KgraphError
from kgraph.store.conversion import DEFAULT_GRAPH
from kgraph.terms import Quad, Term, parts

__all__ = ["dataset"]


def dataset(quads: Iterable[Quad]) -> Dataset:
    """A Dataset whose default graph is the union of all graphs; literals keep their spelling.

    Raises:
        KgraphError: a quad holds a triple as a term, which rdflib does not know.
    """
    whole = Dataset(default_union=True)
    known: dict[Term, Identifier] = {}

    def node(term: Term) -> Identifier:
        if term not in known:
            known[term] = _node(term)
        return known[term]

    for quad in quads:
        graph = whole if quad.graph == DEFAULT_GRAPH else whole.graph(node(quad.graph))
        graph.add((node(quad.subject), node(quad.predicate), node(quad.object)))
    return whole


def _node(term: Term) -> Identifier:
    if term.startswith("<<"):
        raise KgraphError(f"rdflib has no place for a triple as a term: {term[:120]}")
    if term.startswith("<"):
        return URIRef(term[1:-1])
    if term.startswith("_:"):
        return BNode(term[2:])
    text, language, datatype = parts(term)
    return Literal(text, lang=language, datatype=None if datatype is None else URIRef(datatype), normalize=False)
