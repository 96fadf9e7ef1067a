"""The word lists of `ontology/lexicon/`: data that a person can edit, read once."""

import csv
import re
from functools import cache
from typing import NamedTuple

from kgraph.errors import BadInput
from kgraph.resources import ONTOLOGY

__all__ = [
    "Cue",
    "Nominal",
    "Nouns",
    "Pattern",
    "countries",
    "cues",
    "demonyms",
    "given_names",
    "nominal_nouns",
    "patterns",
    "rows",
    "speech",
    "words",
]

_FOLDER = ONTOLOGY / "lexicon"


class Cue(NamedTuple):
    """A verb that reports what somebody says."""

    #: code of `kgc:stance`
    stance: str
    #: share of its clauses, in news, that are somebody's words
    precision: float
    #: whether words in quotation marks beside it are most likely what was said
    speaks: bool = False


class Nominal(NamedTuple):
    """A noun that is a mention without being a name."""

    class_: str
    #: what the text must do with it: see `nominals.csv` in docs/reading.md
    needs: str


#: last word to the nouns that end in it
Nouns = dict[str, list[tuple[tuple[str, ...], Nominal]]]


@cache
def rows(name: str) -> list[dict[str, str]]:
    """The rows of a table, or of all tables of a folder, in the order of their names.

    Raises:
        BadInput: a row has more or fewer cells than the header.
    """
    folder = _FOLDER / name
    found = []
    for path in sorted(folder.glob("*.csv")) if folder.is_dir() else [_FOLDER / f"{name}.csv"]:
        with path.open(encoding="utf-8", newline="") as stream:
            reader = csv.DictReader(stream)
            for row in reader:
                if None in row or None in row.values():
                    raise BadInput(f"{path}:{reader.line_num}: has another number of cells than the header")
                found.append(row)
    return found


@cache
def cues() -> dict[str, Cue]:
    """Reporting verbs by lemma."""
    return {row["lemma"]: Cue(row["stance"], float(row["precision"]), row["speaks"] == "yes") for row in rows("cues")}


@cache
def demonyms() -> dict[str, str]:
    """Word such as `Greek` to the place's name."""
    return {row["word"]: row["place"] for row in rows("demonyms")}


@cache
def countries() -> frozenset[str]:
    """The places that have a demonym."""
    return frozenset(demonyms().values())


@cache
def words(kind: str) -> dict[str, str]:
    """The words of one kind in `words.csv` and `identity.csv`, with what they mean."""
    every = (*rows("words"), *rows("identity"))
    return {row["word"]: row["means"] for row in every if row["kind"] == kind}


@cache
def nominal_nouns() -> Nouns:
    """By last word: the nouns of `nominals.csv` as words, the longest first."""
    found: Nouns = {}
    for row in rows("nominals"):
        phrase = tuple(re.findall(r"-|[^\s-]+", row["word"]))
        found.setdefault(phrase[-1], []).append((phrase, Nominal(row["class"], row["needs"])))
    return {last: sorted(known, key=lambda k: (-len(k[0]), k[0])) for last, known in found.items()}


#: what stands for capitalised words in a pattern
_PARTS = {
    "<Party>": r"(?:<Cap>|<Abbr>)(?:,? (?:(?:of|and|the|for|on|&) ){0,2}(?:<Abbr>|<Cap>)){0,8}",
    "<Abbr>": r"(?:Inc|Co|Corp|Ltd|LLC|L\.P|LLP|Plc|Ry|Bros|Mfg|Bd|Educ|Dept|Univ|Ins|Dist|Sch|Hosp|Auth|[NSEW])\.",
    "<Name>": r"<Cap>(?: (?:(?:of|and|the|for|on|in|to|with|against|between|from) ){0,2}<Cap>){0,11}",
    "<Cap>": r"(?:(?:[A-Z]\.){1,4}|[A-ZÀ-ÖØ-Þ][\w’'&-]*)",
}


class Pattern(NamedTuple):
    """How names of a fixed form are written."""

    class_: str
    regex: re.Pattern[str]
    #: words of which one must stand in the text, or the pattern is not tried; empty: it is
    only_if: tuple[str, ...]


@cache
def given_names() -> dict[str, str]:
    """Given names in lower case to the pronoun, `he` or `she`; names that both bear are not in it."""
    return {row["name"]: row["pronoun"] for row in rows("given_names")}


@cache
def speech(kind: str) -> dict[str, str]:
    """The words of one kind in `speech.csv`, with what they mean: who speaks unnamed, what speaks for whom."""
    return {row["word"]: row["means"] for row in rows("speech") if row["kind"] == kind}


@cache
def patterns() -> tuple[Pattern, ...]:
    """The patterns of `patterns.csv`; in them `<Name>` stands for a capitalised name, `<Cap>` for one of
    its words, and `<Party>` for a name in a case, with the abbreviations of companies.

    Raises:
        BadInput: one is no regular expression.
    """
    found = []
    for row in rows("patterns"):
        written = row["pattern"]
        for part, meaning in _PARTS.items():
            written = written.replace(part, meaning)
        try:
            found.append(Pattern(row["class"], re.compile(written), tuple(filter(None, row["only_if"].split(" | ")))))
        except re.error as error:
            raise BadInput(f"{_FOLDER / 'patterns.csv'}: {row['pattern']}: {error}") from None
    return tuple(found)
