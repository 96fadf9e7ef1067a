"""Pictures: a line is a claim, and it says who says so.

In come claims; out comes one HTML page that needs no other file and no network (`draw`), or a drawing without script
(`to_svg`, `to_figure`, `to_png`). On the way: `view` makes the picture as plain data, and `arrange` finds where its
cards stand, how its lines run and where their words are. `measure` says in figures how readable that is.
"""

from kgraph.pictures.arrange import Arranged, arrange
from kgraph.pictures.figure import size, to_figure, to_svg
from kgraph.pictures.figures import Figures, measure
from kgraph.pictures.model import (
    Badge,
    Bridge,
    Card,
    Cluster,
    Document,
    Item,
    Line,
    Moment,
    Occasion,
    Part,
    Picture,
    Source,
    Speaker,
    Statement,
    Voice,
    Words,
)
from kgraph.pictures.page import draw, frame, places, to_html
from kgraph.pictures.png import to_png
from kgraph.pictures.selection import PRESETS
from kgraph.pictures.view import view

__all__ = [
    "PRESETS",
    "Arranged",
    "Badge",
    "Bridge",
    "Card",
    "Cluster",
    "Document",
    "Figures",
    "Item",
    "Line",
    "Moment",
    "Occasion",
    "Part",
    "Picture",
    "Source",
    "Speaker",
    "Statement",
    "Voice",
    "Words",
    "arrange",
    "draw",
    "frame",
    "measure",
    "places",
    "size",
    "to_figure",
    "to_html",
    "to_png",
    "to_svg",
    "view",
]
