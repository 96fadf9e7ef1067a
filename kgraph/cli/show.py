"""kgraph show."""

from typing import Annotated

import typer

from kgraph.cli.output import AS_JSON, STORE, emit, note, say

__all__ = ["show"]


def show(
    entity: Annotated[
        str, typer.Argument(metavar="ENTITY", help="A name, label or alias: boasberg, person:james-boasberg.")
    ],
    store: Annotated[str | None, STORE] = None,
    facts_only: Annotated[bool, typer.Option("--facts", help="Only what stands as a fact here.")] = False,
    as_json: Annotated[bool, AS_JSON] = False,
) -> None:
    """All claims about an entity and by it, grouped by status, with speaker and words.

    \b
    Examples:
      kgraph show boasberg
      kgraph show "Tren de Aragua" --json
      kgraph show claim:9a9934a081ac7fde
    """
    from kgraph.claims import ORDER, claim_record, explain
    from kgraph.cli.claims import show_claim
    from kgraph.terms import iri, kind_of, name
    from kgraph.workspace import open_graph

    with open_graph(store) as graph:
        for text in graph.claims.notes:
            note(text)
        claims = graph.claims
        if kind_of(iri(entity) if entity.startswith("claim:") else "") == "claim":
            claim = claims.claim(iri(entity))
            if as_json:
                emit(claim_record(graph.ontology, claim) | {"why": explain(graph.ontology, claim)})
                return
            show_claim(graph.ontology, claim, indent="")
            for step in explain(graph.ontology, claim):
                say(f"  {step}")
            for other in claim.contradicts:
                say(f"  Cannot hold together with: {claims.claim(other).label} ({name(other)})")
            return
        thing = graph.find(entity)
        about = [c for c in claims.about(thing.term) if c.fact or not facts_only]
        by = (
            []
            if facts_only
            else [c for c in claims.by(thing.term) if thing.term not in (c.subject.term, c.object.term)]
        )
        known = graph.registry.get(name(thing.term))
        if as_json:
            emit(
                {
                    "id": name(thing.term),
                    "label": thing.label,
                    "about": [claim_record(graph.ontology, c) for c in about],
                    "by": [claim_record(graph.ontology, c) for c in by],
                }
            )
        else:
            say(f"{thing.label}  ({name(thing.term)})", style="bold")
            if known and len(known.names) > 1:
                say("Also: " + ", ".join(n for n in known.names if n != thing.label))
            for heading, found in (("About", about), ("Said by", by)):
                if not found:
                    continue
                say()
                say(f"{heading} {thing.label}: {len(found)} claims", style="bold")
                for status in ORDER:
                    for claim in (c for c in found if c.status == status):
                        show_claim(graph.ontology, claim)
            if not about and not by:
                say("Nobody here claims anything about it, and it says nothing.")
        if not about and not by:
            raise typer.Exit(1)
