"""Holds this checkout against another one: are the findings, the fixes and the exports the same?

``python tests/compare_versions.py OTHER_CHECKOUT`` runs the command line of both over the records, the example
records, the invalid files, the hostile files and the bad and good example of every rule. It compares each finding's
code, severity, path, line, column and pointer, and byte by byte each file that ``--fix`` leaves and each exported one.
Words may differ. With ``--cards`` it compares cards too, words and all.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from communique.caching.cache import FOLDER
from support import hostile
from support.folders import CORPUS, EXAMPLES, INVALID, RECORDS, ROOT, TESTS

_LONGEST_FIXED = 20_000
"""Bytes of a file from which on it is not fixed here: floods take half a minute, and hold nothing that can be fixed."""
COMPARED = ("code", "severity", "path", "line", "column", "pointer")

Line = tuple[object, ...]


def say(*words: object) -> None:
    sys.stdout.write(" ".join(map(str, words)) + "\n")


def inputs(folder: Path) -> Iterator[Path]:
    """What is validated: each by itself, as a corpus or a file of its own."""
    yield RECORDS
    yield from sorted(EXAMPLES.iterdir())
    yield from sorted(each for each in INVALID.iterdir() if each.name != "expected.yaml")
    (folder / "hostile").mkdir()
    for name, content in hostile.files():
        (folder / "hostile" / name).write_bytes(content)
    yield folder / "hostile"
    (folder / "rules").mkdir()
    for name, content in rule_examples():
        (folder / "rules" / name).write_bytes(content)
        yield folder / "rules" / name


def rule_examples() -> Iterator[tuple[str, bytes]]:
    from communique.validation.registry import rules
    from support.rule_example import example_file

    for rule in rules().values():
        if rule.bad:
            yield f"{rule.code}-bad{rule.suffix}", example_file(rule, rule.bad)
            yield f"{rule.code}-good{rule.suffix}", example_file(rule, rule.good)


def cards() -> Iterator[tuple[str, Path]]:
    """The ids of which cards are compared: every id of the small corpus, and the announcements of the shipped one."""
    from communique import load

    yield from ((id, CORPUS) for id in sorted(load(CORPUS).ids))
    yield from ((path.stem, RECORDS) for path in sorted(RECORDS.glob("2*/*.yaml")))


def copied(path: Path, to: Path) -> Path:
    """A copy that may be written to; of a folder, without the floods."""
    if path.is_dir():

        def floods(folder: str, names: list[str]) -> list[str]:
            return [name for name in names if (Path(folder) / name).lstat().st_size > _LONGEST_FIXED]

        ignore = floods if path.name == "hostile" else None
        return Path(shutil.copytree(path, to / path.name, symlinks=True, ignore=ignore))
    to.mkdir(parents=True)
    return Path(shutil.copy(path, to))


def digests(folder: Path) -> dict[str, str]:
    files = sorted(path for path in folder.rglob("*") if path.is_file() and FOLDER not in path.parts)
    return {str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


class Version:
    """What a checkout says of the inputs, by its command line in one process."""

    def __init__(self, checkout: Path, paths: list[Path], with_cards: bool, folder: Path) -> None:
        fixable = [copied(path, folder / "fixed" / str(number)) for number, path in enumerate(paths)]
        shown = list(cards()) if with_cards else []
        runs = [
            *((path.parent, "validate", path.name, "--format", "json") for path in paths),
            *((path.parent, "validate", path.name, "--fix", "--format", "json") for path in fixable),
            (RECORDS.parent, "export", RECORDS.name, "--to", str(folder / "out")),
            *((ROOT, "show", id, "--in", str(records)) for id, records in shown),
        ]
        outcomes = self._outcomes(checkout, runs)
        self.findings = [findings(*outcome) for outcome in outcomes[: len(paths)]]
        self.fixed = [digests(folder / "fixed" / str(number)) for number in range(len(paths))]
        assert outcomes[2 * len(paths)][0] == 0, "the records cannot be exported"
        self.exported = digests(folder / "out")
        self.cards = dict(zip((id for id, _ in shown), outcomes[2 * len(paths) + 1 :], strict=True))

    @staticmethod
    def _outcomes(checkout: Path, runs: list[Any]) -> list[tuple[int, str]]:
        environment = {**os.environ, "PYTHONPATH": str(checkout / "src"), "PYTHONDONTWRITEBYTECODE": "1"}
        asked = json.dumps([(str(folder), words) for folder, *words in runs])
        command = [sys.executable, str(TESTS / "support" / "many_runs.py")]
        done = subprocess.run(command, env=environment, input=asked, stdout=subprocess.PIPE, text=True, check=True)
        return [(code, output) for code, output in json.loads(done.stdout)]


def findings(code: int, output: str) -> list[tuple[Any, ...]]:
    if code not in (0, 1):  # such as a folder without records
        return [("exit", code)]
    return [tuple(each[name] for name in COMPARED) for each in json.loads(output)["findings"]]


def differences(paths: list[Path], ours: Version, theirs: Version) -> Iterator[list[Line]]:
    """For each input that differs, the lines that say in what."""
    for path, found, expected in zip(paths, ours.findings, theirs.findings, strict=True):
        if found != expected:
            more: list[Line] = [(path.name, "+", *each) for each in found if each not in expected]
            fewer: list[Line] = [(path.name, "-", *each) for each in expected if each not in found]
            yield [*more, *fewer] or [(path.name, "another order")]
    for path, mine, others in zip(paths, ours.fixed, theirs.fixed, strict=True):
        if mine != others:
            yield [(path.name, "--fix:", name, "differs") for name in unequal(mine, others)]
    for name in unequal(ours.exported, theirs.exported):
        yield [("export", name, "differs")]
    for name in unequal(ours.cards, theirs.cards):
        yield [("card", name, "differs")]


def unequal(mine: dict[str, Any], others: dict[str, Any]) -> list[str]:
    return [name for name in sorted({*mine, *others}) if mine.get(name) != others.get(name)]


def main(other: Path, with_cards: bool) -> int:
    with tempfile.TemporaryDirectory() as name, ThreadPoolExecutor() as pool:
        folder = Path(name)
        paths = list(inputs(folder))
        versions = [(checkout, folder / label) for checkout, label in ((ROOT, "ours"), (other, "theirs"))]
        ours, theirs = pool.map(lambda each: Version(each[0], paths, with_cards, each[1]), versions)
        lines = list(differences(paths, ours, theirs))
    for line in (line for several in lines for line in several):
        say(*line)
    count = sum(map(len, theirs.findings))
    cards = f", {len(theirs.cards)} cards" if with_cards else ""
    say(f"{count} findings compared, {len(ours.exported)} exported files{cards}; {len(lines)} inputs differ")
    return int(bool(lines))


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("other", metavar="OTHER_CHECKOUT", type=Path)
    parser.add_argument("--cards", action="store_true", help="compare cards too")
    given = parser.parse_args()
    sys.exit(main(given.other.resolve(), given.cards))
