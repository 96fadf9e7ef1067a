"""A layout that grows: what stood somewhere stays there, and what is new finds a place beside what it is joined to."""

from collections.abc import Iterator, Mapping, Sequence

from kgraph.pictures.geometry import DIRECTIONS, Point, crosses, distance, hits, reach
from kgraph.pictures.layout import Tie

__all__ = ["grow", "is_grown"]

#: room around a card, and around the words of a line, in pixels
_GAP = 26
_TIMES = (1.0, 1.3, 1.7, 2.2, 3.0)
# what each thing costs: two cards too near, a line through a card, two lines that cross; a pixel of a line
_OVERLAP = 40.0
_THROUGH = 14.0
_CROSSING = 7.0
_LENGTH = 0.01

_Size = tuple[int, int]


def is_grown(cards: Sequence[str], before: Mapping[str, tuple[int, int]]) -> bool:
    """Whether these cards are those of an earlier picture and some more; else it is another picture."""
    return 2 * sum(card in before for card in cards) >= len(cards) > 0


def grow(
    sizes: Mapping[str, _Size], ties: Sequence[Tie], before: Mapping[str, tuple[int, int]]
) -> dict[str, tuple[int, int]]:
    """The middle of every card: known ones stay, the new ones are placed one after the other.

    Args:
        sizes: width and height of each card.
        ties: the lines.
        before: where cards stood in an earlier picture.
    """
    found = {card: before[card] for card in sorted(sizes) if card in before}
    new = sorted(set(sizes) - found.keys())
    lines = [tie for tie in ties if tie.subject != tie.object]
    while new:
        # the one that is joined best to what has its place already
        card = max(new, key=lambda one: (sum(_far(tie, one) in found for tie in lines), -new.index(one)))
        new.remove(card)
        spots = list(_spots(card, sizes, lines, found))
        costs = [_cost(card, spot, sizes, lines, found) for spot in spots]
        x, y = spots[costs.index(min(costs))]
        found[card] = round(x), round(y)
    return dict(sorted(found.items()))


def _far(tie: Tie, card: str) -> str | None:
    return tie.object if tie.subject == card else tie.subject if tie.object == card else None


def _spots(
    card: str, sizes: Mapping[str, _Size], ties: Sequence[Tie], found: Mapping[str, tuple[int, int]]
) -> Iterator[Point]:
    """Around each of its neighbours, and below everything."""
    for tie in ties:
        far = _far(tie, card)
        if far is not None and far in found:
            for direction in DIRECTIONS:
                words = abs(direction[0]) * tie.width + abs(direction[1]) * tie.height + _GAP
                need = reach(*sizes[card], direction) + reach(*sizes[far], direction) + words
                for times in _TIMES:
                    yield found[far][0] + direction[0] * need * times, found[far][1] + direction[1] * need * times
    bottom = max((y + sizes[other][1] / 2 for other, (_, y) in found.items()), default=0.0)
    yield sizes[card][0] / 2, bottom + _GAP + sizes[card][1] / 2


def _cost(
    card: str, spot: Point, sizes: Mapping[str, _Size], ties: Sequence[Tie], found: Mapping[str, tuple[int, int]]
) -> float:
    width, height = sizes[card]
    x, y = spot
    cost = 0.0
    for other, (ox, oy) in found.items():
        w, h = sizes[other]
        if abs(x - ox) < (width + w) / 2 + _GAP and abs(y - oy) < (height + h) / 2 + _GAP:
            cost += _OVERLAP
    placed = [tie for tie in ties if tie.subject in found and tie.object in found]
    cost += _THROUGH * sum(hits(found[tie.subject], found[tie.object], spot, width, height) for tie in placed)
    for tie in ties:
        far = _far(tie, card)
        if far is None or far not in found:
            continue
        there = found[far]
        cost += _LENGTH * distance(spot, there)
        cost += _THROUGH * sum(
            hits(spot, there, found[other], *sizes[other]) for other in found if other not in (card, far)
        )
        cost += _CROSSING * sum(
            crosses(spot, there, found[one.subject], found[one.object])
            for one in placed
            if far not in (one.subject, one.object)
        )
    return cost
