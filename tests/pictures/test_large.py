"""A graph that is too large to be drawn: its most disputed part, a map of all, and words for what is not shown."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from kgraph.claims import Claims
from kgraph.pictures import Picture, arrange, to_html, to_svg, view
from kgraph.pictures.geometry import Series
from kgraph.terms import Quad, iri, literal

TOWNS, IN_TOWN = 12, 20


def towns() -> list[Quad]:
    """Towns whose things are spoken of together, two of them with a dispute between them."""
    chance = Series(3)
    facts, claims = iri("graph:facts"), iri("graph:claims")
    found, pairs = [], []
    for town in range(TOWNS):
        for number in range(IN_TOWN):
            term = iri(f"body:t{town}-{number}")
            found.append(
                Quad(term, iri("rdfs:label"), literal(f"office {number} of town {town}", language="en"), facts)
            )
            found.append(Quad(term, iri("rdf:type"), iri("kg:Institution"), facts))
            pairs += [((town, number), (town, chance.pick(IN_TOWN)), "accepted") for _ in range(2)]
        pairs.append(((town, 0), ((town + 1) % TOWNS, 0), "denied" if town == 4 else "accepted"))
    for number, ((town, one), (there, other), status) in enumerate(pairs):
        claim, said = iri(f"claim:{number:016x}"), iri(f"said:{number:016x}")
        found += [
            Quad(claim, iri("rdf:type"), iri("kg:Claim"), claims),
            Quad(claim, iri("rdf:subject"), iri(f"body:t{town}-{one}"), claims),
            Quad(claim, iri("rdf:predicate"), iri("kg:defies"), claims),
            Quad(claim, iri("rdf:object"), iri(f"body:t{there}-{other}"), claims),
            Quad(claim, iri("kg:status"), iri(f"kgc:{status}"), claims),
            Quad(said, iri("kg:claim"), claim, claims),
            Quad(said, iri("kg:speaker"), iri(f"body:t{town}-1"), claims),
            Quad(said, iri("kg:stance"), iri("kgc:denies" if status == "denied" else "kgc:states"), claims),
        ]
    return found


@pytest.fixture
def large(claims_of: Callable[[list[Quad]], Claims]) -> Picture:
    return view(claims_of(towns()), title="Many towns")


def test_the_part_around_the_dispute_is_drawn_and_hangs_together(large: Picture) -> None:
    assert len(large.cards) == 80
    drawn = {card.id for card in large.cards}
    assert {"body:t4-0", "body:t5-0"} <= drawn
    joined = {end for line in large.lines for end in (line.subject, line.object)}
    assert joined == drawn
    assert any(line.status == "denied" for line in large.lines)


def test_what_is_not_shown_is_said(large: Picture) -> None:
    assert "of " in large.counts
    assert "too large to draw whole" in large.notes[0]
    assert "kgraph draw --about NAME" in large.notes[0]
    assert sum(card.more for card in large.cards) > 0
    page = to_html(arrange(large))
    assert large.notes[0] in page
    assert "more line" in page
    assert "more</text>" in to_svg(arrange(large))


def test_the_map_holds_every_thing_and_every_claim_once(
    large: Picture, claims_of: Callable[[list[Quad]], Claims]
) -> None:
    assert 6 <= len(large.clusters) <= 60
    assert sum(cluster.things for cluster in large.clusters) == TOWNS * IN_TOWN
    claims = [claim for claim in claims_of(towns()) if claim.subject.term != claim.object.term]
    within = sum(cluster.claims for cluster in large.clusters)
    assert within + sum(bridge.claims for bridge in large.bridges) == len(claims)
    assert sum(cluster.disputed for cluster in large.clusters) + sum(bridge.disputed for bridge in large.bridges) == 1
    assert all(len(cluster.rows) == 3 for cluster in large.clusters)


def test_what_was_asked_for_is_in_the_middle(claims_of: Callable[[list[Quad]], Claims]) -> None:
    near = view(claims_of(towns()), title="Town 9", about=iri("body:t9-3"), hops=9)
    assert near.middle == "body:t9-3"
    assert "body:t9-3" in {card.id for card in near.cards}


def test_a_small_graph_has_no_map(town: Claims) -> None:
    picture = view(town, title="Town")
    assert picture.clusters == ()
    assert 'id="to-map"' not in to_html(arrange(picture))


def test_the_map_is_the_same_whatever_the_order_of_hashes(tmp_path: Path) -> None:
    from kgraph.exports import trig

    path = tmp_path / "towns.trig"
    path.write_bytes(trig(towns(), []))
    program = (
        "import sys\nfrom pathlib import Path\nfrom kgraph.store import Store\nfrom kgraph.claims import Claims\n"
        "from kgraph import ontology\nfrom kgraph.pictures import view\n"
        "with Store.open(Path(sys.argv[1])) as store:\n"
        "    picture = view(Claims(store, ontology.load()), title='x')\n"
        "print(picture.clusters, picture.bridges, [card.id for card in picture.cards])\n"
    )
    runs = {
        subprocess.run(
            [sys.executable, "-c", program, str(path)],
            capture_output=True,
            text=True,
            check=True,
            env={"PYTHONHASHSEED": seed},
        ).stdout
        for seed in ("0", "4711")
    }
    assert len(runs) == 1
