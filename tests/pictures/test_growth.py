"""When a graph grows, what is known keeps its place."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kgraph.claims import Claims
from kgraph.pictures import arrange, measure, places, to_html, view
from kgraph.pictures.cache import cached_layout
from kgraph.pictures.growth import grow, is_grown
from kgraph.pictures.layout import Tie, layout
from kgraph.terms import Quad, iri

SIZE = (120, 40)


def test_known_cards_stay_and_new_ones_stand_beside_their_neighbours() -> None:
    sizes = dict.fromkeys("abc", SIZE)
    ties = [Tie("a", "b", 60, 16), Tie("b", "c", 60, 16)]
    before = layout(sizes, ties)
    after = grow({**sizes, "d": SIZE, "e": SIZE}, [*ties, Tie("d", "c", 60, 16)], before)
    assert {card: after[card] for card in "abc"} == before
    assert abs(after["d"][0] - after["c"][0]) + abs(after["d"][1] - after["c"][1]) < 400
    assert after["e"][1] > max(y for card, (_, y) in after.items() if card != "e")


@settings(max_examples=30, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), max_size=14), st.integers(1, 9))
def test_growing_makes_no_overlap(pairs: list[tuple[int, int]], known: int) -> None:
    ties = [Tie(f"c{a}", f"c{b}", 60, 20) for a, b in pairs]
    sizes = {f"c{i}": SIZE for i in range(10)}
    first = {card: sizes[card] for card in sorted(sizes)[:known]}
    before = layout(first, [tie for tie in ties if tie.subject in first and tie.object in first])
    after = grow(sizes, ties, before)
    spots = list(after.values())
    assert all(abs(ax - bx) >= 120 or abs(ay - by) >= 40 for i, (ax, ay) in enumerate(spots) for bx, by in spots[:i])


def test_another_picture_begins_anew() -> None:
    assert is_grown(["a", "b"], {"a": (0, 0)})
    assert not is_grown(["a", "b", "c"], {"a": (0, 0)})
    assert not is_grown([], {})


def test_a_page_tells_where_its_cards_stand(
    town: Claims, quads: list[Quad], claims_of: Callable[[list[Quad]], Claims]
) -> None:
    fewer = claims_of([quad for quad in quads if quad.subject != iri("claim:0000000000000007")])
    small = arrange(view(fewer, title="Town"))
    assert places(to_html(small)) == small.cards
    grown = arrange(view(town, title="Town"), before=small.cards)
    assert {card: spot for card, spot in grown.cards.items() if card in small.cards} == small.cards
    assert measure(grown).overlaps == 0
    assert arrange(view(town, title="Town"), before=grown.cards).cards == grown.cards


def test_what_is_no_page_tells_nothing() -> None:
    for text in (
        "",
        "hello",
        '<script type="application/json" id="data">',
        '<script type="application/json" id="data">[]</script>',
    ):
        assert places(text) == {}


def test_a_layout_is_computed_once_and_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / ".kgraph" / "layouts"
    sizes, ties = dict.fromkeys("abc", SIZE), [Tie("a", "b", 60, 16)]
    first = cached_layout(sizes, ties, folder)
    assert first == layout(sizes, ties)
    assert folder.parent.stat().st_mode & 0o777 == 0o700
    assert len(list(folder.glob("*.json"))) == 1
    monkeypatch.setattr("kgraph.pictures.cache.layout", lambda sizes, ties: {})
    assert cached_layout(sizes, ties, folder) == first
    assert cached_layout({**sizes, "d": SIZE}, ties, folder) == {}
    assert cached_layout(sizes, ties, None) == {}


def test_a_damaged_or_unwritable_cache_changes_nothing(tmp_path: Path) -> None:
    sizes, ties = dict.fromkeys("abc", SIZE), [Tie("a", "b", 60, 16)]
    folder = tmp_path / "layouts"
    expected = cached_layout(sizes, ties, folder)
    (kept,) = folder.glob("*.json")
    for damage in ("", "[]", '{"a": 1}', "{"):
        kept.write_text(damage, encoding="utf-8")
        assert cached_layout(sizes, ties, folder) == expected
    (tmp_path / "file").write_text("x", encoding="utf-8")
    assert cached_layout(sizes, ties, tmp_path / "file" / "layouts") == expected
