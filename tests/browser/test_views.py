"""Searching, filtering, reading, walking by keyboard, paths, addresses and files: each interaction of the page once."""

import re
from pathlib import Path
from typing import Any


def click(page: Any, name: str) -> None:
    """Click the label of a line or the middle of a card."""
    point = page.evaluate("name => kgraphPicture.pointOf(name)", name)
    page.mouse.click(point["x"], point["y"])


def told(page: Any) -> str:
    text: str = page.inner_text("#panel")
    return text


def visible_rows(page: Any) -> int:
    number: int = page.locator("#table tbody tr:visible").count()
    return number


def hash_of(page: Any) -> str:
    address: str = page.evaluate("location.hash")
    return address


def test_search_finds_things_before_claims_and_opens_them(open_page: Any, town: str) -> None:
    page = open_page(town)
    page.keyboard.press("/")
    page.keyboard.type("harb")
    rows = page.locator("#found li")
    assert rows.nth(0).inner_text().startswith("harbour office")
    assert page.get_attribute("#search", "aria-expanded") == "true"
    kinds = [row.inner_text().split("\n")[-1] for row in rows.all()]
    assert kinds.index("contested") > kinds.index("Institution")
    page.keyboard.press("ArrowDown")
    assert page.get_attribute("#search", "aria-activedescendant") == "found1"
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Enter")
    assert "Institution" in told(page)
    assert page.is_hidden("#found")
    assert "entity=body%3Aharbour-office" in hash_of(page)


def test_search_finds_speakers_and_says_when_there_is_nothing(open_page: Any, town: str) -> None:
    page = open_page(town)
    page.fill("#search", "ann be")
    page.click("#found li >> nth=0")
    assert "What Ann Bell says (3)" in told(page)
    page.fill("#search", "zzz")
    assert page.is_hidden("#found")
    assert page.inner_text("#live") == "nothing is called that here"
    page.keyboard.press("Escape")
    assert page.input_value("#search") == ""


def test_only_the_disputes(open_page: Any, town: str) -> None:
    page = open_page(town)
    page.click("#disputes")
    assert page.get_attribute("#disputes", "aria-pressed") == "true"
    assert "2 of 11 claims" in page.inner_text("#chips")
    assert "status=contested+denied" in hash_of(page)
    page.click("#to-table")
    assert visible_rows(page) == 2
    page.click("#chips button")
    assert visible_rows(page) == 10
    assert hash_of(page) == "#view=table"


def test_kinds_and_relations_are_filters_and_chips_take_them_off(open_page: Any, town: str) -> None:
    page = open_page(town, at="#view=table")
    page.uncheck("input[name=kind][value=Group]")
    assert visible_rows(page) == 9
    page.select_option("#relation", "defies")
    assert visible_rows(page) == 1
    chips = page.locator("#chips button")
    assert chips.count() == 2
    chips.nth(0).click()
    chips.nth(0).click()
    assert visible_rows(page) == 10
    page.uncheck("input[value=accepted]")
    page.select_option("#relation", "issued by")
    assert page.is_visible("#nothing")


def test_the_document_view_reaches_every_passage_and_says_what_is_withheld(open_page: Any, town: str) -> None:
    page = open_page(town)
    page.click("#to-doc")
    text = page.inner_text("#texts")
    assert "turned their back" in text
    assert "nobody defied them" in text
    assert "[40–60]" in text
    assert "The words may not be passed on." in text
    withheld = page.locator(".passage.kept-back").first
    assert withheld.get_attribute("aria-label") == "[40–60] words withheld, 1 claim"
    page.click(".passage:text('turned their back')")
    assert "The harbour office defies the order" in told(page)
    # a passage on which several claims rest shows them all
    page.click(".passage:text('Judge Dunn signed it')")
    assert page.locator("#panel .row").count() == 6


def test_overlapping_passages_can_all_be_reached(open_page: Any, quads: Any, page_of: Any) -> None:
    from kgraph.terms import iri, literal

    second = "<https://w3id.org/kgraph/id/doc/00000000000000aa#char=20,38>"
    start = literal("10", datatype="xsd:integer")
    changed = [
        quad._replace(object=start)
        if quad.subject == second and quad.predicate == iri("oa:start")
        else quad._replace(object=literal("r back . nobody defied them!", language="en"))
        if quad.subject == second and quad.predicate == iri("oa:exact")
        else quad
        for quad in quads
    ]
    page = open_page(page_of(changed), at="#view=doc")
    parts = page.locator(".passage").all_inner_texts()
    assert parts[:3] == ["turned the", "ir back", ". nobody defied them!"]
    page.locator(".passage").nth(1).click()
    assert page.locator("#panel h2").inner_text() == "The harbour office defies the order"


def test_the_words_of_a_claim_are_shown_in_their_document(open_page: Any, town: str) -> None:
    page = open_page(town)
    click(page, "line1")
    page.click("#panel >> text=Show in the document >> nth=1")
    assert page.is_visible("#document")
    assert page.inner_text(".passage.open") == "nobody defied them"
    assert "view=doc" in hash_of(page)


def test_the_timeline_is_in_order_and_opens_what_happened(open_page: Any, town: str) -> None:
    page = open_page(town)
    assert page.locator("#moments > li > b").all_inner_texts() == ["1798", "March 2025", "19 March 2025"]
    page.click("#moments button >> nth=0")
    assert "The fair is of 1798" in told(page)
    page.click("#moments button >> nth=2")
    assert "defies the order" in told(page)


