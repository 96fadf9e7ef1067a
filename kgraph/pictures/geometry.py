"""Boxes and straight lines in the plane: do they meet, and how far do they reach.

Only + − × ÷ and the square root, which IEEE 754 rounds alike everywhere, so that a layout is the same on every machine.
Sums of many numbers are `fsum`, because `sum` rounds in another way since Python 3.12.
"""

from math import sqrt

__all__ = ["DIRECTIONS", "GOLDEN", "Point", "Series", "crosses", "distance", "hits", "reach", "turned"]

Point = tuple[float, float]

#: cosine and sine of 15 degrees
_STEP = (0.9659258262890683, 0.25881904510252074)
#: cosine and sine of the golden angle, 137.5 degrees
GOLDEN = (-0.7373688780783197, 0.6754902942615238)


class Series:
    """A fixed series of numbers that look like chance (Knuth's MMIX generator)."""

    def __init__(self, start: int = 1) -> None:
        self._state = start

    def pick(self, below: int) -> int:
        """The next number, from 0 to one less than `below`."""
        self._state = (self._state * 6364136223846793005 + 1442695040888963407) % (1 << 64)
        return (self._state >> 33) % below


def turned(point: Point, turn: Point) -> Point:
    """The point turned about the origin by an angle given as its cosine and sine."""
    x, y = point
    cosine, sine = turn
    return x * cosine - y * sine, x * sine + y * cosine


def _around() -> tuple[Point, ...]:
    found = [(1.0, 0.0)]
    while len(found) < 24:
        found.append(turned(found[-1], _STEP))
    return tuple(found)


#: 24 directions of length 1, as cosine and sine of each multiple of 15 degrees.
DIRECTIONS = _around()


def distance(one: Point, other: Point) -> float:
    """Length of the straight line between two points."""
    x, y = other[0] - one[0], other[1] - one[1]
    return sqrt(x * x + y * y)


def reach(width: float, height: float, direction: Point) -> float:
    """How far a box reaches from its middle in a direction of length 1."""
    across, along = abs(direction[0]), abs(direction[1])
    if across * height > along * width:
        return width / 2 / across
    return height / 2 / along if along else 0.0


def crosses(a: Point, b: Point, c: Point, d: Point) -> bool:
    """Whether the lines from a to b and from c to d cross between their ends."""
    ax, ay = a
    bx, by = b
    cx, cy = c
    dx, dy = d
    if (ax if ax > bx else bx) < (cx if cx < dx else dx) or (cx if cx > dx else dx) < (ax if ax < bx else bx):
        return False
    if (ay if ay > by else by) < (cy if cy < dy else dy) or (cy if cy > dy else dy) < (ay if ay < by else by):
        return False
    ux, uy, vx, vy = bx - ax, by - ay, dx - cx, dy - cy
    one = ux * (cy - ay) - uy * (cx - ax)
    two = ux * (dy - ay) - uy * (dx - ax)
    if one * two >= 0:
        return False
    three = vx * (ay - cy) - vy * (ax - cx)
    four = vx * (by - cy) - vy * (bx - cx)
    return three * four < 0


def hits(a: Point, b: Point, middle: Point, width: float, height: float) -> bool:
    """Whether the line from a to b touches the box."""
    ax, ay = a[0] - middle[0], a[1] - middle[1]
    bx, by = b[0] - middle[0], b[1] - middle[1]
    w, h = width / 2, height / 2
    if (ax > w and bx > w) or (ax < -w and bx < -w) or (ay > h and by > h) or (ay < -h and by < -h):
        return False
    # separating axis: the normal of the line
    ux, uy = bx - ax, by - ay
    return abs(ux * ay - uy * ax) <= abs(ux) * h + abs(uy) * w
