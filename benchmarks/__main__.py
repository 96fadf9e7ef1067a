"""`make bench`: how fast, how much memory; printed as a table, asserted nowhere.

python -m benchmarks            all of it, some minutes
python -m benchmarks --quick    without the graph of 1,000,000 statements, and with fewer texts to read
"""

import resource
import statistics
import subprocess
import sys
import tempfile
from functools import partial
from pathlib import Path

from benchmarks.copies import copies
from benchmarks.reading import reading
from benchmarks.table import row, seconds
from kgraph import ontology
from kgraph.claims import compile_dossiers
from kgraph.terms import Quad

#: statements that one copy of the example gives, about
PER_COPY = 3_000

_BARE = "import typer\napp = typer.Typer()\n@app.command()\ndef a(): ...\n@app.command()\ndef b(): ...\napp()\n"


def peak() -> str:
    """The most memory that this process has had."""
    return f"{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024:,} MB at most"


def start_up() -> None:
    """`kgraph --help` beside a typer program that does nothing; in turn, so that a busy machine treats them alike."""
    with tempfile.TemporaryDirectory() as folder:
        bare = Path(folder) / "bare.py"
        bare.write_text(_BARE, encoding="utf-8")
        commands = ([sys.executable, "-m", "kgraph", "--help"], [sys.executable, str(bare), "--help"])
        times: list[list[float]] = [[], []]
        for _ in range(11):
            for command, found in zip(commands, times, strict=True):
                found.append(seconds(partial(subprocess.run, command, check=True, capture_output=True)))
    ours, theirs = (statistics.median(found) for found in times)
    remark = f"{ours / theirs:.2f} × a bare typer program ({theirs * 1000:.0f} ms)"
    row("`kgraph --help`", f"{ours * 1000:.0f} ms", remark)


def build() -> None:
    """The shipped example, as `make demo` builds it."""
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "kgraph", "build", "--output", f"{folder}/output"]
        once = partial(subprocess.run, command, check=True, capture_output=True, cwd=folder)
        found = [seconds(once) for _ in range(5)]
    row("build of the example", f"{statistics.median(found):.2f} s", "the whole process")


def graph(size: int) -> list[Quad]:
    """Compile and load about so many statements."""
    from kgraph.store import Store

    dossiers, known = copies(max(1, size // PER_COPY))
    quads: list[Quad] = []
    took = seconds(lambda: quads.extend(compile_dossiers(dossiers, known, ontology.load())))
    row(f"compile {len(quads):,} statements", f"{took:.1f} s", f"{len(quads) / took:,.0f}/s, {peak()}")
    took = seconds(lambda: Store.of(quads).close())
    row(f"load {len(quads):,} statements", f"{took:.1f} s", f"{len(quads) / took:,.0f}/s, {peak()}")
    return quads


def questions(quads: list[Quad]) -> None:
    """Every question of the library with its example, five times each, in a process of its own."""
    from kgraph.graph import Graph
    from kgraph.questions import bind, library, resolver
    from kgraph.workspace import compile_workspace, example

    # names mean what they mean in the example, whose things are in every graph
    with Graph(compile_workspace(example())) as small, Graph(quads) as opened:
        resolve = resolver(small.claims, small.find)
        slow = []
        medians = []
        for question in library().values():
            given = {p.name: p.example for p in question.parameters}
            bindings = bind(question, given, resolve)
            try:
                found = [
                    seconds(lambda q=question, b=bindings: opened.query(q.text, b, timeout=60)) * 1000 for _ in range(5)
                ]
            except Exception as error:
                row(question.name, "stopped", str(error).splitlines()[0][:80])
                continue
            medians.append(statistics.median(found))
            if medians[-1] > 100:
                rows = len(opened.query(question.text, bindings, timeout=60).rows)
                slow.append(f"{question.name} {medians[-1]:.0f} ms for {rows:,} rows")
        row(
            f"{len(medians)} questions at {len(quads):,}",
            f"median {statistics.median(medians):.1f} ms, worst {max(medians):.0f} ms",
            "over 100 ms: " + (", ".join(slow) or "none"),
        )


def check(number: int) -> None:
    """The shapes, on so many copies of the example."""
    from kgraph.checks import check as check_graph

    dossiers, known = copies(number)
    quads = compile_dossiers(dossiers, known, ontology.load())
    took = seconds(lambda: check_graph(quads))
    row(f"check {number} × the example ({len(quads):,} statements)", f"{took:.2f} s", peak())


def main() -> None:
    """Print the table."""
    print("| what | figure | |\n|---|---:|---|")
    start_up()
    build()
    reading(quick="--quick" in sys.argv)
    for number in (1, 10, 100):
        check(number)
    for size in (100_000,) if "--quick" in sys.argv else (100_000, 1_000_000):
        questions(graph(size))


if __name__ == "__main__":
    main()
