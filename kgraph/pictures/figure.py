"""A picture as a drawing that needs no script: SVG by itself, or a figure with its sentences for a newsroom's page.

The twin of what the page draws on its canvas (cards.js, lines.js, export.js), from the same arranged picture.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from math import sqrt

from kgraph.claims import ORDER
from kgraph.pictures.arrange import Arranged
from kgraph.pictures.curves import Curve
from kgraph.pictures.look import colours, environment, look
from kgraph.pictures.model import Badge, Card, Line
from kgraph.pictures.shapes import fold, outline, polygon
from kgraph.pictures.sizes import wrapped

__all__ = ["size", "to_figure", "to_svg"]

#: room around the drawing, and above it for its heading, in pixels
_MARGIN = 28
_NARROW = 640
#: letters and height of the rows of its title and of what it says about itself
_TITLE = (20, 26)
_ABOUT = (13, 19)
#: characters of so many pixels each, at most
_COLUMN = 0.66
_ROWS = 4
_MEANING = (
    "a line is a claim, not a proof · solid: a source says so itself · ❝ says it is so · ✕ says it is not so · "
    "? unreviewed"
)
#: as in lines.js
_DASHES = {"reported": "9 6", "denied": "0.1 6.5", "retracted": "14 4"}
_WIDTHS = {"contested": 2.6, "accepted": 1.7, "reported": 1.9, "denied": 3, "retracted": 1.2}
_ARROW = 11


@dataclass(frozen=True)
class _Text:
    text: str
    x: float
    y: float
    letters: float
    weight: int
    colour: str
    #: `middle` or empty
    anchor: str = ""


@dataclass(frozen=True)
class _Card:
    card: Card
    edge: str
    #: of the second outline of a group
    behind: str
    fold: str
    icon: str
    icon_x: float
    icon_y: float
    fill: str
    stroke: str
    heavy: bool
    dashed: bool
    texts: tuple[_Text, ...]
    stub: tuple[float, float, float, str] | None


@dataclass(frozen=True)
class _Badge:
    badge: Badge
    x: float
    y: float


@dataclass(frozen=True)
class _Line:
    line: Line
    colour: str
    path: str
    arrow: str
    width: float
    dash: str
    #: left, top, width and height of what lies under its words
    box: tuple[float, float, float, float]
    texts: tuple[_Text, ...]
    badges: tuple[_Badge, ...]
    #: what it says, in full
    sentences: tuple[str, ...]


def size(arranged: Arranged) -> tuple[int, int]:
    """Width and height of the drawing, in pixels."""
    left, top, right, bottom = _reach(arranged)
    width = max(round(right - left) + 2 * _MARGIN, _NARROW)
    return width, round(bottom - top) + _below(_head(arranged, width)) + _MARGIN * 3 // 2


def _head(arranged: Arranged, width: int) -> list[_Text]:
    """Its title, what a line means and what must be known, in rows that fit."""
    palette, picture, y = colours(), arranged.picture, 10.0
    rows = []
    told = (f"{picture.counts} · {_MEANING}", *picture.notes)
    texts = [(picture.title, _TITLE, 700, "ink"), *((text, _ABOUT, 400, "muted") for text in told)]
    for text, (letters, step), weight, colour in texts:
        for row in wrapped(text, int((width - 2 * _MARGIN) / letters / _COLUMN), _ROWS):
            y += step
            rows.append(_Text(row, _MARGIN, y, letters, weight, palette[colour]))
    return rows


def _below(head: list[_Text]) -> int:
    return round(head[-1].y) + _MARGIN


def to_svg(arranged: Arranged) -> str:
    """The picture as one SVG file, in light colours; the same picture gives the same text."""
    return environment().get_template("picture.svg").render(_drawing(arranged), alone=True)


def to_figure(arranged: Arranged) -> str:
    """The picture as a fragment of HTML: a figure, and each claim with who says so; no script, no style of its own."""
    return environment().get_template("figure.html").render(_drawing(arranged), alone=False)


def _drawing(arranged: Arranged) -> dict[str, object]:
    picture = arranged.picture
    left, top, _, _ = _reach(arranged)
    width, height = size(arranged)
    head = _head(arranged, width)
    upwards = sorted(picture.lines, key=lambda line: -ORDER.index(line.status))
    told = {one.id: one for one in picture.statements}
    drawn = [line for line in upwards if line.status != "retracted"]
    return {
        "picture": picture,
        "width": width,
        "height": height,
        "across": round(_MARGIN - left),
        "down": round(_below(head) + _MARGIN / 2 - top),
        "head": head,
        "colours": colours(),
        "cards": [_card(card, *arranged.cards[card.id]) for card in picture.cards],
        "lines": [
            _line(
                arranged,
                line,
                tuple(voice.sentence for id_ in line.statements for voice in told[id_].voices),
            )
            for line in drawn
        ],
        "sources": {source.id: source for source in picture.sources},
    }


def _reach(arranged: Arranged) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of all cards."""
    boxes = [(*arranged.cards[card.id], card.width, card.height) for card in arranged.picture.cards]
    boxes = boxes or [(150, 20, 300, 40)]
    return (
        min(x - w / 2 for x, _, w, _ in boxes),
        min(y - h / 2 for _, y, _, h in boxes),
        max(x + w / 2 for x, _, w, _ in boxes),
        max(y + h / 2 for _, y, _, h in boxes),
    )


