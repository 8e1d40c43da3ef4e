"""What a command says if it refuses a corpus with errors."""

from __future__ import annotations

import sys
from typing import NoReturn

from .. import api
from ..reporting.concise import heading
from .exits import ERRORS_FOUND, tell_internal_errors
from .output import tell

_MOST = 50


def refuse(error: api.InvalidCorpusError, nothing_done: str) -> NoReturn:
    """Report the first findings, and exit. ``nothing_done`` says what the command did not do."""
    for finding in error.findings[:_MOST]:
        tell(heading(finding))
    tell(f"{nothing_done}; `communique validate` lists all findings.")
    tell_internal_errors(error.internal_errors)
    sys.exit(ERRORS_FOUND)
