"""A picture arranged: where its cards stand, how its lines run and where their words are.

The page, the SVG figure and the figures about a picture read this, so that they show the same thing.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from kgraph.pictures.curves import Curve, bends, curve
from kgraph.pictures.labels import Label, place
from kgraph.pictures.layout import Tie, layout
from kgraph.pictures.model import Picture

__all__ = ["Arranged", "arrange"]


@dataclass(frozen=True)
class Arranged:
    """Places of all that a picture shows; whole numbers of pixels, x to the right and y down."""

    picture: Picture
    #: middle of each card
    cards: Mapping[str, tuple[int, int]]
    #: steps that each line stands off the straight way
    bends: Mapping[str, float]
    #: how each line runs
    curves: Mapping[str, Curve]
    labels: Mapping[str, Label]


def arrange(picture: Picture, cards: Mapping[str, tuple[int, int]] | None = None) -> Arranged:
    """Find the places of all that a picture shows.

    Args:
        cards: where the cards stand; by default that is computed.
    """
    sizes = {card.id: (card.width, card.height) for card in picture.cards}
    if cards is None:
        cards = layout(sizes, [Tie(line.subject, line.object, line.width, line.height) for line in picture.lines])
    steps = bends(picture.lines)
    curves = {
        line.id: curve(
            cards[line.subject], cards[line.object], steps[line.id], (sizes[line.subject], sizes[line.object])
        )
        for line in picture.lines
    }
    labels = place(picture.lines, curves, [(cards[card.id], sizes[card.id]) for card in picture.cards])
    return Arranged(picture, cards, steps, curves, labels)
