"""Days of announcements in the tables."""

from __future__ import annotations

from pathlib import Path

import pytest

import communique

DAYS = [
    (["{role: announced, value: '2025-07-26'}"], ("2025-07-26", False)),
    (["{role: announced, value: '2025-07-26'}", "{role: announced, value: '2025-07-25'}"], ("2025-07-26", True)),
    (
        ["{role: announced, value: '2025-07-26'}", "{role: announced, value: '2025-07-25', rank: preferred}"],
        ("2025-07-25", False),
    ),
    (["{role: announced, value: '2025-07'}", "{role: announced, value: '2025-07-25'}"], ("2025-07", False)),
    (["{role: announced, value: '2025-07-26', rank: deprecated, note: Wrong.}"], (None, None)),
    (
        ["{role: announced, value: '2025-07-26T23:00:00-05:00'}", "{role: announced, value: '2025-07-27T04:00:00Z'}"],
        ("2025-07-26T23:00:00-05:00", False),
    ),
]
TRUE_TOGETHER = [
    ("{role: announced, value: '2025-08-10', actors: [a]}", "{role: announced, value: '2025-08-11', actors: [b]}"),
    (
        "{role: announced, value: '2025-07-14', time_zone: America/New_York}",
        "{role: announced, value: '2025-07-15', time_zone: Asia/Shanghai}",
    ),
    (
        "{role: announced, value: '2025-07-14', id: one}",
        "{role: announced, value: '2025-07-15', compatible_with: [one]}",
    ),
]


@pytest.mark.parametrize(("dates", "expected"), DAYS)
def test_a_day_that_is_open_to_dispute_is_told_as_such(
    dates: list[str], expected: tuple[str | None, bool | None], tmp_path: Path
) -> None:
    (tmp_path / "pact.yaml").write_text(
        "schema_version: 0.2.0\nkind: announcement\nid: pact\ntitle: {en: Pact}\ntypes: [speech]\nstatus: draft\n"
        "dates:\n" + "".join(f"- {each}\n" for each in dates) + "measures:\n"
        "- {instrument: a, action: establish, stage: proposed, modality: planned}\n"
        "- {instrument: a, action: sign, stage: signed, modality: asserted, date: '2025-07-28'}\n"
        "instruments:\n- {id: a, type: law, name: {en: A}}\n"
    )
    tables = communique.tables(communique.load(tmp_path))
    (row,) = tables["announcements"]
    assert (row["day"], row["day_competes"]) == expected
    planned, signed = tables["measures"]
    assert (planned["day"], planned["day_competes"]) == expected
    assert planned["day_basis"] == ("announcement" if expected[0] else None)
    assert (signed["day"], signed["day_competes"], signed["day_basis"]) == ("2025-07-28", False, "measure")


def test_what_is_denied_has_no_day(tmp_path: Path) -> None:
    measures = [("denied", ""), ("denied", ", date: '2025-07-28'"), ("hypothetical", ""), ("planned", "")]
    (tmp_path / "pact.yaml").write_text(
        "schema_version: 0.2.0\nkind: announcement\nid: pact\ntitle: {en: Pact}\ntypes: [speech]\nstatus: draft\n"
        "dates:\n- {role: signed, value: '2025-07-26'}\nmeasures:\n"
        + "".join(
            f"- {{instrument: a, action: sign, stage: signed, modality: {modality}{date}}}\n"
            for modality, date in measures
        )
        + "instruments:\n- {id: a, type: law, name: {en: A}}\n"
    )
    rows = communique.tables(communique.load(tmp_path))["measures"]
    assert [(row["day"], row["day_basis"], row["day_competes"]) for row in rows] == [
        (None, None, None),
        (None, None, None),
        ("2025-07-26", "announcement", False),
        ("2025-07-26", "announcement", False),
    ]


def pact(folder: Path, *dates: str) -> communique.Corpus:
    (folder / "pact.yaml").write_text(
        "schema_version: 0.3.0\nkind: announcement\nid: pact\ntitle: {en: Pact}\ntypes: [speech]\nstatus: draft\n"
        f"dates: [{', '.join(dates)}]\nmeasures:\n"
        "- {instrument: act, action: establish, stage: proposed, modality: planned}\n"
        "- {instrument: act, action: sign, stage: signed, modality: asserted}\n"
        "- {instrument: act, action: amend, stage: signed, modality: asserted, date: '2025-09-01'}\n"
        "actors:\n- {id: a, type: person, name: {en: A}}\n- {id: b, type: person, name: {en: B}}\n"
        "instruments:\n- {id: act, type: law, name: {en: Act}}\n"
    )
    return communique.load(folder)


@pytest.mark.parametrize("dates", TRUE_TOGETHER)
def test_days_that_can_be_true_together_do_not_compete(dates: tuple[str, str], tmp_path: Path) -> None:
    tables = communique.tables(pact(tmp_path, *dates))
    assert [row["day_competes"] for row in (*tables["announcements"], *tables["measures"])] == [False] * 4
    assert not any(row["competes"] for row in tables["dates"])


def test_the_key_of_a_day_is_that_of_the_date_which_gives_it(tmp_path: Path) -> None:
    deprecated = "{role: announced, value: '2025-07-25', rank: deprecated, note: A guess.}"
    signed, announced = "{role: signed, value: '2025-07-20'}", "{role: announced, value: '2025-07-26'}"
    tables = communique.tables(pact(tmp_path, deprecated, signed, announced))
    _, of_signing, of_announcing = (row["key"] for row in tables["dates"])
    assert [row["day_key"] for row in tables["announcements"]] == [of_announcing]
    keys = [of_announcing, of_signing, None]
    assert [(row["day_basis"], row["day_key"]) for row in tables["measures"]] == list(
        zip(("announcement", "date", "measure"), keys, strict=True)
    )


def test_without_a_day_there_is_no_key(tmp_path: Path) -> None:
    tables = communique.tables(pact(tmp_path, "{role: scheduled, value: '2030-01-01'}"))
    assert [row["day_key"] for row in (*tables["announcements"], *tables["measures"])] == [None] * 4
