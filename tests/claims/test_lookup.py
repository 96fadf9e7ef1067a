"""What a person types means one thing, or is a question."""

import pytest

from kgraph.claims import Named, lookup
from kgraph.errors import Unknown
from kgraph.registry import Known, Registry
from kgraph.terms import iri

TOWN = [
    Named(iri("person:ada-moss"), "Ada Moss"),
    Named(iri("person:bo-reed"), "Bo Reed"),
    Named(iri("law:moss-order-2024"), "Moss's order on the march"),
    Named(iri("body:town-council"), "town council"),
    Named(iri("body:county-council"), "county council"),
    Named(iri("place:cafe-aurora"), "Café Aurora"),
]
REGISTRY = Registry([Known(id="body:town-council", label="town council", class_="Institution", aliases=("TC",))])


@pytest.mark.parametrize(
    ("typed", "means"),
    [
        ("person:ada-moss", "person:ada-moss"),
        ("Ada Moss", "person:ada-moss"),
        ("moss", "person:ada-moss"),
        ("REED", "person:bo-reed"),
        ("tc", "body:town-council"),
        ("cafe aurora", "place:cafe-aurora"),
        ("moss order", "law:moss-order-2024"),
    ],
)
def test_finds_the_thing(typed, means) -> None:
    assert lookup(TOWN, typed, REGISTRY).term == iri(means)


def test_two_that_fit_are_a_question() -> None:
    with pytest.raises(Unknown, match=r"'council' may be any of: body:town-council .*; body:county-council") as error:
        lookup(TOWN, "council", REGISTRY)
    assert error.value.nearest == ("body:town-council", "body:county-council")


def test_a_near_miss_is_proposed_never_taken() -> None:
    with pytest.raises(Unknown, match="did you mean person:bo-reed") as error:
        lookup(TOWN, "Bo Read", REGISTRY)
    assert "person:bo-reed" in error.value.nearest


def test_kinds_limit_the_choice() -> None:
    assert lookup(TOWN, "moss", REGISTRY, kinds=["law"]).term == iri("law:moss-order-2024")
    with pytest.raises(Unknown, match=r"nothing here is called 'zzqv'$"):
        lookup(TOWN, "zzqv", REGISTRY)


def test_other_alphabets_are_told_apart() -> None:
    people = [Named(iri("person:a"), "Навальный"), Named(iri("person:b"), "Путин")]
    assert lookup(people, "путин").term == iri("person:b")
    for typed in ("", "!!!", "Иванов"):
        with pytest.raises(Unknown):
            lookup(people[:1], typed)
