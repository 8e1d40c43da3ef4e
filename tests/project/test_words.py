"""The program and its pages use the words of the glossary."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from support.folders import ROOT

GLOSSARY = ROOT / "docs" / "contributing" / "glossary.md"
HAVE_OTHER_USES = {"shape", "form", "issue", "problem", "ring", "said to be"}
"""Words that the glossary bans in one sense only: PyYAML has problems."""
PUBLISHED = ("models", "codelists")
"""What is described there is in published schemas, which never change."""
TEXTS = [
    *(
        path
        for path in (ROOT / "src").rglob("*.py")
        if path.relative_to(ROOT / "src" / "communique").parts[0] not in PUBLISHED
    ),
    *(path for path in (ROOT / "docs").rglob("*.md") if path != GLOSSARY and "reference" not in path.parts),
    ROOT / "README.md",
    ROOT / "CONTRIBUTING.md",
]


def avoided() -> list[str]:
    """The words before the brackets in the glossary's last section."""
    section = GLOSSARY.read_text(encoding="utf-8").partition("## Words that we do not use")[2]
    listed = re.sub(r"\([^)]*\)", "", section).replace(";", ",").replace(".", "")
    return [word.strip() for word in listed.split(",")]


def used(text: str, words: set[str]) -> list[str]:
    return re.findall(rf"(?<![\w\"'])(?:{'|'.join(sorted(words))})(?:s|es|ed|ing)?(?![\w\"'])", text.lower())


def test_the_glossary_names_words_to_avoid() -> None:
    assert {"mistake", "mend", "told", "witness"} <= set(avoided()) and set(avoided()) >= HAVE_OTHER_USES
    assert used("Two rivals, told by a witness", set(avoided())) == ["rivals", "told", "witness"]


@pytest.mark.parametrize(
    "folder", sorted({path.parent for path in TEXTS}), ids=lambda path: str(path.relative_to(ROOT))
)
def test_only_words_of_the_glossary(folder: Path) -> None:
    words = set(avoided()) - HAVE_OTHER_USES
    found = {path.name: used(path.read_text(encoding="utf-8"), words) for path in TEXTS if path.parent == folder}
    assert {name: words for name, words in found.items() if words} == {}
