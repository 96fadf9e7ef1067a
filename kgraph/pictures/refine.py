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
_SHORT = 0.09
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
#: where it is tried: so many pixels away, and so many times the room that its line needs from a neighbour
_AWAY = (60, 120, 200, 320)
_TIMES = (1.0, 1.3, 1.7, 2.4)
#: nor are more cards than this each time
_AT_MOST = 40

#: more room than is kept beside any line, in pixels
_BESIDE = 60

_Move = tuple[int, Point]
_Box = tuple[float, float, float, float]
_NOWHERE: _Box = (float("inf"), float("inf"), 0.0, 0.0)


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
        self._leaves = [self._leaves_of(card) for card in range(len(sizes))]
        #: half of each size with half the gap to the next card
        self._halves = [((width + _GAP[0]) / 2, (height + _GAP[1]) / 2) for width, height in sizes]
        self._cards = [self._card(card) for card in range(len(sizes))]
        self._ways = [self._way(number) for number in range(len(links))]
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
            if tried < _AT_MOST and len(self._mine[card]) <= _FEW and self._clashes(card, here, 0.0) > 0:
                tried += 1
                lowest = self.cost(card, here, float("inf"))
                for spot in self._spots(card):
                    if (cost := self.cost(card, spot, lowest)) < lowest - 1e-6:
                        lowest, here = cost, spot
                self._put(card, here)

    def _spots(self, card: int) -> Iterator[Point]:
        """Where a card might stand: around itself, and around each of its neighbours."""
        for direction in DIRECTIONS:
            for far in _AWAY:
                yield self.points[card][0] + direction[0] * far, self.points[card][1] + direction[1] * far
            for number in self._mine[card]:
                there = self.points[self._far(number, card)]
                need = self._need(number, direction)
                for times in _TIMES:
                    yield there[0] + direction[0] * need * times, there[1] + direction[1] * need * times

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
                break
        self._cards = [self._card(card) for card in range(len(points))]
        self._ways = [self._way(number) for number in range(len(self._links))]

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
        leaves = self._leaves[card] if self._chance.pick(2) else []
        shift = spot[0] - x, spot[1] - y
        return [
            (card, spot),
            *((leaf, (self.points[leaf][0] + shift[0], self.points[leaf][1] + shift[1])) for leaf in leaves),
        ]

    def _leaves_of(self, card: int) -> list[int]:
        found = {self._far(number, card) for number in self._mine[card]}
        return sorted(other for other in found if all(self._far(number, other) == card for number in self._mine[other]))

    def _card(self, card: int) -> _Box:
        """A card as its middle and half sizes with the gap."""
        return *self.points[card], *self._halves[card]

    def _way(self, number: int) -> _Box:
        """What a line reaches to the left and right, up and down, with the room that is kept beside it."""
        link = self._links[number]
        (ax, ay), (bx, by) = self.points[link.one], self.points[link.other]
        left, right = (ax, bx) if ax < bx else (bx, ax)
        top, bottom = (ay, by) if ay < by else (by, ay)
        return left - link.beside, top - link.beside, right + link.beside, bottom + link.beside

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
        self._cards[card] = self._card(card)
        for number in self._mine[card]:
            self._ways[number] = self._way(number)
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
        x, y = spot
        cost = (x * x + 2 * y * y) * _CENTRE
        for number in self._mine[card]:
            there = self.points[self._far(number, card)]
            length = distance(spot, there) or 1.0
            short = self._need(number, ((there[0] - x) / length, (there[1] - y) / length)) - length
            cost += length * _LENGTH + (short * _SHORT if short > 0 else 0)
        if cost > most:
            return cost
        own, self._cards[card] = self._cards[card], _NOWHERE
        width, height = self._halves[card]
        cost += _OVERLAP * sum(
            [1 for ox, oy, w, h in self._cards if -w - width < x - ox < w + width and -h - height < y - oy < h + height]
        )
        self._cards[card] = own
        return cost if cost > most else cost + self._clashes(card, spot, most - cost)

    def _clashes(self, card: int, spot: Point, most: float) -> float:
        """What lines through cards and crossings cost; the sum may stop early once it passes `most`."""
        x, y = spot
        width, height = self._sizes[card]
        mine = self._mine[card]
        ends = [(self._far(number, card), self._links[number].beside) for number in mine]
        around = [(x, y), *(self.points[far] for far, _ in ends)]
        reach_x, reach_y = width / 2 + _BESIDE, height / 2 + _BESIDE
        left, right = min(p[0] for p in around) - reach_x, max(p[0] for p in around) + reach_x
        top, bottom = min(p[1] for p in around) - reach_y, max(p[1] for p in around) + reach_y
        # most cards and lines are far away: they are told by a few comparisons
        cards = [
            other
            for other, (ox, oy, w, h) in enumerate(self._cards)
            if left < ox + w and ox - w < right and top < oy + h and oy - h < bottom and other != card
        ]
        lines = [
            self._links[number]
            for number, (le, to, ri, bo) in enumerate(self._ways)
            if le < right and left < ri and to < bottom and top < bo and number not in mine
        ]
        cost = 0.0
        for far, beside in ends:
            there = self.points[far]
            for other in cards:
                w, h = self._sizes[other]
                if other != far and hits(spot, there, self.points[other], w + 2 * beside, h + 2 * beside):
                    cost += _THROUGH
            for link in lines:
                if far not in (link.one, link.other) and crosses(
                    spot, there, self.points[link.one], self.points[link.other]
                ):
                    cost += _CROSSING
            if cost > most:
                return cost
        for link in lines:
            room = 2 * link.beside
            if hits(self.points[link.one], self.points[link.other], spot, width + room, height + room):
                cost += _THROUGH
        return cost