def _card(card: Card, x: float, y: float) -> _Card:
    palette, family = colours(), look()["families"][card.kind]
    left, top = x - card.width / 2, y - card.height / 2
    return _Card(
        card=card,
        edge=outline(card.kind, left, top, card.width, card.height),
        behind=outline(card.kind, left + 4, top + 4, card.width, card.height) if card.kind == "Group" else "",
        fold=fold(left, top, card.width) if card.kind == "Law" else "",
        icon=look()["icons"].get(card.kind, ""),
        icon_x=left + 12,
        icon_y=y - 8.5,
        fill=palette[family],
        stroke=palette[f"{family}-edge"],
        heavy=card.degree >= 5,
        dashed=card.kind in ("Topic", "Other"),
        texts=tuple(_words(card, left + 36, y)),
        stub=_stub(card, x, y),
    )


def _stub(card: Card, x: float, y: float) -> tuple[float, float, float, str] | None:
    """What hangs on a card and is not drawn: left, top, width and words."""
    if not card.more:
        return None
    words = f"+{card.more} more"
    width = 12 + len(words) * 6.4
    return x + card.width / 2 - width - 4, y + card.height / 2 - 4, width, words


def _words(card: Card, x: float, y: float) -> Iterator[_Text]:
    palette = colours()
    inner = [f"• {row}" if first else f"\u2003{row}" for item in card.items for first, row in _marked(item.rows)]
    step = card.letters + 3
    at = y - (len(card.rows) * step + len(inner) * 14 + (13 if card.subtitle else 0)) / 2 + step / 2
    for row in card.rows:
        yield _Text(row, x, at, card.letters, 700 if card.degree >= 5 else 600, palette["ink"])
        at += step
    for row in inner:
        yield _Text(row, x, at - 1, 11.5, 400, palette["ink"])
        at += 14
    if card.subtitle:
        yield _Text(card.subtitle, x, at - 1, 11, 400, palette["muted"])


def _marked(rows: tuple[str, ...]) -> Iterator[tuple[bool, str]]:
    return ((number == 0, row) for number, row in enumerate(rows))


def _line(arranged: Arranged, line: Line, sentences: tuple[str, ...]) -> _Line:
    palette = colours()
    way, label = arranged.curves[line.id], arranged.labels[line.id]
    x, y = way.at(label.part)
    x, y = x + label.across, y + label.down
    contested = line.status == "contested"
    letters = 14 if contested else 11.5
    weight = 800 if contested else 400 if line.status == "accepted" else 600
    at = y - line.height / 2 + letters / 2 + 2
    texts = []
    for row in line.rows:
        colour = palette["muted" if line.status == "accepted" else line.status]
        texts.append(_Text(row, x, at, letters, weight, colour, "middle"))
        at += letters + 2
    at += 4
    mixed = len({badge.affirms for badge in line.badges}) == 2
    left = x - (sum(badge.width + 4 for badge in line.badges) - 4 + (12 if mixed else 0)) / 2
    badges = []
    for number, badge in enumerate(line.badges):
        if mixed and not badge.affirms and number and line.badges[number - 1].affirms:
            texts.append(_Text("≠", left + 4, at, 13, 800, palette["contested"], "middle"))
            left += 12
        badges.append(_Badge(badge, left, at))
        left += badge.width + 4
    path, arrow = _stroke(way)
    return _Line(
        line=line,
        colour=palette[line.status],
        path=path,
        arrow=arrow,
        width=_WIDTHS[line.status],
        dash=_DASHES.get(line.status, ""),
        box=(x - line.width / 2, y - line.height / 2, line.width, line.height),
        texts=tuple(texts),
        badges=tuple(badges),
        sentences=sentences,
    )


def _stroke(way: Curve) -> tuple[str, str]:
    """The path of a line up to its arrow, and the arrow."""
    tip = way.at(way.arrives)
    neck = way.arrives
    while neck > way.leaves and _apart(way.at(neck), tip) < _ARROW:
        neck -= 0.005
    points = [way.at(way.leaves + (neck - way.leaves) * step / 16) for step in range(17)]
    back = points[-1]
    length = _apart(tip, back) or 1.0
    dx, dy = (tip[0] - back[0]) / length * 4.5, (tip[1] - back[1]) / length * 4.5
    arrow = polygon([tip, (back[0] - dy, back[1] + dx), (back[0] + dy, back[1] - dx)])
    return polygon(points).removesuffix("Z"), arrow


def _apart(one: tuple[float, float], other: tuple[float, float]) -> float:
    x, y = other[0] - one[0], other[1] - one[1]
    return sqrt(x * x + y * y)
