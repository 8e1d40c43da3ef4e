"""Codes of countries."""

from __future__ import annotations

import pytest

from support.command_line import Run
from support.linked_records import SOURCES, Write, found, only, record, registry


@pytest.mark.parametrize("code", ["GB", "TW", "PS", "SS", "HK", "'NO'", "AQ"])
def test_countries(code: str, write: Write) -> None:
    assert found(write(a=record("a", f"place: {{country: {code}}}\n"), sources=SOURCES)) == []


@pytest.mark.parametrize(
    ("code", "says"),
    [
        ("UK", "write GB"),
        ("EU", "supranational"),
        ("UN", "intergovernmental"),
        ("XK", "Kosovo"),
        ("AA", "private use"),
        ("QM", "private use"),
        ("QZ", "private use"),
        ("XA", "private use"),
        ("ZZ", "private use"),
        ("SU", "find the code in ISO 3166-1"),
        ("YU", "find the code in ISO 3166-1"),
        ("QL", "find the code in ISO 3166-1"),
    ],
)
def test_no_countries(code: str, says: str, write: Write) -> None:
    finding = only(write(a=record("a", f"place: {{country: {code}}}\n"), sources=SOURCES))
    assert (finding.name, finding.severity, finding.pointer) == ("unknown-country-code", "error", "/place/country")
    assert says in finding.help


def test_a_country_that_is_no_more_is_named(write: Write) -> None:
    actor = "actors:\n- {id: ussr, type: country, country: SU, name: {en: Soviet Union}}\n"
    assert "USSR" in only(write(all=registry("all", actor))).message


def test_everyday_codes_are_fixed(write: Write, run: Run) -> None:
    folder = write(
        a=record("a", "place: {city: London, country: UK}\nsummary: {eng: Text., zh: 文}\n"),
        b=record("b", "summary: {eng: Text., en: Text.}\n"),
        sources=SOURCES,
    )
    run("validate", folder, "--fix")
    text = (folder / "a.yaml").read_text()
    assert "country: GB" in text and "summary: {en: Text., zh: 文}" in text
    # There, the right tag has a text already.
    assert [(file, name) for file, name, _ in found(folder)] == [("b", "unknown-language-tag")]
