"""The same work on many things in several processes: results in order, and no process left behind."""

import signal
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import TypeVar

__all__ = ["in_order"]

Task = TypeVar("Task")
Result = TypeVar("Result")

#: results that may wait for an earlier one, for each process; more would grow with the number of tasks
_AHEAD = 4


@dataclass(slots=True)
class _Worker:
    process: BaseProcess
    connection: Connection
    #: which task it is at
    at: int


def in_order(
    work: Callable[[Task], Result], tasks: Sequence[Task], jobs: int, lost: Callable[[Task], Result]
) -> Iterator[Result]:
    """What the work makes of each task, in the order of the tasks.

    The processes end with the iterator, and where the caller is killed, when they have done what they are at. They
    leave Ctrl-C to the caller, and so must write nothing themselves.

    Args:
        work: a function that other processes can import; what it raises ends its process.
        tasks: what it is called with.
        jobs: how many processes; one does the work here.
        lost: the result of a task whose process ended in the middle of it.
    """
    if jobs == 1 or len(tasks) == 1:
        yield from map(work, tasks)
        return
    ready: dict[int, Result] = {}
    workers: list[_Worker] = []
    given = done = 0
    try:
        while done < len(tasks):
            idle = [worker for worker in workers if worker.at in ready or worker.at < done]
            while given < len(tasks) and given - done < jobs * _AHEAD and (idle or len(workers) < jobs):
                if not idle:
                    workers.append(_start(work))
                    idle.append(workers[-1])
                worker = idle.pop()
                worker.at = given
                worker.connection.send(tasks[given])
                given += 1
            busy = {id(w.connection): w for w in workers if w.at >= done and w.at not in ready}
            for connection in wait([w.connection for w in busy.values()]):
                worker = busy[id(connection)]
                try:
                    ready[worker.at] = worker.connection.recv()
                except (EOFError, OSError):
                    ready[worker.at] = lost(tasks[worker.at])
                    workers.remove(worker)
                    worker.connection.close()
                    worker.process.join()
            while done in ready:
                yield ready.pop(done)
                done += 1
    finally:
        for worker in workers:
            worker.process.terminate()
            worker.connection.close()
        for worker in workers:
            worker.process.join()


def _start(work: Callable[[Task], Result]) -> _Worker:
    # not a copy of this process, whose threads would be missing in it
    context = get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=_serve, args=(theirs, work), daemon=True)
    with _ignoring_ctrl_c():
        process.start()
    theirs.close()
    return _Worker(process, ours, -1)


@contextmanager
def _ignoring_ctrl_c() -> Iterator[None]:
    """What is started here ignores Ctrl-C from its first moment."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _serve(connection: Connection, work: Callable[[Task], Result]) -> None:
    try:
        while True:
            connection.send(work(connection.recv()))
    except (EOFError, OSError):
        # the caller is gone
        return
