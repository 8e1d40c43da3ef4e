"""Files as they are in an editor: what is kept from one check to the next changes no report."""

from __future__ import annotations

from pathlib import Path

import pytest

from communique.assisting.open_files import OpenFiles
from communique.validation.summaries import KnownSummaries
from communique.validation.summary import Summary

EDITS = (
    ("actor: cn\n", "actor: cnn\n"),
    ("\nid: cn-waico-proposal-2025\n", "\nid: example-bill-2026\n"),
    ("roles:\n", "roles: [\n"),
    ("\nkind: announcement\n", "\nkind: services\n"),
)


@pytest.fixture
def record(corpus_copy: Path) -> Path:
    """A record of a small corpus that a test may spoil."""
    return corpus_copy / "2025" / "cn-waico-proposal-2025.yaml"


def fresh(files: dict[Path, str]) -> dict[Path, object]:
    """What somebody finds in these open files who knows nothing from before."""
    anew = OpenFiles()
    for path, text in files.items():
        anew.put(path, text)
    return {path: report.findings for path, report in anew.check(next(iter(files))).items()}


def test_a_report_does_not_depend_on_earlier_checks(record: Path) -> None:
    bill, people = record.parents[1] / "2026" / "example-bill-2026.yaml", record.parents[1] / "registry" / "people.yaml"
    whole, open_ = record.read_text(encoding="utf-8"), {record: "", bill: bill.read_text(encoding="utf-8")}
    files = OpenFiles()
    files.put(bill, open_[bill])
    found = set[str]()
    for before, after in (*EDITS, ("", "")):
        open_[record] = whole.replace(before, after, 1)
        files.put(record, open_[record])
        reports = {path: report.findings for path, report in files.check(record).items()}
        assert reports == fresh(open_)
        found |= {each.code for findings in reports.values() for each in findings}
    assert {"CQ301", "CQ302"} <= found
    people.write_text(people.read_text(encoding="utf-8").replace("id: li-qiang\n", "id: li-qiangs\n"), encoding="utf-8")
    files.drop(bill)
    files.look_again()
    del open_[bill]
    last = {path: report.findings for path, report in files.check(record).items()}
    assert last == fresh(open_) and last[record]


def test_only_what_is_open_is_indexed_again(record: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    indexed: list[str] = []
    add = KnownSummaries._add

    def counted(self: KnownSummaries, summary: Summary) -> None:
        indexed.append(Path(summary.path).name)
        add(self, summary)

    monkeypatch.setattr(KnownSummaries, "_add", counted)
    text = record.read_text(encoding="utf-8")
    files = OpenFiles()
    for number in range(3):
        indexed.clear()
        files.put(record, text + f"# {number}\n")
        files.check(record)
    assert indexed == [record.name]
