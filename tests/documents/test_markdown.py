"""Markdown: the text as it is, the metadata from its front matter and first heading."""

from kgraph.documents import from_bytes

FRONT = """---
title: "Council: harbour closes"
Publisher: The Herald
date: 2025-03-17 08:00:00 +0100
author: 'Jane Doe'
url: https://herald.example/1
license: CC BY 4.0
lang: en
tags: [harbour, council]
draft: |
  title: Not this
---
# Another title

Words.
"""


def test_front_matter_is_read_and_stays_in_the_text() -> None:
    document = from_bytes(FRONT.encode(), "a.md")
    assert document.format == "text/markdown"
    assert document.text == FRONT
    assert document.title == "Council: harbour closes"
    assert (document.publisher, document.date, document.author) == ("The Herald", "2025-03-17", "Jane Doe")
    assert (document.address, document.licence, document.language) == ("https://herald.example/1", "CC BY 4.0", "en")


def test_windows_line_ends_change_nothing() -> None:
    raw = FRONT.replace("\n", "\r\n")
    document = from_bytes(raw.encode(), "a.md")
    assert (document.text, document.title, document.date) == (raw, "Council: harbour closes", "2025-03-17")


def test_the_first_heading_is_the_title() -> None:
    assert from_bytes(b"Intro.\n\n## Sub\n\n#   The title ##\n\n# Later\n", "a.markdown").title == "The title"
    assert from_bytes(b"```\n# a comment\n```\n\n# The title\n", "a.md").title == "The title"
    assert from_bytes(b"#hashtag and words\n", "a.md").title is None
    assert from_bytes("# The mayorâs word â again\n".encode(), "a.md").title == "The mayor’s word — again"


def test_what_does_not_fit_is_as_good_as_not_there() -> None:
    document = from_bytes(b"---\ndate: last Monday\nurl: /1\nlang: English, mostly\n---\nWords.\n", "a.md")
    assert (document.date, document.address, document.language) == (None, None, None)
    assert from_bytes(b"---\ntitle: never closed\n\nWords.\n", "a.md").title is None
    assert from_bytes(b"Words.\n---\ntitle: not at the top\n---\n", "a.md").title is None
