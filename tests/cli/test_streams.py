"""Closed streams, poor terminals, deleted folders, and documents that would like to write lines of their own."""

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from kgraph.cli import output

DOSSIER = """\
document:
  sha256: {sha}
  title: "Town\\n● a title\\tforges"
  publisher: body:the-gazette
  date: 2024-05-02
  words: kept
  extent: 40
entities:
  - {{id: 'body:the-gazette', label: The Gazette, class: Institution}}
  - {{id: 'person:ada-moss', label: "Ada\\n● Moss is convicted  [accepted, a fact here]\\n", class: Person}}
  - {{id: 'office:mayor', label: mayor, class: Office}}
attributions:
  - speaker: person:ada-moss
    stance: states
    passages:
      - {{at: 0-9, words: "Mayor\\n● A"}}
    claims:
      - {{subject: 'person:ada-moss', relation: 'org:holds', object: 'office:mayor'}}
""".format(sha="ab" * 32)


@pytest.fixture
def forged(kgraph, tmp_path) -> Path:
    (tmp_path / "d.yaml").write_text(DOSSIER, encoding="utf-8")
    assert kgraph("build", "d.yaml", "-o", "out").code == 0
    return tmp_path / "out"


@pytest.mark.parametrize(
    "command", [["show", "person:ada-moss"], ["path", "person:ada-moss", "office:mayor"], ["stats"]]
)
def test_a_label_or_passage_is_part_of_one_line(kgraph, forged, command) -> None:
    run = kgraph(*command, "--store", forged)
    assert run.code == 0
    assert "convicted" in run.out
    marked = [line for line in run.out.splitlines() if line.lstrip().startswith("●")]
    assert all("Ada ● Moss is convicted" in line for line in marked)


def test_the_report_holds_no_line_of_a_document(forged) -> None:
    lines = (forged / "report.md").read_text(encoding="utf-8").splitlines()
    assert [line for line in lines if line.startswith("●")] == []


def test_a_line_is_a_line(capsys) -> None:
    output.say("  one\n  two\tthree\r\x85four\u2028five  six\n")
    output.say("one\ntwo", lines=True)
    output.note("note\nmore")
    printed = capsys.readouterr()
    assert printed.out == "  one two three four five  six \none\ntwo\n"
    assert printed.err == "note more\n"


def test_a_terminal_without_the_characters_gets_their_numbers(monkeypatch, kgraph) -> None:
    raw = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(raw, encoding="ascii"))
    assert kgraph("show", "boasberg").code == 0
    assert b"\\u201c" in raw.getvalue()
    raw.seek(0)
    raw.truncate()
    assert kgraph("show", "boasberg", "--json").code == 0
    assert json.loads(raw.getvalue())["label"] == "James Boasberg"


def shell(command: str, folder: Path) -> subprocess.CompletedProcess[str]:
    run = subprocess.run(
        ["sh", "-c", command.replace("kgraph", f"'{sys.executable}' -m kgraph")],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )
    assert "Traceback" not in run.stdout + run.stderr
    assert "our fault" not in run.stderr
    return run


@pytest.mark.skipif(os.name != "posix", reason="needs a shell that can close streams")
def test_closed_streams_are_no_error(tmp_path) -> None:
    assert shell("kgraph stats >&-", tmp_path).returncode == 0
    assert shell("kgraph stats 2>&-", tmp_path).returncode == 0
    assert shell("kgraph stats >&- 2>&- <&-", tmp_path).returncode == 0


@pytest.mark.skipif(os.name != "posix", reason="elsewhere a folder in use cannot be deleted")
def test_a_deleted_folder_is_said(tmp_path) -> None:
    run = shell("mkdir gone && cd gone && rmdir ../gone && kgraph stats", tmp_path)
    assert run.returncode == 2
    assert "not there any more; go to another one" in run.stderr
