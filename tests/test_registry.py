"""The registry: what ships, and what a workspace adds."""

from pathlib import Path

import pytest

from kgraph import registry
from kgraph.errors import BadInput
from kgraph.ontology import load as vocabulary
from kgraph.registry import Known, Registry
from kgraph.terms import iri, kind_of

HEAD = "id,label,class,short,aliases,same_as,origin\n"


def test_what_ships_is_sorted_and_of_known_classes() -> None:
    shipped = list(registry.load())
    assert [known.id for known in shipped] == sorted(known.id for known in shipped)
    terms = vocabulary()
    for known in shipped:
        kind = kind_of(iri(known.id))
        assert kind is not None
        assert terms.class_of_kind(kind) in terms.superclasses(iri(f"kg:{known.class_}")), known.id


def test_names_find_entities_whatever_the_case() -> None:
    known = Registry(
        [Known(id="body:town", label="Town Hall", class_="Institution", short="TH", aliases=("the Hall",))]
    )
    assert [found.id for found in known.called("  TOWN  hall")] == ["body:town"]
    assert [found.id for found in known.called("th")] == ["body:town"]
    assert known.called("hall") == ()


def test_a_workspace_adds_to_what_ships(tmp_path: Path) -> None:
    (tmp_path / "person.csv").write_text(
        HEAD + "person:ada-moss,Ada Moss,Person,Moss,A. Moss | Mayor Moss,wd:Q1,\n", encoding="utf-8"
    )
    both = registry.load(tmp_path)
    assert both.get("person:ada-moss") == Known(
        id="person:ada-moss",
        label="Ada Moss",
        class_="Person",
        short="Moss",
        aliases=("A. Moss", "Mayor Moss"),
        same_as=("wd:Q1",),
    )
    assert both.get("person:tom-homan") is not None


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("person.csv", "id,label\n", "the columns must be id, label, class"),
        ("person.csv", HEAD + "body:x,X,Person,,,,\n", "person.csv:2: needs an id that starts with person:"),
        ("person.csv", HEAD + "person:x,,Person,,,,\n", "person.csv:2: needs"),
        ("person.csv", HEAD + "person:x,X,Person,,,,\n" * 2, "person:x stands twice"),
        ("people.csv", HEAD, "is named for a kind: body, claim"),
    ],
)
def test_a_bad_table_is_one_clear_error(tmp_path: Path, name: str, text: str, message: str) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")
    with pytest.raises(BadInput) as error:
        registry.load(tmp_path)
    assert message in str(error.value)
