"""What is measured: groups of commands that are run in turn, and the ratios that follow."""

from __future__ import annotations

import shutil
import uuid
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

from benchmarks.measuring import Command, Cost, in_turn
from benchmarks.workplace import PYTHON, SCHEMA, Workplace, check_jsonschema, communique, peer

_MEGABYTE = 1_000_000


class Outcome(NamedTuple):
    """Ratios by the names of their bars, the costs of the commands, and what a reader should know."""

    ratios: dict[str, float]
    costs: dict[str, Cost]
    note: str = ""


def cold(place: Workplace) -> Outcome:
    """All rules against libyaml alone, and against programs that check the schema alone."""
    folder = place.corpus(place.sizes.small)
    years = [f"records/{path.name}" for path in sorted((folder / "records").glob("2*"))]
    commands = {
        _OURS: Command([*communique("validate", "records"), *place.options(jobs=1)], folder),
        _EVENTS: Command(peer("count_events", "records"), folder),
        _CHECK: Command(check_jsonschema(*_announcements(folder)), folder),
        "CSafeLoader and jsonschema, a plain script": Command(peer("check_plainly", SCHEMA, *years), folder),
    }
    if find_spec("sourcemeta_jsonschema"):
        words = ["-m", "sourcemeta_jsonschema", "validate", "--fast", SCHEMA, *years]
        commands["sourcemeta jsonschema, in C++"] = Command([PYTHON, *words], folder)
    costs = in_turn(commands, place.runs)
    ours = costs[_OURS].processor
    ratios = {"events": ours / costs[_EVENTS].processor, "schema-only": costs[_CHECK].processor / ours}
    return Outcome(
        ratios,
        costs,
        f"against the loop over the events alone, without its process: {ours / _loop(costs[_EVENTS]):.2f}",
    )


def cores(place: Workplace) -> Outcome:
    """Two processes against one, and against check-jsonschema, whose time grows evenly: it is measured on a part."""
    place.need("-j")
    large, part = place.corpus(place.sizes.large), place.corpus(place.sizes.small)
    paths = _announcements(part)
    ours = {
        f"communique validate -j {jobs}": Command(
            [*communique("validate", "records"), *place.options(jobs=jobs)], large
        )
        for jobs in (2, 1)
    }
    costs = in_turn(ours, place.long_runs)
    costs |= in_turn({_CHECK: Command(check_jsonschema(*paths), part), _CHECK_ONE: _check_one(part)}, place.long_runs)
    each = (costs[_CHECK].wall - costs[_CHECK_ONE].wall) / (len(paths) - 1)
    scaled = costs[_CHECK].wall + each * (place.sizes.large - len(paths))
    two, one = (costs[name].wall for name in ours)
    note = f"check-jsonschema would take {scaled:.0f} s of wall time for {place.sizes.large:,} announcements"
    return Outcome({"schema-only-wall": scaled / two, "cores": one / two}, costs, note)


def unchanged(place: Workplace) -> Outcome:
    """A second run over the same files."""
    place.need("--no-cache")
    folder = place.corpus(place.sizes.large)
    commands = {
        _CACHED: Command([*communique("validate", "records"), *place.options(cache=True)], folder),
        "reading and hashing the files, in Python": Command(peer("hash_files", "records"), folder),
    }
    in_turn({_CACHED: commands[_CACHED]}, 1)
    costs = in_turn(commands, place.runs)
    ours, theirs = (each.wall for each in costs.values())
    return Outcome({"unchanged": ours / theirs}, costs)


def changed(place: Workplace) -> Outcome:
    """One changed file in many, against a corpus that has nothing but this announcement and what it refers to."""
    place.need("--no-cache")
    folder, alone = place.corpus(place.sizes.large), place.corpus(1)
    name = next((alone / "records").glob("2*/*/*"))
    file = next((folder / "records").glob(f"{name.parts[-3]}/*/{name.name[:9]}*"))
    words = [*communique("validate", "records"), *place.options(cache=True)]
    only = [*communique("validate", str(file.relative_to(folder))), *place.options(cache=True)]
    commands = {
        "communique validate FILE, the one that changed": Command(only, folder, lambda: _change(file)),
        "communique validate, one file changed": Command(words, folder, lambda: _change(file)),
        "communique validate, the same file alone": Command(
            [*communique("validate", "records"), *place.options(jobs=1)], alone
        ),
    }
    in_turn({_CACHED: Command(words, folder)}, 1)
    costs = in_turn(commands, place.runs)
    asked, whole, single = costs.values()
    ratios = {
        "one-changed": asked.processor / single.processor,
        "one-changed-all": whole.processor / single.processor,
    }
    return Outcome(ratios, costs, f"by wall time: {asked.wall / single.wall:.2f} and {whole.wall / single.wall:.2f}")


def small(place: Workplace) -> Outcome:
    """What an editor runs when a file is saved."""
    ours = _validate_one(place)
    commands = {_START: ours, _CHECK_ONE: Command(check_jsonschema(place.small_record().name), ours.folder)}
    costs = in_turn(commands, place.runs)
    return Outcome({"one-small": costs[_START].processor / costs[_CHECK_ONE].processor}, costs)


