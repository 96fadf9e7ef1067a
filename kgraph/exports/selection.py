"""Which statements go into a file, and how the words of passages are kept out of it."""

import hashlib
from collections.abc import Iterable, Iterator
from typing import Literal

from kgraph.errors import BadInput
from kgraph.terms import GRAPHS, Quad, iri, literal, value

__all__ = ["What", "select", "withhold"]

#: What a file holds: the facts, the claims with their sources, or everything.
What = Literal["facts", "claims", "all"]

_FACTS = iri("graph:facts")
_CLAIMS = iri("graph:claims"), iri("graph:sources")
_OURS = frozenset(iri(f"graph:{name}") for name in GRAPHS)
_EXACT = iri("oa:exact")
_DIGEST = iri("kg:digest")
#: what says how a thing is called and what it is, and states nothing that a claim could be about
_NAMING = frozenset(map(iri, ("rdf:type", "rdfs:label", "skos:altLabel", "owl:sameAs", "kg:anonymous")))


def select(quads: Iterable[Quad], what: What) -> list[Quad]:
    """The statements of one kind.

    `facts` is `graph:facts`. `claims` is `graph:claims` and `graph:sources`, with the names and classes of things from
    `graph:facts`, so that the file can be read alone. `all` is everything that came in.

    Raises:
        BadInput: the statements are in none of the three graphs, so that facts and claims cannot be told apart.
    """
    quads = list(quads)
    if what == "all":
        return quads
    if quads and not any(quad.graph in _OURS for quad in quads):
        raise BadInput(
            f"these statements are in none of the graphs {', '.join(f'graph:{g}' for g in GRAPHS)}, so {what} cannot "
            "be told from the rest: export all of them (--what all), or read a file with graphs such as graph.trig"
        )
    if what == "facts":
        return [quad for quad in quads if quad.graph == _FACTS]
    return [q for q in quads if q.graph in _CLAIMS or (q.graph == _FACTS and q.predicate in _NAMING)]


def withhold(quads: Iterable[Quad]) -> Iterator[Quad]:
    """The statements with a digest in the place of the words of every passage (MODEL section 7).

    The digest is the SHA-256 of the words in UTF-8, in hexadecimal: who has the document can check every passage.
    """
    for quad in quads:
        if quad.predicate == _EXACT:
            digest = hashlib.sha256(value(quad.object).encode("utf-8")).hexdigest()
            quad = quad._replace(predicate=_DIGEST, object=literal(digest))
        yield quad
