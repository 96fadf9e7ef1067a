"""From dossiers to the graph."""

import hashlib
import random
from pathlib import Path

import pyoxigraph
import pytest

from kgraph import dossier, ontology, registry
from kgraph.claims import Options, compile_dossiers
from kgraph.errors import BadInput
from kgraph.resources import EXAMPLE
from kgraph.terms import date, edtf, iri, literal

DEFIES = "person:ada-moss kg:defies law:curfew-order"


def triples(quads, subject):
    return {(q.predicate, q.object) for q in quads if q.subject == iri(subject)}


def gold_graph(path: Path) -> set[tuple[str, str, str, str]]:
    format_ = pyoxigraph.RdfFormat.TRIG if path.suffix == ".trig" else pyoxigraph.RdfFormat.TURTLE
    return {
        (str(q.subject), str(q.predicate), str(q.object), str(q.graph_name))
        for q in pyoxigraph.parse(path=path, format=format_)
    }


@pytest.fixture
def article(shared):
    """The first article's dossier and its text with the damage repaired, as the gold's words show it."""
    from kgraph.documents import read

    return (
        dossier.read(EXAMPLE / "dossiers" / "homan-2025-03-17.yaml"),
        {"doc:b30b049ccede3f5f": read(shared / "sources" / "homan-2025-03-17.txt").text},
    )


def test_the_first_article_gives_the_gold_graph(article, shared) -> None:
    read, texts = article
    made = {tuple(quad) for quad in compile_dossiers([read], registry.load(), ontology.load(), texts)}
    gold = gold_graph(shared / "gold" / "homan-2025-03-17.trig")

    def without_run(quads):
        return {q for q in quads if "/id/run/" not in q[0] and "/id/run/" not in q[2]}

    assert without_run(made) == without_run(gold)
    facts = {q[:3] for q in made if q[3] == iri("graph:facts")}
    assert facts == {q[:3] for q in gold_graph(shared / "gold" / "homan-2025-03-17.facts.ttl")}


def test_without_its_document_every_word_is_a_digest(article) -> None:
    read, texts = article
    bare = compile_dossiers([read], registry.load(), ontology.load())
    assert not [q for q in bare if q.predicate == iri("oa:exact")]
    text = texts["doc:b30b049ccede3f5f"]
    digest = literal(hashlib.sha256(text[0:23].encode()).hexdigest())
    passage = "https://w3id.org/kgraph/id/doc/b30b049ccede3f5f#char=0,23"
    assert (iri("kg:digest"), digest) in triples(bare, passage)
    withheld = compile_dossiers([read], registry.load(), ontology.load(), texts, Options(withhold_text=True))
    assert withheld == bare


def test_a_changed_document_fails_with_passage_and_line(article) -> None:
    read, texts = article
    text = texts["doc:b30b049ccede3f5f"]
    changed = text[:360] + "X" + text[361:]
    with pytest.raises(BadInput) as error:
        compile_dossiers([read], registry.load(), ontology.load(), {"doc:b30b049ccede3f5f": changed})
    assert "characters 358-404 of the document (its line 2) are other words" in str(error.value)
    assert str(error.value).startswith("homan-2025-03-17.yaml:")


def test_the_order_of_dossiers_changes_nothing(write, graph) -> None:
    made = [
        write(f"body:the-gazette states {DEFIES}", sha=f"{i:02x}" * 32, date=f"2024-05-{i:02}") for i in range(1, 8)
    ]
    expected = graph(*made)
    random.Random(7).shuffle(made)
    assert graph(*made) == expected


def test_two_documents_meet_at_one_claim(write, graph) -> None:
    quads = graph(
        write(f"body:the-gazette states {DEFIES} label=the_earlier_label"),
        write(f"person:bo-reed states {DEFIES} label=the_later_label", sha="b2" * 32, date="2024-05-03"),
    )
    (claim,) = {q.subject for q in quads if q.object == iri("kg:Claim")}
    about = triples(quads, claim[1:-1])
    assert (iri("rdfs:label"), literal("the earlier label", language="en")) in about
    assert (iri("skos:altLabel"), literal("the later label", language="en")) in about
    assert len([q for q in quads if q.predicate == iri("kg:claim")]) == 2


def test_hedges_make_another_claim_and_dates_do_not(write, graph) -> None:
    def count(*lines: str) -> int:
        return len({q.subject for q in graph(write(*lines)) if q.object == iri("kg:Claim")})

    says = f"body:the-gazette states {DEFIES}"
    assert count(says, f"{says} modality=possible") == 2
    assert count(says, f"{says} as_of=2024-05-01") == 1


