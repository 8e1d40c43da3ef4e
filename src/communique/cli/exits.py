"""Exit codes, and messages of commands that fail.

Exit codes: 0 no errors (warnings are allowed), 1 findings of severity error, 2 usage error or internal error, 130
interrupted, 143 terminated.
"""

from __future__ import annotations

import platform
import sys
from collections.abc import Sequence
from typing import NoReturn

from ..version import __version__
from .output import tell

ERRORS_FOUND = 1
FAILED = 2
ABORTED, TERMINATED = 130, 143  # the exit codes of shells for these signals
_MOST = 5
_PLEASE = "Please report these lines, and the file if you can, in the project's issue tracker"


def terminate(*_: object) -> NoReturn:
    """Handle SIGTERM: exit as after an error, so that worker processes end and half-written files are deleted."""
    sys.exit(TERMINATED)


def fail(message: str) -> NoReturn:
    """Report an error that is not a defect of communique, and exit."""
    tell(f"Error: {message}")
    sys.exit(FAILED)


def tell_internal_errors(internal_errors: Sequence[str]) -> None:
    """Report internal errors, if there are any, and exit."""
    if internal_errors:
        list_internal_errors(internal_errors)
        sys.exit(FAILED)


def list_internal_errors(internal_errors: Sequence[str]) -> None:
    """Report internal errors, if there are any."""
    if not internal_errors:
        return
    for internal_error in internal_errors[:_MOST]:
        tell(f"Error: internal error while {internal_error}")
    if len(internal_errors) > _MOST:
        tell(f"... and {len(internal_errors) - _MOST} more internal errors")
    versions = f"communique {__version__}, Python {platform.python_version()}, {platform.system()}"
    tell(f"This is a defect of communique, not of the record. {_PLEASE}: {versions}")
