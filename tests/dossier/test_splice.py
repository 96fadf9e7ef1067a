"""Merging changes the lines that change, and no others."""

import pytest

from kgraph.dossier import merge, parse, splice

HEAD = """\
# who checks this: Ada
document:
  sha256: {sha}
  title: Council  # as printed
  publisher: body:gazette
  date: 2024-05-02
  words: withheld
  extent: 99
""".format(sha="0" * 64)

ENTITIES = """\
entities:
  - {id: 'body:gazette', label: The Gazette, class: Institution}
  # the mayor
  - id: person:ada
    label: Ada Moss
    class: Person
"""


def entry(at: str, state: str, comment: str = "", *, by: str = "rules 0.1") -> str:
    decided = "" if state == "proposed" else f"      - {{decision: {state}, by: ada}}  # sure\n"
    return (
        f"{comment}  - speaker: person:ada\n    stance: states\n"
        f"    passages:\n      - {{at: {at}, digest: {'1' * 64}}}\n"
        "    claims:\n      - {subject: 'person:ada', relation: 'kg:supports', object: 'law:order'}\n"
        f"    decisions:\n      - {{decision: proposed, by: {by}}}\n{decided}"
    )


FIRST = entry("0-9", "approved", "  # she did say so\n")
SECOND = entry("10-19", "proposed")
THIRD = entry("20-29", "approved", "  # and here\n")
NEW = entry("40-49", "proposed", by="rules 0.2")


def merged(text: str, draft: str) -> tuple[str | None, object]:
    made = merge(parse(text), parse(draft))
    return splice(text, made), made


def test_comments_and_layout_stay() -> None:
    there = f"{HEAD}{ENTITIES}\nattributions:  # all of them\n{FIRST}{SECOND}{THIRD}# the end\n"
    text, made = merged(there, f"{HEAD}entities:\n  - id: law:order\nattributions:\n{NEW}")
    assert text is not None
    assert parse(text).model_dump() == made.model_dump()
    lines = iter(text.splitlines())
    # one after the other, with some lines between them
    assert all(line in lines for line in there.replace(SECOND, "").splitlines())
    assert text.index("id: law:order") < text.index("attributions:")
    assert text.index("rules 0.2") > text.index("# and here")


def test_the_same_reading_again_changes_no_character() -> None:
    there = f"{HEAD}{ENTITIES}attributions:\n{FIRST}{SECOND}"
    text, _ = merged(there, there)
    assert text == there


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
@pytest.mark.parametrize("tail", ["", "\n", "\n\n# end\n"])
@pytest.mark.parametrize("indent", [0, 2])
def test_whatever_the_line_ends_and_indents(line_end, tail, indent) -> None:
    said = (FIRST + SECOND).rstrip("\n") + tail
    said = "\n".join(line[2 - indent :] if line.startswith("  ") else line for line in said.split("\n"))
    there = f"{HEAD}attributions:\n{said}".replace("\n", line_end)
    text, made = merged(there, f"{HEAD}attributions:\n{NEW}")
    assert text is not None
    assert parse(text).model_dump() == made.model_dump()
    assert "# she did say so" in text
    assert "\n" not in text.replace(line_end, "")


def test_a_section_that_was_not_there_is_added() -> None:
    text, made = merged(HEAD.rstrip("\n"), f"{HEAD}{ENTITIES}attributions:\n{NEW}")
    assert text is not None
    assert text.startswith(HEAD)
    assert parse(text).model_dump() == made.model_dump()


def test_a_list_in_brackets_is_left_to_be_written_anew() -> None:
    text, _ = merged(f"{HEAD}entities: [{{id: 'body:gazette'}}]\n", f"{HEAD}{ENTITIES}")
    assert text is None
