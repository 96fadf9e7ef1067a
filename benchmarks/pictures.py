"""How readable a picture is, beside other layouts of the same cards: crossings, lines through cards, overlaps, size.

    python -m benchmarks.pictures                  the shipped example
    python -m benchmarks.pictures output           any graph
    python -m benchmarks.pictures output boasberg  what is near one thing

The other layouts place the same cards, scaled until few overlap, and then get the same removal of overlaps. graphviz is
asked where it is installed.
"""

import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from functools import partial

import networkx as nx

import kgraph
from kgraph.graph import Graph
from kgraph.pictures import Picture, view
from kgraph.pictures.arrange import arrange
from kgraph.pictures.figures import measure
from kgraph.pictures.refine import Board
from kgraph.workspace import compile_workspace, example

Spots = Mapping[str, tuple[float, float]]

#: graphviz counts in points of 1/72 inch
_POINT = 72


def others(picture: Picture) -> Iterator[tuple[str, Callable[[], Spots]]]:
    """Layouts of other libraries, by name."""
    graph = nx.Graph()
    graph.add_nodes_from(card.id for card in picture.cards)
    graph.add_edges_from((line.subject, line.object) for line in picture.lines)
    yield "networkx kamada_kawai", lambda: parts(graph, nx.kamada_kawai_layout)
    yield "networkx spring", lambda: parts(graph, partial(nx.spring_layout, seed=1, iterations=200))
    yield "networkx forceatlas2", lambda: parts(graph, partial(nx.forceatlas2_layout, seed=1, max_iter=300))
    for program in ("neato", "fdp", "sfdp"):
        if shutil.which(program):
            yield f"graphviz {program}", lambda program=program: graphviz(program, picture)


def parts(graph: "nx.Graph[str]", layout: Callable[["nx.Graph[str]"], Spots]) -> Spots:
    """Each connected part by itself, side by side: some layouts know connected graphs only, others drive parts away."""
    found: dict[str, tuple[float, float]] = {}
    left = 0.0
    for part in sorted(map(sorted, nx.connected_components(graph)), key=len, reverse=True):
        room = len(part) ** 0.5
        spots = layout(graph.subgraph(part))
        most = max(abs(float(axis)) for spot in spots.values() for axis in spot) or 1.0
        for card, (x, y) in spots.items():
            found[card] = (left + (float(x) / most + 1) * room, float(y) / most * room)
        left += 2 * room + 0.5
    return found


def graphviz(program: str, picture: Picture) -> Spots:
    """Ask an installed graphviz; names are numbers, so that nothing in them is read as its language."""
    number = {card.id: i for i, card in enumerate(picture.cards)}
    nodes = "".join(
        f'{number[c.id]} [shape=box,fixedsize=true,label="",width={c.width / _POINT},height={c.height / _POINT}];'
        for c in picture.cards
    )
    edges = "".join(f"{number[line.subject]}--{number[line.object]};" for line in picture.lines)
    text = f"graph {{ overlap=prism; sep=0.3; {nodes} {edges} }}"
    run = subprocess.run([program, "-Tplain"], input=text, capture_output=True, text=True, check=True)
    rows = [row.split() for row in run.stdout.splitlines() if row.startswith("node ")]
    name = {str(i): card for card, i in number.items()}
    return {name[row[1]]: (float(row[2]) * _POINT, -float(row[3]) * _POINT) for row in rows}


def apart(picture: Picture, spots: Spots) -> dict[str, tuple[int, int]]:
    """The spots scaled until few cards overlap, then pushed apart as our own are."""
    sizes = [(card.width, card.height) for card in picture.cards]
    points = [(float(spots[card.id][0]), float(spots[card.id][1])) for card in picture.cards]
    span = max(max(p[i] for p in points) - min(p[i] for p in points) for i in (0, 1)) or 1.0
    wide = 260 * len(points) ** 0.5
    board = Board([(x / span * wide, y / span * wide) for x, y in points], sizes, [])
    board.part()
    return {card.id: (round(x), round(y)) for card, (x, y) in zip(picture.cards, board.points, strict=True)}


def row(name: str, picture: Picture, spots: Callable[[], Spots | None]) -> None:
    """One row of the table; None for our own layout."""
    start = time.perf_counter()
    try:
        found = spots()
    except ImportError as error:
        print(f"| {name} | needs {error.name} | | | | | | |")
        return
    arranged = arrange(picture, None if found is None else apart(picture, found))
    took = time.perf_counter() - start
    f = measure(arranged)
    figures = (f.crossings, f.through, f.overlaps, f.label_overlaps, f"{f.width} × {f.height}")
    print(f"| {name} | {' | '.join(map(str, figures))} | {f.zoom:.2f} | {took:.1f} |")


def main() -> None:
    """Print the table."""
    source = sys.argv[1] if len(sys.argv) > 1 else None
    with kgraph.open(source) if source else Graph(compile_workspace(example())) as graph:
        about = graph.find(sys.argv[2]).term if len(sys.argv) > 2 else None
        picture = view(graph.claims, title="", about=about)
    print(f"{len(picture.cards)} cards, {len(picture.lines)} lines\n")
    print("| layout | crossings | through cards | overlaps | label overlaps | size | zoom | seconds |")
    print("|---|--:|--:|--:|--:|--:|--:|--:|")
    row("**kgraph**", picture, lambda: None)
    for name, layout in others(picture):
        row(name, picture, layout)


if __name__ == "__main__":
    main()
