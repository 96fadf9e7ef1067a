"""A map of a graph that is too large to be drawn: its communities, and how much is claimed between them.

Communities are those of Louvain's method (Blondel and others, Fast unfolding of communities in large networks, 2008).
They say who is spoken of together, and nothing else.
"""

from collections import Counter
from collections.abc import Iterable, Sequence

from kgraph.claims import Named
from kgraph.pictures.lines import Joint
from kgraph.pictures.model import Bridge, Cluster
from kgraph.pictures.sizes import shortened, text_width
from kgraph.terms import Term, name

__all__ = ["communities"]

#: so many communities are cards; the rest is one more
_MOST = 59
#: members that name a community, and those that are listed
_NAMED = 3
_LISTED = 12
_COLUMNS = 30
_LETTERS = 13
_DISPUTED = ("contested", "denied")


def communities(found: Sequence[Joint]) -> tuple[tuple[Cluster, ...], tuple[Bridge, ...]]:
    """The communities of all things between which something is claimed, and the claims between communities.

    Args:
        found: all lines.
    """
    things = {end.term: end for joint in found for end in (joint.subject, joint.object)}
    degree: Counter[Term] = Counter(end for joint in found for end in (joint.subject.term, joint.object.term))
    groups = _groups(sorted(things), found)
    groups.sort(key=lambda group: (-len(group), min(group)))
    if len(groups) > _MOST + 1:
        groups[_MOST:] = [[term for group in groups[_MOST:] for term in group]]
        rest = _MOST
    else:
        rest = -1
    home = {term: number for number, group in enumerate(groups) for term in group}
    claims: Counter[tuple[int, int]] = Counter()
    disputed: Counter[tuple[int, int]] = Counter()
    for joint in found:
        one, other = sorted((home[joint.subject.term], home[joint.object.term]))
        claims[one, other] += len(joint.claims)
        disputed[one, other] += len(joint.claims) if joint.status in _DISPUTED else 0
    clusters = tuple(
        _cluster(
            number,
            [things[term] for term in sorted(group, key=lambda term: (-degree[term], term))],
            claims[number, number],
            disputed[number, number],
            named=number != rest,
        )
        for number, group in enumerate(groups)
    )
    bridges = tuple(
        Bridge(_id(one), _id(other), number, disputed[one, other])
        for (one, other), number in sorted(claims.items())
        if one != other
    )
    return clusters, bridges


def _groups(things: Sequence[Term], found: Iterable[Joint]) -> list[list[Term]]:
    # slow to import, and only needed for large graphs
    import networkx as nx

    # numbers, because the order of a set of texts differs from run to run
    number = {term: i for i, term in enumerate(things)}
    weights: Counter[tuple[int, int]] = Counter()
    for joint in found:
        one, other = sorted((number[joint.subject.term], number[joint.object.term]))
        weights[one, other] += len(joint.claims)
    graph: nx.Graph[int] = nx.Graph()
    graph.add_nodes_from(range(len(things)))
    graph.add_weighted_edges_from((one, other, weight) for (one, other), weight in sorted(weights.items()))
    parts = nx.community.louvain_communities(graph, weight="weight", seed=1)
    return [[things[i] for i in sorted(part)] for part in parts]


def _id(number: int) -> str:
    return f"cluster{number + 1}"


def _cluster(number: int, members: Sequence[Named], claims: int, disputed: int, *, named: bool) -> Cluster:
    rows = tuple(shortened(member.label, _COLUMNS) for member in members[:_NAMED]) if named else ("smaller groups",)
    about = [f"{len(members):,} things", f"{claims:,} claims", *([f"{disputed:,} disputed"] if disputed else [])]
    subtitle = " · ".join(about)
    return Cluster(
        id=_id(number),
        rows=rows,
        subtitle=subtitle,
        things=len(members),
        claims=claims,
        disputed=disputed,
        members=tuple((name(member.term), member.label) for member in members[:_LISTED]),
        rest=not named,
        width=max(*(text_width(row, _LETTERS) for row in rows), text_width(subtitle, 11)) + 28,
        height=len(rows) * 17 + 34,
    )
