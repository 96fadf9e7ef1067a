"""Running commands as a person would, without a process for each."""

import io
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from kgraph.cli import main


@dataclass
class Run:
    code: int
    out: str
    err: str


@pytest.fixture
def kgraph(monkeypatch, capfdbinary, tmp_path) -> Callable[..., Run]:
    """`kgraph(*arguments, stdin=…)` in an empty folder; what it printed and its exit code."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("KGRAPH_DEBUG", raising=False)

    def run(*arguments: str | Path, stdin: bytes = b"") -> Run:
        monkeypatch.setattr(sys, "argv", ["kgraph", *map(str, arguments)])
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        code: int | str | None = 0
        try:
            main()
        except SystemExit as stop:
            code = stop.code
        sys.stdout.flush()
        sys.stderr.flush()
        printed = capfdbinary.readouterr()
        out, err = printed.out.decode("utf-8"), printed.err.decode("utf-8")
        assert "Traceback" not in out + err
        return Run(int(code or 0), out, err)

    return run


@pytest.fixture(scope="session")
def built(tmp_path_factory) -> Path:
    """The shipped example, built."""
    from kgraph.dossier import read
    from kgraph.workspace import build, example

    output = tmp_path_factory.mktemp("example") / "output"
    here = example()
    build([read(p) for p in here.dossiers], output, title=here.title, documents=[here.documents], workspace=here)
    return output
