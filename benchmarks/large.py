"""A graph of many made-up things, to see how the picture holds: places, people and offices of towns that quarrel.

    python -m benchmarks.large 10000 large.html

Prints how long each step takes and how large the page is.
"""

import sys
import time
from pathlib import Path

from kgraph import ontology
from kgraph.claims import Claims
from kgraph.pictures import arrange, to_html, view
from kgraph.pictures.geometry import Series
from kgraph.store import Store
from kgraph.terms import Quad, iri, literal

#: things of one town
_TOWN = 40
_RELATIONS = ("org:memberOf", "kg:defies", "kg:affects", "kg:directedAt", "kg:issuedBy")
_KINDS = (("person", "kg:Person"), ("body", "kg:Institution"), ("law", "kg:CourtOrder"), ("event", "kg:Event"))
_STATUSES = ("accepted",) * 6 + ("reported",) * 10 + ("denied",) * 3 + ("contested",)


def quads(things: int) -> list[Quad]:
    """About as many claims again as things, most of them within a town."""
    chance = Series(7)
    claims, facts = iri("graph:claims"), iri("graph:facts")
    names = []
    found = []
    for number in range(things):
        prefix, class_ = _KINDS[number % len(_KINDS)]
        term = iri(f"{prefix}:thing-{number}")
        names.append(term)
        found.append(Quad(term, iri("rdf:type"), iri(class_), facts))
        label = literal(f"{class_[3:].lower()} {number} of town {number // _TOWN}", language="en")
        found.append(Quad(term, iri("rdfs:label"), label, facts))
    for number in range(things * 6 // 5):
        one = chance.pick(things)
        near = one // _TOWN * _TOWN + chance.pick(_TOWN)
        other = chance.pick(things) if chance.pick(12) == 0 else min(near, things - 1)
        status = _STATUSES[chance.pick(len(_STATUSES))]
        relation = _RELATIONS[chance.pick(len(_RELATIONS))]
        claim = iri(f"claim:{number:016x}")
        ends = {"rdf:subject": names[one], "rdf:predicate": iri(relation), "rdf:object": names[other]}
        found += [Quad(claim, iri(key), term, claims) for key, term in ends.items()]
        found.append(Quad(claim, iri("rdf:type"), iri("kg:Claim"), claims))
        found.append(Quad(claim, iri("kg:status"), iri(f"kgc:{status}"), claims))
        found.append(Quad(claim, iri("rdfs:label"), literal(f"claim {number} is so", language="en"), claims))
        for rank, side in enumerate(
            {"denied": ("denies",), "contested": ("states", "denies")}.get(status, ("states",))
        ):
            said = iri(f"said:{number:015x}{rank}")
            found.append(Quad(said, iri("kg:claim"), claim, claims))
            found.append(Quad(said, iri("kg:speaker"), names[chance.pick(things)], claims))
            found.append(Quad(said, iri("kg:stance"), iri(f"kgc:{side}"), claims))
    return found


def main() -> None:
    """Draw it, and say how long that took the processor."""
    things = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    with Store.of(quads(things)) as store:
        start = time.process_time()
        picture = view(Claims(store, ontology.load()), title=f"{things:,} things")
        seen = time.process_time()
        arranged = arrange(picture)
        placed = time.process_time()
        page = to_html(arranged)
        done = time.process_time()
    print(f"{things:,} things: view {seen - start:.1f} s, layout {placed - seen:.1f} s, page {done - placed:.1f} s")
    print(f"together {done - start:.1f} s, {len(page.encode('utf-8')) / 1e6:.2f} MB, {len(picture.cards)} cards")
    if len(sys.argv) > 2:
        Path(sys.argv[2]).write_text(page, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
