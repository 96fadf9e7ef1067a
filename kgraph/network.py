"""Claims as a networkx graph, and how two things are connected in it.

In come `Claims`, out comes a `MultiDiGraph` with typed attributes for everything that networkx can do, or the shortest
paths between two things, each step with the claim that makes it. A path is not a link: read each step.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from difflib import get_close_matches
from itertools import islice, pairwise
from typing import Any

import networkx as nx

from kgraph.claims import Claim, Claims, Named, Said
from kgraph.errors import Unknown
from kgraph.ontology import Ontology
from kgraph.terms import Term, is_iri, kind_of, name

__all__ = ["SPOKEN_OF", "WEIGHTS", "Path", "Step", "network", "paths"]

#: How long a step over a claim of each status is: the less a source vouches for it, the longer (PICTURES, *Path*).
#: A retracted claim connects nothing.
WEIGHTS = {"accepted": 1.0, "reported": 1.6, "contested": 1.8, "denied": 3.0}

#: How long a step from a speaker to what they speak of is: no shorter than any claim between the two.
SPOKEN_OF = 3.0


@dataclass(frozen=True)
class Step:
    """From one thing to the next by one claim."""

    #: where the step begins
    start: Named
    #: where it ends
    end: Named
    #: what connects them; it may be contested or denied
    claim: Claim
    #: whether it is told in this direction: the claim's subject, or who speaks, is where the step begins
    forward: bool
    #: where one of the two only speaks of the other: their part in the claim
    said: Said | None = None

    @property
    def weight(self) -> float:
        """How long the step is."""
        return SPOKEN_OF if self.said else WEIGHTS[self.claim.status]


@dataclass(frozen=True)
class Path:
    """How one thing is connected to another."""

    #: at least one; each begins where the one before it ends
    steps: tuple[Step, ...]

    @property
    def length(self) -> float:
        """The weights of the steps together."""
        return round(sum(step.weight for step in self.steps), 1)


def network(claims: Claims, *, facts_only: bool = False) -> "nx.MultiDiGraph[str]":
    """The claims between things as a directed graph with parallel edges, always in the same order.

    Nodes are all things that the graph names, by names such as `person:tom-homan`, with the attributes `label`, `kind`
    (`person`, `law`, `topic` …; empty for addresses that are not of kgraph) and `class` (the most specific, such as
    `kg:Court`). Edges go from subject to object, with the claim's name as key, and with the attributes

    - `claim`: the `Claim`; `label` and `relation`: what the relation is called, and its name (`kg:issuedBy`);
    - `status`, `modality`, `bound`: as words, empty where there is none; `fact`: bool;
    - `speakers`, `stances`: tuples of str, one entry for each attribution;
    - `words`: tuple of str, of all passages; empty where they are withheld;
    - `weight`: float, how long the step is (`WEIGHTS`).

    Claims about values and codes (a date, a headcount, a kind of event) join no two things and are not in it; nor are
    retracted ones. The graph itself has the attribute `facts_only`.

    Args:
        facts_only: only the claims that are facts.
    """
    chosen = [
        claim
        for claim in sorted(claims, key=lambda c: c.term)
        if claim.status in WEIGHTS
        and (claim.fact or not facts_only)
        and is_iri(claim.object.term)
        and claim.object.term not in claims.ontology.labels
    ]
    things = {thing.term: thing for claim in chosen for thing in (claim.subject, claim.object)}
    things |= {thing.term: thing for thing in claims.entities}
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph(facts_only=facts_only)
    for term, thing in sorted(things.items()):
        class_ = _class(thing, claims.ontology)
        graph.add_node(name(term), label=thing.label, kind=kind_of(term) or "", **{"class": class_})
    for claim in chosen:
        graph.add_edge(name(claim.subject.term), name(claim.object.term), key=name(claim.term), **_attributes(claim))
    return graph


def _attributes(claim: Claim) -> dict[str, Any]:
    return {
        "claim": claim,
        "label": claim.relation.label,
        "relation": name(claim.relation.term),
        "status": claim.status,
        "modality": claim.modality.label if claim.modality else "",
        "bound": claim.bound.label if claim.bound else "",
        "fact": claim.fact,
        "speakers": tuple(_speaker(said) for said in claim.said),
        "stances": tuple(said.stance.label for said in claim.said),
        "words": tuple(dict.fromkeys(p.words for said in claim.said for p in said.passages if p.words)),
        "weight": WEIGHTS[claim.status],
    }


def _speaker(said: Said) -> str:
    """Who speaks, and who relays it: it never becomes the speaker's own word."""
    return f"{said.speaker.label} (according to {said.via.label})" if said.via else said.speaker.label


