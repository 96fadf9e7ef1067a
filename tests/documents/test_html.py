"""Web pages: the article, not the menu, and what the page says about itself."""

import json

import pytest

from kgraph.documents import from_bytes
from kgraph.errors import BadInput, TooMuch

LEAD = "The council voted on Monday to close the northern harbour for repairs, the mayor's office said in a statement."
QUOTE = "“We will not wait another winter,” Mayor Ada Quill told reporters. “The piers are not safe.”"
REPLY = "Opponents, among them the dockers' union, argued that the closure would cost more than 300 jobs in the town."
SHORT = "Quill disagreed."
COURT = "A judge is expected to hear the union's complaint on Thursday, according to papers filed with the court."
BODY = [LEAD, QUOTE, SHORT, REPLY, COURT]
TEXT = "\n".join(BODY)
OTHER = "The ferry line was sold to a private buyer in the autumn, and prices have gone up since then, people say."


def paragraphs(*texts: str) -> str:
    return "".join(f"<p>{text}</p>" for text in texts)


def page(body: str, head: str = "") -> bytes:
    return f"<!DOCTYPE html><html><head><meta charset=utf-8>{head}</head><body>{body}</body></html>".encode()


def text_of(body: str) -> str:
    return from_bytes(page(body), "a.html").text


def linked_data(data: object) -> bytes:
    return page(paragraphs(*BODY), f'<script type="application/ld+json">{json.dumps(data)}</script>')


@pytest.mark.parametrize(
    "around",
    [
        f"<nav><a href=/>Home</a> {OTHER}</nav><article>%s</article><footer>{OTHER}</footer>",
        f"<article><header><h1>Title</h1></header>%s<aside>{OTHER}</aside></article>",
        f"<header>{OTHER}</header><main><article>%s</article></main>",
        f"<div>%s</div><div><p>{OTHER}</p></div>",  # no marks at all: most of the text is in the first
        f'<div itemprop="articleBody">%s</div><div><p>{OTHER}</p></div>',
        f'<article><p>{OTHER}</p><div class="entry-content wide">%s</div></article>',
        f"<article>%s<script>var a = '{OTHER}'</script><style>p {{}}</style><noscript>{OTHER}</noscript></article>",
        f"<article>%s<!-- {OTHER} --><template>{OTHER}</template></article>",
        f'<article>%s<div hidden>{OTHER}</div><div aria-hidden="true">{OTHER}</div></article>',
        f'<article>%s<p style="color: red; display : none">{OTHER}</p></article>',
        f'<article>%s<div class="newsletter-signup">{OTHER}</div><div id="related">{OTHER}</div></article>',
        f'<article class="post comments-open tags-harbour">%s<section role="complementary">{OTHER}</section></article>',
        f'<article>%s<p><a href="/2">{OTHER}</a></p><h2>More stories</h2><ul><li><a href="/3">One</a></ul></article>',
        f"<article><figure><img><figcaption>{OTHER}</figcaption></figure>%s</article>",
        f"<main><article><a href=/2><h3>Teaser</h3><p>{OTHER}</p></a></article><article>%s</article></main>",
        f'<form><div><select><option>{OTHER}</select><button>Send</button></div><div class="story">%s</div></form>',
        "<article>%s<p>By <a rel=author href=/j>Jane Doe</a>, <time>17 March 2025</time></p></article>",
    ],
)
def test_the_article_is_taken_and_the_rest_left(around: str) -> None:
    assert text_of(around % paragraphs(*BODY)) == TEXT


def test_a_lead_above_the_body_belongs_to_it() -> None:
    assert text_of(f"<article><p class=intro>{LEAD}</p><div>{paragraphs(*BODY[1:])}</div></article>") == TEXT
    assert text_of(f"<div><p>{LEAD}</p><div>{paragraphs(*BODY[1:])}</div></div><div>{OTHER}</div>") == TEXT


def test_lines_without_paragraphs_are_read_too() -> None:
    assert text_of("<table><tr><td><a href=/>Home</a></td><td>" + "<br><br>".join(BODY) + "</td></tr></table>") == TEXT
    assert text_of("".join(f"<div><span>{text}</span></div>" for text in BODY)) == TEXT


def test_subheadings_lists_and_quotations_are_part_of_the_article() -> None:
    body = f"<p>{LEAD}</p><h2>What next</h2><ul><li>One.</li><li>Two.</li></ul><blockquote>{QUOTE}</blockquote>"
    assert text_of(f"<article><h1>Title</h1>{body}</article>") == f"{LEAD}\nWhat next\nOne.\nTwo.\n{QUOTE}"


