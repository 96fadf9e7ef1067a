"""A dossier's document is found by its hash, in the folder that was named."""

import hashlib
from pathlib import Path

import pytest

from kgraph.documents import Found, find
from kgraph.errors import Unknown

WORDS = b"The words."
HASH = hashlib.sha256(WORDS).hexdigest()


def test_the_named_file_is_looked_at_first(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(WORDS)
    (tmp_path / "b.txt").write_bytes(WORDS)
    assert find(tmp_path, HASH, "b.txt") == Found(tmp_path / "b.txt")
    assert find(tmp_path, HASH.upper(), "b.txt").path == tmp_path / "b.txt"


def test_a_renamed_file_is_found_in_the_order_of_names(tmp_path: Path) -> None:
    for name in ("c.txt", "b.txt"):
        (tmp_path / name).write_bytes(WORDS)
    assert find(tmp_path, HASH, "gone.txt") == Found(tmp_path / "b.txt")
    assert find(tmp_path, HASH) == Found(tmp_path / "b.txt")


def test_changed_and_absent_are_told_apart(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"Other words.")
    changed = find(tmp_path, HASH, "a.txt")
    assert not changed
    assert changed == Found(changed=tmp_path / "a.txt")
    absent = find(tmp_path, HASH, "b.txt")
    assert not absent
    assert absent == Found()
    (tmp_path / "b.txt").write_bytes(WORDS)
    assert find(tmp_path, HASH, "a.txt") == Found(tmp_path / "b.txt", changed=tmp_path / "a.txt")


def test_nothing_outside_the_folder_is_opened(tmp_path: Path) -> None:
    folder = tmp_path / "documents"
    (folder / "below").mkdir(parents=True)
    (tmp_path / "outside.txt").write_bytes(WORDS)
    (folder / "below/a.txt").write_bytes(WORDS)
    (folder / "link.txt").symlink_to(tmp_path / "outside.txt")
    (folder / "loop.txt").symlink_to(folder / "loop.txt")
    for name in (
        "link.txt",
        "../outside.txt",
        "below/a.txt",
        str(tmp_path / "outside.txt"),
        "..",
        "",
        "a\x00b",
        "a" * 999,
    ):
        assert find(folder, HASH, name) == Found()


def test_a_link_within_the_folder_is_followed(tmp_path: Path) -> None:
    (tmp_path / "z.txt").write_bytes(WORDS)
    (tmp_path / "a.txt").symlink_to(tmp_path / "z.txt")
    assert find(tmp_path, HASH).path == tmp_path / "a.txt"


def test_the_folder_must_be_there(tmp_path: Path) -> None:
    with pytest.raises(Unknown, match="there is no folder"):
        find(tmp_path / "none", HASH)
