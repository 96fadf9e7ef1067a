"""A decision is some lines more, and not one other character of the file changes."""

import difflib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kgraph import dossier
from kgraph.dossier import Decision
from kgraph.errors import BadInput

APPROVED = Decision(decision="approved", by="Ines")
HEAD = """\
document:
  sha256: {sha}
  title:   A    title in
    two lines
  publisher: body:the-gazette
  date: 2024-05-02
  words: kept
  extent: 40
""".format(sha="ab" * 32)
ONE = """\
  - speaker: body:the-gazette
    stance: states
    passages: [ {at: 0-9,words: Mayor Ada} ]
    claims:
      - {subject: 'person:ada-moss', relation: 'kg:share',
         object: 0.10}
"""


def added(before: str, after: str) -> list[str]:
    """The lines that are new; fails if anything else differs."""
    lines = list(difflib.ndiff(before.splitlines(keepends=True), after.splitlines(keepends=True)))
    assert [line for line in lines if line[0] in "-?"] == []
    return [line[2:] for line in lines if line[0] == "+"]


def states(text: str) -> list[str]:
    return [said.state for said in dossier.parse(text).attributions]


def test_a_comment_above_the_next_attribution_stays_there() -> None:
    text = f"{HEAD}attributions:\n{ONE}\n  # the next one: do not approve\n{ONE}# end\n"
    after = dossier.decide(text, 0, APPROVED)
    assert added(text, after) == ["    decisions:\n", "      - decision: approved\n", "        by: Ines\n"]
    assert "        by: Ines\n\n  # the next one: do not approve\n  - speaker" in after
    assert dossier.decide(text, 1, APPROVED).endswith("        by: Ines\n# end\n")


def test_the_lines_end_as_the_file_s_do() -> None:
    text = f"\ufeff{HEAD}attributions:\n{ONE}".replace("\n", "\r\n")
    assert added(text, dossier.decide(text, 0, APPROVED)) == [
        "    decisions:\r\n",
        "      - decision: approved\r\n",
        "        by: Ines\r\n",
    ]


@pytest.mark.parametrize(
    "decisions",
    [
        "    decisions:\n",
        "    decisions:   # nobody yet\n",
        "    decisions:\n    - decision: proposed\n      by: rules 0.1   # a note\n",
        "    decisions:\n         -   decision: proposed\n             by: rules 0.1\n\n",
        "    decisions:\n      - decision: proposed\n        by: r\n        note: |\n          in\n          lines\n\n",
    ],
)
@pytest.mark.parametrize("last", [True, False])
def test_what_is_there_is_added_to_in_its_own_style(decisions: str, last: bool) -> None:
    said = ONE + decisions if last else ONE.replace("    claims", f"{decisions}    claims")
    text = f"{HEAD}attributions:\n{said}  # the next\n{ONE}"
    after = dossier.decide(text, 0, APPROVED)
    assert len(added(text, after)) == 2
    assert states(after) == ["approved", "approved"]
    assert dossier.parse(after).attributions[1].decisions == []


@pytest.mark.parametrize(
    ("decisions", "becomes"),
    [
        ("[]", '[{decision: approved, by: "Ines"}]'),
        ("[ {decision: proposed, by: r} ]", '[ {decision: proposed, by: r}, {decision: approved, by: "Ines"} ]'),
        ("[{decision: proposed, by: r},]", '[{decision: proposed, by: r},{decision: approved, by: "Ines"}]'),
    ],
)
def test_a_list_in_brackets_stays_one(decisions: str, becomes: str) -> None:
    text = f"{HEAD}attributions:\n{ONE}    decisions: {decisions}  # so far\n{ONE}"
    assert dossier.decide(text, 0, APPROVED) == text.replace(decisions, becomes)


def test_an_attribution_in_brackets_stays_one() -> None:
    said = (
        "{speaker: 'body:the-gazette', stance: states, passages: [{at: 0-9, words: Mayor Ada}], "
        "claims: [{subject: 'person:ada-moss', relation: 'kg:share', object: 1}]"
    )
    text = f"{HEAD}attributions: [{said}}}]\n"
    assert dossier.decide(text, 0, APPROVED) == text.replace(
        f"{said}}}", f'{said}, decisions: [{{decision: approved, by: "Ines"}}]}}'
    )


def test_a_file_without_a_last_line_end_gets_none() -> None:
    text = f"{HEAD}attributions:\n{ONE}".rstrip("\n")
    assert dossier.decide(text, 0, APPROVED) == f"{text}\n    decisions:\n      - decision: approved\n        by: Ines"


