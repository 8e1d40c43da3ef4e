"""What a forked process does. It imports nothing that the process it is forked from has not loaded."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable

FULL_DEVICE = "/dev/full"


def print_to_full_device() -> None:
    """From now on nothing that is printed can be written."""
    os.dup2(os.open(FULL_DEVICE, os.O_WRONLY), 1)


def become_communique(
    arguments: list[str],
    folder: str,
    files: tuple[str, str, str],
    environment: dict[str, str],
    before: Callable[[], None] | None,
) -> None:
    from support.loaded import main

    os.environ.clear()
    os.environ.update(environment)
    os.chdir(folder)
    for number, (path, mode) in enumerate(zip(files, (os.O_RDONLY, os.O_WRONLY, os.O_WRONLY), strict=True)):
        os.dup2(os.open(path, mode), number)
    sys.stdin = open(0, encoding="utf-8", closefd=False)  # noqa: SIM115
    if before:
        before()
    sys.argv = ["communique", *arguments]
    code: object = None
    try:
        main()
    except SystemExit as end:
        code = end.code
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
    os._exit(int(bool(code)) if not isinstance(code, int) else code)  # nobody waits for what Python would clear up
