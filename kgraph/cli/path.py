"""kgraph path."""

from typing import Annotated

import typer

from kgraph.cli.output import AS_JSON, STORE, emit, note, say

__all__ = ["path"]


def path(
    start: Annotated[str, typer.Argument(metavar="A", help="Where the path starts: a name, label or alias.")],
    end: Annotated[str, typer.Argument(metavar="B", help="Where it ends.")],
    number: Annotated[
        int, typer.Option("--number", "-k", min=1, max=50, help="How many paths, the shortest first.")
    ] = 3,
    facts_only: Annotated[bool, typer.Option("--facts", help="Only over facts; without it, over claims too.")] = False,
    store: Annotated[str | None, STORE] = None,
    as_json: Annotated[bool, AS_JSON] = False,
) -> None:
    """How two entities are connected, with the claim and its speaker on each step.

    A path is not a link: read each step. Exit code 1: there is none.

    \b
    Examples:
      kgraph path homan cecot
      kgraph path trump "Tren de Aragua" --facts
      kgraph path homan cecot -k 1 --json
    """
    from kgraph.claims import claim_record
    from kgraph.cli.claims import show_claim
    from kgraph.network import paths
    from kgraph.terms import name
    from kgraph.workspace import open_graph

    with open_graph(store) as graph:
        for text in graph.claims.notes:
            note(text)
        a, b = graph.find(start), graph.find(end)
        found = paths(graph.network(facts_only=facts_only), name(a.term), name(b.term), k=number)
        if as_json:
            emit(
                {
                    "from": {"id": name(a.term), "label": a.label},
                    "to": {"id": name(b.term), "label": b.label},
                    "factsOnly": facts_only,
                    "paths": [[claim_record(graph.ontology, step.claim) for step in way.steps] for way in found],
                }
            )
        elif found:
            say("A path is not a link: read each step.")
            for count, way in enumerate(found, 1):
                say()
                say(
                    f"Path {count} of {len(found)}: {len(way.steps)} step{'s' if len(way.steps) > 1 else ''}",
                    style="bold",
                )
                for step in way.steps:
                    does = "speaks of" if step.said else step.claim.relation.label
                    arrow = f"— {does} →" if step.forward else f"← {does} —"
                    say(f"{step.start.label} {arrow} {step.end.label}")
                    show_claim(graph.ontology, step.claim)
        else:
            also = "; without --facts, claims count too" if facts_only else ""
            say(f"No {'fact' if facts_only else 'claim'}s here connect {a.label} and {b.label}{also}.")
        if not found:
            raise typer.Exit(1)
