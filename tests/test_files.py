"""Writing whole or not at all."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from kgraph.errors import BadInput
from kgraph.files import write_file, write_folder


def test_a_failure_while_writing_leaves_what_was_there(tmp_path: Path, monkeypatch) -> None:
    write_folder(tmp_path / "out", {"a": b"old a", "b": b"old b"})
    calls = []

    def fail(number: int) -> None:
        calls.append(number)
        if len(calls) == 2:
            raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(BadInput, match="No space left on device"):
        write_folder(tmp_path / "out", {"a": b"new a", "b": b"new b"})
    assert {p.name: p.read_bytes() for p in (tmp_path / "out").iterdir() if p.is_file()} == {
        "a": b"old a",
        "b": b"old b",
    }


def test_what_a_crash_left_is_in_nobodys_way(tmp_path: Path) -> None:
    left = tmp_path / "out" / f".new-{os.getpid()}"
    left.mkdir(parents=True)
    (left / "a").write_bytes(b"half")
    write_folder(tmp_path / "out", {"a": b"whole"})
    assert [p.name for p in (tmp_path / "out").iterdir()] == ["a"]
    assert (tmp_path / "out" / "a").read_bytes() == b"whole"


def test_nothing_is_left_behind_after_a_failure(tmp_path: Path, monkeypatch) -> None:
    def fail(number: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(BadInput):
        write_folder(tmp_path / "out", {"a": b"x"})
    with pytest.raises(BadInput):
        write_file(tmp_path / "b", b"x")
    assert [p.name for p in tmp_path.rglob("*")] == ["out"]


def test_a_folder_in_the_way_is_found_before_anything_is_renamed(tmp_path: Path) -> None:
    (tmp_path / "out" / "z").mkdir(parents=True)
    (tmp_path / "out" / "a").write_bytes(b"old")
    with pytest.raises(BadInput, match="it is a folder"):
        write_folder(tmp_path / "out", {"a": b"new", "z": b"new"})
    assert (tmp_path / "out" / "a").read_bytes() == b"old"
    with pytest.raises(BadInput, match="it is a folder"):
        write_file(tmp_path / "out" / "z", b"x")


def test_two_writers_do_not_meet(tmp_path: Path, monkeypatch) -> None:
    real = os.fsync

    def meanwhile(number: int) -> None:
        # another process writes the same folder while this one makes its files
        monkeypatch.setattr(os, "fsync", real)
        monkeypatch.setattr(os, "getpid", lambda: 1)
        write_folder(tmp_path, {"a": b"theirs", "b": b"theirs"})
        real(number)

    monkeypatch.setattr(os, "fsync", meanwhile)
    write_folder(tmp_path, {"a": b"ours", "b": b"ours"})
    assert {p.name: p.read_bytes() for p in tmp_path.iterdir()} == {"a": b"ours", "b": b"ours"}


def test_the_graph_is_renamed_last(tmp_path: Path, monkeypatch) -> None:
    renamed: list[str] = []
    real = Path.replace

    def replace(self: Path, target: Path) -> Path:
        renamed.append(target.name)
        return real(self, target)

    monkeypatch.setattr(Path, "replace", replace)
    write_folder(tmp_path, {"graph.trig": b"x", "report.md": b"x", "a": b"x"})
    assert renamed == ["report.md", "a", "graph.trig"]


def test_a_link_is_followed_and_stays(tmp_path: Path) -> None:
    (tmp_path / "there").mkdir()
    (tmp_path / "there" / "real").write_bytes(b"old")
    (tmp_path / "link").symlink_to(tmp_path / "there" / "real")
    write_file(tmp_path / "link", b"new")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "there" / "real").read_bytes() == b"new"
    assert sorted(p.name for p in tmp_path.rglob("*")) == ["link", "real", "there"]


def test_a_pipe_is_written_to_and_not_replaced(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    try:
        write_file(pipe, b"answer")
        assert os.read(reader, 100) == b"answer"
    finally:
        os.close(reader)
    assert pipe.is_fifo()


@pytest.mark.parametrize("name", ["../x", "a/../../x", "..\\x", "~/x", "~root/x"])
def test_a_name_that_climbs_is_refused(tmp_path: Path, name: str, monkeypatch) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(BadInput, match="a full path may lead anywhere"):
        write_file(Path(name), b"x")


def test_a_place_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(BadInput, match="cannot be written"):
        write_folder(tmp_path / "file", {"a": b"x"})
    with pytest.raises(BadInput, match="cannot be written"):
        write_file(tmp_path / "nothing" / "here", b"x")


def test_what_a_killed_process_left_is_cleared_away(tmp_path: Path) -> None:
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()
    for process in (ended.pid, os.getppid()):
        (tmp_path / f".new-{process}").mkdir()
    write_folder(tmp_path, {"a": b"x"})
    assert sorted(p.name for p in tmp_path.iterdir()) == sorted([f".new-{os.getppid()}", "a"])
