"""The docs say what the code does."""

import re
import shlex
import sys
from pathlib import Path

import pytest

from kgraph import ontology
from kgraph.cli import app
from kgraph.questions import library
from kgraph.terms import name

ROOT = Path(__file__).resolve().parents[1]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
REFERENCE = (ROOT / "docs" / "reference.md").read_text(encoding="utf-8")


def test_the_reference_is_made_from_this_code() -> None:
    sys.path.insert(0, str(ROOT / "docs"))
    try:
        import reference

        assert reference.page() == REFERENCE, "run `make docs`"
    finally:
        sys.path.remove(str(ROOT / "docs"))


def test_every_command_question_relation_and_exit_code_is_documented() -> None:
    for command in app.registered_commands:
        assert f"### `kgraph {command.callback.__name__}`" in REFERENCE
    for question in library():
        assert f"| `{question}` |" in REFERENCE
    for relation in ontology.load().relations:
        assert f"| `{name(relation)}` |" in REFERENCE
    for code in (0, 1, 2, 3, 70, 130):
        assert f"| {code} |" in REFERENCE


def test_links_lead_somewhere() -> None:
    for page in PAGES:
        for target in re.findall(r"\]\(([^)#]+)\)", page.read_text(encoding="utf-8")):
            if not target.startswith(("http:", "https:")):
                assert (page.parent / target).exists(), f"{page.name}: {target}"


def commands() -> list[str]:
    """The kgraph commands that README and guide show on lines of their own."""
    found = []
    for page in (ROOT / "README.md", ROOT / "docs" / "guide.md"):
        for block in re.findall(r"```console\n(.*?)```", page.read_text(encoding="utf-8"), re.S):
            found += [line.partition("#")[0].strip() for line in block.splitlines() if line.startswith("kgraph ")]
    return sorted(set(found))


@pytest.mark.parametrize("command", commands())
def test_a_command_of_the_docs_can_be_typed(command, tmp_path, monkeypatch, capfd) -> None:
    from kgraph.cli import main

    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("typer.launch", lambda address: 0)
    page = "<article><p>The council met on Thursday, and the mayor said that the order stands.</p></article>"
    for place in (tmp_path, tmp_path / "documents"):
        place.mkdir(exist_ok=True)
        (place / "article.html").write_text(
            '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Council meets", '
            '"datePublished": "2024-05-02", "publisher": {"name": "The Gazette"}}</script>' + page,
            encoding="utf-8",
        )
    monkeypatch.setattr(sys, "argv", shlex.split(command))
    code = 0
    try:
        main()
    except SystemExit as stop:
        code = stop.code or 0
    printed = capfd.readouterr()
    assert code == 0, printed.out + printed.err


def test_every_file_of_the_repository_the_readme_names_is_there() -> None:
    for path in re.findall(r"`([a-z]+/)`", (ROOT / "README.md").read_text(encoding="utf-8")):
        assert (ROOT / path).is_dir(), path
