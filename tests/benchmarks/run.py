"""Measures communique and its peers: ``cd tests; python -m benchmarks.run``.

Each group of commands is run in turn, A B C A B C, as whole processes; the medians are compared. The figures are
printed, and with ``--write`` they are put into docs/performance.md. All sizes together take about an hour and 1 GB;
``--sizes 40,80,120`` shows within minutes whether everything works.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from benchmarks.groups import GROUPS, Outcome
from benchmarks.measuring import CommandFailedError
from benchmarks.page import BEGIN, END, with_figures
from benchmarks.workplace import ROOT, Sizes, SkippedError, Workplace

_PAGE = ROOT / "docs" / "performance.md"


def sizes(text: str) -> Sizes:
    """The sizes in ``400,10000,50000``."""
    return Sizes(*map(int, text.split(",")))


def outcomes(names: list[str], place: Workplace) -> dict[str, Outcome | str]:
    """What comes of each group, or in words why it was not measured."""
    found: dict[str, Outcome | str] = {}
    for name in names:
        sys.stderr.write(f"{name} ...\n")
        try:
            found[name] = GROUPS[name](place)
        except (SkippedError, CommandFailedError) as reason:
            found[name] = str(reason)
    return found


def main() -> None:
    given = _arguments()
    with tempfile.TemporaryDirectory() as temporary:
        place = Workplace((given.corpora or Path(temporary)).resolve(), given.sizes, given.runs, given.long_runs)
        found = outcomes(list(GROUPS) if "all" in given.groups else given.groups, place)
        corpora = place.corpora()
    page = _PAGE.read_text(encoding="utf-8") if given.write else BEGIN + END
    text = with_figures(page, found, given.sizes, corpora)
    if given.write:
        _PAGE.write_text(text, encoding="utf-8")
    else:
        sys.stdout.write(text + "\n")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    names = ["all", *GROUPS]
    parser.add_argument("groups", nargs="*", metavar="GROUP", choices=names, default="all", help=", ".join(names))
    parser.add_argument("--sizes", type=sizes, default=Sizes(), help="announcements: small,large,huge")
    parser.add_argument("--runs", type=int, default=5, help="of each command that takes seconds")
    parser.add_argument("--long-runs", type=int, default=1, help="of each command that takes minutes")
    parser.add_argument("--corpora", type=Path, help="a folder for the corpora, which are kept there")
    parser.add_argument("--write", action="store_true", help="write the figures into docs/performance.md")
    return parser.parse_args()


if __name__ == "__main__":
    main()