def test_white_space_is_collapsed_and_inline_elements_do_not_break_words() -> None:
    assert text_of("<p>The <b>may</b>or’s\n   <a href=/q>word</a>,\xa0<time>today</time>&nbsp;&amp; here.</p>") == (
        "The mayor’s word, today & here."
    )


def test_damage_in_the_article_is_repaired_and_offsets_count_in_the_article() -> None:
    document = from_bytes(page("<nav>Menu</nav><p>âNo,â she said.</p>", "<title>The mayorâs word</title>"), "a.html")
    assert document.text == "“No,” she said."
    assert [each.offset for each in document.repairs] == [0, 4]


def test_the_menu_of_a_short_page_is_left_out_as_well() -> None:
    assert (
        text_of("<nav>Menu</nav><p>Quill resigned.</p><p>Nobody said why.</p>") == "Quill resigned.\nNobody said why."
    )


def test_a_short_page_is_not_lost_to_a_class_that_sounds_like_something_else() -> None:
    assert text_of("<nav>Menu</nav><div class=comment><p>Quill resigned.</p></div>") == "Quill resigned."


def test_linked_data_is_believed_first() -> None:
    article = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": "Council closes  harbour &#8211; for good",
        "datePublished": "2025-03-17T23:30:00-04:00",
        "dateModified": "2025-03-19",
        "author": [{"@type": "Person", "name": "Jane Doe"}, {"@type": "Person", "name": "J. Roe"}],
        "publisher": {"@type": "Organization", "name": "The Herald"},
        "mainEntityOfPage": {"@type": "WebPage", "@id": "https://herald.example/1"},
        "inLanguage": "en_US",
        "license": "https://creativecommons.org/licenses/by/4.0/",
    }
    document = from_bytes(linked_data(article), "a.html")
    assert document.title == "Council closes harbour – for good"
    assert document.date == "2025-03-17"  # as written, in no other time zone
    assert (document.author, document.publisher) == ("Jane Doe, J. Roe", "The Herald")
    assert (document.address, document.language) == ("https://herald.example/1", "en-US")
    assert document.licence == "https://creativecommons.org/licenses/by/4.0/"
    assert document.text == TEXT


def test_linked_data_may_be_a_graph() -> None:
    graph = {
        "@graph": [
            {"@type": "WebPage", "name": "Not this", "datePublished": "2001-01-01"},
            {
                "@type": ["ReportageNewsArticle", "Thing"],
                "headline": "Harbour closes",
                "datePublished": "2025-03-17",
                "author": {"@id": "#jane"},
                "publisher": {"@id": "#herald"},
            },
            {"@id": "#jane", "@type": "Person", "name": "Jane Doe"},
            {"@id": "#herald", "@type": "Organization", "name": "The Herald"},
        ]
    }
    document = from_bytes(linked_data(graph), "a.html")
    assert (document.title, document.date) == ("Harbour closes", "2025-03-17")
    assert (document.author, document.publisher) == ("Jane Doe", "The Herald")


@pytest.mark.parametrize(
    "wrap",
    [
        lambda article: [{"@type": "BreadcrumbList", "name": "Not this"}, article],
        lambda article: [[article]],
        lambda article: {"@type": "WebPage", "name": "Not this", "mainEntity": article},
        lambda article: {**article, "@type": "http://schema.org/OpinionNewsArticle"},
        lambda article: {**article, "@type": "schema:Article", "author": "Jane Doe"},
    ],
)
def test_linked_data_may_be_wrapped(wrap: object) -> None:
    article = {
        "@type": "NewsArticle",
        "headline": "Harbour closes",
        "author": ["Jane Doe", "https://herald.example/jane"],
    }
    document = from_bytes(linked_data(wrap(article)), "a.html")  # type: ignore[operator]
    assert (document.title, document.author) == ("Harbour closes", "Jane Doe")


@pytest.mark.parametrize(
    "script",
    ["{", "[" * 100_000, '"text"', "{}", '{"@type": 3}', '{"@type": "NewsArticle", "author": 5, "headline": ["a"]}'],
)
def test_broken_linked_data_says_nothing(script: str) -> None:
    document = from_bytes(page(paragraphs(*BODY), f"<script type='application/ld+json'>{script}</script>"), "a.html")
    assert document.text == TEXT
    assert document.title is document.author is None


