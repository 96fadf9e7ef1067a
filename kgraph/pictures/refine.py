"""Second positions: cards that do not overlap, few lines that cross, none that runs through a card.

A search by threshold accepting (Dueck and Scheuer, 1990): of many small moves each is kept that does not make the
picture worse by more than a threshold, and the threshold sinks to nothing.
"""

from collections.abc import Iterator, Sequence
from math import fsum
from typing import NamedTuple

from kgraph.pictures.geometry import DIRECTIONS, Point, Series, crosses, distance, hits, reach

__all__ = ["WIDE", "Board", "Link"]

#: room that is kept between two cards, in pixels
_GAP = (30, 22)
#: width to height of the window that a picture should fit
WIDE = 1.4
#: room that is kept between a label and the cards at the ends of its line
_AROUND_LABEL = 26
# what each thing costs: two lines that cross, a line through a card, two cards too near; each pixel that a line is too
# short for its label, that it is long, that a card is from the middle (squared); and of the window's width
_CROSSING = 7.0
_THROUGH = 14.0
_OVERLAP = 6.0
_SHORT = 0.06
_LENGTH = 0.006
_CENTRE = 0.00002
_SIZE = 0.04
_STEP = 80
#: the first threshold; it sinks evenly
_HEAT = 1.2
#: moves per card
_MOVES = 700
_PUSHES = 300
#: times the last step is done; once if there are more than so many cards
_LAST = 3
_MANY = 80
#: a card with more lines than this is not moved at the end
_FEW = 6
#: nor are more cards than this each time
_AT_MOST = 40

_Move = tuple[int, Point]


class Link(NamedTuple):
    """One or more lines between two cards, which are told by their numbers; the rest in pixels."""

    one: int
    other: int
    #: of the label
    width: int
    height: int
    #: room that is kept beside it
    beside: int


