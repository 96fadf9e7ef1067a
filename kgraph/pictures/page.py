"""A picture as one self-contained page: pyvis holds the network, our own template shows it.

Nothing is loaded: script and style stand in the page, and its content security policy allows just them, by hash. All
text goes into the page through Jinja's escaping, or as JSON that the script turns into text nodes.
"""

import json
from base64 import b64encode
from collections import Counter
from collections.abc import Mapping
from dataclasses import asdict
from hashlib import sha256
from importlib import resources
from pathlib import Path
from typing import Any

from kgraph.claims import Claims
from kgraph.errors import NotThere
from kgraph.pictures.arrange import Arranged, arrange
from kgraph.pictures.cards import KINDS
from kgraph.pictures.look import environment, look, template
from kgraph.pictures.map import drawn
from kgraph.pictures.view import view

__all__ = ["draw", "frame", "places", "to_html"]

#: vis-network 9.1.2, as the wheel of pyvis carries it
_VIS = "lib/vis-9.1.2/vis-network.min.js"
#: parts of the one script, in the order in which they need each other
_SCRIPTS = (
    *("state.js", "cards.js", "lines.js", "panel.js", "stage.js"),
    *("search.js", "reading.js", "paths.js", "export.js", "picture.js"),
)
#: where the data of a page begins
_DATA = '<script type="application/json" id="data">'
_OPTIONS: dict[str, Any] = {
    "physics": {"enabled": False},
    "layout": {"randomSeed": 1, "improvedLayout": False},
    "interaction": {"keyboard": False, "hover": True, "selectConnectedEdges": False, "tooltipDelay": 0},
    "nodes": {"chosen": False},
    "edges": {"chosen": False},
}
#: Statuses as the key shows and explains them, the surest first.
_KEY = (
    ("accepted", "a source says it in its own voice, and nobody here denies it"),
    ("reported", "only people who are quoted say it"),
    ("contested", "one says it is so, another says it is not"),
    ("denied", "somebody says it is not so, and nobody here says it is"),
    ("retracted", "withdrawn by its source or by a reviewer"),
)
#: what stands on a line of each status
_MARKS = {"accepted": "", "reported": "❝", "contested": "≠", "denied": "✕", "retracted": "⌫"}


def draw(claims: Claims, *, title: str, cache: Path | None = None, **how: Any) -> str:
    """A page that shows claims as lines between things, with who says so and in which words.

    Args:
        title: heading of the page.
        cache: a folder in which layouts are kept.
        how: what else `view` takes: `about`, `hops`, `only`, `preset`, `notes`, `texts`.

    Returns:
        HTML that needs no other file and no network. The same claims give the same text.

    Raises:
        BadInput: hops is less than 1.
        NotThere: the installed pyvis is not the one that kgraph was made for.
        Unknown: nothing is claimed about the thing or by it.
    """
    return to_html(arrange(view(claims, title=title, **how), cache=cache))


def places(html: str) -> dict[str, tuple[int, int]]:
    """Where the cards of a page stand, by id; empty if the text is no page of kgraph."""
    _, found, rest = html.partition(_DATA)
    try:
        nodes = json.loads(rest.partition("</script>")[0])["nodes"] if found else []
        return {str(node["id"]): (int(node["x"]), int(node["y"])) for node in nodes}
    except (ValueError, KeyError, TypeError):
        return {}


def frame(html: str, title: str) -> str:
    """The page inside a notebook, in a frame of its own that may run nothing but the page's own script."""
    return environment().get_template("frame.html").render(page=html, title=title)


def to_html(arranged: Arranged) -> str:
    """The page of a picture whose places are known.

    Raises:
        NotThere: the installed pyvis is not the one that kgraph was made for.
    """
    # slow to import, and most commands do not need it
    from pyvis.network import Network

    picture = arranged.picture
    network = Network(directed=True, heading=picture.title)
    network.set_options(json.dumps(_OPTIONS))
    _fill(network, arranged)
    network.templateEnv = environment()
    network.templateEnv.globals["page"] = _parts(arranged)
    network.path = "picture.html"
    html: str = network.generate_html()
    return html


def _fill(network: Any, arranged: Arranged) -> None:
    for card in arranged.picture.cards:
        x, y = arranged.cards[card.id]
        own = {key: value for key, value in asdict(card).items() if key not in ("id", "label")}
        network.add_node(card.id, label=card.label, shape="custom", x=x, y=y, physics=False, **own)
    for line in arranged.picture.lines:
        own = {key: value for key, value in asdict(line).items() if key not in ("subject", "object")}
        bend, label = arranged.bends[line.id], arranged.labels[line.id]
        network.add_edge(line.subject, line.object, bend=bend, **asdict(label), **own)


def _parts(arranged: Arranged) -> Mapping[str, Any]:
    """All that the template shows, but for the network itself."""
    from markupsafe import Markup

    picture = arranged.picture
    vis = _vis()
    style = template("picture.css")
    script = "".join(map(template, _SCRIPTS))
    policy = "; ".join(
        (
            "default-src 'none'",
            f"script-src {_hash(vis)} {_hash(script)}",
            f"style-src {_hash(style)}",
            "img-src data: blob:",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )
    statements = {one.id: one for one in picture.statements}
    used = {one.status for one in picture.statements}
    kinds = Counter(card.kind for card in picture.cards)
    relations = Counter(one.relation for one in picture.statements)
    return {
        "counts": picture.counts,
        "notes": picture.notes,
        "statements": picture.statements,
        "speakers": picture.speakers,
        "key": [
            (status, words, sum(one.status == status for one in picture.statements))
            for status, words in _KEY
            if status in used
        ],
        "marks": _MARKS,
        "map": drawn(arranged),
        "unreviewed": sum(one.unreviewed for one in picture.statements),
        "kinds": [(kind, kinds[kind]) for kind in (*KINDS, "Other") if kinds[kind]],
        "relations": sorted(relations.items()),
        "sources": {one.id: one for one in picture.sources},
        "data": {
            "sources": {one.id: asdict(one) for one in picture.sources},
            "statements": {id_: asdict(one) for id_, one in statements.items()},
            "speakers": [asdict(one) for one in picture.speakers],
            "documents": [asdict(one) for one in picture.documents],
            "timeline": [asdict(one) for one in picture.timeline],
            "meanings": dict(_KEY),
            "look": look(),
            "middle": picture.middle,
            "clusters": {one.id: asdict(one) for one in picture.clusters},
            "bridges": [asdict(one) for one in picture.bridges],
        },
        "policy": policy,
        "style": Markup(style),  # noqa: S704
        "vis": Markup(vis),  # noqa: S704
        "script": Markup(script),  # noqa: S704
    }


def _vis() -> str:
    try:
        text = resources.files("pyvis").joinpath(_VIS).read_text(encoding="utf-8")
    except OSError:
        raise NotThere("pyvis does not bring vis-network 9.1.2: install pyvis 0.3.2") from None
    if "</script" in text.lower() or "<!--" in text:
        raise NotThere("the vis-network of pyvis cannot stand inside a page: install pyvis 0.3.2")
    return "\n".join(line for line in text.split("\n") if not line.startswith("//# sourceMappingURL=")) + "\n"


def _hash(text: str) -> str:
    """The text as a source of a content security policy (https://www.w3.org/TR/CSP3/#grammardef-hash-source)."""
    return f"'sha256-{b64encode(sha256(text.encode('utf-8')).digest()).decode('ascii')}'"