def test_what_cannot_be_added_to_says_what_to_write() -> None:
    text = f"{HEAD}attributions:\n{ONE}    decisions: ~\n"
    with pytest.raises(BadInput, match="write `decisions:` of attribution 1 as a list"):
        dossier.decide(text, 0, APPROVED)
    for wrong, said in [
        ("a: [", "not YAML"),
        ("[]", "this dossier has 0"),
        ("attributions: 5", "this dossier has 0"),
        ("attributions:\n  - x\n", "must be a mapping"),
        ("attributions:\n  - decisions: x\n", "must be a list"),
        ("a: &x 1\nattributions: [{}]", "anchors"),
    ]:
        with pytest.raises(BadInput, match=said):
            dossier.decide(wrong, 0, APPROVED)


def test_what_a_correction_replaced_is_kept() -> None:
    text = f"{HEAD}attributions:\n{ONE}"
    corrected = Decision(decision="corrected", by="Ines", was={"via": None, "speaker": "person:ada-moss", "yes": True})
    read = dossier.parse(dossier.decide(text, 0, corrected))
    assert read.attributions[0].decisions == [corrected]
    assert dossier.parse(dossier.write(read)).model_dump() == read.model_dump()


blanks = st.sampled_from(["", "\n", "  \n", "# a note\n", "\n      # indented: far [\n\n", "# é \u4e2d {\n"])
steps = st.integers(1, 5)
free = st.text(st.characters(blacklist_categories=("Cs",)), min_size=1, max_size=20)


@given(
    st.lists(blanks, min_size=7, max_size=7),
    steps,
    steps,
    st.integers(0, 3),
    st.sampled_from(["\n", "\r\n", "\r"]),
    free,
    st.integers(0, 1),
)
def test_everything_else_survives_to_the_character(
    gaps: list[str], outer: int, inner: int, dash: int, line_end: str, by: str, number: int
) -> None:
    at, key = " " * outer, " " * (outer + 2 + inner)
    said = (
        f"{at}-{' ' * (inner + 1)}speaker: body:the-gazette   # who\n{gaps[0]}{key}stance: states\n"
        f"{key}passages:\n{gaps[1]}{key}{' ' * dash}- at: 0-9\n{key}{' ' * dash}  words: >-\n{key}      Mayor\n\n"
        f"{key}      Ada\n{gaps[2]}{key}claims:\n"
        f"{key}{' ' * dash}- {{subject: 'person:a', relation: 'kg:share', object: 1.50}}\n"
    )
    text = f"{gaps[3]}{HEAD}{gaps[4]}attributions:\n{said}{gaps[5]}{said}{gaps[6]}".replace("\n", line_end)
    decision = Decision(decision="approved", by=by)
    after = dossier.decide(text, number, decision)
    start = next((i for i, (a, b) in enumerate(zip(text, after, strict=False)) if a != b), len(text))
    # what is new is one run of characters
    grown = len(after) - len(text)
    assert any(after[:i] + after[i + grown :] == text for i in range(max(0, start - grown), start + 1))
    assert f"{line_end}{key}decisions:{line_end}" in after
    assert ("\n" in after) == ("\n" in line_end)
    read = dossier.parse(after)
    assert [said.decisions for said in read.attributions] == [[decision] if n == number else [] for n in (0, 1)]


def test_a_number_is_written_as_what_it_is() -> None:
    for number in ("5.0", "0.70", "0.0000001", "-0.0", "123456789012345678.123456789012345678", "7"):
        text = f"{HEAD}attributions:\n{ONE}".replace("0.10", number)
        written = dossier.write(dossier.parse(text))
        assert f"object: {number}\n" in written
    with pytest.raises(BadInput, match="at most 18 digits"):
        dossier.write(
            dossier.parse(text).model_copy(
                update={
                    "attributions": [
                        said.model_copy(update={"claims": [said.claims[0].model_copy(update={"object": 10**20})]})
                        for said in dossier.parse(text).attributions
                    ]
                }
            )
        )


@pytest.mark.parametrize("odd", ["\x85", "\u2028", "a\x85b\n", "\n\n", " a ", "a\tb"])
def test_text_with_odd_line_ends_reads_back(odd: str) -> None:
    read = dossier.parse(f"{HEAD}attributions:\n{ONE}")
    odder = read.model_copy(update={"attributions": [read.attributions[0].model_copy(update={"condition": odd})]})
    assert dossier.parse(dossier.write(odder)).attributions[0].condition == odd
