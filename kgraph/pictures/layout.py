"""Where cards stand: computed here, so that a picture is the same at every opening and on every machine.

In come sizes of cards and the lines between them; out come whole-number middles. Stress majorization for each
connected part, turned to fit a window, then a local search (`refine`), then all parts packed together.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import fsum

from kgraph.pictures.geometry import DIRECTIONS, Point, distance, turned
from kgraph.pictures.refine import WIDE, Board, Link
from kgraph.pictures.stress import spread

__all__ = ["Tie", "layout"]

#: cards are wide and low, so that lines beside them need more room than lines above them
_STRETCH = (1.25, 0.8)
#: side of a square of the grid on which parts are packed, in pixels
_CELL = 48
#: how many ways are tried for each part; fewer, the more cards it has
_TRIALS = 1
_MANY = 200
#: what the search may spend on all parts: comparisons of a line or card with another
_WORK = 5_500_000


@dataclass(frozen=True)
class Tie:
    """A line between two cards."""

    subject: str
    object: str
    #: of its label, in pixels
    width: int = 0
    height: int = 0


def layout(
    sizes: Mapping[str, tuple[int, int]], ties: Sequence[Tie], effort: float = 1.0
) -> dict[str, tuple[int, int]]:
    """The middle of every card, in pixels; x grows to the right and y down.

    Args:
        sizes: width and height of each card.
        ties: the lines; those from a card to itself do not matter.
        effort: how much the search may spend, as part of the usual.
    """
    ties = [tie for tie in ties if tie.subject != tie.object]
    parts = [_part(cards, sizes, ties, round(_WORK * effort)) for cards in _components(sizes, ties)]
    parts.sort(key=lambda part: (-len(part), sorted(part)))
    placed = _pack(parts, sizes, ties)
    if not placed:
        return {}
    left = min(x - sizes[card][0] / 2 for card, (x, _) in placed.items())
    top = min(y - sizes[card][1] / 2 for card, (_, y) in placed.items())
    return {card: (round(x - left), round(y - top)) for card, (x, y) in sorted(placed.items())}


def _components(sizes: Mapping[str, tuple[int, int]], ties: Sequence[Tie]) -> Iterator[list[str]]:
    near: dict[str, list[str]] = {card: [] for card in sizes}
    for tie in ties:
        near[tie.subject].append(tie.object)
        near[tie.object].append(tie.subject)
    seen: set[str] = set()
    for card in sorted(sizes):
        if card not in seen:
            seen.add(card)
            part = [card]
            for one in part:
                part.extend(sorted(set(near[one]) - seen))
                seen.update(near[one])
            yield sorted(part)


def _part(
    cards: Sequence[str], sizes: Mapping[str, tuple[int, int]], ties: Sequence[Tie], work: int
) -> dict[str, Point]:
    """One connected part, around its own middle."""
    number = {card: i for i, card in enumerate(cards)}
    boxes = [sizes[card] for card in cards]
    links = [Link(number[one], number[other], *room) for (one, other), room in _bundles(ties).items() if one in number]
    lengths: list[dict[int, float]] = [{} for _ in cards]
    for one, other, width, height, _ in links:
        length = 40 + (sum(boxes[one]) + sum(boxes[other])) / 4 + (width + height) / 2
        lengths[one][other] = lengths[other][one] = length
    starts = spread(lengths, max(1, min(_TRIALS, _MANY // len(cards))))
    boards = []
    for start in starts:
        points = [(x * _STRETCH[0], y * _STRETCH[1]) for x, y in _turn(start, boxes)]
        boards.append(Board(points, boxes, links))
        boards[-1].settle(work * len(cards) // len(sizes) // len(starts))
    best = min(boards, key=Board.total)
    best.finish()
    return dict(zip(cards, best.points, strict=True))


def _bundles(ties: Iterable[Tie]) -> dict[tuple[str, str], tuple[int, int, int]]:
    """Pairs of cards with the room that all lines between them need: width and height of labels, and beside.

    Lines between the same cards fan out. So labels on lines that run down stand one below the other, and those on lines
    that run across stand above each other, a little askew.
    """
    found: dict[tuple[str, str], list[Tie]] = {}
    for tie in ties:
        found.setdefault((min(tie.subject, tie.object), max(tie.subject, tie.object)), []).append(tie)
    return {
        pair: (
            max(tie.width for tie in bundle) * (8 + 2 * len(bundle)) // 10,
            sum(tie.height + 10 for tie in bundle) - 10,
            7 + 16 * (len(bundle) - 1),
        )
        for pair, bundle in sorted(found.items())
    }


def _turn(points: Sequence[Point], boxes: Sequence[tuple[int, int]]) -> list[Point]:
    """The points about their middle, turned so that they fit the window best."""
    x, y = (fsum(p[i] for p in points) / len(points) for i in (0, 1))
    centred = [(p[0] - x, p[1] - y) for p in points]

    def size(turn: Point) -> float:
        spots = [turned(point, turn) for point in centred]
        width, height = _extent(spots, boxes)
        return max(width, height * WIDE)

    best = min(DIRECTIONS, key=size)
    return [turned(point, best) for point in centred]


def _extent(points: Sequence[Point], boxes: Sequence[tuple[int, int]]) -> tuple[float, float]:
    found = []
    for i in (0, 1):
        low = min(p[i] - box[i] / 2 for p, box in zip(points, boxes, strict=True))
        high = max(p[i] + box[i] / 2 for p, box in zip(points, boxes, strict=True))
        found.append(high - low)
    return found[0], found[1]


def _pack(
    parts: Sequence[dict[str, Point]], sizes: Mapping[str, tuple[int, int]], ties: Sequence[Tie]
) -> dict[str, Point]:
    """The parts side by side, the largest first, each where the whole stays smallest."""
    placed: dict[str, Point] = {}
    taken: set[tuple[int, int]] = set()
    for part in parts:
        cells = _cells(part, sizes, ties)
        across, down = _spot(cells, taken)
        taken |= {(x + across, y + down) for x, y in cells}
        placed |= {card: (x + across * _CELL, y + down * _CELL) for card, (x, y) in part.items()}
    return placed


def _cells(
    part: Mapping[str, Point], sizes: Mapping[str, tuple[int, int]], ties: Iterable[Tie]
) -> set[tuple[int, int]]:
    """The squares of the grid that a part covers with its cards, its lines and what they surround, row by row."""
    boxes = [(x, y, *sizes[card]) for card, (x, y) in part.items()]
    for tie in ties:
        if tie.subject in part:
            (ax, ay), (bx, by) = part[tie.subject], part[tie.object]
            steps = 1 + int(distance((ax, ay), (bx, by)) // _CELL)
            boxes += [(ax + (bx - ax) * i / steps, ay + (by - ay) * i / steps, 20, 20) for i in range(1, steps)]
    rows: dict[int, tuple[int, int]] = {}
    for x, y, width, height in boxes:
        left, right = int((x - width / 2 - 20) // _CELL), int((x + width / 2 + 20) // _CELL)
        for row in range(int((y - height / 2 - 14) // _CELL), int((y + height / 2 + 14) // _CELL) + 1):
            low, high = rows.get(row, (left, right))
            rows[row] = min(low, left), max(high, right)
    return {(column, row) for row, (low, high) in rows.items() for column in range(low, high + 1)}


def _spot(cells: set[tuple[int, int]], taken: set[tuple[int, int]]) -> tuple[int, int]:
    """How far to move the cells so that they are free and all together fit the window best."""
    if not taken:
        return 0, 0
    (left, right), (top, bottom) = (_span(taken, i) for i in (0, 1))
    (own_left, own_right), (own_top, own_bottom) = (_span(cells, i) for i in (0, 1))
    spots = []
    for across in range(left - own_right - 2, right - own_left + 3):
        for down in range(top - own_bottom - 2, bottom - own_top + 3):
            width = max(right, own_right + across) - min(left, own_left + across)
            height = max(bottom, own_bottom + down) - min(top, own_top + down)
            off = (own_left + own_right) / 2 + across - (left + right) / 2
            off_down = (own_top + own_bottom) / 2 + down - (top + bottom) / 2
            spots.append((max(width, height * WIDE), abs(off) + abs(off_down), across, down))
    for _, _, across, down in sorted(spots):
        if not any((x + across, y + down) in taken for x, y in cells):
            return across, down
    return right - own_left + 1, 0


def _span(cells: set[tuple[int, int]], axis: int) -> tuple[int, int]:
    values = [cell[axis] for cell in cells]
    return min(values), max(values)