def test_days_are_derived_from_dates(write, graph) -> None:
    when = "body:the-gazette states event:spring-march kg:when {value:\t'%s',datatype:\tedtf}"
    march = triples(graph(write(when % "2024-02")), "event:spring-march")
    assert (iri("kg:when"), edtf("2024-02")) in march
    assert (iri("sem:hasEarliestBeginTimeStamp"), date("2024-02-01")) in march
    assert (iri("sem:hasLatestEndTimeStamp"), date("2024-02-29")) in march
    open_end = triples(graph(write(when % "2024-02/..")), "event:spring-march")
    assert iri("sem:hasLatestEndTimeStamp") not in {p for p, _ in open_end}
    assert (iri("sem:hasEarliestBeginTimeStamp"), date("2024-02-01")) in open_end


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("body:the-gazette states person:ada-moss kg:defyes law:curfew-order", "did you mean kg:defies?"),
        (
            "body:the-gazette states law:curfew-order kg:defies law:curfew-order",
            "the subject of kg:defies must be actor",
        ),
        (
            "body:the-gazette states person:ada-moss kg:defies person:bo-reed",
            "the object of kg:defies must be legal authority",
        ),
        ("body:the-gazette states person:ada-moss kg:defies 12", "must be legal authority, not a value"),
        ("body:the-gazette states group:marchers kg:headcount person:bo-reed", "is a value, such as a number"),
        ("body:the-gazette mumbles " + DEFIES, "'mumbles' is none of: advises, affirms"),
        ("body:the-gazette states " + DEFIES + " modality=maybe", "'maybe' is none of: attempted"),
        ("body:the-gazette states " + DEFIES + " modality=conditional", "a conditional claim needs its condition"),
        ("body:the-gazete states " + DEFIES, "did you mean body:the-gazette?"),
        ("office:mayor states " + DEFIES, "office:mayor is an office, and this must be an actor"),
        ("person:bo-reed states " + DEFIES + " said_in=doc:radio-2024", "doc:radio-2024 is not under sources"),
        ("person:bo-reed states " + DEFIES + " as_of=2024-02-30", "'2024-02-30' is no date of the calendar"),
        (
            "body:the-gazette states law:curfew-order schema:legislationDate {value:\t'17x',datatype:\t'xsd:gYear'}",
            "'17x' is not written as xsd:gYear demands",
        ),
        ("body:the-gazette states body:town-council org:classification kgc:gangg", "did you mean kgc:gang?"),
    ],
)
def test_what_is_wrong_is_said_with_its_line(write, graph, line, message) -> None:
    with pytest.raises(BadInput) as error:
        graph(write(line))
    assert message in str(error.value)
    assert str(error.value).splitlines()[0].startswith("dossier:")


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (("at: 0-5", "at: 396-401"), "lies outside the document, which has 400 characters"),
        (("at: 0-5", "at: 5-5"), "the range 5-5 is empty"),
        (("at: 0-5", "at: 0-9"), "is 9 characters long, and these words have 5"),
        (("words: word0", f"digest: {'0' * 64}\n        words: word0"), "either its words or"),
        (("label: mayor, class: Office", "label: mayor, class: Statute"), "office:mayor cannot be a statute"),
        (("label: Bo Reed, class: Person", "label: Bo Reed, class: Person, anonymous: true"), "end its id in -a1a1"),
        (
            ("{id: 'person:bo-reed', label: Bo Reed, class: Person}", "{id: 'person:bo-reed'}"),
            "give it a label and a class",
        ),
    ],
)
def test_a_passage_or_entity_that_cannot_be_is_an_error(dossier_text, graph, change, message) -> None:
    text = dossier_text(f"body:the-gazette states {DEFIES}")
    assert change[0] in text
    with pytest.raises(BadInput) as error:
        graph(dossier.parse(text.replace(*change, 1)))
    assert message in str(error.value)


def test_one_document_twice_is_an_error(write, graph) -> None:
    with pytest.raises(BadInput, match="the same document as in"):
        graph(write(f"body:the-gazette states {DEFIES}"), write(f"person:bo-reed states {DEFIES}"))


def test_a_thing_cannot_be_two_things(dossier_text, graph) -> None:
    one = dossier.parse(dossier_text(f"body:the-gazette states {DEFIES}"))
    text = dossier_text(f"body:the-gazette states {DEFIES}", sha="b2" * 32, date="2024-05-03")
    with pytest.raises(BadInput, match="law:curfew-order is a Statute here and a court order elsewhere"):
        graph(one, dossier.parse(text.replace("class: CourtOrder", "class: Statute")))
    more_general = dossier.parse(text.replace("class: CourtOrder", "class: LegalAuthority"))
    kinds = {q.object for q in graph(one, more_general) if q.subject == iri("law:curfew-order")}
    assert iri("kg:CourtOrder") in kinds


def test_two_claims_at_one_address_stop_the_compile(write, graph, monkeypatch) -> None:
    monkeypatch.setattr("kgraph.claims.identity.short_hash", lambda *terms: "0" * 16)
    two = write(
        f"body:the-gazette states {DEFIES}", "body:the-gazette states person:bo-reed kg:defies law:curfew-order"
    )
    with pytest.raises(
        BadInput, match=r"dossier:\d+: another attribution|dossier:\d+: this claim and the one at dossier:\d+"
    ):
        graph(two)


