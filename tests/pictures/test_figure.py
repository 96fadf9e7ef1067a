"""The drawing without script: the same each time, complete, and nothing in it but text and shapes."""

import shutil
import xml.etree.ElementTree as ET
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path

import pytest

from kgraph.claims import Claims
from kgraph.errors import NotThere
from kgraph.graph import Graph
from kgraph.pictures import arrange, frame, size, to_figure, to_png, to_svg, view
from kgraph.pictures.look import colours, look
from kgraph.pictures.png import _NAMES
from kgraph.pictures.shapes import outline
from kgraph.terms import Quad, iri, literal

SVG = "{http://www.w3.org/2000/svg}"
GOLDEN = Path(__file__).parent / "town.svg"
PAYLOADS = (
    "</title><script>window.pwned=1</script>",
    '" onload="window.pwned=1',
    "]]></svg><img src=x onerror=window.pwned=1>",
    "&lt;b&gt; \x00\x1b\ufffe",
    "</figure></iframe><script>window.pwned=1</script>",
)


def texts(drawing: str) -> list[str]:
    return [text.text or "" for text in ET.fromstring(drawing).iter(f"{SVG}text")]


def test_it_is_the_drawing_that_was_looked_at(town: Claims) -> None:
    assert to_svg(arrange(view(town, title="Harbour and town"))) == GOLDEN.read_text(encoding="utf-8")


def test_every_card_line_and_badge_is_there_and_says_what_it_is(town: Claims) -> None:
    picture = view(town, title="Harbour and town")
    drawing = to_svg(arrange(picture))
    shown = texts(drawing)
    assert {"harbour office", "Cara Dunn", "town judge", "defies", "≠", "❝ Ga", "✕ AB", "❝ AB?"} <= set(shown)
    assert "not a proof" in " ".join(shown)
    assert "1 claim not in the picture" in " ".join(shown)
    titles = [title.text or "" for title in ET.fromstring(drawing).iter(f"{SVG}title")]
    assert any("Ann Bell denies that the harbour office defies the order" in title for title in titles)
    # a retracted claim is left out until somebody asks for it
    assert "member of" not in shown


def test_reviewed_and_unreviewed_lines_differ(town: Claims) -> None:
    groups = list(ET.fromstring(to_svg(arrange(view(town, title="Town")))).iter(f"{SVG}g"))
    lines = [group for group in groups if (group.get("class") or "").startswith("line")]
    pale = [line for line in lines if line.get("opacity") == "0.6"]
    assert len(pale) == 1
    assert pale[0].findall(f"{SVG}path")[-1].get("fill") == "none"
    assert sum(line.findall(f"{SVG}path")[-1].get("fill") != "none" for line in lines) == len(lines) - 1


def test_a_long_title_is_set_in_rows(town: Claims) -> None:
    short, long = (arrange(view(town, title=title)) for title in ("Town", "The harbour, the town and the court " * 5))
    assert size(long)[1] > size(short)[1]
    width, _ = size(long)
    rows = [text for text in ET.fromstring(to_svg(long)).iter(f"{SVG}text") if text.get("font-size") == "20"]
    assert len(rows) > 1
    assert all(len(row.text or "") * 20 * 0.66 <= width for row in rows)


def hostile(quads: list[Quad]) -> list[Quad]:
    naming = (iri("rdfs:label"), iri("oa:exact"))
    return [
        quad._replace(object=literal(f"{PAYLOADS[number % len(PAYLOADS)]} {number}"))
        if quad.predicate in naming
        else quad
        for number, quad in enumerate(quads)
    ]


class Tags(HTMLParser):
    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, list[tuple[str, str | None]]]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, attrs))


def test_hostile_texts_stay_texts(quads: list[Quad], claims_of: Callable[[list[Quad]], Claims]) -> None:
    arranged = arrange(view(claims_of(hostile(quads)), title=PAYLOADS[0], notes=PAYLOADS))
    drawing = ET.fromstring(to_svg(arranged))
    assert {element.tag.removeprefix(SVG) for element in drawing.iter()} <= {
        *("svg", "title", "desc", "rect", "g", "path", "text")
    }
    for html in (to_figure(arranged), frame(to_figure(arranged), PAYLOADS[1])):
        for tag, attributes in Tags(html).tags:
            assert tag not in ("script", "style", "img", "link")
            assert not [name for name, _ in attributes if name.startswith("on") or name == "style"]


def test_the_figure_tells_each_side_in_words_and_leads_to_the_source(town: Claims) -> None:
    html = to_figure(arrange(view(town, title="Town")))
    assert html.startswith('<figure class="kgraph">')
    assert "<b>contested:</b> Ann Bell denies that the harbour office defies the order." in html
    assert "<q>nobody defied them</q>" in html
    assert 'href="https://example.org/harbour" rel="noreferrer"' in html
    assert "reported, unreviewed:" in html


def test_a_notebook_shows_the_page_in_a_frame_that_may_do_nothing_else(quads: list[Quad]) -> None:
    with Graph(quads) as graph:
        html = graph._repr_html_()
    (tag, attributes), *others = Tags(html).tags
    assert tag == "iframe"
    assert others == []
    given = dict(attributes)
    assert given["sandbox"] == "allow-scripts"
    assert (given["srcdoc"] or "").startswith("<!doctype html>")


def test_without_a_browser_a_png_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shutil.which", lambda name: None)
    with pytest.raises(NotThere, match="--svg"):
        to_png("<svg/>", 10, 10)


def test_a_browser_that_does_not_draw_is_an_error_in_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shutil.which", lambda name: "/bin/false")
    with pytest.raises(NotThere, match="did not draw"):
        to_png("<svg/>", 10, 10)


@pytest.mark.skipif(not any(map(shutil.which, _NAMES)), reason="needs Chromium, which is not installed here")
def test_a_png_is_twice_the_size_of_the_drawing(town: Claims) -> None:
    arranged = arrange(view(town, title="Town"))
    image = to_png(to_svg(arranged), *size(arranged))
    assert image.startswith(b"\x89PNG")
    width, height = (int.from_bytes(image[at : at + 4], "big") for at in (16, 20))
    assert (width, height) == tuple(2 * side for side in size(arranged))


def test_the_style_of_the_page_gives_the_colours_of_both_themes() -> None:
    light, dark = colours(), colours(dark=True)
    assert (light["page"], dark["page"]) == ("#fafaf7", "#14171a")
    assert light["halo"] == "rgba(232, 110, 40, .28)"
    assert set(light) == set(dark)
    families = set(look()["families"].values())
    assert {f"{family}{edge}" for family in families for edge in ("", "-edge")} <= set(light)


def test_each_kind_has_an_outline_of_its_own() -> None:
    kinds = ("Person", "Office", "Institution", "Court", "Organisation", "Law", "Event", "Place")
    assert len({outline(kind, 0, 0, 100, 40) for kind in kinds}) == len(kinds)
