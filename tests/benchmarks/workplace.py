"""Where benchmarks run: the corpora, and the command lines of communique and of its peers."""

from __future__ import annotations

import re
import subprocess
import sys
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from communique.models import SCHEMA_VERSION
from communique.schemas.migrations import migrated

_TESTS = Path(__file__).parents[1]
_PEERS = Path(__file__).parent / "peers"
ROOT = _TESTS.parent
PYTHON = sys.executable
SCHEMA = str(sorted((ROOT / "schemas").glob("*/announcement.schema.json"))[-1])


class SkippedError(Exception):
    """Something that the work needs is not there; the message says what."""


class Sizes(NamedTuple):
    """How many announcements the corpora have."""

    small: int = 400
    large: int = 10_000
    huge: int = 50_000


class Corpus(NamedTuple):
    """How large a corpus is."""

    announcements: int
    files: int
    bytes: int


class Workplace:
    """A folder with corpora, which are made when they are first needed, and how often each command is run.

    ``runs`` is for what takes seconds, ``long_runs`` for what takes minutes.
    """

    def __init__(self, folder: Path, sizes: Sizes, runs: int, long_runs: int) -> None:
        self.folder, self.sizes, self.runs, self.long_runs = folder, sizes, runs, long_runs

    def corpus(self, announcements: int) -> Path:
        """A folder in which ``records`` has so many announcements."""
        folder = self.folder / str(announcements)
        if not (folder / "records" / "dataset.yaml").exists():
            words = ["-m", "benchmarks.corpus", str(folder / "records"), "--announcements", str(announcements)]
            subprocess.run([PYTHON, *words], cwd=_TESTS, check=True, stdout=subprocess.DEVNULL)
        return folder

    def corpora(self) -> list[Corpus]:
        """The corpora that were made, or found."""
        found = sorted((int(path.name), path / "records") for path in self.folder.glob("[0-9]*"))
        files = {size: [path.stat().st_size for path in folder.rglob("*.yaml")] for size, folder in found}
        return [Corpus(size, len(each), sum(each)) for size, each in files.items()]

    def small_record(self) -> Path:
        """A small record that refers to no other; nothing else is in its folder."""
        folder = self.folder / "one"
        folder.mkdir(exist_ok=True)
        example = _TESTS / "examples" / "0.2.1" / "2026" / "example-bill-2026.yaml"  # later ones are larger
        newest = migrated(example.read_bytes(), SCHEMA_VERSION).decode()
        alone = re.sub(r"\nrelations:\n-.*", "", newest)
        (folder / example.name).write_text(alone, encoding="utf-8")
        return folder / example.name

    def listed(self, announcements: int) -> Path:
        """A folder in which ``list.json`` has so many announcements."""
        folder = self.corpus(announcements)
        if not (folder / "list.json").exists():
            subprocess.run([*peer("list_announcements", "records", "list.json")], cwd=folder, check=True)
        return folder

    def has(self, option: str) -> bool:
        """Whether ``communique validate`` has the option."""
        return re.search(rf"(?<!\S){option}\b", self._help) is not None

    def need(self, *options: str) -> None:
        """Raise ``SkippedError`` unless ``communique validate`` has the options."""
        if missing := [option for option in options if not self.has(option)]:
            raise SkippedError(f"communique validate has no {' and no '.join(missing)}")

    def options(self, *, jobs: int = 0, cache: bool = False) -> list[str]:
        """The options for the number of processes and against the cache, as far as ``communique validate`` has them."""
        more = ["-j", str(jobs)] if jobs and self.has("-j") else []
        return more if cache or not self.has("--no-cache") else [*more, "--no-cache"]

    @cached_property
    def _help(self) -> str:
        return subprocess.run(communique("validate", "--help"), stdout=subprocess.PIPE, text=True, check=True).stdout


def communique(*words: str) -> list[str]:
    """A command line of communique."""
    return [PYTHON, "-m", "communique", *words]


def peer(name: str, *words: str) -> list[str]:
    """The command line of a script in ``peers``."""
    return [PYTHON, str(_PEERS / f"{name}.py"), *words]


def check_jsonschema(*paths: str) -> list[str]:
    """check-jsonschema with the schema of announcements."""
    return [PYTHON, "-m", "check_jsonschema", "--schemafile", SCHEMA, *paths]
