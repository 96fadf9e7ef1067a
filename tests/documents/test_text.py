"""Plain text: bytes in, the same characters out, whatever their encoding."""

import hashlib
import io
from pathlib import Path

import pytest

from kgraph.documents import MAX_BYTES, from_bytes, read
from kgraph.errors import BadInput, KgraphError, TooMuch, Unknown

TEXT = "The mayor said “no” – twice.\nNobody in Zürich minded.\n"


def test_a_file_becomes_a_document(tmp_path: Path) -> None:
    raw = b"One \xe2\x80\x9ctwo\xe2\x80\x9d.\r\nThree.\r\n"
    (tmp_path / "note.txt").write_bytes(raw)
    document = read(tmp_path / "note.txt")
    assert document.text == "One “two”.\r\nThree.\r\n"  # line ends stay, so offsets do
    assert document.raw_sha256 == hashlib.sha256(raw).hexdigest()
    assert document.id == f"doc:{hashlib.sha256(raw).hexdigest()[:16]}"
    assert (document.format, document.encoding, document.name) == ("text/plain", "utf-8", "note.txt")
    assert (document.repairs, document.repair_version) == ((), 1)
    assert document.title is document.publisher is document.date is None
    assert read(str(tmp_path / "note.txt")) == document


def test_offsets_are_those_of_the_raw_text() -> None:
    document = from_bytes("Theyâre late â again.".encode())
    assert document.text == "They’re late — again."
    assert [(r.offset, r.after) for r in document.repairs] == [(4, "’"), (13, "—")]


@pytest.mark.parametrize(
    ("encoding", "found"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8-sig"),
        ("utf-16", "utf-16"),
        ("utf-32", "utf-32"),
        ("cp1252", "cp1252"),
    ],
)
def test_the_encoding_is_found(encoding: str, found: str) -> None:
    document = from_bytes(TEXT.encode(encoding), "a.txt")
    assert document.text == TEXT
    assert document.encoding == found


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Президент заявил вчера, что суд отменил решение.", "cp1251"),
        ("Президент заявил вчера, что суд отменил решение.", "koi8-r"),
        ("東京地方裁判所は大統領の命令を差し止めた。", "shift_jis"),
        ("Sąd wczoraj uchylił decyzję prezydenta.", "cp1250"),
        ("Café", "latin-1"),
    ],
)
def test_older_encodings_are_found_by_their_letters(text: str, encoding: str) -> None:
    assert from_bytes(text.encode(encoding), "a.txt").text == text


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "a.txt is empty"),
        (b" \n\t ", "a.txt is empty"),
        ("\N{NO-BREAK SPACE}\n".encode(), "a.txt is empty"),
        (b"one\x00two", r"a.txt holds a NUL byte \(at byte 3\)"),
        ("one\x00two".encode("utf-16"), r"a.txt holds a NUL character \(at character 3\)"),
        (b"\xff\xfeo", "begins like UTF-16 but is broken"),
        (b"\xef\xbb\xbf\xff", "begins like UTF-8 but is broken"),
        (bytes(range(1, 256)) * 40, "encoding of a.txt cannot be told"),
    ],
)
def test_what_is_no_text_is_refused(data: bytes, message: str) -> None:
    with pytest.raises(BadInput, match=message):
        from_bytes(data, "a.txt")


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"PK\x03\x04rest", "a ZIP archive or an Office or e-book file"),
        (b"\x1f\x8b\x08rest", "a gzip archive"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office file"),
        (b"\x89PNG\r\n\x1a\nrest", "an image"),
        (b"\xff\xd8\xff\xe0", "an image"),
        (b"\x80\x04\x95\x2c.", "a Python pickle"),
        (b"{\\rtf1 text}", "a Rich Text file"),
        (b"SQLite format 3\x00", "a database"),
    ],
)
@pytest.mark.parametrize("name", ["a.txt", "a.pdf", "a.html", "-"])
def test_other_files_are_refused_by_their_first_bytes(data: bytes, kind: str, name: str) -> None:
    with pytest.raises(BadInput, match=f"is {kind}, which kgraph does not read, and was not opened"):
        from_bytes(data, name)


def test_a_document_has_a_limit(tmp_path: Path) -> None:
    (tmp_path / "long.txt").write_bytes(b"a" * (MAX_BYTES + 1))
    with pytest.raises(TooMuch, match=r"long.txt is larger than 20 MB"):
        read(tmp_path / "long.txt")


def test_one_line_of_three_million_characters_is_text() -> None:
    assert len(from_bytes(b"a" * 3_000_000, "a.txt").text) == 3_000_000


def test_files_that_cannot_be_read_say_why(tmp_path: Path) -> None:
    (tmp_path / "briefing.txt").write_text("Text.")
    with pytest.raises(Unknown, match=r"no file .*breifing.txt: did you mean briefing.txt\?") as missing:
        read(tmp_path / "breifing.txt")
    assert missing.value.nearest == ("briefing.txt",)
    with pytest.raises(BadInput, match="is a folder"):
        read(tmp_path)
    for name in ("a\x00b", "a" * 400, "briefing.txt/x"):
        with pytest.raises(KgraphError):
            read(tmp_path / name)


@pytest.mark.parametrize(
    ("data", "media"),
    [
        (b"Plain words.", "text/plain"),
        (b"# A heading\n", "text/plain"),
        (b"<p>A line of a page.</p>", "text/html"),
        (b'\xef\xbb\xbf\n<?xml version="1.0"?>\n<!DOCTYPE html><html><body>A page.</body></html>', "text/html"),
        (b"<pressed> hard", "text/plain"),
    ],
)
def test_standard_input_is_read_as_what_it_looks_like(data: bytes, media: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(data)))
    document = read("-")
    assert (document.name, document.format) == ("-", media)


def test_messages_name_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"")))
    with pytest.raises(BadInput, match="standard input is empty"):
        read(Path("-"))


def test_a_name_that_says_nothing_leaves_it_to_the_bytes() -> None:
    assert from_bytes(b"Words.", "article.2025").format == "text/plain"
    assert from_bytes(b"<html><p>Words.</html>", "article").text == "Words."
    assert from_bytes(b"<html>&amp;", "code.txt").text == "<html>&amp;"  # called text, so it is
