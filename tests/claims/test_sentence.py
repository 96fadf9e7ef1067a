"""Any claim can be said in plain words."""

from decimal import Decimal

import pytest

from kgraph import ontology
from kgraph.claims import Named, clause, explain, sentence, value_in_words
from kgraph.terms import boolean, decimal, edtf, integer, iri, literal

VOCABULARY = ontology.load()
MOSS = Named(iri("person:ada-moss"), "Ada Moss", frozenset({iri("kg:Person")}))
MARCHERS = Named(iri("group:marchers"), "marchers", frozenset({iri("kg:Group")}))
ORDER = Named(iri("law:curfew-order"), "curfew order", frozenset({iri("kg:CourtOrder")}))
MARCH = Named(iri("event:spring-march"), "spring march", frozenset({iri("kg:Event")}))
ARRESTS = Named(iri("event:arrests"), "arrests of marchers", frozenset({iri("kg:Event")}))


def said(subject, relation, object_, **hedges):
    if isinstance(object_, str):
        object_ = Named(object_, object_)
    return clause(VOCABULARY, subject, iri(relation), object_, **{k: iri(f"kgc:{v}") for k, v in hedges.items()})


@pytest.mark.parametrize(
    ("claim", "words"),
    [
        ((MOSS, "kg:defies", ORDER), "Ada Moss defies curfew order"),
        ((MARCHERS, "kg:defies", ORDER), "marchers defy curfew order"),
        ((ARRESTS, "kg:conflictsWith", ORDER), "arrests of marchers conflict with curfew order"),
        ((MARCH, "kg:conflictsWith", ORDER), "spring march conflicts with curfew order"),
        ((MARCH, "sem:hasActor", MARCHERS), "marchers act in spring march"),
        ((MARCH, "kg:when", edtf("2024-02-29")), "spring march is dated 29 February 2024"),
        ((MARCHERS, "kg:headcount", integer(32000)), "marchers are 32,000 in number"),
        ((MARCH, "kg:share", decimal(Decimal("0.7"))), "spring march has a share of 70 %"),
        ((ORDER, "kg:hasLawfulBasis", boolean(True)), "curfew order has a lawful basis"),
        (
            (MOSS, "kg:designatedAs", Named(iri("kgc:alien-enemy"), "alien enemy")),
            "Ada Moss is designated as an alien enemy",
        ),
        ((MARCH, "kg:manner", literal("by night", language="en")), "spring march takes place in this way: by night"),
    ],
)
def test_a_claim_is_a_clause_with_its_subject_named(claim, words) -> None:
    assert said(*claim) == words


def test_hedges_are_said() -> None:
    assert said(MARCHERS, "kg:headcount", integer(250), bound="atLeast") == "marchers are at least 250 in number"
    assert said(MOSS, "kg:defies", ORDER, modality="intended") == "it is intended that Ada Moss defies curfew order"


def test_words_in_labels_are_never_taken_for_slots() -> None:
    tricky = Named(iri("law:x"), "{subject} [a|b]", frozenset())
    assert said(MOSS, "kg:defies", tricky) == "Ada Moss defies {subject} [a|b]"


def test_every_relation_reads_as_a_clause() -> None:
    for relation in VOCABULARY.relations.values():
        for subject in (MOSS, MARCHERS):
            words = clause(VOCABULARY, subject, relation.term, ORDER)
            assert subject.label in words, relation.label
            assert words[0].islower() or words.startswith(("Ada", "the")), relation.label
            assert not words.endswith("."), relation.label
            assert "{" not in words, relation.label
            assert "[" not in words, relation.label
            assert "|" not in words, relation.label


def test_every_stance_modality_and_bound_has_its_words() -> None:
    for scheme, slot in (("kgc:stance", "{claim}"), ("kgc:modality", "{claim}"), ("kgc:boundScheme", "{object}")):
        for code in VOCABULARY.scheme(scheme).values():
            assert slot in code.phrase, code.label


def test_a_sentence_carries_speaker_stance_and_relayer(write, claims) -> None:
    found = claims(
        write(
            "person:bo-reed disputes person:ada-moss kg:defies law:curfew-order via=person:ada-moss",
            "group:marchers states person:ada-moss kg:defies law:curfew-order "
            "condition=if_it_rains modality=conditional",
            "body:the-gazette states person:ada-moss org:holds office:mayor valid_from=2010-01 valid_to=2012-06",
        )
    )
    assert {sentence(VOCABULARY, claim, s) for claim in found for s in claim.said} == {
        "marchers say that on a condition, Ada Moss defies curfew order (on this condition: if_it_rains)",
        "according to Ada Moss, Bo Reed disputes that Ada Moss defies curfew order",
        "The Gazette says that Ada Moss holds the office of mayor (from January 2010 until June 2012)",
    }


def test_the_reviewers_wording_wins(write, claims) -> None:
    (claim,) = claims(write("person:bo-reed refuses person:ada-moss kg:defies law:curfew-order label=Moss_will_march"))
    assert sentence(VOCABULARY, claim, claim.said[0]) == "Bo Reed rules out that Moss will march"


def test_the_status_is_explained_with_names(write, claims) -> None:
    (claim,) = claims(write("person:bo-reed denies person:ada-moss kg:defies law:curfew-order modality=intended"))
    assert explain(VOCABULARY, claim) == [
        "Says so: nobody in these documents.",
        "Says it is not so: Bo Reed.",
        "It is denied, and nobody here affirms it: denied. Somebody may affirm it elsewhere.",
        "It is hedged (intended), so it is never a fact.",
    ]


@pytest.mark.parametrize(
    ("date", "words"),
    [
        ("2025-03-17", "17 March 2025"),
        ("2025-03", "March 2025"),
        ("2025~", "about 2025"),
        ("2025-03-10/2025-03-16", "between 10 March 2025 and 16 March 2025"),
        ("../2025-03", "no later than March 2025"),
        ("2025/..", "from 2025 on"),
        ("not a date", "not a date"),
    ],
)
def test_dates_in_words(date, words) -> None:
    assert value_in_words(edtf(date)) == words
