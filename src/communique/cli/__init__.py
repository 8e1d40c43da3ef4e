"""The command line: arguments in, exit code out, one file per command. No logic lives here."""

from __future__ import annotations

import sys

from ..lazy import lazy
from . import overview

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import NoReturn

    from .program import cli
else:
    __getattr__, __dir__ = lazy(__name__, {"program": ("cli",)})

__all__ = ["cli", "main"]


def main() -> NoReturn:
    """Run the command line, with the arguments of the process."""
    if overview.answer(sys.argv[1:]):
        sys.exit()
    from .program import run

    run()
