"""Holds this checkout against another one: are the findings the same, and the exports?

``python tests/compare_versions.py OTHER_CHECKOUT`` runs the command line of both over the records, the example
records, the invalid files, the hostile files and the bad and good example of every rule. It compares each finding's
code, severity, path, line, column and pointer, and each exported file byte by byte. Words may differ.
"""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from support import hostile

HERE = Path(__file__).resolve().parents[1]
COMPARED = ("code", "severity", "path", "line", "column", "pointer")


def say(*words: object) -> None:
    sys.stdout.write(" ".join(map(str, words)) + "\n")


def run(checkout: Path, *arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(checkout / "src"), "PYTHONDONTWRITEBYTECODE": "1"}
    command = [sys.executable, "-m", "communique", *arguments]
    return subprocess.run(command, cwd=cwd, env=environment, capture_output=True, text=True, check=False)


def findings(checkout: Path, path: Path, *options: str) -> list[tuple[Any, ...]]:
    done = run(checkout, "validate", path.name, "--format", "json", *options, cwd=path.parent)
    if done.returncode not in (0, 1):  # such as a folder without records
        return [("exit", done.returncode)]
    return [tuple(each[name] for name in COMPARED) for each in json.loads(done.stdout)["findings"]]


def exported(checkout: Path, records: Path, to: Path) -> dict[str, str]:
    done = run(checkout, "export", records.name, "--to", str(to), cwd=records.parent)
    assert done.returncode == 0, done.stderr
    return {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in sorted(to.rglob("*")) if path.is_file()
    }


def inputs(folder: Path) -> Iterator[Path]:
    """What is validated: each by itself, as a corpus or a file of its own."""
    yield HERE / "records"
    yield from sorted((HERE / "tests" / "examples").iterdir())
    yield from sorted(each for each in (HERE / "tests" / "invalid").iterdir() if each.name != "expected.yaml")
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
    from communique.validation.rule_example import example_file

    for rule in rules().values():
        if rule.bad:
            yield f"{rule.code}-bad{rule.suffix}", example_file(rule, rule.bad)
            yield f"{rule.code}-good{rule.suffix}", example_file(rule, rule.good)


def main(other: Path) -> int:
    different = count = 0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for path in inputs(folder):
            ours, theirs = findings(HERE, path), findings(other, path)
            count += len(theirs)
            different += ours != theirs
            for mark, only in (
                ("+", [each for each in ours if each not in theirs]),
                ("-", [each for each in theirs if each not in ours]),
            ):
                for each in only:
                    say(path.name, mark, *each)
        mine, others = (exported(each, HERE / "records", folder / to) for each, to in ((HERE, "a"), (other, "b")))
    for file in sorted({*mine, *others}):
        if mine.get(file) != others.get(file):
            say("export", file, "differs")
            different += 1
    say(f"{count} findings compared, {len(mine)} exported files; {different} inputs differ")
    return int(different > 0)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]).resolve()))
