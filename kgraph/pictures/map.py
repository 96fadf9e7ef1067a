"""The map of a large graph as numbers for its template: where communities stand, and how the lines between them run."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import sqrt

from kgraph.pictures.arrange import Arranged
from kgraph.pictures.curves import curve
from kgraph.pictures.model import Cluster

__all__ = ["Drawn", "drawn"]

_MARGIN = 30
#: the widest line, in pixels
_WIDEST = 14.0


@dataclass(frozen=True)
class Drawn:
    """The map, in pixels."""

    width: int
    height: int
    #: each community with its left top
    clusters: tuple[tuple[Cluster, int, int], ...]
    #: ends, width, and the width of the part that is disputed
    lines: tuple[tuple[float, float, float, float, float, float], ...]
    #: middle and words of the strongest lines
    labels: tuple[tuple[float, float, str], ...]


def drawn(arranged: Arranged) -> Drawn | None:
    """The map of a picture that has one."""
    picture, spots = arranged.picture, arranged.clusters
    if not picture.clusters:
        return None
    sizes: Mapping[str, tuple[int, int]] = {one.id: (one.width, one.height) for one in picture.clusters}
    lines, labels = [], []
    for bridge in sorted(arranged.bridges, key=lambda one: (one.claims, one.one, one.other)):
        way = curve(spots[bridge.one], spots[bridge.other], 0.0, (sizes[bridge.one], sizes[bridge.other]))
        (ax, ay), (bx, by) = way.at(way.leaves), way.at(way.arrives)
        width = min(_WIDEST, 1.5 * sqrt(bridge.claims))
        red = max(1.5, width * bridge.disputed / bridge.claims) if bridge.disputed else 0.0
        lines.append((ax + _MARGIN, ay + _MARGIN, bx + _MARGIN, by + _MARGIN, width, red))
        if bridge.claims > 1:
            words = f"{bridge.claims:,}" + (f", {bridge.disputed:,} disputed" if bridge.disputed else "")
            labels.append(((ax + bx) / 2 + _MARGIN, (ay + by) / 2 + _MARGIN, words))
    return Drawn(
        width=max(x + sizes[id_][0] // 2 for id_, (x, _) in spots.items()) + 2 * _MARGIN,
        height=max(y + sizes[id_][1] // 2 for id_, (_, y) in spots.items()) + 2 * _MARGIN,
        clusters=tuple(
            (one, spots[one.id][0] - one.width // 2 + _MARGIN, spots[one.id][1] - one.height // 2 + _MARGIN)
            for one in picture.clusters
        ),
        lines=tuple(lines),
        labels=tuple(labels),
    )
