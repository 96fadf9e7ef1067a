"""From bytes to characters: what is not a text is refused by its first bytes, never opened or unpacked."""

import codecs
from collections.abc import Iterator

from kgraph.documents.document import shown
from kgraph.errors import BadInput, TooMuch

__all__ = ["MAX_BYTES", "decode", "refuse"]

#: the most bytes that a document may have
MAX_BYTES = 20_000_000

# First bytes (file signatures) of what people take for a document, and what such a file is.
_SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"PK\x03\x04", "a ZIP archive or an Office or e-book file"),
    (b"PK\x05\x06", "a ZIP archive"),
    (b"PK\x07\x08", "a ZIP archive"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\x1f\x9d", "a compressed file"),
    (b"BZh91AY&SY", "a bzip2 archive"),
    (b"\xfd7zXZ\x00", "an xz archive"),
    (b"\x28\xb5\x2f\xfd", "a Zstandard archive"),
    (b"\x04\x22\x4d\x18", "an LZ4 archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office file"),
    (b"{\\rtf", "a Rich Text file"),
    (b"%!PS", "a PostScript file"),
    (b"\x89PNG\r\n\x1a\n", "an image"),
    (b"\xff\xd8\xff", "an image"),
    (b"GIF87a", "an image"),
    (b"GIF89a", "an image"),
    (b"II*\x00", "an image"),
    (b"MM\x00*", "an image"),
    (b"\x7fELF", "a program"),
    (b"\xca\xfe\xba\xbe", "a program"),
    (b"\x00asm", "a program"),
    (b"SQLite format 3\x00", "a database"),
    *((bytes((0x80, protocol)), "a Python pickle") for protocol in range(2, 6)),
)

# A mark at the start says which Unicode encoding follows (Unicode Standard, section 23.8); the longer ones come first.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)

# The encodings without a mark that texts still come in (WHATWG Encoding Standard, legacy encodings).
_LEGACY = (
    *(f"cp{page}" for page in range(1250, 1259)),
    *(f"iso8859-{part}" for part in (2, 5, 7, 9, 15)),
    *("koi8-r", "koi8-u", "mac-roman", "big5", "euc_jp", "euc_kr", "gb18030", "shift_jis"),
)
# What pages declare, and what is meant by it, as browsers read it.
_MEANT = {"iso8859-1": "cp1252", "ascii": "cp1252", "gb2312": "gb18030", "gbk": "gb18030"}


def refuse(data: bytes, name: str) -> None:
    """Turn away what cannot be a document.

    Raises:
        BadInput: nothing is in it, or its first bytes are those of an archive, an image, a program, a pickle …
        TooMuch: it has more than `MAX_BYTES` bytes.
    """
    if len(data) > MAX_BYTES:
        raise TooMuch(
            f"{shown(name)} is larger than {MAX_BYTES // 1_000_000} MB, the most that a document may have: split it"
        )
    if not data.strip():
        raise BadInput(f"{shown(name)} is empty")
    for signature, kind in _SIGNATURES:
        if data.startswith(signature):
            raise BadInput(
                f"{shown(name)} is {kind}, which kgraph does not read, and was not opened: "
                "give a .txt, .md, .html or .pdf file"
            )


def decode(data: bytes, name: str, declared: str | None = None) -> tuple[str, str]:
    """The characters of a text and the Python name of their encoding.

    UTF-8 if it is that, else what a byte order mark says, else what the page declares, else what charset-normalizer
    finds. A byte order mark is no part of the text.

    Args:
        data: the bytes of the text.
        name: the document's name, for messages.
        declared: the encoding that the text says it has.

    Raises:
        BadInput: the bytes are no text in any known encoding.
    """
    text, encoding = _decoded(data, name, declared)
    if (at := text.find("\x00")) >= 0:
        raise BadInput(
            f"{shown(name)} holds a NUL character (at character {at}), so it is not a text: save it as UTF-8"
        )
    return text, encoding


def _decoded(data: bytes, name: str, declared: str | None) -> tuple[str, str]:
    marked = next((encoding for mark, encoding in _MARKS if data.startswith(mark)), None)
    if b"\x00" in data and marked not in ("utf-16", "utf-32"):
        raise BadInput(
            f"{shown(name)} holds a NUL byte (at byte {data.index(0)}), so it is not a text: save it as UTF-8"
        )
    try:
        return data.decode(marked or "utf-8"), marked or "utf-8"
    except UnicodeDecodeError:
        if marked:
            begins = marked.removesuffix("-sig").upper()
            raise BadInput(f"{shown(name)} begins like {begins} but is broken: save it again as UTF-8") from None
    for encoding in _guesses(data, declared):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if not _CONTROLS & set(text):
            return text, encoding
    raise BadInput(f"the encoding of {shown(name)} cannot be told, or it is not a text: save it as UTF-8")


# Control characters that no text has; tab, line ends and form feed are none of them.
_CONTROLS = frozenset(map(chr, (*range(9), 11, *range(14, 32), 127)))


def _guesses(data: bytes, declared: str | None) -> Iterator[str]:
    """What the text says of itself, if texts come in that; then the likeliest by its letters."""
    try:
        known = codecs.lookup(declared or "").name
    except (LookupError, ValueError):
        known = ""
    meant = _MEANT.get(known, known)
    if meant in _LEGACY:
        yield meant

    from charset_normalizer import from_bytes

    found = from_bytes(data, cp_isolation=list(_LEGACY))
    if best := found.best():
        as_good = [match for match in found if (match.chaos, match.coherence) == (best.chaos, best.coherence)]
        # By far the commonest, so it wins where it is as likely as another.
        common = any("cp1252" in match.could_be_from_charset for match in as_good)
        yield "cp1252" if common else best.encoding
