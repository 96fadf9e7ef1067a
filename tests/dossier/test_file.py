"""A dossier survives being read, written, decided on, compared and merged."""

import subprocess
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kgraph import dossier
from kgraph.dossier import Attribution, Claim, Decision, Document, Dossier, LangText, Passage, TypedValue
from kgraph.errors import BadInput

SMALL = """\
# a note at the top
document:
  sha256: {sha}
  title: "Mayor: no comment"   # a note beside a value
  publisher: body:the-gazette
  date: 2024-05-02
  words: kept
  extent: 40
# before the people
entities:
  - id: body:the-gazette
    label: The Gazette
    class: Institution
  - id: person:ada-moss
    label: Ada Moss
    class: Person
  - id: office:mayor
    label: mayor
    class: Office
attributions:
  # the first thing that is said
  - speaker: body:the-gazette
    stance: states
    passages:
      - at: 0-9
        words: Mayor Ada
    claims:
      - subject: person:ada-moss
        relation: org:holds
        object: office:mayor
    decisions:
      - decision: proposed
        by: rules 0.1
  - speaker: person:ada-moss
    stance: denies
    passages:
      - at: 10-14
        words: Moss
    claims:
      - subject: person:ada-moss
        relation: org:holds
        object: office:mayor
""".format(sha="ab" * 32)


def test_reads_what_the_file_says() -> None:
    read = dossier.parse(SMALL)
    assert read.document.id == "doc:abababababababab"
    assert read.document.title == "Mayor: no comment"
    assert [said.state for said in read.attributions] == ["proposed", "approved"]
    assert read.attributions[0].reader == "rules 0.1"
    assert read.line(("attributions", 1, "speaker")) == 34


def test_a_decision_changes_one_place_and_nothing_else() -> None:
    decision = Decision(decision="rejected", by="Ines", time="2024-05-03T10:00:00Z", reason="negation missed")
    after = dossier.decide(SMALL, 0, decision)
    added = [line for line in after.splitlines() if line not in SMALL.splitlines()]
    assert added == [
        "      - decision: rejected",
        "        by: Ines",
        "        time: 2024-05-03T10:00:00Z",
        "        reason: negation missed",
    ]
    assert [line for line in SMALL.splitlines() if line not in after.splitlines()] == []
    assert dossier.parse(after).attributions[0].state == "rejected"


def test_a_rejection_needs_a_reason() -> None:
    with pytest.raises(BadInput, match="needs a reason: one of wrong entity"):
        dossier.decide(SMALL, 0, Decision(decision="rejected", by="Ines"))


def test_two_peoples_decisions_merge_in_git(tmp_path: Path) -> None:
    approve = Decision(decision="approved", by="Ines", time="2024-05-03")
    for name, text in (
        ("base", SMALL),
        ("mine", dossier.decide(SMALL, 0, approve)),
        ("yours", dossier.decide(SMALL, 1, approve)),
    ):
        (tmp_path / name).write_text(text, encoding="utf-8")
    merged = subprocess.run(
        ["git", "merge-file", "-p", "mine", "base", "yours"], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    assert [len(said.decisions) for said in dossier.parse(merged.stdout).attributions] == [2, 1]


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (("stance: states", "stanze: states"), "stanze of attribution 1 is not a word of the dossier"),
        (("at: 0-9", "at: zero-9"), "dossier:25: at of passage 1 of attribution 1 must be a range such as 358-404"),
        (("publisher: body:the-gazette", "publisher: The Gazette"), "must be a name such as person:tom-homan"),
        (("date: 2024-05-02", "date: 2 May 2024"), "dossier:6: date of document must be a date such as 2025-03-17"),
        (("  words: kept\n", ""), "words of document is missing; add it"),
        (("  extent: 40\n", "  extent: 40\n  extent: 41\n"), "dossier:9: 'extent' stands twice in the same place"),
        (('title: "Mayor', 'title: &x "Mayor'), "dossier:4: anchors and aliases"),
        (("  extent: 40", "  extent: !!python/object:os.system 40"), "dossier:8: the tag"),
        (("extent: 40", "extent: forty"), "extent of document must be a whole number"),
        (("      - at: 0-9", "\t- at: 0-9"), "not YAML"),
        (("stance: denies", "stance: [denies"), "not YAML"),
        (("by: rules 0.1", "by: rules 0.1\n        reason"), "not YAML"),
    ],
)
def test_says_what_is_wrong_and_on_which_line(change: tuple[str, str], message: str) -> None:
    assert change[0] in SMALL
    with pytest.raises(BadInput) as error:
        dossier.parse(SMALL.replace(*change, 1))
    assert message in str(error.value)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "document: 1",
        "a: &a [*a]",
        "x: " + "[" * 500,
        "? [a]\n: b",
        "document: {}\n---\ndocument: {}",
        "\x00",
        "- " * 200 + "a",
    ],
)
def test_a_text_that_is_no_dossier_is_one_clear_error(text: str) -> None:
    with pytest.raises(BadInput, match="dossier"):
        dossier.parse(text)


