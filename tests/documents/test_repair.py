"""Damaged punctuation is put back, one character for one character."""

import json
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kgraph.documents import Repair, read, repair
from kgraph.errors import BadInput


@pytest.mark.parametrize(
    ("damaged", "repaired"),
    [
        # the rule, mark by mark
        ("in force 1914â1918 and after", "in force 1914–1918 and after"),
        ("a treaty â the last one â failed", "a treaty — the last one — failed"),
        ("It isnât over, and theyâre late.", "It isn’t over, and they’re late."),
        ("Iâm sure weâll win, as weâve said heâd say.", "I’m sure we’ll win, as we’ve said he’d say."),
        ("âNo,â she said.", "“No,” she said."),
        ("She called it (âan errorâ).", "She called it (“an error”)."),
        ("The judgesâ order, he said, âstandsâ.", "The judges’ order, he said, “stands”."),
        # what the marks stand in
        ("âWait,âsaid the mayor.", "“Wait,”said the mayor."),
        ("He will wait,âsaid the mayor.", "He will wait,”said the mayor."),
        ("OâNeill of the U.S.âs navy in the 1990âs", "O’Neill of the U.S.’s navy in the 1990’s"),
        ("laws of the â90s, again in 2001â", "laws of the ’90s, again in 2001’"),
        ("from 2019âpresent", "from 2019–present"),
        ("DONâT â NOW", "DON’T — NOW"),
        # quotations inside quotations
        ("ââGo home,â he told me,â she said.", "“‘Go home,’ he told me,” she said."),
        ("âHe told me, âGo home.ââ", "“He told me, ‘Go home.’”"),
        # a quotation ends with its paragraph, closed or not
        ("âOne.\nThe judgesâ two.", "“One.\nThe judges’ two."),
        # a closing mark whose opening mark is elsewhere
        ("in the harbour,â he said.", "in the harbour,” he said."),
        # the words of a damaged text that have an â
        ("âThe châteauâs roof,â he said.", "“The château’s roof,” he said."),
        ("A âlâcheâ in the Câmara â in 2001", "A “lâche” in the Câmara — in 2001"),
        # line ends of any kind
        ("âYes,â she said.\r\nâNo,â he said.\r\n", "“Yes,” she said.\r\n“No,” he said.\r\n"),
        # not damage of this kind
        ("no-break\xa0space", "no-break space"),
        ("whole â€™ and â\x80\x99 sequences, and â", "whole â€™ and â\x80\x99 sequences, and —"),
    ],
)
def test_each_mark_is_put_back(damaged: str, repaired: str) -> None:
    assert repair(damaged)[0] == repaired


@pytest.mark.parametrize(
    "text",
    [
        "Un château, une âme, un homme âgé et l'âge de la Câmara.",
        "Câmara",
        "Kâğıt hâlâ orada; âşık belâ.",
        "În Târgu Mureș, când plânge, surâs și râs.",
        "â€œWhole,â€\x9d she said.",
        "",
    ],
)
def test_words_with_their_own_letter_stay(text: str) -> None:
    assert repair(text) == (text, ())


def test_one_certain_sign_of_damage_is_enough() -> None:
    assert repair("The mayorâs word")[0] == "The mayor’s word"
    assert repair("one âword")[0] == "one âword"  # could be a word such as âge
    assert repair("one âword and 2001â")[0] == "one “word and 2001”"


def test_repairs_say_what_was_replaced() -> None:
    assert repair("a\xa0b â c")[1] == (Repair(1, "\xa0", " "), Repair(4, "â", "—"))


def test_an_unknown_version_is_refused() -> None:
    with pytest.raises(BadInput, match="repair rule 99 is not known here"):
        repair("text", version=99)


#: texts in which everything that the rule looks at is frequent
texts = st.text(
    alphabet=st.one_of(st.sampled_from("âââ \xa0\n\r\t,.!?()“”‘’—–aesSTnitlldIO19éÂÃ€™\x80"), st.characters())
)


@settings(deadline=None)
@given(texts)
def test_repair_keeps_every_offset(text: str) -> None:
    repaired, repairs = repair(text)
    assert len(repaired) == len(text)
    assert {at for at, (old, new) in enumerate(zip(text, repaired, strict=True)) if old != new} == {
        each.offset for each in repairs
    }


@settings(deadline=None)
@given(texts)
def test_repair_twice_is_repair_once(text: str) -> None:
    repaired, _ = repair(text)
    assert repair(repaired) == (repaired, ())


@settings(deadline=None)
@given(texts)
def test_repairs_restore_the_original(text: str) -> None:
    repaired, repairs = repair(text)
    characters = list(repaired)
    for each in repairs:
        assert characters[each.offset] == each.after
        characters[each.offset] = each.before
    assert "".join(characters) == text


@settings(deadline=None)
@given(st.text(alphabet=st.characters(exclude_characters="â\xa0")))
def test_nothing_else_is_touched(text: str) -> None:
    assert repair(text) == (text, ())


def test_the_first_article_fits_its_mentions(shared: Path) -> None:
    document = read(shared / "sources/homan-2025-03-17.txt")
    gold = json.loads((shared / "gold/homan-2025-03-17.mentions.json").read_text("utf-8"))
    assert [document.text[m["start"] : m["end"]] for m in gold["mentions"]] == [m["text"] for m in gold["mentions"]]
    assert len([r for r in document.repairs if r.before == "â"]) == 38
    assert len([r for r in document.repairs if r.before == "\xa0"]) == 6
    assert "â" not in document.text


def test_the_first_article_fits_its_passages(shared: Path) -> None:
    document = read(shared / "sources/homan-2025-03-17.txt")
    gold = (shared / "gold/homan-2025-03-17.trig").read_text("utf-8")
    passages = re.findall(r'oa:end (\d+) ;\s+oa:exact ("(?:[^"\\]|\\.)*").*?oa:start (\d+)', gold, re.S)
    assert len(passages) == 84
    for end, exact, start in passages:
        assert document.text[int(start) : int(end)] == json.loads(exact)


def test_the_first_article_has_balanced_marks(shared: Path) -> None:
    text = read(shared / "sources/homan-2025-03-17.txt").text
    assert {mark: text.count(mark) for mark in "“”‘’—–"} == {"“": 10, "”": 10, "‘": 0, "’": 15, "—": 3, "–": 0}
    for line in text.split("\n"):
        assert line.count("“") == line.count("”")


def test_whole_texts_are_left_alone(shared: Path) -> None:
    for path in sorted((shared / "sources").glob("*.txt")):
        if path.name != "homan-2025-03-17.txt":
            assert read(path).text == path.read_bytes().decode("utf-8")
