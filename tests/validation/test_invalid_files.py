"""One small file per finding code, which must give that finding and no other."""

from __future__ import annotations

import pytest

from communique.api import inspect
from communique.validation import registry
from communique.validation.settings import load
from support.folders import INVALID
from support.invalid_files import EXPECTED, OF_EXPORTS

BETWEEN_FILES = ("near-duplicate-record", "second-dataset")


@pytest.mark.parametrize("name", EXPECTED)
def test_gives_exactly_its_finding(name: str) -> None:
    own = INVALID / name / "communique.toml"
    report = inspect(INVALID / name, sources=INVALID / "texts", settings=load(own) if own.is_file() else None)
    found: list[list[str | int]] = [[finding.code, finding.line, finding.column] for finding in report.findings]
    # Of a mistake between two files each of them is told.
    assert found == [EXPECTED[name]] * (2 if name in BETWEEN_FILES else 1)


def test_every_file_is_listed_and_every_code_has_a_file() -> None:
    files = {path.name for path in INVALID.iterdir()} - {"expected.yaml", "texts"}
    assert files == set(EXPECTED)
    assert {code for code, _, _ in EXPECTED.values()} == set(registry.rules()) - OF_EXPORTS
