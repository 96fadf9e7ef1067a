"""The same graph through plain pyvis and through kgraph, in the same browser: figures and a screenshot of each.

    python -m benchmarks.side_by_side FOLDER

Needs Playwright and Chromium. Prints a table; docs/pictures.md shows it.
"""

import re
import sys
import time
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path
from typing import Any

from kgraph.claims import Claims
from kgraph.graph import Graph
from kgraph.pictures import Picture, draw, view
from kgraph.pictures.geometry import crosses
from kgraph.pictures.selection import is_line
from kgraph.workspace import compile_workspace, example

_WIDTH, _HEIGHT = 1800, 1150
#: how long pyvis may move its dots before it is looked at, in seconds
_PATIENCE = 60
_PLACES = """() => network.body.nodeIndices.map((id) => {
    const box = network.getBoundingBox(id);
    return { id, ...network.getPosition(id), ...box };
})"""
_OURS = """() => {
    const { nodes } = JSON.parse(document.getElementById('data').textContent);
    return nodes.map(({ id, x, y, width, height }) =>
        ({ id, x, y, left: x - width / 2, right: x + width / 2, top: y - height / 2, bottom: y + height / 2 }));
}"""


def plain(claims: Claims) -> str:
    """The graph as the first example of pyvis would draw it."""
    from pyvis.network import Network

    network = Network(height="1100px", directed=True, cdn_resources="in_line")
    for claim in claims:
        if is_line(claim):
            network.add_node(claim.subject.term, label=claim.subject.label)
            network.add_node(claim.object.term, label=claim.object.label)
            network.add_edge(claim.subject.term, claim.object.term, label=claim.relation.label)
    text: str = network.generate_html()
    return text


def overlapping(boxes: list[dict[str, Any]]) -> int:
    """Pairs of boxes, words included, that share more than a pixel."""
    return sum(
        min(a["right"], b["right"]) - max(a["left"], b["left"]) > 1
        and min(a["bottom"], b["bottom"]) - max(a["top"], b["top"]) > 1
        for a, b in combinations(boxes, 2)
    )


def crossing(boxes: list[dict[str, Any]], pairs: list[tuple[str, str]]) -> int:
    """Lines that cross between their ends; lines between the same two count once."""
    spot = {box["id"]: (box["x"], box["y"]) for box in boxes}
    return sum(
        crosses(spot[a], spot[b], spot[c], spot[d])
        for (a, b), (c, d) in combinations(sorted(set(pairs)), 2)
        if len({a, b, c, d}) == 4
    )


def looked_at(browser: Any, html: str, folder: Path, name: str, picture: Picture, claims: Claims) -> Iterator[str]:
    """One column of the table."""
    path = folder / f"{name}.html"
    path.write_text(html, encoding="utf-8", newline="\n")
    context = browser.new_context(viewport={"width": _WIDTH, "height": _HEIGHT})
    page = context.new_page()
    asked: list[str] = []
    # nothing leaves this machine; what the page asks for is counted
    page.route(re.compile("^https?:"), lambda route: (asked.append(route.request.url), route.abort()))
    start = time.perf_counter()
    page.goto(path.as_uri(), wait_until="domcontentloaded")
    if name == "kgraph":
        page.wait_for_function("typeof kgraphPicture === 'object'")
        ready, boxes = time.perf_counter() - start, page.evaluate(_OURS)
        pairs = [tuple(sorted((line.subject, line.object))) for line in picture.lines]
        letters = 13 * page.evaluate("kgraphPicture.scale()")
    else:
        page.evaluate(
            f"""() => new Promise((done) => {{
                network.once('stabilized', done); setTimeout(done, {_PATIENCE * 1000});
            }})"""
        )
        ready = time.perf_counter() - start
        page.evaluate("network.fit({ animation: false })")
        boxes = page.evaluate(_PLACES)
        pairs = [tuple(sorted((c.subject.term, c.object.term))) for c in claims if is_line(c)]
        letters = 14 * page.evaluate("network.getScale()")
    page.screenshot(path=folder / f"{name}.png")
    context.close()
    yield f"{len(boxes)}"
    yield f"{crossing(boxes, pairs)}"
    yield f"{overlapping(boxes)}"
    yield f"{letters:.1f} px"
    yield f"{len(asked)}"
    yield f"{ready:.1f} s"
    yield f"{len(html.encode('utf-8')) // 1000} kB"


def main() -> None:
    """Print the table and leave the pages and screenshots in the folder."""
    from playwright.sync_api import sync_playwright

    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    with Graph(compile_workspace(example())) as graph, sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox", "--disable-gpu"]
        )
        claims = graph.claims
        picture = view(claims, title="")
        pages = {"pyvis": plain(claims), "kgraph": draw(claims, title="The same graph")}
        columns = [list(looked_at(browser, html, folder, name, picture, claims)) for name, html in pages.items()]
        browser.close()
    names = (
        "dots or cards",
        "lines that cross",
        "dots, cards and names that overlap",
        "height of names when all is seen",
    )
    names += ("requests to other machines", "until it rests", "size of the file")
    print("| | pyvis | kgraph |\n|---|--:|--:|")
    for name, theirs, ours in zip(names, *columns, strict=True):
        print(f"| {name} | {theirs} | {ours} |")


if __name__ == "__main__":
    main()
