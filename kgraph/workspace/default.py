"""The graph that a command works on when it is told, and when it is not."""

from pathlib import Path

from kgraph.errors import NotThere
from kgraph.graph import Graph
from kgraph.workspace.build import compile_workspace
from kgraph.workspace.workspace import example, find

__all__ = ["open_graph"]


def open_graph(source: str | None = None) -> Graph:
    """The graph that is named, else the workspace's, else `./output/graph.trig`, else the shipped example.

    Raises:
        NotThere: there is none at that place, or the workspace has not been built.
        KgraphError: it cannot be read.
    """
    here = find()
    registries = here.registries if here else ()
    if source is not None:
        if source.startswith(("http://", "https://")):
            raise NotThere(f"{source}: graphs at an address cannot be asked yet; name a file or a folder")
        path = Path(source)
        if not path.exists():
            raise NotThere(f"{source} is not there; name a graph file, an output folder or an Oxigraph directory")
        return Graph(path, registries)
    if here is not None:
        built = here.root / "output" / "graph.trig"
        if not built.is_file():
            raise NotThere(f"the workspace {here.root} has no output yet; run `kgraph build` first")
        return Graph(built, registries)
    local = Path("output") / "graph.trig"
    if local.is_file():
        return Graph(local)
    return Graph(compile_workspace(example()))
