"""The rows that the benchmarks print, and the clock."""

import time
from collections.abc import Callable

__all__ = ["row", "seconds"]


def row(what: str, figure: str, remark: str = "") -> None:
    """One row of the table."""
    print(f"| {what} | {figure} | {remark} |", flush=True)


def seconds(run: Callable[[], object]) -> float:
    """How long a call takes."""
    start = time.perf_counter()
    run()
    return time.perf_counter() - start
