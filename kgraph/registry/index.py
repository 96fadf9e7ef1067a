"""The registry compiled: an SQLite database in memory, kept between runs in the user's cache folder.

In come entities and offices held, out comes a connection that answers in microseconds. The kept copy is named for the
SHA-256 of the tables it was made from and carries a checksum of its own: a damaged, foreign or missing copy is made
anew, and where nothing can be written it is made in memory each time.
"""

import hashlib
import os
import sqlite3
import sys
import tempfile
import zlib
from collections.abc import Collection, Iterable, Sequence
from contextlib import suppress
from pathlib import Path

from kgraph.registry.known import Holding, Known
from kgraph.registry.names import keys

__all__ = ["cache_folder", "compiled", "empty", "insert", "of_files"]

#: Part of the copy's name; raise it whenever what is stored changes.
VERSION = 5

#: Copies that are kept: those of the last few versions of the tables.
_KEPT = 4

_SCHEMA = """
PRAGMA page_size = 8192;
CREATE TABLE entity (
    id TEXT PRIMARY KEY, label TEXT, class TEXT, short TEXT, aliases TEXT, same_as TEXT, origin TEXT,
    demonyms TEXT, ids TEXT, since TEXT, surname TEXT, until TEXT, country TEXT
) WITHOUT ROWID;
CREATE TABLE name (key TEXT, id TEXT, reason TEXT, name TEXT, PRIMARY KEY (key, id)) WITHOUT ROWID;
CREATE TABLE holding (office TEXT, person TEXT, place TEXT, start TEXT, end TEXT, as_of TEXT);
"""
_INDEXES = """
CREATE INDEX by_office ON holding (office, start);
CREATE INDEX by_person ON holding (person, start);
"""


def empty() -> sqlite3.Connection:
    """A database with no rows; any thread may read it."""
    connection = sqlite3.connect(":memory:", check_same_thread=False, isolation_level=None)
    connection.executescript(_SCHEMA + _INDEXES)
    return connection


def insert(connection: sqlite3.Connection, entities: Iterable[Known], held: Collection[Holding]) -> None:
    """Put in entities, in place of those of the same name, and offices held, in place of those of the same start."""
    entities = sorted(entities, key=lambda e: e.id)
    connection.execute("BEGIN")
    known = connection.execute("SELECT 1 FROM entity LIMIT 1").fetchone() is not None
    if known:
        connection.executemany("DELETE FROM name WHERE id = ?", [(e.id,) for e in entities])
        connection.executemany(
            "DELETE FROM holding WHERE office = ? AND person = ? AND place = ? AND start = ?",
            [(h.office, h.person, h.where, h.start) for h in held],
        )
    connection.executemany(
        "INSERT OR REPLACE INTO entity VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [
            (e.id, e.label, e.class_, e.short, "|".join(e.aliases), "|".join(e.same_as), e.origin,
             "|".join(e.demonyms), "|".join(e.ids), e.since, e.surname, e.until, e.country)
            for e in entities
        ],
    )  # fmt: skip
    connection.executemany(
        "INSERT INTO name VALUES (?, ?, ?, ?)",
        sorted((key, e.id, reason, name) for e in entities for key, reason, name in keys(e)),
    )
    connection.executemany(
        "INSERT INTO holding VALUES (?, ?, ?, ?, ?, ?)",
        [(h.office, h.person, h.where, h.start, h.end, h.as_of) for h in held],
    )
    connection.execute("COMMIT")


def compiled(entities: Iterable[Known], held: Collection[Holding]) -> sqlite3.Connection:
    """A database of these."""
    connection = empty()
    insert(connection, entities, held)
    return connection


def cache_folder() -> Path:
    """Where copies are kept: the user's cache folder (XDG Base Directory Specification; on Windows LOCALAPPDATA)."""
    base = os.environ.get("XDG_CACHE_HOME") or (os.environ.get("LOCALAPPDATA") if sys.platform == "win32" else None)
    return (Path(base) if base else Path.home() / ".cache") / "kgraph"


def of_files(folders: Sequence[Path]) -> sqlite3.Connection:
    """The database of the tables in these folders, from the copy where there is one; a later folder beats an earlier.

    Raises:
        BadInput: a file is not a table of the registry, or names an entity twice.
    """
    digest = hashlib.sha256(f"{VERSION} {sqlite3.sqlite_version_info[0]}".encode())
    for folder in folders:
        for path in sorted(folder.glob("*.csv")):
            content = path.read_bytes()
            digest.update(f"{folder.name}/{path.name} {len(content)}\n".encode())
            digest.update(content)
    kept = None
    with suppress(OSError, RuntimeError):
        kept = cache_folder() / f"registry-{digest.hexdigest()[:32]}.sqlite"
        if (connection := _open(kept)) is not None:
            return connection
    from kgraph.registry.tables import read_folder

    found: dict[str, Known] = {}
    held: dict[tuple[str, ...], Holding] = {}
    for folder in folders:
        entities, offices = read_folder(folder)
        found |= entities
        held |= {(h.office, h.person, h.where, h.start): h for h in offices}
    connection = compiled(found.values(), held.values())
    if kept is not None:
        with suppress(OSError):
            _keep(connection, kept)
    return connection


def _open(path: Path) -> sqlite3.Connection | None:
    """The copy, or None if it is not there, not ours or not whole."""
    if not path.is_file():
        return None
    content = path.read_bytes()
    body = memoryview(content)[4:]
    if zlib.crc32(body).to_bytes(4, "big") != content[:4]:
        return None
    connection = sqlite3.connect(":memory:", check_same_thread=False, isolation_level=None)
    try:
        connection.deserialize(body)
        connection.execute("SELECT 1 FROM entity, name, holding LIMIT 1").fetchone()
    except (sqlite3.Error, OverflowError):
        connection.close()
        return None
    return connection


def _keep(connection: sqlite3.Connection, path: Path) -> None:
    """Write a copy, whole or not at all, and let the oldest go."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    content = connection.serialize()
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".registry-")
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(zlib.crc32(content).to_bytes(4, "big"))
            stream.write(content)
        Path(name).replace(path)
    except OSError:
        Path(name).unlink(missing_ok=True)
        raise
    copies = sorted(path.parent.glob("registry-*.sqlite"), key=lambda p: p.stat().st_mtime)
    for old in copies[:-_KEPT]:
        old.unlink(missing_ok=True)