def _class(thing: Named, ontology: Ontology) -> str:
    """The most specific class: the one that has most classes above it."""
    known = [class_ for class_ in thing.classes if class_ in ontology.above]
    return name(min(known, key=lambda c: (-len(ontology.superclasses(c)), c))) if known else ""


def paths(graph: "nx.MultiDiGraph[str]", a: str | Term, b: str | Term, k: int = 3) -> list[Path]:
    """The k shortest ways from one thing to another, the shortest first; empty if there is none.

    Directions do not matter and nothing is passed twice. Between two neighbours the claim with the best status counts,
    then the one with most speakers. Who speaks of a thing, but for a publisher that reports it, is connected to it too,
    though loosely, unless the network has facts only. No way leads *through* a topic or *through* a speaker as such:
    two who both promise "a safe country", or of whom one minister spoke, have nothing to do with each other.

    Dijkstra's and Yen's algorithms, as `networkx.shortest_simple_paths` has them.

    Args:
        graph: made by `network`, of facts only or of claims too.
        a: where to begin: a name such as `person:tom-homan`, or a term.
        b: where to end.
        k: how many at most.

    Raises:
        Unknown: one of the two is not in the graph.
    """
    start, end = _node(graph, a), _node(graph, b)
    if start == end:
        return []
    view = _best_steps(graph, {start, end})
    try:
        found = list(islice(nx.shortest_simple_paths(view, start, end, weight="tenths"), k))
    except nx.NetworkXNoPath:
        return []
    return [Path(tuple(_from(u, view[u][v]["step"]) for u, v in pairwise(nodes))) for nodes in found]


def _node(graph: "nx.MultiDiGraph[str]", thing: str | Term) -> str:
    node = name(thing) if is_iri(thing) else thing
    if node not in graph:
        near = tuple(get_close_matches(node, list(graph)))
        raise Unknown(f"{node} is not in this network{'; did you mean ' + near[0] + '?' if near else ''}", near)
    return node


def _best_steps(graph: "nx.MultiDiGraph[str]", ends: set[str]) -> "nx.Graph[str]":
    """One undirected edge between any two neighbours, with the best step, and without the topics on the way."""
    view: nx.Graph[str] = nx.Graph()
    view.add_nodes_from(sorted(node for node in graph if node in ends or graph.nodes[node]["kind"] != "topic"))
    best: dict[tuple[str, str], tuple[tuple[float, bool, int, Term], Step]] = {}
    for step in _steps(graph, ends):
        pair = _pair(step)
        if pair[0] != pair[1] and pair[0] in view and pair[1] in view:
            speakers = {said.speaker.term for said in step.claim.said}
            rank = (step.weight, step.said is not None, -len(speakers), step.claim.term)
            if pair not in best or rank < best[pair][0]:
                best[pair] = rank, step
    for (u, v), (_, step) in sorted(best.items(), key=lambda item: item[0]):
        # whole numbers, so that the order of addition cannot decide between two ways of equal length
        view.add_edge(u, v, tenths=round(step.weight * 10), step=step)
    return view


def _steps(graph: "nx.MultiDiGraph[str]", ends: set[str]) -> Iterator[Step]:
    """Every step that may be taken, in the direction in which it is told."""
    claims: list[Claim] = [data["claim"] for _, _, data in graph.edges(data=True)]
    for claim in claims:
        yield Step(claim.subject, claim.object, claim, forward=True)
        for said in () if graph.graph.get("facts_only") else claim.said:
            if name(said.speaker.term) in ends and not said.own_voice:
                yield Step(said.speaker, claim.subject, claim, forward=True, said=said)
                yield Step(said.speaker, claim.object, claim, forward=True, said=said)


def _pair(step: Step) -> tuple[str, str]:
    one, other = sorted((name(step.start.term), name(step.end.term)))
    return one, other


def _from(node: str, step: Step) -> Step:
    """The step as it is taken from this end."""
    return step if name(step.start.term) == node else replace(step, start=step.end, end=step.start, forward=False)
