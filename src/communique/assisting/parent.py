"""The editor that started a server: when its process has ended, so must the server."""

from __future__ import annotations

import os
import sys
import threading
import time
from collections.abc import Callable

INTERVAL = 3.0
"""Seconds from one look at the process to the next."""
_MAY_SYNCHRONIZE = 0x00100000
_MAY_BE_ASKED = 0x1000
_TIMED_OUT = 0x102
_ACCESS_DENIED = 5


def watch(pid: int, ended: Callable[[], object], interval: float = INTERVAL) -> bool:
    """Call the function in another thread after the process has ended; returns whether it is watched.

    A process that is not there from the beginning is on another machine or in another container, and is not watched.
    """
    if pid <= 0 or not is_alive(pid):
        return False

    def look() -> None:
        while is_alive(pid):
            time.sleep(interval)
        ended()

    threading.Thread(target=look, daemon=True, name="watch the editor").start()
    return True


def is_alive(pid: int) -> bool:
    """Whether there is a process with this number; true if that cannot be determined."""
    if sys.platform == "win32":  # os.kill would end it there
        return _is_alive_on_windows(pid)
    try:
        os.kill(pid, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except OSError:  # it belongs to somebody else
        return True
    return True


def _is_alive_on_windows(pid: int) -> bool:
    import ctypes

    kernel: ctypes.CDLL = ctypes.WinDLL("kernel32", use_last_error=True)  # type: ignore[attr-defined,unused-ignore]
    kernel.OpenProcess.restype = ctypes.c_void_p
    kernel.WaitForSingleObject.argtypes = [ctypes.c_void_p, ctypes.c_uint32]
    kernel.CloseHandle.argtypes = [ctypes.c_void_p]
    handle = kernel.OpenProcess(_MAY_SYNCHRONIZE | _MAY_BE_ASKED, False, pid)
    if not handle:
        return bool(ctypes.get_last_error() == _ACCESS_DENIED)  # type: ignore[attr-defined,unused-ignore]
    try:
        return bool(kernel.WaitForSingleObject(handle, 0) == _TIMED_OUT)
    finally:
        kernel.CloseHandle(handle)
