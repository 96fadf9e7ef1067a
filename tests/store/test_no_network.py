import socket
import subprocess
import sys
import textwrap
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from kgraph.errors import BadInput, BadQuery
from kgraph.store import Store, Worker, read_quads


class Listener:
    """Counts who comes by on the loopback interface."""

    def __init__(self) -> None:
        self.socket = socket.create_server(("127.0.0.1", 0))
        self.port = self.socket.getsockname()[1]
        self.visits = 0
        self.visited = threading.Event()
        threading.Thread(target=self._listen, daemon=True).start()

    def _listen(self) -> None:
        while True:
            try:
                visitor, _ = self.socket.accept()
            except OSError:
                return
            self.visits += 1
            self.visited.set()
            visitor.close()


@pytest.fixture
def listener() -> Iterator[Listener]:
    listener = Listener()
    yield listener
    listener.socket.close()


ENGINE_ALONE = """
    import sys
    import pyoxigraph
    from kgraph.store.limits import give_up_files, give_up_network
    port, way = sys.argv[1:]
    ways = {"open": bool, "network": give_up_network, "files": lambda: give_up_files(keep_opening=False)}
    print(ways[way](), flush=True)
    try:
        list(pyoxigraph.Store().query(f"SELECT * {{SERVICE <http://127.0.0.1:{port}/> {{?a ?b ?c}}}}"))
    except Exception:
        print("failed", flush=True)
"""


@pytest.mark.parametrize("way", ["open", "network", "files"])
def test_without_a_guard_the_engine_calls_and_a_process_that_gave_up_does_not(way: str, listener: Listener) -> None:
    done = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(ENGINE_ALONE), str(listener.port), way],
        capture_output=True,
        text=True,
        check=True,
    )
    offline = done.stdout.startswith("True")
    if way != "open" and not offline:
        pytest.skip(f"this system does not let a process give up its {way}")
    assert "failed" in done.stdout
    if way == "open":
        assert listener.visited.wait(10), "the listener would not notice a call either"
    else:
        assert listener.visits == 0


def test_no_query_of_the_bad_ones_calls(shared: Path, listener: Listener) -> None:
    files = sorted((shared / "bad").glob("[qu]-*.r[qu]"))
    assert len(files) >= 16
    with Store() as store, Worker([]) as worker:
        for file in files:
            query = file.read_text("utf-8").replace(":9999", f":{listener.port}")
            if file.name.startswith("q-from"):
                assert store.query(query).rows == worker.query(query).rows == ()
                continue
            for ask in (store.query, worker.query):
                with pytest.raises(BadQuery, match="this command only reads"):
                    ask(query)
        assert worker.offline in (True, False)
    assert listener.visits == 0


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("jsonld", '{"@context": "http://127.0.0.1:PORT/c.jsonld", "@id": "http://e/a", "p": "x"}'),
        ("jsonld", '{"@context": {"@version": 1.1, "@import": "http://127.0.0.1:PORT/c.jsonld"}, "@id": "http://e/a"}'),
        ("rdfxml", '<?xml version="1.0"?><!DOCTYPE r SYSTEM "http://127.0.0.1:PORT/x.dtd"><r/>'),
        ("rdfxml", '<!DOCTYPE r [<!ENTITY % a SYSTEM "http://127.0.0.1:PORT/p.dtd"> %a;]><r/>'),
    ],
)
def test_no_file_makes_the_reader_call(kind: str, text: str, listener: Listener) -> None:
    with pytest.raises(BadInput):
        read_quads(text.replace("PORT", str(listener.port)).encode(), kind)
    assert listener.visits == 0