def test_linked_data_may_stand_in_comment_marks() -> None:
    script = '//<![CDATA[\n{"@type": "NewsArticle", "headline": "Line\nbreak"}\n//]]>'
    head = f'<script type="application/ld+json; charset=utf-8">{script}</script>'
    assert from_bytes(page("<p>Words.</p>", head), "a.html").title == "Line break"


def test_meta_elements_come_next() -> None:
    head = """<title>Harbour | The Herald</title><meta property="og:title" content="Harbour closes">
    <meta property="og:site_name" content="The Herald"><meta property="og:url" content="https://herald.example/1">
    <meta property="og:locale" content="en_GB"><meta property="article:author" content="https://social.example/jane">
    <meta name="author" content="Jane Doe"><meta property="article:published_time" content="2025-03-17T08:00Z">
    <meta property="article:modified_time" content="2025-03-19T08:00Z"><link rel="license" href="https://l.example/">"""
    document = from_bytes(page("<p>Words.</p>", head), "a.html")
    assert (document.title, document.publisher, document.author) == ("Harbour closes", "The Herald", "Jane Doe")
    assert (document.address, document.language) == ("https://herald.example/1", "en-GB")
    assert (document.date, document.licence) == ("2025-03-17", "https://l.example/")


def test_publisher_and_date_are_never_guessed() -> None:
    head = """<title>Harbour closes | The Herald</title><link rel=canonical href="https://herald.example/2025/03/17/1">
    <meta property="article:modified_time" content="2025-03-19"><meta name="twitter:site" content="@herald">"""
    document = from_bytes(page("<p><time datetime=2025-03-17>Monday</time>, everybody slept.</p>", head), "a.html")
    assert (document.publisher, document.date) == (None, None)
    assert (document.title, document.address) == ("Harbour closes | The Herald", "https://herald.example/2025/03/17/1")


@pytest.mark.parametrize("date", ["March 17, 2025", "03/04/2025", "2025-02-30", "20250317", ""])
def test_a_date_that_could_be_another_is_left_out(date: str) -> None:
    head = f'<meta property="article:published_time" content="{date}">'
    assert from_bytes(page("<p>Words.</p>", head), "a.html").date is None


def test_the_address_is_one_of_the_web() -> None:
    head = '<link rel=canonical href="javascript:alert(1)"><meta property="og:url" content="/1">'
    assert from_bytes(page("<p>Words.</p>", head), "a.html").address is None


def test_a_page_may_say_its_encoding() -> None:
    data = '<meta charset="windows-1251"><p>Суд отменил решение.</p>'.encode("cp1251")
    document = from_bytes(data, "a.html")
    assert (document.text, document.encoding) == ("Суд отменил решение.", "cp1251")
    wrong = '<meta charset="iso-8859-1"><p>Zürich</p>'.encode()
    assert from_bytes(wrong, "a.html").text == "Zürich"
    unsafe = '<meta charset="utf-7"><p>Zürich +ADw-</p>'.encode("latin-1")
    assert from_bytes(unsafe, "a.html").text == "Zürich +ADw-"


def test_xhtml_is_a_page() -> None:
    data = b'<?xml version="1.0" encoding="UTF-8"?><html xmlns="http://www.w3.org/1999/xhtml"><body><p>Words.</p></body></html>'
    assert from_bytes(data, "a.xhtml").text == "Words."


def test_what_utf8_cannot_hold_is_replaced() -> None:
    head = '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "a \\ud800 b"}</script>'
    assert from_bytes(page("<p>Words.</p>", head), "a.html").title == "a \N{REPLACEMENT CHARACTER} b"


def test_a_page_without_an_article_is_refused() -> None:
    for body in ("", "<div id=root></div><script>build()</script>", "<meta http-equiv=refresh content='0;url=/x'>"):
        with pytest.raises(BadInput, match=r"no article was found in a.html"):
            from_bytes(page(body), "a.html")


def test_a_page_nested_too_deeply_is_refused_not_cut() -> None:
    with pytest.raises(TooMuch, match=r"a.html is nested too deeply"):
        from_bytes(b"<p>Words.</p>" + b"<div>" * 100_000 + b"More.", "a.html")
    assert from_bytes(b"<div>" * 200 + b"Deep enough.", "a.html").text == "Deep enough."


def test_a_page_without_a_body_tag_is_read() -> None:
    script = '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Council meets"}</script>'
    article = "<article><p>The council met on Thursday, and the mayor said that the order stands.</p></article>"
    page = from_bytes(f"<!doctype html><title>Gazette</title>{script}{article}".encode(), "a.html")
    assert page.text == "The council met on Thursday, and the mayor said that the order stands."
    assert page.title == "Council meets"
