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

_SELDOM = 300_000, 50, 100
"""When garbage is looked for. Nearly all objects stay to the end; by default, Python looks at them again and again.
The first number is more than all that a short run makes."""


def main() -> NoReturn:
    """Run the command line, with the arguments of the process."""
    if overview.answer(sys.argv[1:]):
        sys.exit()
    gc.set_threshold(*_SELDOM)
    try:
        from .program import run

        run()
    finally:
        gc.freeze()  # else Python looks at all objects once more before it ends
