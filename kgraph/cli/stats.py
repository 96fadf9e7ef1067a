"""kgraph stats."""

from collections import Counter
from typing import Annotated

from kgraph.cli.output import AS_JSON, STORE, emit, note, say

__all__ = ["stats"]


def stats(store: Annotated[str | None, STORE] = None, as_json: Annotated[bool, AS_JSON] = False) -> None:
    """What the graph holds: documents, speakers, claims by status, facts, things by kind.

    \b
    Examples:
      kgraph stats
      kgraph stats --store output/graph.trig --json
    """
    from kgraph.claims import ORDER
    from kgraph.terms import iri, kind_of
    from kgraph.workspace import open_graph

    with open_graph(store) as graph:
        for text in graph.claims.notes:
            note(text)
        every = list(graph.claims)
        said = {s.term: s for claim in every for s in claim.said}
        sources = {p.source.term for s in said.values() for p in s.passages}
        withheld = sum(1 for s in said.values() for p in s.passages if p.words is None)
        speakers = Counter(s.speaker.label for s in said.values())
        kinds = Counter(kind_of(thing.term) or "other" for thing in graph.claims.entities)
        statuses = Counter(claim.status for claim in every)
        tables = {
            "statuses": {status: statuses[status] for status in ORDER if statuses[status]},
            "speakers": dict(sorted(speakers.items(), key=lambda pair: (-pair[1], pair[0]))),
            "things": dict(sorted(kinds.items())),
        }
        data = {
            "statements": len(graph.store),
            "documents": len(sources),
            "claims": len(every),
            "facts": sum(1 for claim in every if claim.fact),
            "unreviewed": sum(1 for claim in every if claim.unreviewed),
            "hedged": sum(1 for claim in every if claim.modality or claim.bound),
            "attributions": len(said),
            "secondHand": sum(1 for s in said.values() if s.via),
            "withheldPassages": withheld,
            "unnamedSpeakers": len(
                {s.speaker.term for s in said.values() if any(graph.store.quads(s.speaker.term, iri("kg:anonymous")))}
            ),
        }
    if as_json:
        emit(data | tables)
        return
    words = {
        "statements": "RDF statements",
        "documents": "documents quoted",
        "claims": "claims",
        "facts": "of them stand as facts",
        "unreviewed": "of them nobody has reviewed",
        "hedged": "of them hedged (never facts)",
        "attributions": "statements by speakers",
        "secondHand": "of them at second hand",
        "withheldPassages": "passages whose words are withheld",
        "unnamedSpeakers": "unnamed speakers",
    }
    for key, text in words.items():
        say(f"{data[key]:>9,}  {text}")
    for heading, key in (
        ("Claims by status", "statuses"),
        ("Statements by speaker", "speakers"),
        ("Things by kind", "things"),
    ):
        say()
        say(heading, style="bold")
        for label, number in tables[key].items():
            say(f"{number:>9,}  {label}")
