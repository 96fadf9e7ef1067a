"""The shipped briefing and its dossier: own words, every statement attributed, and what follows beside the article."""

import hashlib
import re

from kgraph import documents, ontology, registry
from kgraph.claims import problems

KGRAPH = "body:kgraph-example"
DEFIES = ("body:trump-administration", "kg:defies", "law:boasberg-order-2025-03-15")

# What the briefing says in its own voice: who holds which office, and what stands in the heading of a bill.
HARMLESS = {
    "kg:cosponsoredBy",
    "kg:introducedBy",
    "kg:referredTo",
    "kg:when",
    "org:holds",
    "org:memberOf",
    "org:postIn",
    "schema:legislationDate",
}

# Facts that the article alone does not have: all from the headings of two resolutions and a bill.
NEW_FACTS = {
    ("law:hres-229-119", "kg:cosponsoredBy", "person:barry-moore"),
    ("law:hres-229-119", "kg:cosponsoredBy", "person:eli-crane"),
    ("law:hres-229-119", "kg:introducedBy", "person:brandon-gill"),
    ("law:hres-229-119", "kg:referredTo", "body:us-house-committee-on-the-judiciary"),
    ("law:hres-229-119", "kg:when", "2025-03-18"),
    ("law:hres-303-119", "kg:cosponsoredBy", "person:barry-moore"),
    ("law:hres-303-119", "kg:cosponsoredBy", "person:brandon-gill"),
    ("law:hres-303-119", "kg:cosponsoredBy", "person:eli-crane"),
    ("law:hres-303-119", "kg:introducedBy", "person:andy-biggs"),
    ("law:hres-303-119", "kg:when", "2025-04-08"),
    ("law:s-193-119", "kg:cosponsoredBy", "person:bernie-sanders"),
    ("law:s-193-119", "kg:cosponsoredBy", "person:elizabeth-warren"),
    ("law:s-193-119", "kg:introducedBy", "person:mazie-hirono"),
    ("law:s-193-119", "kg:when", "2025-01-22"),
    ("person:andy-biggs", "org:memberOf", "body:us-house-of-representatives"),
    ("person:brandon-gill", "org:memberOf", "body:us-house-of-representatives"),
    ("person:mazie-hirono", "org:memberOf", "body:us-senate"),
}


def _count(statuses):
    return {status: list(statuses.values()).count(status) for status in sorted(set(statuses.values()))}


# the text


def test_it_has_600_to_900_words(briefing_text):
    body = briefing_text.split("---\n", 2)[2]
    assert 600 <= len(re.findall(r"\w[\w’.,-]*", body)) <= 900


def test_it_quotes_once_or_twice_and_briefly(briefing_text):
    quoted = re.findall("“([^”]*)”", briefing_text)
    assert len(quoted) in (1, 2)
    assert all(len(words.split()) < 10 for words in quoted)


def test_it_shares_no_run_of_seven_words_with_any_source(briefing_text, runs, shared):
    own = runs(briefing_text)
    sources = sorted((shared / "sources").glob("*.txt"))
    assert sources
    assert [(s.name, run) for s in sources for run in own & runs(s.read_text(encoding="utf-8"))] == []


def test_it_says_itself_who_published_it_and_when(briefing, briefing_path):
    read = documents.read(briefing_path)
    said = (read.id, read.title, read.date, read.licence, read.format, len(read.text))
    document = briefing.document
    assert said == (
        document.id,
        document.title,
        document.date,
        document.licence,
        document.format,
        document.extent,
    )
    assert [known.id for known in registry.load().called(read.publisher)] == [document.publisher]
    assert read.repairs == ()


# its dossier


def test_nothing_is_wrong_with_it_alone_or_beside_the_article(article, briefing, briefing_text):
    texts = {briefing.document.id: briefing_text}
    for dossiers in ([briefing], [article, briefing]):
        assert problems(dossiers, registry.load(), ontology.load(), texts) == []


def test_its_hash_is_that_of_the_file(briefing, briefing_path):
    assert briefing.document.sha256 == hashlib.sha256(briefing_path.read_bytes()).hexdigest()


def test_the_words_of_every_passage_stand_at_its_range(briefing, briefing_text):
    for said in briefing.attributions:
        for passage in said.passages:
            start, end = passage.range
            assert briefing_text[start:end] == passage.words


