"""Paths that pages name exist."""

from __future__ import annotations

import re

from support.folders import ROOT

_PATH = re.compile(r"(?<![\w/.-])((?:tests|src|docs)/[\w./-]+\.(?:py|md)|(?:\w+/)+\w+\.py)(?![\w/])")


def test_every_path_of_a_page_exists() -> None:
    to_be_written = set((ROOT / "docs" / "contributing").glob("add-a-*.md"))
    pages = {*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")} - to_be_written
    named = [(page, path) for page in pages for path in _PATH.findall(page.read_text(encoding="utf-8"))]
    assert len(named) > 20
    missing = [
        f"{page.name}: {path}"
        for page, path in named
        if not any((folder / path).exists() for folder in (ROOT, ROOT / "src" / "communique"))
    ]
    assert missing == []
