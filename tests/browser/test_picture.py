"""The page in a real browser: a click shows who says so in which words, and nothing else happens."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from kgraph.terms import Quad, iri, literal, value

PAYLOADS = (
    "</script><script>window.pwned=1</script>",
    "<!--<script>",
    '" onmouseover="window.pwned=1',
    "{{constructor.constructor('window.pwned=1')()}}",
    "<img src=x onerror=window.pwned=1> href",
    "a\u2028b\u2029c",
)


def click(page: Any, name: str) -> None:
    """Click the label of a line or the middle of a card."""
    point = page.evaluate("name => kgraphPicture.pointOf(name)", name)
    page.mouse.click(point["x"], point["y"])


def told(page: Any) -> str:
    text: str = page.inner_text("#panel")
    return text


def test_a_click_on_a_line_shows_both_sides_and_their_words(open_page: Any, town: str) -> None:
    page = open_page(town)
    click(page, "line1")
    text = told(page)
    assert text.index("contested") < text.index("The harbour office defies the order")
    yes, no = text.index("Says so"), text.index("Says it is not so")
    assert yes < text.index("The Gazette says that the harbour office defies the order.") < no
    assert yes < text.index("turned their back") < no < text.index("nobody defied them")
    assert no < text.index("Ann Bell denies that the harbour office defies the order.")
    assert "The Gazette · the harbour, week by week · 20 March 2025" in text
    assert "Show in the document · characters 20–38" in text
    assert page.inner_text("#panel mark >> nth=0") == "turned their back"
    assert "The harbour office will obey the order" in text[text.index("Contradicts") :]


def test_withheld_words_are_said_to_be_withheld_and_how_to_get_them(open_page: Any, town: str) -> None:
    page = open_page(town)
    click(page, "line2")
    text = told(page)
    assert "nobody here" in text[: text.index("Says it is not so")]
    assert "The words may not be passed on." in text
    assert "kgraph build --documents" in text
    assert "characters 40–60" in text


def test_a_click_on_a_card_shows_its_claims_by_status(open_page: Any, town: str) -> None:
    page = open_page(town)
    click(page, "law:harbour-order")
    text = told(page)
    assert "Law · court order" in text
    order = [text.index(status) for status in ("contested", "denied", "reported", "accepted")]
    assert order == sorted(order)
    assert "The order is of March 2025" in text
    page.click("#panel .row >> nth=0")
    assert "turned their back" in told(page)
    page.click("#panel .link >> nth=0")
    assert "Institution" in told(page)


def test_a_line_of_two_claims_shows_both(open_page: Any, town: str) -> None:
    page = open_page(town)
    click(page, "line6")
    rows = page.locator("#panel .row")
    assert rows.count() == 2
    rows.nth(0).click()
    assert "Says so" in told(page)


def test_links_lead_to_web_pages_only_and_tell_them_nothing(open_page: Any, town: str) -> None:
    page = open_page(town)
    click(page, "person:cara-dunn")
    link = page.locator("#panel a")
    assert link.get_attribute("href") == "https://example.org/dunn"
    assert link.get_attribute("rel") == "noreferrer noopener"


def test_escape_closes_the_panel(open_page: Any, town: str) -> None:
    page = open_page(town)
    click(page, "line1")
    assert page.is_visible("#panel")
    page.keyboard.press("Escape")
    assert page.is_hidden("#panel")


def test_unreviewed_is_said_in_words(open_page: Any, town: str) -> None:
    page = open_page(town)
    click(page, "line3")
    assert "unreviewed" in told(page)


def test_the_table_is_complete_and_reached_by_keyboard(open_page: Any, town: str) -> None:
    page = open_page(town)
    page.focus("#to-table")
    page.keyboard.press("Enter")
    # the retracted claim is left out until the key lets it in
    assert page.locator("#table tbody tr:visible").count() == 10
    page.check("input[value=retracted]")
    assert page.locator("#table tbody tr:visible").count() == 11
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.dataset.statement") == "claim:0000000000000001":
            break
    page.keyboard.press("Enter")
    assert "nobody defied them" in told(page)


def test_the_key_is_the_filter(open_page: Any, town: str) -> None:
    page = open_page(town)
    page.click("#to-table")
    page.uncheck("input[value=contested]")
    assert page.locator("#table tbody tr:visible").count() == 9
    page.uncheck("input[value=unreviewed]")
    assert page.locator("#table tbody tr:visible").count() == 8
    page.click("#to-picture")
    click(page, "line1")
    assert page.is_hidden("#panel") or "turned their back" not in told(page)


def test_a_speaker_can_be_followed(open_page: Any, town: str) -> None:
    page = open_page(town)
    page.click("[data-speaker='person:ann-bell']")
    assert page.get_attribute("[data-speaker='person:ann-bell']", "aria-pressed") == "true"
    page.click("#to-table")
    # two that she affirms, one that she denies, one that she relays
    assert page.locator("#table tbody tr:visible").count() == 4


def test_an_address_opens_its_claim(open_page: Any, town: str) -> None:
    page = open_page(town, at="#claim%3A0000000000000001")
    assert "nobody defied them" in told(page)
    assert page.is_hidden("#table")


def test_an_unknown_address_does_nothing(open_page: Any, town: str) -> None:
    for at in ("#claim%3Anowhere", "#%E0%A4%A", "#__proto__"):
        assert open_page(town, at=at).is_hidden("#panel")


def test_every_opening_shows_the_same_picture(open_page: Any, town: str) -> None:
    first, second = (open_page(town).evaluate("kgraphPicture.pointOf('law:harbour-order')") for _ in range(2))
    assert first == second


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("width", [360, 420, 1400])
def test_nothing_hangs_over_the_edge(open_page: Any, town: str, width: int, dark: bool) -> None:
    page = open_page(town, width=width, height=800, dark=dark)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    if width < 760:
        page.click("#to-key")
        assert page.is_visible("#speakers")
        page.click("#to-key")
    page.click("#to-table")
    page.click("#table a >> nth=0")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert page.locator("#panel .close").is_visible()


def test_without_scripts_the_table_is_there(open_page: Any, town: str) -> None:
    page = open_page(town, scripts=False)
    assert "The picture needs scripts" in page.inner_text("#table")
    assert "nobody defied them" in page.inner_text("#table")
    assert page.is_hidden("#picture")
    assert page.is_hidden("#to-table")


def hostile(quads: list[Quad], texts: tuple[str, ...]) -> list[Quad]:
    """The same statements with hostile labels, words and one hostile address."""
    changed = []
    for number, quad in enumerate(quads):
        subject, predicate, object_, graph = quad
        if predicate in (iri("rdfs:label"), iri("oa:exact")):
            object_ = literal(f"{texts[number % len(texts)]} {number}")
        bad = "<javascript:window.pwned=1>"
        person = iri("person:cara-dunn")
        changed.append(
            Quad(bad if subject == person else subject, predicate, bad if object_ == person else object_, graph)
        )
    return [*changed, Quad(bad, iri("foaf:page"), bad, iri("graph:facts"))]


def poke(page: Any) -> None:
    """Every view, a hover and a click on each card and line."""
    names = page.evaluate("JSON.parse(document.getElementById('data').textContent).nodes.map(node => node.id)")
    lines = page.evaluate("JSON.parse(document.getElementById('data').textContent).edges.map(edge => edge.id)")
    for name in [*names, *lines]:
        point = page.evaluate("name => kgraphPicture.pointOf(name)", name)
        page.mouse.move(point["x"], point["y"])
        click(page, name)
        page.keyboard.press("Escape")
    page.click("#to-table")
    for link in page.locator("#table a:visible").all():
        link.click()
    page.click("#to-doc")
    for part in page.locator(".passage:visible").all():
        part.click()
    for moment in page.locator("#moments button").all():
        moment.click()
    for letters in ("a", "s", "pwned", "<"):
        page.fill("#search", letters)
        page.keyboard.press("ArrowDown")
        page.keyboard.press("Enter")
    for button in page.locator("#speakers button").all():
        button.click()
    page.locator("#speakers button").last.click()
    for wanted in page.eval_on_selector_all("#relation option", "all => all.map(one => one.value)"):
        page.select_option("#relation", wanted)
    if page.locator("#to-map").count():
        page.click("#to-map")
        for group in page.locator("#map [data-cluster]").all():
            group.click()
    page.click("#to-picture")
    page.keyboard.press("Escape")
    page.focus("#canvas")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    if choices := page.eval_on_selector_all("#panel select option", "all => all.map(one => one.value)"):
        page.select_option("#panel select", choices[-1])
    assert (
        page.evaluate("new DOMParser().parseFromString(kgraphPicture.svg(), 'image/svg+xml').querySelector('script')")
        is None
    )
    assert page.locator("a[href^='javascript']").count() == 0
    assert page.locator("body img, body iframe, body object, body style").count() == 0
    assert page.evaluate("window.pwned") is None


def test_hostile_texts_run_nothing(open_page: Any, quads: list[Quad], page_of: Callable[..., str]) -> None:
    page = open_page(page_of(hostile(quads, PAYLOADS), title=PAYLOADS[0], notes=PAYLOADS))
    poke(page)
    assert page.inner_text("h1") == PAYLOADS[0]


def test_hostile_texts_run_nothing_in_a_list_card_and_on_the_map(
    open_page: Any, quads: list[Quad], page_of: Callable[..., str]
) -> None:
    facts, claims = iri("graph:facts"), iri("graph:claims")
    more = list(quads)
    for number in range(4):
        claim, said, person = iri(f"claim:c{number:015}"), iri(f"said:c{number:015}"), iri(f"person:listed-{number}")
        more += [
            Quad(person, iri("rdfs:label"), literal("x"), facts),
            Quad(claim, iri("rdf:type"), iri("kg:Claim"), claims),
            Quad(claim, iri("kg:status"), iri("kgc:reported"), claims),
            Quad(claim, iri("rdf:subject"), iri("law:harbour-order"), claims),
            Quad(claim, iri("rdf:predicate"), iri("kg:directedAt"), claims),
            Quad(claim, iri("rdf:object"), person, claims),
            Quad(said, iri("kg:claim"), claim, claims),
            Quad(said, iri("kg:speaker"), iri("person:ann-bell"), claims),
            Quad(said, iri("kg:stance"), iri("kgc:argues"), claims),
        ]
    html = page_of(hostile(more, PAYLOADS), title=PAYLOADS[2])
    assert '"id":"list:person:listed-' in html.replace(" ", "") or "list:person:listed-" in html
    poke(open_page(html))
    poke(open_page(page_of(hostile(more, PAYLOADS), title=PAYLOADS[4], most_cards=4)))


def test_the_hostile_files_that_are_at_hand_run_nothing(
    open_page: Any, shared: Path, quads: list[Quad], page_of: Callable[..., str]
) -> None:
    import pyoxigraph

    texts = tuple(
        value(str(triple.object))
        for path in sorted((shared / "bad").glob("h-*.ttl"))
        for triple in pyoxigraph.parse(path=path, format=pyoxigraph.RdfFormat.TURTLE)
    )
    assert len(texts) >= 6
    everything = " ".join(texts)
    poke(open_page(page_of(hostile(quads, (everything,)), title=everything, notes=texts)))
