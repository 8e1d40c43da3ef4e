"""Where the tests find the project and its records."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from communique.caching.cache import FOLDER
from communique.models import SCHEMA_VERSION

TESTS = Path(__file__).parent.parent
ROOT = TESTS.parent
RECORDS = ROOT / "records"
SHIPPED = RECORDS / "2025" / "cn-waico-proposal-2025.yaml"
EXAMPLES = TESTS / "examples"
"""A small corpus for every published version of the schema; each must stay valid for ever."""
CORPUS = EXAMPLES / SCHEMA_VERSION
RECORD = CORPUS / "2025" / "cn-waico-proposal-2025.yaml"
INVALID = TESTS / "invalid"
SEED = ROOT.parent / "shared" / "seed"

needs_seed = pytest.mark.skipif(not SEED.is_dir(), reason="the article's text is not ours to publish; it is not here")


def copied(folder: Path, to: Path) -> Path:
    """A copy of a folder of records, without the cache that another test may be writing there."""
    return Path(shutil.copytree(folder, to, symlinks=True, ignore=shutil.ignore_patterns(FOLDER)))
