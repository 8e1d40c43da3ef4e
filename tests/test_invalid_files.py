"""One small file per finding code, which must give that finding and no other."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from communique.api import inspect
from communique.validation import registry
from communique.validation.settings import load

FOLDER = Path(__file__).parent / "invalid"
EXPECTED: dict[str, list[str | int]] = yaml.safe_load((FOLDER / "expected.yaml").read_text(encoding="utf-8"))

BETWEEN_FILES = ("near-duplicate-record", "second-dataset")


@pytest.mark.parametrize("name", EXPECTED)
def test_gives_exactly_its_finding(name: str) -> None:
    own = FOLDER / name / "communique.toml"
    report = inspect(FOLDER / name, sources=FOLDER / "texts", settings=load(own) if own.is_file() else None)
    found: list[list[str | int]] = [[finding.code, finding.line, finding.column] for finding in report.findings]
    # Of a mistake between two files each of them is told.
    assert found == [EXPECTED[name]] * (2 if name in BETWEEN_FILES else 1)


def test_every_file_is_listed_and_every_code_has_a_file() -> None:
    files = {path.name for path in FOLDER.iterdir()} - {"expected.yaml", "texts"}
    assert files == set(EXPECTED)
    assert {code for code, _, _ in EXPECTED.values()} == set(registry.rules())
