"""What is given is believed first, checked, and asked for when it is missing."""

import pytest

from kgraph.documents import from_bytes, missing, require
from kgraph.errors import BadInput

PAGE = b"""<html lang="en"><head><meta property="og:site_name" content="The Herald">
<meta property="article:published_time" content="2025-03-17T23:30:00-04:00"></head><body><p>Words.</p></body></html>"""


def test_what_is_given_beats_what_is_found() -> None:
    found = from_bytes(PAGE, "a.html")
    assert (found.publisher, found.date, found.language) == ("The Herald", "2025-03-17", "en")
    given = from_bytes(PAGE, "a.html", publisher="body:the-herald", date="2025-03", title=" A\n title ")
    assert (given.publisher, given.date, given.title, given.language) == ("body:the-herald", "2025-03", "A title", "en")
    assert given.id == found.id


def test_nothing_given_is_nothing_said() -> None:
    assert from_bytes(PAGE, "a.html", publisher=None, date="").publisher == "The Herald"


def test_publisher_and_date_are_asked_for() -> None:
    nothing = from_bytes(b"Words.", "a.txt")
    assert missing(nothing) == ("publisher", "date")
    with pytest.raises(BadInput, match=r"a.txt does not say its publisher and date: give --publisher NAME and --date"):
        require(nothing)
    with pytest.raises(BadInput, match=r"its date: give --date YYYY-MM-DD$"):
        require(from_bytes(b"Words.", "a.txt", publisher="The Herald"))
    complete = from_bytes(b"Words.", "a.txt", publisher="The Herald", date="2025")
    assert missing(complete) == ()
    require(complete)


@pytest.mark.parametrize("date", ["2025", "2025-03", "2025-03-17", "2024-02-29"])
def test_dates_may_be_partial(date: str) -> None:
    assert from_bytes(b"Words.", date=date).date == date


@pytest.mark.parametrize(
    "date", ["17.3.2025", "2025-13", "2025-02-30", "2025-3-17", "0000", "yesterday", "2025-03-17T08:00"]
)
def test_what_is_no_date_is_refused(date: str) -> None:
    with pytest.raises(BadInput, match=r"--date '.*' is not a date: write YYYY-MM-DD"):
        from_bytes(b"Words.", date=date)


def test_addresses_and_languages_are_checked() -> None:
    fine = from_bytes(
        b"Words.", address="https://herald.example/1", language="es-SV", licence="CC BY 4.0", author="J. Roe"
    )
    assert (fine.address, fine.language) == ("https://herald.example/1", "es-SV")
    assert (fine.licence, fine.author) == ("CC BY 4.0", "J. Roe")
    with pytest.raises(BadInput, match="--address"):
        from_bytes(b"Words.", address="javascript:alert(1)")
    with pytest.raises(BadInput, match="--language"):
        from_bytes(b"Words.", language="English, mostly")
