"""Settings, exceptions that cannot rot, and baselines."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from conftest import Run

from communique.excepting import apply
from communique.library import inspect
from communique.settings import Settings, SettingsError, find, load

DRAFT = """\
kind: announcement
schema_version: 0.1.0
id: example
title: {en: An example}
types: [other]
status: draft
dates:
- {role: announced, value: '2025-07-25', as_stated: Saturday, evidence: [{source: s}]}
sources:
- {id: s, type: news, access: excerpt}
actors:
- {id: no, type: country, country: 'NO', name: {en: Norway}}
"""
EXCEPTION = """\
[[exceptions]]
record = "example"
code = "weekday-contradicts-date"
reason = "The source has been asked."
expires = 2026-12-31
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "example.yaml").write_text(DRAFT)
    return tmp_path


def codes(project: Path, settings: Settings, today: date = date(2026, 1, 1)) -> list[str]:
    return [finding.code for finding in apply(inspect(project), settings, today).findings]


def settings(project: Path, text: str, name: str = "communique.toml") -> Settings:
    (project / name).write_text(text)
    return find(project)


def test_without_settings_every_rule_counts(project: Path) -> None:
    assert codes(project, find(project)) == ["CQ402", "CQ110"]


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ('ignore = ["ambiguous-scalar"]', ["CQ402"]),
        ('ignore = ["CQ4", "CQ110"]', []),
        ('select = ["CQ402"]', ["CQ402"]),
        ('select = ["CQ4", "CQ1"]\nignore = ["CQ402"]', ["CQ110"]),
    ],
)
def test_select_and_ignore(project: Path, text: str, left: list[str]) -> None:
    assert codes(project, settings(project, text)) == left


def test_pyproject_is_read_and_the_nearest_wins(project: Path) -> None:
    wanted = settings(project, '[tool.communique]\nignore = ["CQ110"]', "pyproject.toml")
    assert codes(project, wanted) == ["CQ402"]
    (project / "deep").mkdir()
    assert find(project / "deep") == wanted
    (project / "deep" / "communique.toml").write_text("")
    assert find(project / "deep").ignore == frozenset()


def test_an_exception_holds_for_its_record_until_its_day(project: Path) -> None:
    granted = settings(project, EXCEPTION)
    assert codes(project, granted, date(2026, 12, 31)) == ["CQ110"]
    assert codes(project, granted, date(2027, 1, 1)) == ["CQ402", "CQ110", "CQ702"]
    other = settings(project, EXCEPTION.replace('"example"', '"another"'))
    assert codes(project, other) == ["CQ402", "CQ110"]


def test_an_exception_of_no_use_is_found_in_its_line(project: Path) -> None:
    granted = settings(project, "ignore = []\n" + EXCEPTION + EXCEPTION.replace("weekday-contradicts-date", "CQ401"))
    found = apply(inspect(project), granted, date(2026, 1, 1)).findings[-1]
    assert (found.code, found.line, Path(found.path).name) == ("CQ701", 7, "communique.toml")


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ('ignore = ["weekday-contradict-date"]', "did you mean weekday-contradicts-date?"),
        ('ignore = ["CQ9"]', "there is no rule CQ9"),
        ("ignore = 1", "ignore is a list of codes"),
        ('ingore = ["CQ4"]', "did you mean ignore?"),
        ("ignore = [", "communique.toml"),
        (EXCEPTION.replace("reason", "raeson"), "did you mean reason?"),
        (EXCEPTION.replace('reason = "The source has been asked."\n', ""), "has no reason"),
        (EXCEPTION.replace("2026-12-31", '"soon"'), "expires is a day"),
        (EXCEPTION.replace("weekday-contradicts-date", "unknown-field"), "cannot be excepted"),
        ("exceptions = [1]", "an exception is a table"),
    ],
)
def test_mistakes_in_settings_are_told(project: Path, text: str, says: str, run: Run) -> None:
    with pytest.raises(SettingsError, match=r"communique\.toml"):
        settings(project, text)
    done = run("validate", ".", cwd=project)
    assert done.returncode == 2 and says in done.stderr


def test_the_command_line_takes_settings(project: Path, run: Run) -> None:
    assert run("validate", ".", cwd=project).returncode == 1
    (project / "own.toml").write_text('ignore = ["CQ402"]')
    assert run("validate", ".", "--config", "own.toml", cwd=project).returncode == 0
    assert run("export", ".", "--to", "out", cwd=project).returncode == 1
    assert run("export", ".", "--to", "out", "--config", "own.toml", cwd=project).returncode == 0


def test_a_baseline_forgives_what_was_there_and_nothing_else(project: Path, run: Run) -> None:
    assert run("validate", ".", "--write-baseline", ".known.json", cwd=project).returncode == 0
    assert json.loads((project / ".known.json").read_text())["findings"] == [
        {"record": "example", "pointer": "/actors/0/id", "code": "CQ110"},
        {"record": "example", "pointer": "/dates/0/as_stated", "code": "CQ402"},
    ]
    moved = run("validate", ".", "--baseline", ".known.json", cwd=project)
    assert (moved.returncode, moved.stdout) == (0, "1 file checked: no findings\n")
    (project / "example.yaml").write_text("# a line more\n" + DRAFT)
    assert run("validate", ".", "--baseline", ".known.json", cwd=project).stdout == "1 file checked: no findings\n"
    (project / "example.yaml").write_text(DRAFT.replace("[other]", "[othre]"))
    worse = run("validate", ".", "--baseline", ".known.json", cwd=project)
    assert worse.returncode == 1 and "CQ208" in worse.stdout and "CQ110" not in worse.stdout


def test_a_stale_baseline_is_told(project: Path, run: Run) -> None:
    run("validate", ".", "--write-baseline", ".known.json", cwd=project)
    (project / "example.yaml").write_text(DRAFT.replace("id: no", "id: norway"))
    done = run("validate", ".", "--baseline", ".known.json", cwd=project)
    assert done.returncode == 0 and "1 finding of the baseline no longer there" in done.stderr


def test_a_baseline_that_cannot_be_written_is_told(project: Path, run: Run) -> None:
    done = run("validate", ".", "--write-baseline", "no/such/folder.json", cwd=project)
    assert (done.returncode, "cannot be written" in done.stderr) == (2, True)


@pytest.mark.parametrize("text", ["", "[]", '{"findings": [1]}', None])
def test_a_broken_baseline_is_wrong_usage(project: Path, text: str | None, run: Run) -> None:
    if text is not None:
        (project / ".known.json").write_text(text)
    done = run("validate", ".", "--baseline", ".known.json", cwd=project)
    assert done.returncode == 2 and "no baseline" in done.stderr


def test_the_first_settings_of_a_file_are_those_of_the_file(project: Path) -> None:
    (project / "pyproject.toml").write_text("[tool.other]\nx = 1\n")
    assert load(project / "pyproject.toml").ignore == frozenset()
