"""Which claims a picture is made of, when it is not all: those of a question, of a path, of a dispute or of a date."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kgraph.graph import Graph
    from kgraph.terms import Term

__all__ = ["dated", "disputed", "of_paths", "of_question"]


def of_question(graph: "Graph", name: str, given: list[str]) -> "tuple[str, set[Term]]":
    """What a question asks, and the claims that its answer rests on.

    Raises:
        Unknown: there is no such question, or no claim is behind its answer.
    """
    from kgraph.cli.ask import _bind, _pairs, _question
    from kgraph.errors import Unknown
    from kgraph.questions import ask
    from kgraph.terms import iri, is_iri, kind_of

    question = _question(name)
    table = ask(graph, question, _bind(graph, question, _pairs(given)))
    found: set[Term] = set()
    for row in table.rows:
        terms = [term for term in row if term and is_iri(term)]
        found |= {term for term in terms if kind_of(term) == "claim"}
        for said in (term for term in terms if kind_of(term) == "said"):
            found |= {quad.object for quad in graph.store.quads(said, iri("kg:claim"))}
        if not any(kind_of(term) in ("claim", "said") for term in terms):
            # a row of facts names the things that its claims are about
            found |= {c.term for a in terms for b in terms if a != b for c in graph.claims.between(a, None, b)}
    if not found:
        raise Unknown(
            f"no claim is behind the answer to {name} here, so there is nothing to draw; see kgraph ask {name}"
        )
    return table.title, found


def of_paths(graph: "Graph", start: str, end: str) -> "tuple[str, set[Term]]":
    """What is connected, and the claims of the shortest ways between the two.

    Raises:
        Unknown: a name fits nothing or several things, or nothing connects the two.
    """
    from kgraph.errors import Unknown
    from kgraph.network import paths
    from kgraph.terms import name

    a, b = graph.find(start), graph.find(end)
    found = {step.claim.term for way in paths(graph.network(), name(a.term), name(b.term)) for step in way.steps}
    if not found:
        raise Unknown(f"no claims here connect {a.label} and {b.label}, so there is nothing to draw")
    return f"How {a.label} and {b.label} are connected", found


def disputed(graph: "Graph") -> "set[Term]":
    """What is contested or denied, and what contradicts it."""
    found = {claim.term for claim in graph.claims if claim.status in ("contested", "denied")}
    return found | {other for claim in graph.claims if claim.term in found for other in claim.contradicts}


def dated(graph: "Graph") -> "set[Term]":
    """What happened or was said at a known date."""
    from kgraph.terms import iri

    when = {claim.subject.term for claim in graph.claims if claim.relation.term == iri("kg:when")}
    return {
        claim.term
        for claim in graph.claims
        if {claim.subject.term, claim.object.term} & when or any(said.said_on for said in claim.said)
    }
