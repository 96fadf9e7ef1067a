"""Pictures: a line is a claim, and it says who says so.

In come claims; out comes one HTML page that needs no other file and no network (`draw`). On the way: `view` makes the
picture as plain data, `layout` finds where its cards stand, and `page` puts both into the template.
"""

from kgraph.pictures.model import Badge, Card, Item, Line, Picture, Source, Speaker, Statement, Voice, Words
from kgraph.pictures.page import draw
from kgraph.pictures.view import view

__all__ = [
    "Badge",
    "Card",
    "Item",
    "Line",
    "Picture",
    "Source",
    "Speaker",
    "Statement",
    "Voice",
    "Words",
    "draw",
    "view",
]
