"""The page with the figures, ``docs/performance.md``: what stands between its two comments is written here."""

from __future__ import annotations

import os
import platform
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version
from typing import NamedTuple

from benchmarks.bars import BARS
from benchmarks.groups import GROUPS, Outcome
from benchmarks.workplace import Corpus, Sizes

BEGIN, END = "<!-- figures -->", "<!-- end of the figures -->"
_PACKAGES = (
    "communique",
    "PyYAML",
    "pydantic",
    "jsonschema",
    "check-jsonschema",
    "sourcemeta-jsonschema",
    "flattentool",
    "frictionless",
)


class _Table(NamedTuple):
    """A table of the page; the first cell of a row says what the row is about, and so what it replaces."""

    heads: tuple[str, ...]
    order: tuple[str, ...]


_BARS = _Table(("bar", "what is compared", "before", "bar", "beyond", "measured", "verdict", "day"), tuple(BARS))
_COSTS = _Table(("group", "process", "processor time, s", "wall time, s", "peak memory, MB", "day"), tuple(GROUPS))
_NOTES = _Table(("group", "note", "day"), tuple(GROUPS))


def with_figures(page: str, outcomes: dict[str, Outcome | str], sizes: Sizes, corpora: Iterable[Corpus]) -> str:
    """The page with these figures; of a group that was not measured it keeps those that it has.

    An outcome in words is the reason why a group was not measured.
    """
    before, _, rest = page.partition(BEGIN)
    known, _, after = rest.partition(END)
    day = f"{datetime.now(UTC):%Y-%m-%d}"
    tables = (
        _table(_BARS, known, ((*row, day) for row in _bars(outcomes, sizes))),
        _table(_COSTS, known, ((*row, day) for row in _costs(outcomes))),
        _table(_NOTES, known, ((*row, day) for row in _notes(outcomes))),
    )
    parts = [BEGIN, f"Last run: {day}, {_setting()}. {_sizes(corpora)}.", *tables, END]
    return before + "\n\n".join(parts) + after


def _bars(outcomes: dict[str, Outcome | str], sizes: Sizes) -> Iterator[tuple[str, ...]]:
    words = {name: f"{size:,}" for name, size in sizes._asdict().items()}
    for outcome in outcomes.values():
        for name, value in outcome.ratios.items() if isinstance(outcome, Outcome) else ():
            bar = BARS[name]
            beyond = "" if bar.beyond is None else f"{bar.beyond:g}"
            limit = f"{'at least' if bar.more else 'at most'} {bar.bar:g}"
            yield name, bar.work.format(**words), bar.before, limit, beyond, f"{value:.3g}", bar.verdict(value)


def _costs(outcomes: dict[str, Outcome | str]) -> Iterator[tuple[str, ...]]:
    for group, outcome in outcomes.items():
        for name, cost in outcome.costs.items() if isinstance(outcome, Outcome) else ():
            yield group, name, f"{cost.processor:.3f}", f"{cost.wall:.3f}", f"{cost.memory / 1e6:.0f}"


def _notes(outcomes: dict[str, Outcome | str]) -> Iterator[tuple[str, ...]]:
    for group, outcome in outcomes.items():
        note = outcome.note if isinstance(outcome, Outcome) else f"not measured: {outcome.splitlines()[-1]}"
        if note:
            yield group, note


def _table(table: _Table, known: str, rows: Iterable[tuple[str, ...]]) -> str:
    lines = [_line(row) for row in rows]
    title, new = _line(table.heads), {_about(line) for line in lines}
    kept = known.partition(title)[2].partition("\n\n")[0].splitlines()[2:]
    lines += [line for line in kept if _about(line) not in new and _about(line) in table.order]
    lines.sort(key=lambda line: table.order.index(_about(line)))
    return "\n".join([title, _line("---" for _ in table.heads), *lines])


def _line(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _about(line: str) -> str:
    return line.split("|")[1].strip()


def _setting() -> str:
    """The versions of all programs, how many processors there are, and how busy they were."""
    python = f"{platform.python_implementation()} {platform.python_version()}"
    machine = f"{platform.system()} on {platform.machine()} with {os.cpu_count()} processors"
    busy = f"load average {os.getloadavg()[2]:.1f} over the last 15 minutes, with all that ran beside"
    return ", ".join([python, *(f"{name} {_version(name)}" for name in _PACKAGES), machine, busy])


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "(not installed)"


def _sizes(corpora: Iterable[Corpus]) -> str:
    each = (f"{one.announcements:,} are {one.files:,} files of {one.bytes / 1e6:.2f} MB" for one in corpora)
    return f"Announcements: {', '.join(each) or 'none were needed'}"