def start(place: Workplace) -> Outcome:
    """What every run pays."""
    commands = {
        "communique --help": Command(communique("--help"), place.folder),
        "python -c pass": Command([PYTHON, "-c", "pass"], place.folder),
    }
    costs = in_turn(commands, place.runs * 3)
    ours, theirs = (each.processor for each in costs.values())
    return Outcome({"start": ours / theirs}, costs)


def growth(place: Workplace) -> Outcome:
    """Whether a record costs more among many; what a run costs before it reads the first record is not counted."""
    sizes = list(place.sizes)
    words = [*communique("validate", "records"), *place.options(jobs=1)]
    names = [f"communique validate -j 1, {size:,} announcements" for size in sizes]
    commands = {name: Command(words, place.corpus(size)) for name, size in zip(names, sizes, strict=True)}
    costs = in_turn({_START: _validate_one(place)}, place.runs)
    for name, size in zip(names, sizes, strict=True):
        runs = {place.sizes.small: place.runs, place.sizes.large: place.long_runs}.get(size, 1)
        costs |= in_turn({name: commands[name]}, runs)
    each = [(costs[name].processor - costs[_START].processor) / size for name, size in zip(names, sizes, strict=True)]
    allowed = place.sizes.huge * 8_000 + 150 * _MEGABYTE
    ratios = {"growth": each[1] / each[0], "growth-on": each[2] / each[1], "memory": costs[names[-1]].memory / allowed}
    return Outcome(ratios, costs, "the start of the program is not counted; with it, the first ratio would be lower")


def export(place: Workplace) -> Outcome:
    """Tables from YAML, with all checks; flatten-tool and frictionless begin with JSON, and check nothing."""
    to, sizes = place.folder / "tables", (place.sizes.small, 1)
    peers = {
        "flatten-tool": [*_FLATTEN, "list.json", "-o", str(to)],
        "frictionless": peer("write_tables", "list.json", str(to)),
    }
    commands = {
        f"{name}, {size:,}": Command(words, place.listed(size), lambda: _remove(to))
        for name, words in peers.items()
        for size in sizes
    }
    commands[_EVENTS] = Command(peer("count_events", "records"), place.corpus(place.sizes.small))
    costs = in_turn(commands, place.runs)
    ours = {
        f"communique export --format csv -j {jobs}": Command(
            [*_EXPORT, str(to), "-j", str(jobs)], place.corpus(place.sizes.large), lambda: _remove(to)
        )
        for jobs in (1, 2)
    }
    costs |= in_turn(ours, place.long_runs)
    _remove(to)
    many, one = (f"{{}}, {size:,}" for size in sizes)
    beyond_start = {name: costs[many.format(name)].processor - costs[one.format(name)].processor for name in peers}
    one_process, two = (costs[name] for name in ours)
    per_record = one_process.processor / place.sizes.large
    ratios = {f"csv-{name}": spent / (place.sizes.small - 1) / per_record for name, spent in beyond_start.items()}
    limit = beyond_start["flatten-tool"] / _loop(costs[_EVENTS])
    note = (
        "the start of flatten-tool and frictionless is not counted, that of communique is; whoever did nothing but "
        f"count the events of the YAML would be {limit:.1f} times as fast as flatten-tool"
    )
    return Outcome({**ratios, "csv-memory": max(one_process.memory, two.memory) / _MEGABYTE}, costs, note)


GROUPS: dict[str, Callable[[Workplace], Outcome]] = {
    each.__name__: each for each in (cold, cores, unchanged, changed, small, start, growth, export)
}
"""By name, in the order of the page."""

_OURS = "communique validate -j 1, no cache"
_EVENTS = "counting the events, PyYAML with libyaml"
_CHECK, _CHECK_ONE = "check-jsonschema", "check-jsonschema, one record"
_CACHED = "communique validate, nothing changed"
_START = "communique validate, one small record"
_EXPORT = communique("export", "records", "--format", "csv", "--to")
_FLATTEN = [
    PYTHON,
    *[
        "-m",
        "flattentool.cli",
        "flatten",
        "-f",
        "csv",
        "--main-sheet-name",
        "announcements",
        "--root-list-path",
        "main",
    ],
]


def _announcements(folder: Path) -> list[str]:
    return [str(path.relative_to(folder)) for path in sorted((folder / "records").glob("2*/*/*"))]


def _validate_one(place: Workplace) -> Command:
    record = place.small_record()
    return Command([*communique("validate", record.name), *place.options(jobs=1)], record.parent)


def _check_one(folder: Path) -> Command:
    return Command(check_jsonschema(_announcements(folder)[0]), folder)


def _loop(events: Cost) -> float:
    """The processor time of the loop over the events, without the start of Python and the reading of the files."""
    return float(events.printed.split()[-1])


def _change(file: Path) -> None:
    """Another comment at the end of the file."""
    text = file.read_text(encoding="utf-8").partition("# changed")[0]
    file.write_text(f"{text}# changed {uuid.uuid4()}\n", encoding="utf-8")


def _remove(folder: Path) -> None:
    if folder.exists():
        shutil.rmtree(folder)
