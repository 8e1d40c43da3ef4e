"""A comma in a bare text inside braces is one mistake, and is said to be it."""

from __future__ import annotations

from pathlib import Path

import pytest

import communique

HEAD = "schema_version: 0.2.0\nkind: announcement\nid: example\ntypes: [other]\nstatus: withdrawn\n"
DATES = "dates: [{role: announced, value: '2025-07-26'}]\n"
CUT = {
    "title": ("title: {en: A plan, and a fund}\n" + DATES, "6:21", 'put the text in quotes: en: "A plan, and a fund"'),
    "note": (
        "title: {en: A}\ndates: [{role: announced, value: '2025', note: Perhaps, not sure}]\n",
        "7:57",
        'put the text in quotes: note: "Perhaps, not sure"',
    ),
}


@pytest.mark.parametrize("name", CUT)
def test_a_comma_is_one_finding(name: str, tmp_path: Path) -> None:
    fields, place, help = CUT[name]
    (tmp_path / "example.yaml").write_text(HEAD + fields)
    (found,) = communique.validate(tmp_path / "example.yaml")
    assert f"{found.line}:{found.column}" == place
    assert found.message.startswith("unquoted text ends at the comma before ") and found.help == help


def test_an_empty_value_of_a_language_is_no_comma(tmp_path: Path) -> None:
    (tmp_path / "example.yaml").write_text(HEAD + "title: {en: A, fr: }\n" + DATES)
    (found,) = communique.validate(tmp_path / "example.yaml")
    assert "found nothing" in found.message


def test_what_help_suggests_can_be_pasted(tmp_path: Path) -> None:
    path = tmp_path / "example.yaml"
    path.write_text(HEAD + "title: Members adopt, at last, a [text] #1\n" + DATES)
    (found,) = communique.validate(path)
    suggested = found.help.removeprefix("add the language: if it is English, ")
    path.write_text(HEAD + f"title: {suggested}\n" + DATES)
    assert communique.validate(path) == []


def test_of_two_definitions_each_is_told_of_the_other(tmp_path: Path) -> None:
    (tmp_path / "dataset.yaml").write_text(
        "schema_version: 0.2.0\nkind: dataset\nid: dataset\ntitle: {en: D}\nlicence: CC-BY-4.0\nversion: 0.1.0\n"
        "creators: [{name: N}]\ncoverage: {as_of: '2026'}\n"
    )
    group = "actors: [{id: a, type: group, name: {en: A}}]\n"
    (tmp_path / "zoo.yaml").write_text(f"schema_version: 0.2.0\nkind: registry\nid: zoo\n{group}")
    (tmp_path / "example.yaml").write_text(f"{HEAD}title: {{en: A}}\n{DATES}{group}")
    found = [each for each in communique.validate(tmp_path) if each.code == "CQ302"]
    assert [Path(each.path).name for each in found] == ["example.yaml", "zoo.yaml"]
