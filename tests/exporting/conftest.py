"""What the tests of this folder share."""

from __future__ import annotations

from pathlib import Path

import pytest

import communique
from communique import Corpus
from support.folders import CORPUS


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return communique.load(CORPUS)


@pytest.fixture(scope="module")
def folder(corpus: Corpus, tmp_path_factory: pytest.TempPathFactory) -> Path:
    to = tmp_path_factory.mktemp("export") / "out"
    communique.export(corpus, ["json", "jsonl", "csv"], to)
    return to
