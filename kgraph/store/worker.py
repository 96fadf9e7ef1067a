"""The process that answers users' queries, one at a time: `python -P -m kgraph.store.worker`.

The engine has no time limit and can end its process, so it runs where it may be ended. `Worker` starts this and talks
to it in lines of JSON: first where the store lies, then queries; back come a word that it is open, then answers. The
rows of an answer follow their line as the engine writes them, as many bytes as the line says. What does not come back
in time, the parent ends.
"""

from __future__ import annotations

import json
import math
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO

from kgraph.errors import KgraphError, TooMuch
from kgraph.store.answers import find
from kgraph.store.guard import check_query
from kgraph.store.limits import (
    die_with_parent,
    end_after,
    give_up_files,
    give_up_network,
    limit_memory,
    step_back,
)
from kgraph.store.store import Store

__all__ = ["main"]

#: Seconds after the time limit at which the kernel ends a process that its parent has not ended.
_GRACE = 5


def main() -> None:
    """Read lines from standard input until it ends, and answer each on standard output."""
    replies = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # whatever else prints must not look like an answer
    lines = _lines(sys.stdin.buffer)
    settings = next(lines, None)
    if settings is None:
        return
    step_back()
    limit_memory(settings["memory"])
    offline = give_up_network()
    if settings["follow"]:
        die_with_parent(settings["parent"])
    try:
        source = Path(settings["source"])
        store = Store.open(source)
    except (KgraphError, MemoryError) as error:
        too_much = TooMuch(f"{settings['source']} is too large for the memory that a query may use")
        _send(replies, _failure(error if isinstance(error, KgraphError) else too_much))
        return
    offline = give_up_files(keep_opening=source.is_dir()) or offline
    _send(replies, {"open": True, "offline": offline})
    for request in lines:
        end_after(math.ceil(request["timeout"]) + _GRACE)
        reply, rows = _reply(store, request)
        _send(replies, reply, rows)
        end_after(0)
        if reply.get("last"):
            return


def _reply(store: Store, request: dict[str, Any]) -> tuple[dict[str, Any], bytes]:
    try:
        # The parent has looked at the query, and here it is looked at again.
        query = check_query(request["query"])
        limits = {limit: request[limit] for limit in ("max_rows", "max_bytes")}
        found = find(store.engine, query, request["bindings"], **limits)
    except KgraphError as error:
        return _failure(error), b""
    except BaseException as error:  # a panic of the engine is no Exception; nothing is sound after it
        return {**_failure(error), "last": True}, b""
    return {
        "kind": found.kind,
        "variables": found.variables,
        "ordered": found.ordered,
        "boolean": found.boolean,
        "bytes": len(found.text),
    }, found.text


def _failure(error: BaseException) -> dict[str, Any]:
    if not isinstance(error, KgraphError):
        no_memory = isinstance(error, MemoryError)
        what = "more memory is needed than there may be" if no_memory else f"the engine failed ({error})"
        error = TooMuch(f"Stopped: {what}. Nothing was changed. Name a person, a law or a date, or add LIMIT.")
    return {"error": str(error), "type": type(error).__name__}


def _lines(stream: BinaryIO) -> Iterator[dict[str, Any]]:
    for line in iter(stream.readline, b""):
        yield json.loads(line)


def _send(stream: BinaryIO, message: dict[str, Any], rows: bytes = b"") -> None:
    stream.write(json.dumps(message, ensure_ascii=False).encode("utf-8") + b"\n")
    stream.write(rows)
    stream.flush()


if __name__ == "__main__":
    main()
