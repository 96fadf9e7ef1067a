"""Where the words of lines stand: near the middle of their line, off the cards and off each other."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from kgraph.claims import ORDER
from kgraph.pictures.curves import Curve
from kgraph.pictures.geometry import Point
from kgraph.pictures.model import Line

__all__ = ["Label", "place"]

#: parts of the visible line at which a label may stand, the best first
_PARTS = (0.5, 0.45, 0.55, 0.4, 0.6, 0.35, 0.65, 0.3, 0.7, 0.25, 0.75, 0.2, 0.8, 0.15, 0.85)
#: room around a label, in pixels
_ROOM = 2
# what each thing costs: a pixel of overlap with a card or label, of another line under it; being off the line; and the
# whole way from the middle of the line to its end
_OVERLAP = 4.0
_LINE = 3.5
_BESIDE = 40.0
_OFF_MIDDLE = 40.0

_Box = tuple[float, float, float, float]


@dataclass(frozen=True)
class Label:
    """Where the words of one line stand: so far from the point at a part of the whole line."""

    part: float
    across: int
    down: int


def place(
    lines: Iterable[Line], curves: Mapping[str, Curve], cards: Iterable[tuple[Point, tuple[int, int]]]
) -> dict[str, Label]:
    """The place of each label; those of disputes are placed first and get the best one.

    Args:
        curves: how each line runs, by its id.
        cards: middle and size of each card.
    """
    taken = [_box(middle, *size) for middle, size in cards]
    ways = {id_: curve.points(15) for id_, curve in curves.items()}
    found = {}
    for line in sorted(lines, key=lambda one: (ORDER.index(one.status), one.id)):
        curve = curves[line.id]
        width, height = line.width + 2 * _ROOM, line.height + 2 * _ROOM
        near = _within(taken, curve, width, height)
        others = [way for id_, way in ways.items() if id_ != line.id and _meets(_around(way), _around(ways[line.id]))]
        lowest, spot, covers = float("inf"), Label(curve.visible(0.5), 0, 0), (0.0, 0.0, 0.0, 0.0)
        for part in _PARTS:
            whole = curve.visible(part)
            x, y = curve.at(whole)
            for across, down in _shifts(line):
                box = _box((x + across, y + down), width, height)
                cost = abs(part - 0.5) * _OFF_MIDDLE + (_BESIDE if across or down else 0)
                if cost < lowest:
                    cost += _OVERLAP * sum(_shared(box, other) for other in near)
                    cost += _LINE * sum(_under(box, way) for way in others)
                    if cost < lowest:
                        lowest, spot, covers = cost, Label(whole, across, down), box
        found[line.id] = spot
        taken.append(covers)
    return found


def _shifts(line: Line) -> Sequence[tuple[int, int]]:
    across, down = line.width // 2 + 5, line.height // 2 + 4
    beside = ((0, -down), (0, down), (-across, 0), (across, 0))
    return ((0, 0), *beside, *((x, y) for x in (-across, across) for y in (-down // 2, down // 2)))


def _box(middle: Point, width: float, height: float) -> _Box:
    return middle[0] - width / 2, middle[1] - height / 2, middle[0] + width / 2, middle[1] + height / 2


def _around(points: Sequence[Point]) -> _Box:
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return min(xs), min(ys), max(xs), max(ys)


def _meets(one: _Box, other: _Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _within(boxes: Iterable[_Box], curve: Curve, width: float, height: float) -> list[_Box]:
    left, top, right, bottom = _around((curve.start, curve.control, curve.end))
    reach = left - width, top - height, right + width, bottom + height
    return [box for box in boxes if _meets(box, reach)]


def _shared(one: _Box, other: _Box) -> float:
    """The common area of two boxes, in square pixels."""
    across = (one[2] if one[2] < other[2] else other[2]) - (one[0] if one[0] > other[0] else other[0])
    if across <= 0:
        return 0.0
    down = (one[3] if one[3] < other[3] else other[3]) - (one[1] if one[1] > other[1] else other[1])
    return across * down if down > 0 else 0.0


def _under(box: _Box, way: Sequence[Point]) -> float:
    """How much of a line runs under a box, about: pixels, counted by the points that are in it."""
    return sum(20.0 for x, y in way if box[0] < x < box[2] and box[1] < y < box[3])
