"""What a process that answers users' queries gives up: memory, files, the network, its rank.

Called by the worker on itself. Whatever a system does not offer (Windows has none of it) is left out.
"""

import ctypes
import os
import signal
import sys

__all__ = ["die_with_parent", "end_after", "give_up_files", "give_up_network", "limit_memory", "step_back"]

_CLONE_NEWUSER = 0x10000000
_CLONE_NEWNET = 0x40000000
_PR_SET_PDEATHSIG = 1


def limit_memory(size: int) -> None:
    """Have allocations fail past so many bytes of address space, and write no core file when the process breaks."""
    if sys.platform != "win32":
        import resource

        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        resource.setrlimit(resource.RLIMIT_AS, (size if hard < 0 else min(size, hard), hard))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def give_up_network() -> bool:
    """Move into a network namespace that holds nothing, not even loopback; whether the kernel allowed it (Linux only).

    Must come before the process has threads (unshare(2): EINVAL otherwise).
    """
    if sys.platform != "linux":
        return False
    unshare = getattr(ctypes.CDLL(None, use_errno=True), "unshare", None)
    # Root may leave the network alone; others need a user namespace of their own around it.
    return unshare is not None and any(unshare(flags) == 0 for flags in (_CLONE_NEWNET, _CLONE_NEWUSER | _CLONE_NEWNET))


def give_up_files(*, keep_opening: bool) -> bool:
    """Write no file any more; unless opening must go on, open no file and no socket either. Whether sockets are out."""
    if sys.platform == "win32":
        return False
    import resource

    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    if keep_opening:
        return False
    # What is open stays open; the next descriptor would be one too many.
    resource.setrlimit(resource.RLIMIT_NOFILE, (0, 0))
    return True


def step_back() -> None:
    """Let other processes go first."""
    if sys.platform != "win32":
        os.nice(10)


def die_with_parent(parent: int) -> None:
    """End when the thread that started this process ends (Linux), or at once if it has ended already."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
        if os.getppid() != parent:
            raise SystemExit


def end_after(seconds: int) -> None:
    """Have the kernel end the process after so long, even in the middle of the engine; 0 calls it off."""
    if sys.platform != "win32":
        signal.alarm(seconds)
