"""kgraph draw."""

from pathlib import Path
from typing import Annotated

import typer

from kgraph.cli.output import STORE, emit_bytes, say

__all__ = ["draw"]


def draw(
    output: Annotated[
        Path, typer.Option("--output", "-o", metavar="FILE", help="The HTML file to write; - is standard output.")
    ] = Path("graph.html"),
    about: Annotated[
        str | None, typer.Option("--about", metavar="ENTITY", help="Only what is near this entity.")
    ] = None,
    hops: Annotated[int, typer.Option("--hops", min=1, max=10, help="How near: steps away from --about.")] = 1,
    title: Annotated[str | None, typer.Option("--title", help="What the picture is called.")] = None,
    store: Annotated[str | None, STORE] = None,
    open_it: Annotated[bool, typer.Option("--open", help="Open it in the browser.")] = False,
) -> None:
    """Write the interactive picture: one HTML file that needs no network.

    A line is a claim; click it to see who says so, in which words.

    \b
    Examples:
      kgraph draw
      kgraph draw --about boasberg --hops 1 -o boasberg.html --open
    """
    from kgraph.files import write_file
    from kgraph.pictures import draw as draw_page
    from kgraph.workspace import open_graph

    with open_graph(store) as graph:
        near = graph.find(about) if about else None
        heading = title or (near.label if near else "Who says what")
        claims = graph.claims
        page = draw_page(claims, title=heading, about=near.term if near else None, hops=hops, notes=claims.notes)
    if output == Path("-"):
        emit_bytes(page.encode("utf-8"))
        return
    write_file(output, page.encode("utf-8"))
    say(f"{output}: open it in a browser; click a line to see who says so, in which words.")
    if open_it:
        typer.launch(output.resolve().as_uri())
