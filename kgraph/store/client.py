"""Queries of users, asked in a process of their own that can be ended (see `kgraph.store.worker`)."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from types import TracebackType
from typing import Any

from kgraph import errors
from kgraph.errors import BadQuery, KgraphError, TooMuch
from kgraph.store.answers import Answer, Found, read
from kgraph.store.guard import check_query
from kgraph.store.store import Store, locate
from kgraph.terms import Quad, Term

__all__ = ["MAX_ANSWER", "MAX_ROWS", "MEMORY", "Worker"]

#: Rows of an answer, unless more are allowed.
MAX_ROWS = 10_000

#: Bytes of all terms of an answer.
MAX_ANSWER = 100_000_000

#: Bytes of address space for a query, beside the store itself.
MEMORY = 2 << 30

#: A store in memory takes less than this many times its file.
_SIZE_IN_MEMORY = 8

#: Seconds that a query may be given, one day.
_LONGEST = 86_400

#: Seconds for opening a store.
_OPENING = 600.0


class Worker:
    """Answers queries in another process, one at a time; starts a new one when the last was ended.

    The process has no network, opens no other file, and may use so much memory and no more. Close the worker, or use it
    in a `with` statement. Several threads may share it; they wait for one another.
    """

    def __init__(self, source: Path | str | Store | Iterable[Quad], *, memory: int = MEMORY) -> None:
        """Get ready; the process starts with the first query.

        Args:
            source: a graph file, a folder with a `graph.trig`, an Oxigraph directory, an open store, or quads.
            memory: bytes of address space that a query may use.

        Raises:
            NotThere: there is nothing at the place.
        """
        self._folder: TemporaryDirectory[str] | None = None
        if isinstance(source, Path | str):
            self._path = locate(source).resolve()
        else:
            self._folder = TemporaryDirectory(prefix="kgraph-")
            self._path = Path(self._folder.name) / "graph.nq"
            quads = source.data() if isinstance(source, Store) else source
            with self._path.open("w", encoding="utf-8", newline="\n") as file:
                file.writelines(f"{s} {p} {o} {g} .\n" for s, p, o, g in quads)
        self._memory = memory
        self._process: subprocess.Popen[bytes] | None = None
        self._lock = threading.Lock()
        #: whether the process could give up the network; None before it has started
        self.offline: bool | None = None

    def query(
        self,
        text: str,
        bindings: Mapping[str, Term] | None = None,
        *,
        timeout: float = 20.0,
        max_rows: int = MAX_ROWS,
    ) -> Answer:
        """The answer to a query that only reads.

        Args:
            text: SPARQL 1.1; SERVICE and updates are refused.
            bindings: values for variables, which must be among the columns of a SELECT.
            timeout: seconds, counted from when the store is open.
            max_rows: more rows are an error, never a part.

        Raises:
            BadQuery: it is refused or does not parse (with line and column), or a binding does not fit.
            TooMuch: time, memory, rows or bytes passed the limit; the store is unchanged, the next query is answered.
            KgraphError: the store cannot be opened.
        """
        check_query(text)
        if not 0 < timeout <= _LONGEST:
            raise BadQuery(f"{timeout:g} is no time limit: name seconds, above 0 and up to {_LONGEST:,}")
        request = {
            "query": text,
            "bindings": dict(bindings or {}),
            "timeout": timeout,
            "max_rows": max_rows,
            "max_bytes": MAX_ANSWER,
        }
        with self._lock:
            self._start()
            reply, rows = self._ask(request, timeout, _too_slow(timeout), _too_large(self._memory))
        return read(Found(reply["kind"], tuple(reply["variables"]), rows, reply["ordered"], reply["boolean"]))

    @property
    def pid(self) -> int | None:
        """The id of the process; None while there is none."""
        process = self._process
        return process.pid if process else None

    def start(self) -> None:
        """Start the process and open the store, unless that is done.

        Raises:
            KgraphError: the store cannot be opened.
        """
        with self._lock:
            self._start()

    def close(self) -> None:
        """End the process, even in the middle of a query."""
        if process := self._process:
            process.kill()
        with self._lock:
            self._end()
        if self._folder:
            self._folder.cleanup()

    def __enter__(self) -> Worker:
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _start(self) -> None:
        if self._process and self._process.poll() is None:
            return
        self._end()
        # A session of its own: Ctrl-C is for the parent, which then ends it.
        self._process = subprocess.Popen(
            [sys.executable, "-P", "-m", "kgraph.store.worker"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        settings = {
            "source": str(self._path),
            "memory": self._memory + _SIZE_IN_MEMORY * _size(self._path),
            "parent": os.getpid(),
            # Linux ties a child to the thread that started it; a thread of a server ends long before the server.
            "follow": threading.current_thread() is threading.main_thread(),
        }
        failed = f"{self._path} could not be opened"
        try:
            reply, _ = self._ask(settings, _OPENING, f"{failed} within {_OPENING:g} seconds", failed)
        except KgraphError:
            self._end()
            raise
        self.offline = reply["offline"]

    def _ask(
        self, message: Mapping[str, Any], timeout: float, too_slow: str, broken: str
    ) -> tuple[dict[str, Any], bytes]:
        """One line there, one line and the rows back.

        The process is ended if that takes too long or goes wrong in any way.
        """
        process = self._process
        if process is None or process.stdin is None or process.stdout is None:
            raise KgraphError("the worker is not running")
        late = threading.Event()

        def stop() -> None:
            late.set()
            process.kill()

        timer = threading.Timer(timeout, stop)
        timer.daemon = True
        reply: dict[str, Any] = {}
        rows = b""
        try:
            timer.start()
            with suppress(BrokenPipeError):
                process.stdin.write(json.dumps(message).encode("utf-8") + b"\n")
                process.stdin.flush()
            line = process.stdout.readline()
            if line.endswith(b"\n"):
                reply = json.loads(line)
                rows = process.stdout.read(reply.get("bytes", 0))
        except BaseException:  # Ctrl-C above all: what is running must not go on
            self._end()
            raise
        finally:
            timer.cancel()
        timer.join()
        if not reply or len(rows) < reply.get("bytes", 0):
            with suppress(subprocess.TimeoutExpired):
                process.wait(1)
            self._end()
            raise TooMuch(too_slow if late.is_set() else f"{broken} (the process ended with {process.returncode})")
        if late.is_set() or "last" in reply:
            self._end()
        if "error" in reply:
            raise _error(reply)
        return reply, rows

    def _end(self) -> None:
        """End the process by its own id, and wait until it is gone."""
        process, self._process = self._process, None
        if process:
            process.kill()
            process.communicate()


def _size(path: Path) -> int:
    """Bytes of a file, or of all files in a folder."""
    return sum(file.stat().st_size for file in (path.rglob("*") if path.is_dir() else [path]) if file.is_file())


def _too_slow(timeout: float) -> str:
    return (
        f"Stopped after {timeout:g} second{'' if timeout == 1 else 's'}: the query asks for too much. "
        "Nothing was changed. Name a person, a law or a date, or add LIMIT."
    )


def _too_large(memory: int) -> str:
    return (
        f"Stopped: more memory is needed than there may be ({memory / (1 << 30):.3g} GiB), or the engine broke. "
        "Nothing was changed. Name a person, a law or a date, or add LIMIT."
    )


def _error(reply: Mapping[str, Any]) -> KgraphError:
    kind = getattr(errors, reply["type"], KgraphError)
    error: KgraphError = kind(reply["error"])
    return error