def test_a_path_says_that_it_is_no_link_and_keeps_the_mark_of_each_step(open_page: Any, town: str) -> None:
    page = open_page(town)
    click(page, "body:harbour-office")
    page.select_option("#panel select", "body:town-court")
    text = told(page)
    assert "A path is not a link: read each step." in text
    assert page.locator("#panel .steps > li").count() == 3
    page.select_option("#relation", "defies")
    click(page, "body:harbour-office")
    page.select_option("#panel select", "body:town-court")
    assert "No line that is shown here connects them" in told(page)


def test_arrow_keys_walk_from_card_to_card_and_enter_opens(open_page: Any, town: str) -> None:
    page = open_page(town)
    page.focus("#canvas")
    page.keyboard.press("ArrowRight")
    first = page.inner_text("#live")
    assert "Lines:" in first
    seen = {first}
    for key in ("ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown"):
        page.keyboard.press(key)
        seen.add(page.inner_text("#live"))
    assert len(seen) > 2
    page.keyboard.press("Enter")
    assert page.is_visible("#panel")
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.id") == "canvas"
    for key in ("+", "-", "0"):
        page.keyboard.press(key)


def test_an_address_restores_what_was_seen_and_ignores_what_is_unknown(open_page: Any, town: str) -> None:
    address = "#entity=law%3Aharbour-order&view=table&status=contested+denied&speaker=person%3Aann-bell"
    page = open_page(town, at=address)
    assert "order on the harbour" in told(page)
    assert visible_rows(page) == 2
    assert page.get_attribute("[data-speaker='person:ann-bell']", "aria-pressed") == "true"
    assert hash_of(page) == address
    page = open_page(town, at="#entity=person%3Anobody&view=sky&status=perhaps&speaker=x&relation=eats&without=Sky")
    assert page.is_hidden("#panel")
    assert hash_of(page) == ""


def test_back_and_forth_by_address_follows(open_page: Any, town: str) -> None:
    page = open_page(town)
    page.evaluate("location.hash = '#claim=claim%3A0000000000000002'")
    page.wait_for_selector("#panel:visible")
    assert "The harbour office will obey the order" in told(page)


def test_dark_and_light(open_page: Any, town: str) -> None:
    page = open_page(town)
    light = page.evaluate("getComputedStyle(document.body).backgroundColor")
    page.click("#to-dark")
    assert page.get_attribute("#to-dark", "aria-pressed") == "true"
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") != light
    page.click("#to-dark")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == light


def test_the_picture_can_be_saved_as_png_and_svg(open_page: Any, town: str) -> None:
    import xml.etree.ElementTree as ET

    page = open_page(town)
    with page.expect_download() as png:
        page.click("#to-png")
    assert png.value.suggested_filename == "harbour-and-town.png"
    assert Path(png.value.path()).read_bytes().startswith(b"\x89PNG")
    with page.expect_download() as svg:
        page.click("#to-svg")
    assert svg.value.suggested_filename == "harbour-and-town.svg"
    root = ET.parse(svg.value.path()).getroot()
    texts = [text.text or "" for text in root.iter("{http://www.w3.org/2000/svg}text")]
    assert {"Harbour and town", "defies", "≠", "❝ Ga", "✕ AB", "❝ AB?"} <= set(texts)
    assert any("not a proof" in text for text in texts)
    assert any("1 claim not in the picture" in text for text in texts)
    assert not list(root.iter("{http://www.w3.org/2000/svg}script"))


def test_reviewed_and_unreviewed_claims_look_different(open_page: Any, town: str) -> None:
    page = open_page(town, at="#view=table")
    row = page.locator("tr", has_text="march concerns")
    assert row.locator(".badge.unreviewed").first.inner_text() == "AB?"
    assert page.locator("tr", has_text="defies the order").locator(".badge.unreviewed").count() == 0
    page.click("#to-doc")
    assert re.search("unreviewed", page.locator(".passage", has_text="them").last.get_attribute("class"))
    drawn = page.evaluate("kgraphPicture.svg()")
    # its arrow is an outline, its badge dashed and its line pale
    assert 'opacity="0.6"' in drawn
    assert 'stroke-dasharray="3 2"' in drawn


def test_printing_shows_picture_and_table_in_light(open_page: Any, town: str) -> None:
    page = open_page(town, dark=True)
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.is_visible("#table")
    assert page.is_visible("#picture")
    assert page.is_hidden("#key")
    assert page.evaluate("document.documentElement.dataset.theme") == "light"


def test_on_a_phone_key_and_panel_are_sheets(open_page: Any, town: str) -> None:
    page = open_page(town, width=390, height=800)
    assert page.is_hidden("#key")
    assert page.is_hidden("#timeline")
    page.click("#to-key")
    key = page.locator("#key").bounding_box()
    assert key["y"] > 100
    assert abs(key["y"] + key["height"] - 800) < 2
    page.click("#to-key")
    page.fill("#search", "cara")
    page.keyboard.press("Enter")
    panel = page.locator("#panel").bounding_box()
    assert panel["width"] == 390
    assert panel["height"] <= 0.62 * 800
