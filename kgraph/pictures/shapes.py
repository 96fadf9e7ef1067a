"""Outlines of cards as SVG paths: the twin of cards.js."""

from collections.abc import Sequence

from kgraph.pictures.geometry import Point

__all__ = ["fold", "outline", "polygon"]


def outline(kind: str, x: float, y: float, width: float, height: float) -> str:
    """The edge of a card of a kind, from its left top."""
    right, bottom, middle = x + width, y + height, y + height / 2
    match kind:
        case "Person" | "Group":
            return _rounded(x, y, width, height, [min(height / 2, 24)] * 4)
        case "Law":
            return polygon([(x, y), (right - 11, y), (right, y + 11), (right, bottom), (x, bottom)])
        case "Event":
            left, end = x + 11, right - 11
            return polygon([(left, y), (end, y), (right, middle), (end, bottom), (left, bottom), (x, middle)])
        case "Court":
            return polygon([(x, y + 7), (x + width / 2, y - 2), (right, y + 7), (right, bottom), (x, bottom)])
        case "Place":
            return _rounded(x, y, width, height, [2, 2, 16, 16])
        case "Office":
            return _rounded(x, y, width, height, [8, 8, 2, 2])
        case "Institution":
            return polygon([(x, y), (right, y), (right, bottom), (x, bottom)])
        case _:
            return _rounded(x, y, width, height, [8] * 4)


def fold(x: float, y: float, width: float) -> str:
    """The folded corner of a law."""
    return f"M{_n(x + width - 11)} {_n(y)}v11h11"


def polygon(points: Sequence[Point]) -> str:
    """A closed path through the points."""
    return f"M{'L'.join(f'{_n(x)} {_n(y)}' for x, y in points)}Z"


def _rounded(x: float, y: float, width: float, height: float, radii: Sequence[float]) -> str:
    a, b, c, d = (min(radius, width / 2, height / 2) for radius in radii)
    return (
        f"M{_n(x + a)} {_n(y)}h{_n(width - a - b)}a{_n(b)} {_n(b)} 0 0 1 {_n(b)} {_n(b)}v{_n(height - b - c)}"
        f"a{_n(c)} {_n(c)} 0 0 1 {_n(-c)} {_n(c)}h{_n(c + d - width)}a{_n(d)} {_n(d)} 0 0 1 {_n(-d)} {_n(-d)}"
        f"v{_n(a + d - height)}a{_n(a)} {_n(a)} 0 0 1 {_n(a)} {_n(-a)}Z"
    )


def _n(number: float) -> str:
    """A number with at most one decimal, and never `-0`."""
    text = f"{number:.1f}".removesuffix(".0")
    return "0" if text == "-0" else text
