"""How readable an arranged picture is, in figures: crossings, lines through cards, overlaps, size."""

from dataclasses import dataclass
from itertools import combinations, pairwise

from kgraph.pictures.arrange import Arranged
from kgraph.pictures.geometry import Point, crosses, hits

__all__ = ["Figures", "measure"]

#: a line is measured as so many points; an even number, since two lines often cross at their middles
_POINTS = 12
#: size of the window that a picture should fit, and the least width of its edge, in pixels
_WINDOW = (1400 - 264, 900 - 66)
_EDGE = 20


@dataclass(frozen=True)
class Figures:
    """What spoils a picture, counted as it is drawn."""

    cards: int
    lines: int
    #: lines that cross between cards
    crossings: int
    #: lines that run through a card
    through: int
    #: cards that overlap
    overlaps: int
    #: labels that overlap another label or a card
    label_overlaps: int
    #: in pixels
    width: int
    height: int

    @property
    def zoom(self) -> float:
        """The scale at which all of it fits a window of 1400 × 900."""
        room = ((_WINDOW[0] - 2 * _EDGE) / max(1, self.width), (_WINDOW[1] - 2 * _EDGE) / max(1, self.height))
        return min(1.0, *room)


def measure(arranged: Arranged) -> Figures:
    """Count what spoils a picture."""
    picture = arranged.picture
    boxes = {card.id: (*arranged.cards[card.id], card.width, card.height) for card in picture.cards}
    ways = {line.id: arranged.curves[line.id].points(_POINTS) for line in picture.lines}
    labels = []
    for line in picture.lines:
        label = arranged.labels[line.id]
        x, y = arranged.curves[line.id].at(label.part)
        labels.append((x + label.across, y + label.down, line.width, line.height))
    pairs = [
        (one, other)
        for one, other in combinations(picture.lines, 2)
        if {one.subject, one.object}.isdisjoint((other.subject, other.object))
    ]
    return Figures(
        cards=len(picture.cards),
        lines=len(picture.lines),
        crossings=sum(_cross(ways[one.id], ways[other.id]) for one, other in pairs),
        through=sum(
            any(hits(a, b, (x, y), w, h) for a, b in pairwise(ways[line.id]))
            for line in picture.lines
            for id_, (x, y, w, h) in boxes.items()
            if id_ not in (line.subject, line.object)
        ),
        overlaps=sum(_overlap(one, other) for one, other in combinations(boxes.values(), 2)),
        label_overlaps=sum(_overlap(one, other) for one, other in combinations(labels, 2))
        + sum(_overlap(label, box) for label in labels for box in boxes.values()),
        width=round(_extent(boxes, 0)),
        height=round(_extent(boxes, 1)),
    )


def _cross(one: list[Point], other: list[Point]) -> bool:
    return any(crosses(a, b, c, d) for a, b in pairwise(one) for c, d in pairwise(other))


def _overlap(one: tuple[float, float, float, float], other: tuple[float, float, float, float]) -> bool:
    """Whether two boxes, given as middle and size, share more than a pixel."""
    return (one[2] + other[2]) / 2 - abs(one[0] - other[0]) > 1 and (one[3] + other[3]) / 2 - abs(one[1] - other[1]) > 1


def _extent(boxes: dict[str, tuple[int, int, int, int]], axis: int) -> float:
    if not boxes:
        return 0.0
    low = min(box[axis] - box[axis + 2] / 2 for box in boxes.values())
    return max(box[axis] + box[axis + 2] / 2 for box in boxes.values()) - low
