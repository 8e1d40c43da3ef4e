"""The command line: arguments in, exit code out, one file per command. No logic lives here."""

from __future__ import annotations

import gc
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

_OBJECTS = 500_000  # new ones before the next search for cycles of garbage; a short run makes fewer


def main() -> NoReturn:
    """Run the command line, with the arguments of the process."""
    if overview.answer(sys.argv[1:]):
        sys.exit()
    gc.set_threshold(_OBJECTS)
    try:
        from .program import run

        run()
    finally:
        gc.freeze()  # Python would search all modules for garbage before it ends