def test_a_file_in_another_encoding_is_named(tmp_path: Path) -> None:
    path = tmp_path / "d.yaml"
    path.write_bytes("document: é".encode("latin-1"))
    with pytest.raises(BadInput, match="not UTF-8 at byte 10"):
        dossier.read(path)


words = st.text(st.characters(blacklist_categories=("Cs", "Cc")), min_size=1, max_size=30)
names = st.from_regex(r"(person|law|event):[a-z0-9]+(-[a-z0-9]+)*", fullmatch=True)
objects = st.one_of(
    names,
    st.booleans(),
    st.integers(-(10**9), 10**9),
    st.decimals(-1000, 1000, places=3),
    st.builds(LangText, value=words, lang=st.just("en")),
    st.builds(TypedValue, value=st.just("2025-03"), datatype=st.just("edtf")),
)
claims = st.builds(Claim, subject=names, relation=st.just("kg:defies"), object=objects, label=st.none() | words)
attributions = st.builds(
    Attribution,
    speaker=names,
    stance=st.just("states"),
    condition=st.none() | words,
    confidence=st.decimals(0, 1, places=2),
    passages=st.lists(st.builds(Passage, at=st.just("3-9"), words=words), min_size=1, max_size=2),
    claims=st.lists(claims, min_size=1, max_size=2),
    decisions=st.lists(st.builds(Decision, decision=st.just("approved"), by=words), max_size=2),
)
dossiers = st.builds(
    Dossier,
    document=st.builds(
        Document,
        sha256=st.just("0f" * 32),
        title=words,
        publisher=names,
        date=st.sampled_from(["2025", "2025-03-17", "2025-03-10/2025-03-16", "2025~"]),
        words=st.just("kept"),
        extent=st.integers(1, 10**6),
    ),
    attributions=st.lists(attributions, max_size=3),
)


@given(dossiers)
def test_what_is_written_reads_back(written: Dossier) -> None:
    text = dossier.write(written)
    read = dossier.parse(text)
    assert read.model_dump() == written.model_dump()
    assert dossier.write(read) == text


@given(words, words)
def test_comments_and_order_survive(title: str, note: str) -> None:
    note = "".join(c for c in note if c.isprintable())
    text = SMALL.replace("# the first thing that is said", f"# {note}".rstrip())
    after = dossier.decide(text, 1, Decision(decision="approved", by=title))
    kept = after.splitlines()
    assert [line for line in text.splitlines() if line not in kept] == []
    assert dossier.parse(after).attributions[1].decisions[0].by == title


def test_numbers_keep_their_kind() -> None:
    text = SMALL.replace("object: office:mayor", "object: 0.70", 1)
    assert dossier.parse(text).attributions[0].claims[0].object == Decimal("0.70")


def test_the_candidates_of_a_name_come_back(tmp_path) -> None:
    made = dossier.parse(SMALL)
    mention = dossier.Mention(at="0-5", type="Person", candidates=["person:john-roberts", "person:julia-roberts"])
    path = tmp_path / "a.yaml"
    dossier.write(made.model_copy(update={"mentions": [mention]}), path)
    assert dossier.read(path).mentions == [mention]
