"""First positions: distances on the picture as near as can be to distances along the lines.

Stress majorization, one point at a time (Gansner, Koren and North, Graph Drawing by Stress Majorization, 2004), from a
golden-angle spiral and from some scattered starts; of the results the one whose lines cross least.
"""

from collections.abc import Sequence
from heapq import heappop, heappush
from math import fsum, sqrt

from kgraph.pictures.geometry import GOLDEN, Point, Series, crosses, turned

__all__ = ["spread"]

#: rounds for each start, and for those that are chosen
_FIRST_ROUNDS = 20
_ROUNDS = 60
_STILL = 1.0
#: scattered starts, and how many pairs of nodes may be looked at for them
_STARTS = 12
_WORK = 40_000


def spread(lengths: Sequence[dict[int, float]], most: int = 1) -> list[list[Point]]:
    """Some ways to place the nodes of one connected graph, in the units of its lengths; those with few crossings first.

    Args:
        lengths: for each node, its neighbours with the wished length of the line to each.
        most: how many ways to give at most.
    """
    size = len(lengths)
    wished = [_distances(lengths, node) for node in range(size)]
    width = fsum(map(fsum, wished)) / max(1, size * (size - 1))
    lines = [(one, other) for one in range(size) for other in lengths[one] if one < other]
    chance = Series()
    found = []
    for number in range(1 + min(_STARTS, _WORK // (size * size))):
        start = [(chance.pick(1000) * width / 1000, chance.pick(1000) * width / 1000) for _ in range(size)]
        points = _settled(start if number else _spiral(lengths, width), wished, _FIRST_ROUNDS)
        found.append((_crossings(points, lines), number, points))
        if found[-1][0] == 0:
            break
    found.sort()
    best = [points for crossings, _, points in found[:most] if crossings or points is found[0][2]]
    return [_settled(points, wished, _ROUNDS) for points in best]


def _crossings(points: Sequence[Point], lines: Sequence[tuple[int, int]]) -> int:
    return sum(
        crosses(points[a], points[b], points[c], points[d])
        for i, (a, b) in enumerate(lines)
        for c, d in lines[:i]
        if a not in (c, d) and b not in (c, d)
    )


def _settled(points: list[Point], wished: Sequence[Sequence[float]], rounds: int) -> list[Point]:
    for _ in range(rounds):
        moved = 0.0
        for i, (x, y) in enumerate(points):
            wishes = wished[i]
            total = new_x = new_y = 0.0
            for j, (there_x, there_y) in enumerate(points):
                if i != j:
                    wish = wishes[j]
                    dx, dy = x - there_x, y - there_y
                    pull = wish / (sqrt(dx * dx + dy * dy) or 1.0)
                    weight = 1 / (wish * wish)
                    total += weight
                    new_x += weight * (there_x + dx * pull)
                    new_y += weight * (there_y + dy * pull)
            if total:
                points[i] = new_x / total, new_y / total
                moved = max(moved, abs(points[i][0] - x), abs(points[i][1] - y))
        if moved < _STILL:
            break
    return points


def _distances(lengths: Sequence[dict[int, float]], start: int) -> list[float]:
    """Shortest ways from one node to all (Dijkstra)."""
    found = [0.0] * len(lengths)
    done = [False] * len(lengths)
    todo = [(0.0, start)]
    while todo:
        far, node = heappop(todo)
        if done[node]:
            continue
        done[node] = True
        found[node] = far
        for other, length in lengths[node].items():
            if not done[other]:
                heappush(todo, (far + length, other))
    return found


def _spiral(lengths: Sequence[dict[int, float]], width: float) -> list[Point]:
    """Nodes on a golden-angle spiral, the best connected in the middle, then its neighbours and theirs."""
    middle = max(range(len(lengths)), key=lambda node: (len(lengths[node]), -node))
    order = [middle]
    seen = {middle}
    for node in order:
        for other in sorted(lengths[node]):
            if other not in seen:
                seen.add(other)
                order.append(other)
    points: list[Point] = [(0.0, 0.0)] * len(lengths)
    direction: Point = (1.0, 0.0)
    for rank, node in enumerate(order):
        out = sqrt(rank / len(order)) * width
        points[node] = direction[0] * out, direction[1] * out
        direction = turned(direction, GOLDEN)
    return points
