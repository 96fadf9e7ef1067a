"""A picture arranged: where its cards stand, how its lines run and where their words are.

The page, the SVG figure and the figures about a picture read this, so that they show the same thing.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from kgraph.pictures.cache import cached_layout
from kgraph.pictures.curves import Curve, bends, curve
from kgraph.pictures.geometry import hits
from kgraph.pictures.growth import grow, is_grown
from kgraph.pictures.labels import Label, place
from kgraph.pictures.layout import Tie, layout
from kgraph.pictures.model import Bridge, Line, Picture

__all__ = ["Arranged", "arrange"]

#: steps by which all lines between two cards may be moved aside, and points along them that are looked at
_SHIFTS = (0, 1, -1, 2, -2, 3, -3, 4, -4, 5, -5, 6, -6)
_POINTS = 12
#: width of the number on a line of the map, in pixels
_MAP_LABEL = 40
#: of the usual search, because its lines have no words that must be read
_MAP_EFFORT = 0.2
#: so many of the strongest lines of each community are drawn
_BRIDGES = 2


@dataclass(frozen=True)
class Arranged:
    """Places of all that a picture shows; whole numbers of pixels, x to the right and y down."""

    picture: Picture
    #: middle of each card
    cards: Mapping[str, tuple[int, int]]
    #: steps that each line stands off the straight way
    bends: Mapping[str, float]
    #: how each line runs
    curves: Mapping[str, Curve]
    labels: Mapping[str, Label]
    #: middle of each community of the map, and the lines of it that are drawn
    clusters: Mapping[str, tuple[int, int]]
    bridges: tuple[Bridge, ...]


def arrange(
    picture: Picture,
    cards: Mapping[str, tuple[int, int]] | None = None,
    before: Mapping[str, tuple[int, int]] | None = None,
    cache: Path | None = None,
) -> Arranged:
    """Find the places of all that a picture shows.

    Args:
        cards: where the cards stand; by default that is computed.
        before: where cards stood in an earlier picture; those of which this one has most stay there.
        cache: a folder in which layouts are kept.
    """
    sizes = {card.id: (card.width, card.height) for card in picture.cards}
    if cards is None:
        ties = [Tie(line.subject, line.object, line.width, line.height) for line in picture.lines]
        grown = before is not None and is_grown(list(sizes), before)
        cards = grow(sizes, ties, before or {}) if grown else cached_layout(sizes, ties, cache)
    steps = _detours(picture, cards, bends(picture.lines))
    curves = {line.id: _curve(line, steps[line.id], cards, sizes) for line in picture.lines}
    labels = place(picture.lines, curves, [(cards[card.id], sizes[card.id]) for card in picture.cards])
    bridges = _strongest(picture)
    clusters = layout(
        {one.id: (one.width, one.height) for one in picture.clusters},
        [Tie(bridge.one, bridge.other, _MAP_LABEL, 16) for bridge in bridges],
        _MAP_EFFORT,
    )
    return Arranged(picture, cards, steps, curves, labels, clusters, bridges)


def _strongest(picture: Picture) -> tuple[Bridge, ...]:
    """The bridges that hold the map together: with all of them nothing could be told apart."""
    # what is left over is near everything
    rest = {one.id for one in picture.clusters if one.rest}
    named = [bridge for bridge in picture.bridges if not {bridge.one, bridge.other} & rest]
    found: dict[tuple[str, str], Bridge] = {}
    for one in picture.clusters:
        mine = [bridge for bridge in named if one.id in (bridge.one, bridge.other)]
        for bridge in sorted(mine, key=lambda bridge: (-bridge.claims, bridge.one, bridge.other))[:_BRIDGES]:
            found[bridge.one, bridge.other] = bridge
    return tuple(found.values())


def _curve(
    line: Line, steps: float, cards: Mapping[str, tuple[int, int]], sizes: Mapping[str, tuple[int, int]]
) -> Curve:
    return curve(cards[line.subject], cards[line.object], steps, (sizes[line.subject], sizes[line.object]))


def _detours(picture: Picture, cards: Mapping[str, tuple[int, int]], steps: Mapping[str, float]) -> dict[str, float]:
    """The bends, with those of lines that would run through a card made so large that they go around it."""
    sizes = {card.id: (card.width, card.height) for card in picture.cards}
    bundles: dict[frozenset[str], list[Line]] = {}
    for line in picture.lines:
        bundles.setdefault(frozenset((line.subject, line.object)), []).append(line)

    def through(line: Line, bend: float) -> int:
        way = _curve(line, bend, cards, sizes).points(_POINTS)
        return sum(
            any(hits(a, b, cards[id_], *size) for a, b in pairwise(way))
            for id_, size in sizes.items()
            if id_ not in (line.subject, line.object)
        )

    found = dict(steps)
    for bundle in bundles.values():
        for line in bundle:
            if through(line, found[line.id]):
                # seen from the same end, since lines of a bundle may run in opposite directions
                taken = [found[other.id] * _sense(other) for other in bundle if other is not line]
                bends_ = [found[line.id] + shift for shift in _SHIFTS]
                free = [bend for bend in bends_ if all(abs(bend * _sense(line) - other) > 0.7 for other in taken)]
                ranked = [(through(line, bend), abs(bend), bend) for bend in free]
                found[line.id] = min(ranked)[2] if ranked else found[line.id]
    return found


def _sense(line: Line) -> int:
    return 1 if line.subject < line.object else -1
