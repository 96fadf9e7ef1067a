"""The map of a large graph in the browser."""

from typing import Any

import pytest


@pytest.fixture(scope="session")
def mapped(quads: Any) -> str:
    """The town with a threshold so low that it counts as large."""
    from kgraph import ontology
    from kgraph.claims import Claims
    from kgraph.pictures import arrange, to_html, view
    from kgraph.store import Store

    with Store.of(quads) as store:
        return to_html(arrange(view(Claims(store, ontology.load()), title="Town", most_cards=3)))


def test_a_group_of_the_map_opens_by_mouse_and_by_key(open_page: Any, mapped: str) -> None:
    page = open_page(mapped)
    page.click("#to-map")
    assert page.is_hidden("#picture")
    groups = page.locator("#map [data-cluster]")
    assert groups.count() >= 1
    groups.first.click()
    assert "Its busiest members" in page.inner_text("#panel")
    page.keyboard.press("Escape")
    texts = []
    for group in groups.all():
        group.focus()
        page.keyboard.press("Enter")
        texts.append(page.inner_text("#panel"))
        if page.locator("#panel .row").count():
            break
    assert "kgraph draw --about" in " ".join(texts)
    page.click("#panel .row >> nth=0")
    assert page.is_visible("#picture")
    assert page.evaluate("location.hash").startswith("#entity=")


def test_a_card_says_what_hangs_on_it_and_is_not_drawn(open_page: Any, mapped: str) -> None:
    page = open_page(mapped, at="#entity=person%3Acara-dunn")
    assert "1 more line of it are not on this page" in page.inner_text("#panel")


def test_the_address_restores_the_map_where_there_is_one(open_page: Any, mapped: str, town: str) -> None:
    assert open_page(mapped, at="#view=map").is_visible("#map")
    assert open_page(town, at="#view=map").is_visible("#picture")
