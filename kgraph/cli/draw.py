"""kgraph draw."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kgraph.cli.output import STORE, emit_bytes, say

if TYPE_CHECKING:
    from kgraph.graph import Graph
    from kgraph.pictures import Arranged
    from kgraph.terms import Term

__all__ = ["draw"]

#: what is written by default
_NAMES = {"page": "graph.html", "svg": "graph.svg", "png": "graph.png", "embed": "figure.html"}


def draw(
    given: Annotated[
        list[str] | None,
        typer.Argument(metavar="KEY=VALUE", help="What --question asks for, as in who=boasberg.", show_default=False),
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE",
            help="The file to write; - is standard output. By default graph.html, graph.svg, graph.png or figure.html.",
        ),
    ] = None,
    about: Annotated[
        str | None, typer.Option("--about", metavar="ENTITY", help="Only what is near this entity.")
    ] = None,
    hops: Annotated[int, typer.Option("--hops", min=1, max=10, help="How near: steps away from --about.")] = 1,
    question: Annotated[
        str | None, typer.Option("--question", metavar="NAME", help="Only what the answer to this question rests on.")
    ] = None,
    path: Annotated[
        tuple[str, str] | None, typer.Option("--path", metavar="A B", help="Only how two entities are connected.")
    ] = None,
    disputes: Annotated[
        bool, typer.Option("--disputes", help="Only what is contested or denied, and what contradicts it.")
    ] = False,
    timeline: Annotated[
        bool, typer.Option("--timeline", help="Only what happened or was said at a known date.")
    ] = False,
    preset: Annotated[
        str,
        typer.Option("--as", metavar="PRESET", help="What lines to show: claims, reviewed, facts, quoted or disputes."),
    ] = "claims",
    title: Annotated[str | None, typer.Option("--title", help="What the picture is called.")] = None,
    svg: Annotated[bool, typer.Option("--svg", help="Write a drawing without script (SVG).")] = False,
    png: Annotated[bool, typer.Option("--png", help="Write an image (PNG), with an installed Chromium.")] = False,
    embed: Annotated[
        bool, typer.Option("--embed", help="Write a fragment for a web page: drawing and sentences, no script.")
    ] = False,
    store: Annotated[str | None, STORE] = None,
    open_it: Annotated[bool, typer.Option("--open", help="Open it in the browser.")] = False,
) -> None:
    """Write the interactive picture: one HTML file that needs no network.

    A line is a claim; click it to see who says so, in which words. Where the file is there already, and shows most of
    the same things, they stay where they are.

    \b
    Examples:
      kgraph draw
      kgraph draw --about boasberg --hops 1 -o boasberg.html --open
      kgraph draw --question who-denies-what who=leavitt
      kgraph draw --path homan cecot --svg
      kgraph draw --disputes --embed -o disputes.html
    """
    from kgraph.errors import BadQuery
    from kgraph.files import write_file
    from kgraph.pictures import PRESETS, arrange, view
    from kgraph.workspace import find, open_graph

    if sum((svg, png, embed)) > 1:
        raise BadQuery("--svg, --png and --embed: choose one")
    if sum((question is not None, path is not None, disputes, timeline)) > 1:
        raise BadQuery("--question, --path, --disputes and --timeline: choose one")
    if given and question is None:
        raise BadQuery(f"{given[0]!r} belongs to --question; name one")
    kind = "svg" if svg else "png" if png else "embed" if embed else "page"
    with open_graph(store) as graph:
        near = graph.find(about) if about else None
        heading, only, notes = _chosen(graph, question, given or [], path, disputes, timeline)
        if preset in PRESETS and preset != "claims":
            notes.append(f"shown: {PRESETS[preset][0]}")
        picture = view(
            graph.claims,
            title=title or heading or (near.label if near else "Who says what"),
            about=near.term if near else None,
            hops=hops,
            only=only,
            preset=preset,
            notes=[*graph.claims.notes, *notes],
            texts=_texts(store),
        )
    target = output or Path(_NAMES[kind])
    here = find()
    arranged = arrange(
        picture, before=_before(target) if kind == "page" else None, cache=here.layouts if here else None
    )
    data = _written(kind, arranged)
    if target == Path("-"):
        emit_bytes(data)
        return
    write_file(target, data)
    hint = "open it in a browser; click a line to see who says so, in which words."
    say(f"{target}: {hint}" if kind == "page" else f"{target}: {picture.counts}; a line is a claim, not a proof.")
    if open_it:
        typer.launch(target.resolve().as_uri())


def _chosen(
    graph: "Graph",
    question: str | None,
    given: list[str],
    path: tuple[str, str] | None,
    disputes: bool,
    timeline: bool,
) -> "tuple[str, set[Term] | None, list[str]]":
    """What the picture is called, the claims that it is made of if it is not all, and what must be known of them."""
    from kgraph.cli import choosing

    if question is not None:
        heading, found = choosing.of_question(graph, question, given)
        return heading, found, [f"shown: what the answer to {question} rests on"]
    if path is not None:
        heading, found = choosing.of_paths(graph, *path)
        return heading, found, ["A path is not a link: read each step."]
    if disputes:
        return "What is disputed", choosing.disputed(graph), ["shown: only what is disputed, and what contradicts it"]
    if timeline:
        return "What happened and was said, by date", choosing.dated(graph), ["shown: only what has a known date"]
    return "", None, []


def _texts(store: str | None) -> dict[str, str]:
    """The texts of the documents in the workspace, or in the example, as far as they may be shown whole."""
    from kgraph import dossier as dossiers
    from kgraph.workspace import example, find, texts_at_hand

    here = find() or (None if store or Path("output/graph.trig").is_file() else example())
    if here is None or store is not None:
        return {}
    kept = [found for found in map(dossiers.read, here.dossiers) if found.document.words == "kept"]
    return texts_at_hand(kept, [here.documents] if here.documents.is_dir() else [])[0]


def _before(target: Path) -> dict[str, tuple[int, int]]:
    """Where cards stand in the picture that is written anew, so that its readers find them again."""
    from kgraph.pictures import places

    try:
        return places(target.read_text(encoding="utf-8")) if target.is_file() else {}
    except (OSError, UnicodeDecodeError):
        return {}


def _written(kind: str, arranged: "Arranged") -> bytes:
    from kgraph import pictures

    match kind:
        case "svg":
            return pictures.to_svg(arranged).encode("utf-8")
        case "embed":
            return pictures.to_figure(arranged).encode("utf-8")
        case "png":
            return pictures.to_png(pictures.to_svg(arranged), *pictures.size(arranged))
        case _:
            return pictures.to_html(arranged).encode("utf-8")
