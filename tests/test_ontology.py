"""The vocabulary as code sees it."""

from pathlib import Path

import pytest

from kgraph import ontology
from kgraph.errors import BadInput
from kgraph.terms import iri, name


def test_superclasses_are_written_out() -> None:
    vocabulary = ontology.load()
    assert {name(c) for c in vocabulary.written_out(iri("kg:Court"))} == {
        "kg:Actor",
        "kg:Court",
        "kg:Institution",
        "kg:Organization",
    }
    assert {name(c) for c in vocabulary.written_out(iri("kg:Event"))} == {"kg:Event", "sem:Event"}
    assert {name(c) for c in vocabulary.written_out(iri("kg:Office"))} == {"kg:Office", "org:Post"}


def test_every_stance_affirms_or_denies() -> None:
    vocabulary = ontology.load()
    denying = {name(s) for s in vocabulary.scheme("kgc:stance") if not vocabulary.affirms(s)}
    assert denying == {"kgc:denies", "kgc:disputes", "kgc:refuses", "kgc:discourages"}


def test_a_relation_without_its_phrase_is_an_error(tmp_path: Path) -> None:
    path = tmp_path / "k.ttl"
    path.write_text(
        "@prefix kg: <https://w3id.org/kgraph/ns#> . @prefix owl: <http://www.w3.org/2002/07/owl#> .\n"
        'kg:x a kg:Relation . <urn:o> owl:versionInfo "1" .',
        encoding="utf-8",
    )
    with pytest.raises(BadInput, match="kg:x has no kg:phrase"):
        ontology.load(path)


def test_what_is_no_turtle_is_an_error(tmp_path: Path) -> None:
    path = tmp_path / "k.ttl"
    path.write_text("kg:x a", encoding="utf-8")
    with pytest.raises(BadInput, match="cannot be read"):
        ontology.load(path)
