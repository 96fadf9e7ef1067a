"""Repair of damaged punctuation, one character for one character, so that no offset ever moves.

UTF-8 quotation marks, apostrophes and dashes are three bytes long (E2 80 xx). Read as Latin-1 they become `â` and two
control characters, and a page that drops those is left with a lone `â`. Which mark it was is lost, but its neighbours
tell. The rule has a version, because ranges and digests in dossiers depend on it: a version that was once in use never
changes and stays runnable.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from kgraph.documents.places import paragraphs
from kgraph.errors import BadInput

__all__ = ["REPAIR_VERSION", "Repair", "repair"]

#: the rule that a new document is read with
REPAIR_VERSION = 1


@dataclass(frozen=True, slots=True)
class Repair:
    """One character that was replaced by one other."""

    #: where it stands, in code points from 0
    offset: int
    #: the character that was there
    before: str
    #: the character that is there now
    after: str


def repair(text: str, version: int = REPAIR_VERSION) -> tuple[str, tuple[Repair, ...]]:
    """Put back the punctuation that lost bytes; the repaired text is exactly as long as the text.

    Version 1 turns no-break spaces into spaces. If the text shows damage, a lone `â` becomes, by what stands beside it:

    - digits on both sides: `–`; white space on both sides: `—`
    - before a contraction or possessive (`isn't`, `I'm`, `Trump's`), in `O'Brien` and `the '90s`: `’`
    - between other letters: it stays (`château`, `Câmara`)
    - after white space or an opening bracket: `“`, or `‘` inside an open quotation
    - before white space or punctuation: what closes the quotation that is open in this paragraph; if none is, `”` after
      a comma or stop, else `’`

    A text shows damage if an `â` stands where no word has one, as beside a digit, a comma or nothing but spaces; a
    French text full of `âge` and `château` is left alone. Whole sequences such as `â€™` are left too: putting them
    right would move every offset after them.

    Args:
        text: any text.
        version: which rule; a dossier names the one that its offsets were made with.

    Returns:
        The repaired text, and what was replaced, in the order of the text.

    Raises:
        BadInput: there is no such version.
    """
    if version not in _RULES:
        known = ", ".join(map(str, sorted(_RULES)))
        raise BadInput(f"repair rule {version} is not known here (known: {known}): install a newer kgraph")
    repaired = _RULES[version](text)
    pairs = enumerate(zip(text, repaired, strict=True))
    return repaired, tuple(Repair(at, old, new) for at, (old, new) in pairs if old != new)


# A letter that is not itself in question.
_LETTER = r"[^\W\d_â]"
# What Latin-1 and Windows-1252 make of the bytes 80 to BF: after an `â` they are the rest of a whole sequence.
_REST = "\x80-\x9f\xa1-\xbf" + bytes(range(0x80, 0xA0)).decode("cp1252", "ignore")
_LONE = re.compile(f"â(?![{_REST}])")

_TAIL = rf"(?i:s|d|ll|re|ve)(?!{_LETTER})"
_APOSTROPHE = re.compile(
    rf"(?<=[^\W_â])â{_TAIL}|(?<=[.)])â{_TAIL}"  # Homan's, they're, 1990's, U.S.'s
    rf"|(?<=[nN])â[tT](?!{_LETTER})"  # isn't
    rf"|(?<=(?<!{_LETTER})[iI])â[mM](?!{_LETTER})"  # I'm
    rf"|(?<=(?<!{_LETTER})[ODLdl])â(?=[A-Z])"  # O'Brien, d'Ivoire
    r"|(?<![^\W_])â(?=\d0s)"  # the '90s
)
# Where no word has an `â`: no letter on either side, beside a digit, before a capital, after a comma or stop.
_MISPLACED = re.compile(rf"(?<!{_LETTER})â(?!{_LETTER})|(?<=\d)â|â(?=[\dA-Z])|(?<=[,.;:!?])â")
# The same in the middle of an English word.
_CONTRACTION = re.compile(
    r"\b(?i:is|are|was|were|do|does|did|has|have|had|ca|wo|could|would|should)(?:nât|NâT)\b"
    r"|\b(?i:i|you|we|they|he|she|it|that|there)â(?i:m|s|d|ll|re|ve)\b"
)
# A word may begin (âge) or end (hâlâ) with one, but hardly both in a paragraph, and not without other accented letters.
_ACCENTED = re.compile(r"(?![A-Za-zâÂÃ])[^\W\d_]")
_OPENING = re.compile(rf"(?<!\S)[(\[]?â(?={_LETTER})")
_CLOSING = re.compile(rf"(?<={_LETTER})â(?!\w)")
_POSSESSIVE = re.compile(rf"(?<={_LETTER}s)â(?=\s)|(?<={_LETTER}{{3}})âs\b")

_BRACKETS = "([{<“‘–—/"
_PARTNER = {"“": "”", "‘": "’"}


def _first(text: str) -> str:
    text = text.replace("\xa0", " ")
    if "â" not in text or not _damaged(text):
        return text
    marks = list(text)
    for start, end in paragraphs(text):
        unclosed: list[str] = []
        for match in _LONE.finditer(text, start, end):
            at = match.start()
            before = marks[at - 1] if at else "\n"
            after = text[at + 1] if at + 1 < len(text) else "\n"
            if _APOSTROPHE.match(text, at):
                marks[at] = "’"
            else:
                marks[at] = _mark(before, after, unclosed)
    return "".join(marks)


def _damaged(text: str) -> bool:
    if any(_MISPLACED.match(text, lone.start()) for lone in _LONE.finditer(text)) or _CONTRACTION.search(text):
        return True
    if _ACCENTED.search(text):
        return False
    for start, end in paragraphs(text):
        opening = _OPENING.search(text, start, end)
        if opening and _CLOSING.search(text, opening.end(), end):
            return True
    return bool(_POSSESSIVE.search(text))


def _mark(before: str, after: str, unclosed: list[str]) -> str:
    """The mark between two characters, given the quotations open so far (which it changes)."""
    in_word = after.isalnum() and after != "â"
    if before.isspace() and after.isspace():
        return "—"
    if before.isalnum() and in_word:
        return "â" if before.isalpha() and after.isalpha() else "–"
    if before.isspace() or before in _BRACKETS:
        unclosed.append("‘" if unclosed else "“")
        return unclosed[-1]
    if in_word and not unclosed:
        return "”" if before in ",!?" and after.islower() else "—"
    if unclosed and not (after == "â" and unclosed == ["“"]):
        return _PARTNER[unclosed.pop()]
    return "”" if before in ",.!?" and not unclosed else "’"


_RULES: dict[int, Callable[[str], str]] = {1: _first}
