"""How a line runs from card to card: straight, or a little bent where several lines join the same two cards.

A line is a quadratic Bézier curve. Its control point follows from the middles of its cards and its bend, so that every
way of drawing can compute it again after a card was moved.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kgraph.claims import ORDER
from kgraph.pictures.geometry import Point, distance
from kgraph.pictures.model import Line

__all__ = ["Curve", "bends", "curve"]

#: how far the middles of lines between the same two cards are apart, in pixels, and at most as part of their length
_FAN = 40.0
_AT_MOST = 0.16
_HALVINGS = 14


@dataclass(frozen=True)
class Curve:
    """A line as it runs between the middles of two cards, and which part of it is not under them."""

    start: Point
    control: Point
    end: Point
    #: where it leaves the one card and reaches the other: from 0 at the start to 1 at the end
    leaves: float = 0.0
    arrives: float = 1.0

    def at(self, part: float) -> Point:
        """The point at a part of the line: 0 is its start and 1 its end."""
        rest = 1 - part
        a, b, c = rest * rest, 2 * rest * part, part * part
        return (
            a * self.start[0] + b * self.control[0] + c * self.end[0],
            a * self.start[1] + b * self.control[1] + c * self.end[1],
        )

    def visible(self, part: float) -> float:
        """The part of the whole line that is at this part of what can be seen of it."""
        return self.leaves + (self.arrives - self.leaves) * part

    def points(self, number: int) -> list[Point]:
        """So many points along what can be seen of it, its ends among them."""
        return [self.at(self.visible(i / (number - 1))) for i in range(number)]


def bends(lines: Iterable[Line]) -> dict[str, float]:
    """How far the middle of each line stands off the straight way, in steps: lines between the same cards fan out.

    The most disputed line goes straight, or stands nearest to it.
    """
    bundles: dict[tuple[str, str], list[Line]] = {}
    for line in lines:
        one, other = sorted((line.subject, line.object))
        bundles.setdefault((one, other), []).append(line)
    found = {}
    for bundle in bundles.values():
        fan: list[Line] = []
        for number, line in enumerate(sorted(bundle, key=lambda one: (ORDER.index(one.status), one.id))):
            fan.insert(0 if number % 2 else len(fan), line)
        contested = [number for number, line in enumerate(fan) if line.status == "contested"]
        middle = contested[0] if contested else (len(fan) - 1) / 2
        for number, line in enumerate(fan):
            # seen from its subject, so that two lines in opposite directions do not bend the same way
            found[line.id] = (number - middle) * (1 if line.subject < line.object else -1)
    return found


def curve(start: Point, end: Point, bend: float, sizes: Sequence[tuple[float, float]] = ()) -> Curve:
    """The curve between two middles.

    Args:
        bend: steps off the straight way.
        sizes: width and height of the two cards; without them all of the line can be seen.
    """
    length = distance(start, end) or 1.0
    off = 2 * bend * min(_FAN, length * _AT_MOST)
    control = (
        (start[0] + end[0]) / 2 - (end[1] - start[1]) / length * off,
        (start[1] + end[1]) / 2 + (end[0] - start[0]) / length * off,
    )
    whole = Curve(start, control, end)
    if not sizes:
        return whole
    leaves, arrives = _edge(whole, start, sizes[0], 0.0), _edge(whole, end, sizes[1], 1.0)
    # cards that touch hide their line; it is drawn all the same
    return Curve(start, control, end, leaves, arrives) if leaves < arrives else whole


def _edge(whole: Curve, middle: Point, size: tuple[float, float], inside: float) -> float:
    """The part at which the line crosses the edge of a card, found by halving from the end that is inside it."""
    outside = 0.5
    for _ in range(_HALVINGS):
        half = (inside + outside) / 2
        x, y = whole.at(half)
        if abs(x - middle[0]) <= size[0] / 2 and abs(y - middle[1]) <= size[1] / 2:
            inside = half
        else:
            outside = half
    return outside
