"""A file with findings, and what becomes of it when one advice is followed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from communique.diagnostics.finding import Change, Finding
from communique.models import SCHEMA_VERSION
from communique.reading import read_bytes
from communique.text.source_text import Texts
from communique.validation import registry
from communique.validation.engine import check
from support.folders import INVALID
from support.invalid_files import EXPECTED
from support.pasting import FILLED, leaves, outside, pasted, touched
from support.rule_example import example_file
from support.sixteen_mistakes import IN_JSON, IN_YAML, JSON, MORE_IN_YAML, YAML


class File(NamedTuple):
    name: str
    content: bytes
    others: tuple[tuple[str, bytes], ...] = ()

    def findings(self) -> list[Finding]:
        documents = [read_bytes(content, name) for name, content in ((self.name, self.content), *self.others)]
        return [each for each in check(documents, texts=TEXTS).findings if each.path == self.name]


TEXTS = Texts(
    [text for rule in registry.rules().values() for _, text in rule.texts],
    {"report": [(INVALID / "texts" / "report.txt").read_text(encoding="utf-8")]},
)


def spoilt(text: str, old: str, new: str) -> bytes:
    assert old in text
    return text.replace(old, new, 1).encode("utf-8", "surrogateescape")


def shipped_files() -> Iterator[File]:
    """Everything that the other tests hold to be wrong."""
    for rule in registry.rules().values():
        if rule.bad:
            yield File(f"example{rule.suffix}", example_file(rule, rule.bad))
    for name in EXPECTED:
        paths = (
            sorted(path for path in (INVALID / name).rglob("*.yaml")) if (INVALID / name).is_dir() else [INVALID / name]
        )
        files = [(path.name, path.read_bytes()) for path in paths if path.exists()]
        yield from (File(*each, tuple(other for other in files if other != each)) for each in files)
    yield from (
        File("example.yaml", spoilt(YAML, each.old, each.new)) for each in (*IN_YAML.values(), *MORE_IN_YAML.values())
    )
    yield from (File("example.json", spoilt(JSON, each.old, each.new)) for each in IN_JSON.values())


RECORD = YAML.replace("0.1.0", SCHEMA_VERSION).replace("status: draft", "status: withdrawn")

EVIDENCE = "  - source: report\nroles"


def obeys(file: File, finding: Finding, number: int) -> None:
    """Follow one advice, and hold what becomes of the file against what was there."""
    advice = finding.advice[number]
    after = file._replace(content=pasted(file.content, finding, advice, file.name))
    found = after.findings()
    told = (finding.help, after.content.decode())
    assert (finding.code, finding.message) not in [(each.code, each.message) for each in found], told
    left = Counter((each.code, each.message.partition(" ")[0]) for each in found if FILLED not in each.message)
    assert left <= Counter((each.code, each.message.partition(" ")[0]) for each in file.findings()), (told, found)
    before = leaves(file.content)
    places = touched(finding, advice, before)
    assert outside(leaves(after.content), places) == outside(before, places), told
    if advice.change is Change.DELETE and places[0][-1:] != (finding.pointer.rpartition("/")[2],):
        items = [outside(each, []) for each in (before, leaves(after.content))]
        assert {value for path, value in items[0].items()} == {value for path, value in items[1].items()}
    if "in quotes: " in finding.help and advice.change is Change.VALUE:
        assert leaves(after.content)[places[0]] == before[places[0]], told