class Board:
    """Cards of one connected graph, where they are and what that costs."""

    def __init__(self, points: list[Point], sizes: Sequence[tuple[int, int]], links: Sequence[Link]) -> None:
        """In come the positions and sizes of the cards, and at most one link between any two."""
        self.points = points
        self._sizes = sizes
        self._links = links
        self._mine: list[list[int]] = [[] for _ in sizes]
        for number, link in enumerate(links):
            self._mine[link.one].append(number)
            self._mine[link.other].append(number)
        self._chance = Series()
        #: what cards cost where they are, until one moves
        self._known: dict[int, float] = {}

    def total(self) -> float:
        """What all cards cost where they are, and how large a window it takes to show them."""
        width = max(x for x, _ in self.points) - min(x for x, _ in self.points)
        height = max(y for _, y in self.points) - min(y for _, y in self.points)
        cards = fsum(self.cost(card, spot, float("inf")) for card, spot in enumerate(self.points))
        return cards + max(width, height * WIDE) * _SIZE

    def settle(self, most: int) -> None:
        """Move the cards until so many comparisons are spent."""
        self.part()
        size = len(self.points)
        steps = size * min(_MOVES, 40 * size) if size > 1 else 0
        work = 0
        each = size + len(self._links)
        best = self.points[:]
        total = lowest = 0.0
        for step in range(steps):
            spent = max(step / steps, work / most)
            if spent >= 1:
                break
            moves = self._moves()
            work += sum(each * (1 + len(self._mine[card])) for card, _ in moves)
            total += self._try(moves, _HEAT * (1 - spent) * (1 - spent))
            if total < lowest - 1e-6:
                lowest = total
                best = self.points[:]
        self.points = best
        self.part()

    def finish(self) -> None:
        """Put right what is left: lines through cards, crossings, and cards that overlap."""
        for _ in range(min(_LAST, 1 + _MANY // len(self.points))):
            self._improve()
            self.part()

    def _improve(self) -> None:
        """Each card whose lines still clash to the best of many spots: the search leaves some things undone."""
        tried = 0
        for card in sorted(range(len(self.points)), key=lambda c: (len(self._mine[c]), c)):
            here = self.points[card]
            if tried < _AT_MOST and len(self._mine[card]) <= _FEW and any(self._clashes(card, here)):
                tried += 1
                lowest = self.cost(card, here, float("inf"))
                for number in self._mine[card]:
                    there = self.points[self._far(number, card)]
                    for direction in DIRECTIONS:
                        need = self._need(number, direction)
                        for times in (1.0, 1.5):
                            spot = there[0] + direction[0] * need * times, there[1] + direction[1] * need * times
                            if (cost := self.cost(card, spot, lowest)) < lowest - 1e-6:
                                lowest, here = cost, spot
                self._put(card, here)

    def part(self) -> None:
        """Push overlapping cards apart, along the way that is shorter."""
        self._known.clear()
        points = self.points
        widest = max(width for width, _ in self._sizes) + _GAP[0]
        for _ in range(_PUSHES):
            moved = False
            across = sorted(range(len(points)), key=points.__getitem__)
            for rank, one in enumerate(across):
                for other in across[rank + 1 :]:
                    if points[other][0] - points[one][0] > widest:
                        break
                    moved |= self._push(one, other)
            if not moved:
                return

    def _push(self, one: int, other: int) -> bool:
        (ax, ay), (bx, by) = self.points[one], self.points[other]
        over_x = (self._sizes[one][0] + self._sizes[other][0]) / 2 + _GAP[0] - abs(ax - bx)
        over_y = (self._sizes[one][1] + self._sizes[other][1]) / 2 + _GAP[1] - abs(ay - by)
        if over_x <= 0.01 or over_y <= 0.01:
            return False
        if over_x < over_y:
            push = over_x / 2 if ax >= bx else -over_x / 2
            self.points[one], self.points[other] = (ax + push, ay), (bx - push, by)
        else:
            push = over_y / 2 if ay >= by else -over_y / 2
            self.points[one], self.points[other] = (ax, ay + push), (bx, by - push)
        return True

    def _moves(self) -> list[_Move]:
        """One card to a spot near it or near a neighbour, alone or with its leaves; or two cards change places."""
        card = self._chance.pick(len(self.points))
        x, y = self.points[card]
        kind = self._chance.pick(8)
        direction = DIRECTIONS[self._chance.pick(24)]
        if kind == 0:
            other = self._chance.pick(len(self.points))
            return [(card, self.points[other]), (other, (x, y))] if other != card else []
        if kind < 4:
            by = _STEP * (1 + self._chance.pick(8)) / 4
            spot = x + direction[0] * by, y + direction[1] * by
        else:
            number = self._mine[card][self._chance.pick(len(self._mine[card]))]
            there = self.points[self._far(number, card)]
            by = self._need(number, direction) * (1 + self._chance.pick(4) / 6)
            spot = there[0] + direction[0] * by, there[1] + direction[1] * by
        leaves = self._leaves(card) if self._chance.pick(2) else []
        shift = spot[0] - x, spot[1] - y
        return [
            (card, spot),
            *((leaf, (self.points[leaf][0] + shift[0], self.points[leaf][1] + shift[1])) for leaf in leaves),
        ]

    def _leaves(self, card: int) -> list[int]:
        found = {self._far(number, card) for number in self._mine[card]}
        return sorted(other for other in found if all(self._far(number, other) == card for number in self._mine[other]))

    def _far(self, number: int, card: int) -> int:
        link = self._links[number]
        return link.other if link.one == card else link.one

    def _try(self, moves: Sequence[_Move], most: float) -> float:
        """What the moves cost; where that is more than `most` they are taken back, which costs nothing."""
        before = [(card, self.points[card]) for card, _ in moves]
        change = 0.0
        for card, spot in moves:
            now = self._cost_now(card)
            limit = now + most - change if len(moves) == 1 else float("inf")
            change += self.cost(card, spot, limit) - now
            if change > most and len(moves) == 1:
                return 0.0
            self._put(card, spot)
        if change <= most:
            return change
        for card, spot in before:
            self._put(card, spot)
        return 0.0

    def _put(self, card: int, spot: Point) -> None:
        self.points[card] = spot
        self._known.clear()

    def _cost_now(self, card: int) -> float:
        if card not in self._known:
            self._known[card] = self.cost(card, self.points[card], float("inf"))
        return self._known[card]

    def _need(self, number: int, direction: Point) -> float:
        """How far apart the middles of two cards must be for the label of their line to stand between them."""
        one, other, width, height, _ = self._links[number]
        label = abs(direction[0]) * width + abs(direction[1]) * height + _AROUND_LABEL
        return reach(*self._sizes[one], direction) + reach(*self._sizes[other], direction) + label

    def cost(self, card: int, spot: Point, most: float) -> float:
        """What it costs to have the card at the spot; the sum may stop early once it passes `most`."""
        points, sizes = self.points, self._sizes
        width, height = sizes[card]
        x, y = spot
        cost = (x * x + 2 * y * y) * _CENTRE
        for other, (ox, oy) in enumerate(points):
            over_x = (width + sizes[other][0]) / 2 + _GAP[0] - abs(x - ox)
            if over_x > 0.01 and other != card:
                over_y = (height + sizes[other][1]) / 2 + _GAP[1] - abs(y - oy)
                if over_y > 0.01:
                    cost += _OVERLAP
        for number in self._mine[card]:
            there = points[self._far(number, card)]
            length = distance(spot, there) or 1.0
            short = self._need(number, ((there[0] - x) / length, (there[1] - y) / length)) - length
            cost += length * _LENGTH + (short * _SHORT if short > 0 else 0)
            if cost > most:
                return cost
        for clash in self._clashes(card, spot):
            cost += clash
            if cost > most:
                return cost
        return cost

    def _clashes(self, card: int, spot: Point) -> Iterator[float]:
        """Lines through cards and crossings, one at a time."""
        points, sizes = self.points, self._sizes
        x, y = spot
        ends = []
        for number in self._mine[card]:
            far = self._far(number, card)
            there, room = points[far], 2 * self._links[number].beside
            ends.append((far, there))
            left, right = (x, there[0]) if x < there[0] else (there[0], x)
            top, bottom = (y, there[1]) if y < there[1] else (there[1], y)
            for other, point in enumerate(points):
                width, height = sizes[other][0] + room, sizes[other][1] + room
                if (
                    left - width / 2 < point[0] < right + width / 2
                    and top - height / 2 < point[1] < bottom + height / 2
                    and other not in (card, far)
                    and hits(spot, there, point, width, height)
                ):
                    yield _THROUGH
        around_x = [x, *(there[0] for _, there in ends)]
        around_y = [y, *(there[1] for _, there in ends)]
        left, right, top, bottom = min(around_x), max(around_x), min(around_y), max(around_y)
        width, height = sizes[card]
        for one, other, _, _, beside in self._links:
            (ax, ay), (bx, by) = a, b = points[one], points[other]
            room_x, room_y = width / 2 + beside, height / 2 + beside
            # most lines are far away: they are told by a few comparisons
            if (ax < left - room_x and bx < left - room_x) or (ax > right + room_x and bx > right + room_x):
                continue
            if (ay < top - room_y and by < top - room_y) or (ay > bottom + room_y and by > bottom + room_y):
                continue
            if card in (one, other):
                continue
            if hits(a, b, spot, width + 2 * beside, height + 2 * beside):
                yield _THROUGH
            for far, there in ends:
                if far not in (one, other) and crosses(spot, there, a, b):
                    yield _CROSSING
