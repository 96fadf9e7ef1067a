"""kgraph: who says what about whom, under which law, in which exact words.

import kgraph

graph = kgraph.open("output")           # a file, an output folder, an Oxigraph directory; nothing: the example
graph.claims, graph.find("boasberg"), graph.query("SELECT …"), graph.network(), graph.to_rdflib()
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from os import PathLike

    from kgraph.graph import Graph

__all__ = ["__version__", "open"]

__version__ = "0.1.0"


def open(source: str | PathLike[str] | None = None) -> Graph:  # noqa: A001
    """The graph in a TriG, Turtle or N-Quads file, an `output/` folder or an Oxigraph directory.

    Without a source: the workspace's graph, else `./output/graph.trig`, else the shipped example.

    Raises:
        KgraphError: it is not there or cannot be read.
    """
    from kgraph.workspace import open_graph

    return open_graph(None if source is None else str(source))