def test_every_sentence_has_a_passage(briefing, briefing_text):
    ranges = [passage.range for said in briefing.attributions for passage in said.passages]
    paragraphs = re.finditer(r"^(?!#|---|\w+: )\S.*$", briefing_text, re.M)
    sentences = [
        (paragraph.start() + sentence.start(), paragraph.start() + sentence.end())
        for paragraph in paragraphs
        for sentence in re.finditer(r"\S.*?(?<!\bv)(?<!\bS)[.!?]”?(?=\s|$)", paragraph[0])
    ]
    assert len(sentences) == 38
    bare = [briefing_text[a:b] for a, b in sentences if not any(a < end and start < b for start, end in ranges)]
    assert bare == []


def test_it_has_73_attributions_all_approved(briefing):
    assert len(briefing.attributions) == 73
    assert {said.state for said in briefing.attributions} == {"approved"}
    assert {said.decisions[-1].by for said in briefing.attributions} == {"example reviewer"}


def test_in_its_own_voice_it_says_only_harmless_things(briefing):
    own = [said for said in briefing.attributions if said.speaker == KGRAPH]
    assert {claim.relation for said in own for claim in said.claims} == HARMLESS
    assert {(said.stance, said.via, said.said_in) for said in own} == {("states", None, None)}
    assert all(claim.modality is None and claim.bound is None for said in own for claim in said.claims)


def test_all_else_is_relayed_by_the_briefing_or_by_whom_it_names(briefing):
    relayed = {(said.speaker, said.via) for said in briefing.attributions if said.speaker != KGRAPH}
    assert {pair for pair in relayed if pair[1] != KGRAPH} == {
        ("body:us-supreme-court", "person:brandon-gill"),
        ("body:us-supreme-court", "person:karoline-leavitt"),
        ("person:james-boasberg", "body:washington-post"),
    }


def test_labels_are_clauses(briefing):
    labels = [claim.label for said in briefing.attributions for claim in said.claims if claim.label]
    pronouns = r"\b(he|she|it|they|him|her|them|his|its|their|this|these|I|we)\b"
    assert [label for label in labels if label.endswith(".") or re.search(pronouns, label)] == []


def test_a_source_is_described_alike_in_both_dossiers(article, briefing):
    first = {source.id: source for source in article.sources}
    here = {source.id: source for source in briefing.sources}
    assert set(first) < set(here)
    assert {id_: here[id_] for id_ in first} == first
    post, document = here[article.document.id], article.document
    assert (post.title, post.date, post.type, post.publisher) == (
        document.title,
        document.date,
        document.type,
        document.publisher,
    )


# both documents in one graph


def test_the_article_keeps_its_statuses_and_facts(article_graph, example_graph):
    before, after = article_graph.statuses(), example_graph.statuses()
    assert {claim: after[claim] for claim in before} == before
    assert article_graph.facts() <= example_graph.facts()


def test_statuses_of_both_documents(article_graph, example_graph):
    assert _count(article_graph.statuses()) == {"accepted": 49, "contested": 1, "denied": 10, "reported": 33}
    assert _count(example_graph.statuses()) == {"accepted": 66, "contested": 1, "denied": 10, "reported": 52}


def test_only_headings_of_bills_add_facts(article_graph, example_graph):
    assert example_graph.facts() - article_graph.facts() == NEW_FACTS


def test_the_contested_claim_stays_contested(example_graph):
    claim = example_graph.claim(*DEFIES)
    assert example_graph.statuses()[claim] == "contested"
    assert example_graph.speakers(claim) == {("body:new-york-post", "states"), ("person:karoline-leavitt", "denies")}


def test_nobody_is_asserted_to_defy_anything(example_graph):
    assert [fact for fact in example_graph.facts() if fact[1] == "kg:defies"] == []
    ludecke = example_graph.claim("person:james-boasberg", "kg:defies", "law:ludecke-v-watkins")
    assert example_graph.statuses()[ludecke] == "reported"
    assert example_graph.speakers(ludecke) == {("person:brandon-gill", "alleges")}


def test_no_accusation_is_a_fact(example_graph):
    accusing = {"kg:accusedOf", "kg:chargedWith", "kg:convictedOf"}
    assert [fact for fact in example_graph.facts() if fact[1] in accusing] == []
