"""Writing whole or not at all."""

import os
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


def test_what_a_crash_left_is_cleared_away(tmp_path: Path) -> None:
    (tmp_path / "out" / ".new").mkdir(parents=True)
    (tmp_path / "out" / ".new" / "a").write_bytes(b"half")
    write_folder(tmp_path / "out", {"a": b"whole"})
    assert [p.name for p in (tmp_path / "out").iterdir()] == ["a"]
    assert (tmp_path / "out" / "a").read_bytes() == b"whole"


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
