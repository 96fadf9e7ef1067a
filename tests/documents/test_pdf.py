"""PDF: the text of its pages."""

import io
import sys

import pytest

from kgraph.documents import from_bytes
from kgraph.errors import BadInput, TooMuch


def pdf(*pages: tuple[str, ...], info: str = "") -> bytes:
    """A PDF made by hand: one line of text for each string."""
    kids = " ".join(f"{4 + 2 * at} 0 R" for at in range(len(pages)))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R /Lang (en-GB) >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for at, lines in enumerate(pages):
        stream = "BT /F1 12 Tf 72 720 Td " + " 0 -14 Td ".join(f"({line}) Tj" for line in lines) + " ET"
        objects += [
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << /Font << /F1 3 0 R >> >> "
            f"/Contents {5 + 2 * at} 0 R >>",
            f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream",
        ]
    objects.append(f"<< {info} >>")
    out, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{content}\nendobj\n".encode("latin-1")
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    size = len(objects) + 1
    trailer = f"trailer << /Size {size} /Root 1 0 R /Info {size - 1} 0 R >>\nstartxref\n{len(out)}\n%%EOF\n"
    return out + f"xref\n0 {size}\n0000000000 65535 f \n{table}{trailer}".encode()


def locked(password: str, algorithm: str) -> bytes:
    pypdf = pytest.importorskip("pypdf")
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(pdf(("A secret.",))))
    writer.encrypt(password, "owner", algorithm=algorithm)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def test_pages_are_joined_and_metadata_read() -> None:
    pytest.importorskip("pypdf")
    info = "/Title (On the harbour) /Author (Ada Quill) /CreationDate (D:20250317080000Z)"
    document = from_bytes(pdf(("The council voted.", "The mayor agreed."), ("Page two, café.",), info=info), "a.pdf")
    assert document.text == "The council voted.\nThe mayor agreed.\nPage two, café."
    assert (document.format, document.encoding) == ("application/pdf", "binary")
    assert (document.title, document.author, document.language) == ("On the harbour", "Ada Quill", "en-GB")
    assert document.date is None  # when the file was made is not when it was published


def test_a_pdf_is_one_whatever_its_name() -> None:
    pytest.importorskip("pypdf")
    assert from_bytes(pdf(("Words.",)), "-").text == from_bytes(pdf(("Words.",)), "a.txt").text == "Words."
    with pytest.raises(BadInput, match=r"a.pdf is called .pdf but does not begin like one"):
        from_bytes(b"<html><p>Please log in</html>", "a.pdf")


@pytest.mark.parametrize("data", [b"%PDF-1.4\n", b"%PDF-1.4\nnonsense", pdf(("Words.",))[:200]])
def test_a_broken_pdf_is_refused(data: bytes, capfd: pytest.CaptureFixture[str]) -> None:
    pytest.importorskip("pypdf")
    with pytest.raises(BadInput, match=r"a.pdf is broken"):
        from_bytes(data, "a.pdf")
    assert capfd.readouterr() == ("", "")


def test_a_pdf_without_text_is_refused() -> None:
    pytest.importorskip("pypdf")
    with pytest.raises(BadInput, match=r"a.pdf has no text \(scanned pages\?\)"):
        from_bytes(pdf(()), "a.pdf")


def test_a_password_is_asked_for_but_an_empty_one_is_none() -> None:
    with pytest.raises(BadInput, match=r"a.pdf is locked by a password"):
        from_bytes(locked("sesame", "RC4-128"), "a.pdf")
    assert from_bytes(locked("", "RC4-128"), "a.pdf").text == "A secret."


def test_a_pdf_has_a_limit_of_pages() -> None:
    pytest.importorskip("pypdf")
    with pytest.raises(TooMuch, match="more than 2000 pages"):
        from_bytes(pdf(*[("x",)] * 2001), "a.pdf")


def test_without_the_extra_the_message_names_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pypdf", None)
    with pytest.raises(BadInput, match=r"pip install 'kgraph\[pdf\]'"):
        from_bytes(pdf(("Words.",)), "a.pdf")
