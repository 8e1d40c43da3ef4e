"""How a command ends that cannot do what it should.

Exit codes: 0 clean (warnings allowed), 1 findings of severity error, 2 wrong usage or internal trouble.
"""

from __future__ import annotations

import platform
import sys
from collections.abc import Sequence
from typing import NoReturn

from ..version import __version__
from .output import tell

ERRORS_FOUND = 1
TROUBLE = 2
ABORTED = 130  # as shells have it for an interrupt
_MOST = 5
_PLEASE = "Please send these lines, and the file if you may, to the project's issue tracker"


def fail(message: str) -> NoReturn:
    """Something outside of communique stands in the way."""
    tell(f"Error: {message}")
    sys.exit(TROUBLE)


def tell_internal_errors(internal_errors: Sequence[str]) -> None:
    """If communique itself failed somewhere, say so and how to send it, and end with the exit code for that."""
    if not internal_errors:
        return
    for internal_error in internal_errors[:_MOST]:
        tell(f"Error: communique failed while {internal_error}")
    if len(internal_errors) > _MOST:
        tell(f"... and {len(internal_errors) - _MOST} more of this kind")
    versions = f"communique {__version__}, Python {platform.python_version()}, {platform.system()}"
    tell(f"This is a defect of communique, not of the record. {_PLEASE}: {versions}")
    sys.exit(TROUBLE)
