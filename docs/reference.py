"""Writes docs/reference.md from the code: commands, questions, relations, codes, statuses, exit codes, formats.

python docs/reference.py          write it
python docs/reference.py --check  exit 1 if it is not what the code says
"""

import sys
from pathlib import Path

from typer.testing import CliRunner

from kgraph import ontology
from kgraph.claims import RULE
from kgraph.cli import app
from kgraph.exports import FORMATS
from kgraph.questions import library
from kgraph.terms import name

HERE = Path(__file__).parent

EXIT_CODES = {
    0: "done",
    1: "the answer is no: something does not conform, nothing was found",
    2: "wrong use or bad input; what was wrong, where, and what to do stands on standard error",
    3: "could not reach something: a graph that is not there",
    70: "a fault of kgraph itself; please report it",
    130: "stopped with Ctrl-C; no file is left half written",
}


def commands() -> list[str]:
    """Every command's help, as a terminal of 100 columns shows it."""
    lines = ["## Commands", ""]
    for command in app.registered_commands:
        called = command.callback.__name__  # type: ignore[union-attr]
        help_ = CliRunner().invoke(app, [called, "--help"], prog_name="kgraph", terminal_width=100).output.rstrip()
        lines += [f"### `kgraph {called}`", "", "```text", help_, "```", ""]
    lines += ["## Exit codes", "", "| code | meaning |", "|---:|---|"]
    return [*lines, *(f"| {code} | {meaning} |" for code, meaning in EXIT_CODES.items()), ""]


def questions() -> list[str]:
    """The question library."""
    lines = ["## Questions", "", "`kgraph ask NAME key=value …`; each is a file in `queries/`.", ""]
    lines += ["| name | asks | takes |", "|---|---|---|"]
    for question in library().values():
        takes = ", ".join(f"`{p.name}={p.example}`" for p in question.parameters)
        lines.append(f"| `{question.name}` | {question.summary} | {takes} |")
    return [*lines, ""]


def vocabulary() -> list[str]:
    """Relations and codes."""
    terms = ontology.load()
    lines = ["## Relations", "", "What can be claimed; each with how it is said in plain words.", ""]
    lines += ["| relation | label | is said | one value at a time |", "|---|---|---|---|"]
    for relation in terms.relations.values():
        phrase = relation.phrase.replace("|", "\\|")
        single = "yes" if relation.single_valued else ""
        lines.append(f"| `{name(relation.term)}` | {relation.label} | {phrase} | {single} |")
    lines += ["", "## Codes", ""]
    for heading, scheme in (
        ("Stances", "kgc:stance"),
        ("Statuses", "kgc:claimStatus"),
        ("Modalities", "kgc:modality"),
        ("Bounds", "kgc:boundScheme"),
        ("Event types", "kgc:eventType"),
        ("Offences", "kgc:offence"),
        ("Classifications", "kgc:classification"),
    ):
        codes = ", ".join(f"`{name(code.term)[4:]}`" for code in terms.scheme(scheme).values())
        lines += [f"**{heading}**: {codes}", ""]
    return lines


def page() -> str:
    """The whole page."""
    lines = ["# Reference", "", "Made from the code by `make docs`; do not edit.", ""]
    lines += commands() + questions() + vocabulary()
    lines += ["## Formats of `kgraph export`", "", "| name | file | media type |", "|---|---|---|"]
    lines += [f"| `{key}` | `{form.suffix}` | `{form.media_type}` |" for key, form in FORMATS.items()]
    lines += ["", "## How statuses are decided", "", RULE, ""]
    return "\n".join(lines)


if __name__ == "__main__":
    path = HERE / "reference.md"
    if "--check" in sys.argv:
        sys.exit(path.read_text(encoding="utf-8") != page())
    path.write_text(page(), encoding="utf-8")
