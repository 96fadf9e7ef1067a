"""kgraph export."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from kgraph.cli.output import STORE, emit_bytes, say

__all__ = ["export"]


class Format(StrEnum):
    """What can be written."""

    turtle = "turtle"
    trig = "trig"
    nquads = "nquads"
    ntriples = "ntriples"
    jsonld = "jsonld"
    rdfxml = "rdfxml"
    graphml = "graphml"
    gexf = "gexf"
    csv = "csv"


class Part(StrEnum):
    """What of the graph."""

    facts = "facts"
    claims = "claims"
    all = "all"


def export(
    format_: Annotated[Format, typer.Option("--format", "-f", help="The format.")] = Format.turtle,
    what: Annotated[
        Part, typer.Option("--what", help="Which part; trig, nquads, graphml, gexf and csv mostly want all.")
    ] = Part.facts,
    withhold_text: Annotated[
        bool, typer.Option("--withhold-text", help="Digests in place of all exact words.")
    ] = False,
    excel_safe: Annotated[
        bool, typer.Option("--excel-safe", help="CSV in which no cell can be taken for a formula.")
    ] = False,
    output: Annotated[
        Path, typer.Option("--output", "-o", metavar="FILE", help="Where to write; - is standard output.")
    ] = Path("-"),
    store: Annotated[str | None, STORE] = None,
) -> None:
    """Write the graph, or a part of it, in a format that other programs read.

    Sorted and without blank nodes: the same graph gives the same bytes.

    \b
    Examples:
      kgraph export > facts.ttl
      kgraph export --format csv --what all --excel-safe -o claims.csv
      kgraph export --format graphml --what all -o graph.graphml
    """
    from kgraph.claims import RULE
    from kgraph.exports import export as export_graph
    from kgraph.files import write_file
    from kgraph.workspace import open_graph

    with open_graph(store) as graph:
        data = export_graph(
            graph.store.data(),
            format_.value,
            what=what.value,
            withhold_text=withhold_text,
            excel_safe=excel_safe,
            header=["Made by kgraph.", RULE, *graph.claims.notes],
        )
    if output == Path("-"):
        emit_bytes(data)
        return
    write_file(output, data)
    say(f"{output}: {len(data):,} bytes.")
