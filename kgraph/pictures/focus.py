"""What is drawn of a graph that is too large: the surroundings of what is disputed most, or of what was asked for."""

from collections import Counter
from collections.abc import Iterable, Sequence

from kgraph.pictures.lines import Joint
from kgraph.terms import Term

__all__ = ["best", "left_out"]

#: lines that lead from the middle to what is drawn
_HOPS = 2


def best(things: Iterable[Term], found: Sequence[Joint], about: Term | None, most: int) -> frozenset[Term]:
    """The things that are drawn: those near the middle with most that is contested, then denied, then claimed.

    Args:
        about: the middle; None for the thing that comes first by the same measure.
        most: how many.
    """
    contested: Counter[Term] = Counter()
    denied: Counter[Term] = Counter()
    claims: Counter[Term] = Counter()
    near: dict[Term, set[Term]] = {term: set() for term in things}
    for joint in found:
        one, other = joint.subject.term, joint.object.term
        near[one].add(other)
        near[other].add(one)
        for end in (one, other):
            contested[end] += joint.status == "contested"
            denied[end] += joint.status == "denied"
            claims[end] += len(joint.claims) if joint.status != "retracted" else 0
    order = sorted(near, key=lambda term: (-contested[term], -denied[term], -claims[term], -len(near[term]), term))
    middle = about if about in near else next(iter(order), None)
    if middle is None:
        return frozenset()
    hop = {middle: 0}
    edge = [middle]
    while edge and len(hop) < len(near):
        far = hop[edge[0]] + 1
        edge = sorted({other for term in edge for other in near[term]} - hop.keys())
        hop |= dict.fromkeys(edge, far)
    # what is farther away fills what room is left, so that the picture hangs together
    ranked = sorted(order, key=lambda term: (term != middle, max(_HOPS, hop.get(term, len(near)))))
    return frozenset(ranked[:most])


def left_out(found: Iterable[Joint], kept: frozenset[Term]) -> Counter[Term]:
    """For each thing that is drawn, how many of its lines are not."""
    more: Counter[Term] = Counter()
    for joint in found:
        one, other = joint.subject.term, joint.object.term
        if one in kept and other not in kept:
            more[one] += 1
        if other in kept and one not in kept:
            more[other] += 1
    return more