def test_one_attribution_written_twice_is_one(dossier_text, graph) -> None:
    says = f"body:the-gazette states {DEFIES}"
    text = dossier_text(says, says).replace("at: 10-15", "at: 0-5").replace("words: word1", "words: word0")
    once = graph(dossier.parse(dossier_text(says)))
    assert graph(dossier.parse(text)) == once
    elsewhere = text[: text.rindex("    passages:")] + "    confidence: 0.5\n" + text[text.rindex("    passages:") :]
    with pytest.raises(BadInput, match="differs in confidence: put all claims under one of them"):
        graph(dossier.parse(elsewhere))


def test_a_source_is_described_alike_everywhere(dossier_text, graph) -> None:
    source = "sources:\n  - id: doc:radio-2024-05-01\n    title: {}\n    date: 2024-05-01\nattributions:\n"
    line = f"person:bo-reed states {DEFIES} said_in=doc:radio-2024-05-01"
    one = dossier_text(line).replace("attributions:\n", source.format("the radio"))
    other = dossier_text(line, sha="b2" * 32, date="2024-05-03").replace("attributions:\n", source.format("a radio"))
    with pytest.raises(BadInput, match=r"dossier:\d+: doc:radio-2024-05-01 is described otherwise at dossier:\d+"):
        graph(dossier.parse(one), dossier.parse(other))
    assert graph(dossier.parse(one), dossier.parse(other.replace("a radio", "the radio")))


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("body:the-gazette states law:curfew-order kg:hasLawfulBasis false", "write true, and a stance that denies it"),
        ("body:the-gazette states law:curfew-order kg:hasLawfulBasis 5", "must be true"),
        ("body:the-gazette states group:marchers kg:headcount -5", "must be a whole number, not below 0"),
        ("body:the-gazette states group:marchers kg:headcount true", "must be a whole number, not below 0"),
        ("body:the-gazette states event:spring-march kg:share 58", "a share lies between 0 and 1"),
        ("body:the-gazette states event:spring-march kg:count {value:\tmany,lang:\ten}", "must be a whole number"),
        (
            "body:the-gazette states group:marchers kg:count {value:\t'0250',datatype:\t'xsd:integer'}",
            "the plain value",
        ),
        ("body:the-gazette states law:curfew-order kg:hasLawfulBasis {value:\t'0',datatype:\t'xsd:boolean'}", "plain"),
        ("body:the-gazette states person:bo-reed kg:convictedOf kgc:disputes", "is none of the kgc:offence codes"),
        ("body:the-gazette states " + DEFIES + " condition=if_it_rains", "a claim under a condition is hedged"),
    ],
)
def test_a_value_must_be_of_the_kind_its_relation_takes(write, graph, line, message) -> None:
    with pytest.raises(BadInput) as error:
        graph(write(line))
    assert message in str(error.value)


def test_one_number_is_one_claim(write, graph) -> None:
    says = "body:the-gazette states group:marchers kg:headcount"
    quads = graph(write(f"{says} 250", f"{says} 250.0"))
    assert len({q.subject for q in quads if q.object == iri("kg:Claim")}) == 1


def test_a_proposal_speaks_for_nobody_else(write, graph) -> None:
    says = f"body:the-gazette states {DEFIES}"
    proposed = f"{says} label=the_crowd_was_huge retracted=x state=proposed"
    quads = graph(write(proposed, says))
    assert not [q for q in quads if "crowd" in q.object]
    assert [q for q in quads if q.predicate == iri("kg:defies")]
    assert [q for q in graph(write(proposed)) if "the crowd was huge" in q.object]


def test_a_rejected_proposal_needs_only_its_reason(write, graph) -> None:
    quads = graph(
        write(f"body:the-gazette states {DEFIES}", "person:nobody states person:nothing kg:x law:y state=rejected")
    )
    assert not [q for q in quads if "nobody" in q.subject + q.object]


def test_a_source_cannot_redescribe_a_document(dossier_text, graph) -> None:
    text = dossier_text(f"body:the-gazette states {DEFIES}")
    own = "sources:\n  - id: doc:a1a1a1a1a1a1a1a1\n    title: a report\n    date: 2024-05-02\n"
    own += "    publisher: body:the-herald\n"
    with pytest.raises(BadInput, match="is this document; leave it out here"):
        graph(dossier.parse(text.replace("attributions:", own + "attributions:")))
    other = dossier_text(f"person:bo-reed states {DEFIES}", sha="b2" * 32).replace(
        "attributions:", own + "attributions:"
    )
    with pytest.raises(BadInput, match="is a document here, with another title, date or publisher"):
        graph(dossier.parse(text), dossier.parse(other))


def test_what_changed_the_rule_travels_with_the_graph(write, graph, claims) -> None:
    draft = write(f"body:the-gazette states {DEFIES}")
    assert claims(draft).notes == []
    assert "--trust-proposals" in claims(draft, trust_proposals=True).notes[0]
    assert "2 publishers" in claims(draft, corroboration=2).notes[0]


def test_withheld_text_takes_conditions_with_it(write, graph) -> None:
    draft = write(f"body:the-gazette states {DEFIES} condition=if_it_rains modality=conditional")
    assert [q for q in graph(draft) if "if_it_rains" in q.object]
    assert not [q for q in graph(draft, withhold_text=True) if "if_it_rains" in q.object]
