"""Settings, exceptions that cannot rot, and baselines."""

from __future__ import annotations

import json
import os
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

import communique
from communique.api import inspect
from communique.cli import cli
from communique.validation.settings import Settings, SettingsError, find, load
from communique.validation.suppressions import apply
from support.command_line import Run

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
    (project / name).write_text(text, encoding="utf-8", errors="surrogateescape")
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


def test_files_without_an_exception_share_one_set_of_applied_rules(project: Path) -> None:
    for name in ("one", "two", "three"):
        (project / f"{name}.yaml").write_text(DRAFT.replace("id: example", f"id: {name}"))
    applied = apply(inspect(project), settings(project, EXCEPTION), date(2026, 1, 1)).applied
    shared = [applied[str(project / f"{name}.yaml")] for name in ("one", "two", "three")]
    assert "CQ402" in shared[0] and all(each is shared[0] for each in shared)
    assert applied[str(project / "example.yaml")] == shared[0] - {"CQ402"}


def test_an_exception_of_no_use_is_found_in_its_line(project: Path) -> None:
    granted = settings(project, "ignore = []\n" + EXCEPTION + EXCEPTION.replace("weekday-contradicts-date", "CQ401"))
    found = apply(inspect(project), granted, date(2026, 1, 1)).findings[-1]
    assert (found.code, found.line, Path(found.path).name) == ("CQ701", 7, "communique.toml")


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ('ignore = ["weekday-contradict-date"]', "did you mean weekday-contradicts-date?"),
        ('ignore = ["CQ0"]', "unknown rule 'CQ0'"),
        ("ignore = 1", "ignore must be a list of codes"),
        ('ingore = ["CQ4"]', "did you mean ignore?"),
        ("ignore = [", "communique.toml"),
        (EXCEPTION.replace("reason", "raeson"), "did you mean reason?"),
        (EXCEPTION.replace('reason = "The source has been asked."\n', ""), "missing reason"),
        (EXCEPTION.replace("2026-12-31", '"soon"'), "expires must be a date"),
        (EXCEPTION.replace("weekday-contradicts-date", "unknown-field"), "unknown-field cannot have exceptions"),
        ("exceptions = [1]", "an exception must be a table"),
        ("exceptions = 3", "exceptions must be tables; begin each with a line [[exceptions]]"),
        (EXCEPTION.replace("[[exceptions]]", "[exceptions]"), "begin each with a line [[exceptions]]"),
        (EXCEPTION.replace("2026-12-31", "2026-12-31T00:00:00"), "exception on line 1: expires must be a date"),
        (EXCEPTION.replace("2026-12-31", "20261231"), "expires must be a date such as 2026-12-31, not 20261231"),
        (EXCEPTION.replace("2026-12-31", "'2026-W01-1'"), "expires must be a date"),
        (EXCEPTION.replace("2026-12-31", "false"), "expires must be a date such as 2026-12-31, not False"),
        (EXCEPTION.replace('"example"', "2026"), "record must be text in quotes, not 2026"),
        (EXCEPTION.replace('"weekday-contradicts-date"', "402"), "code must be text in quotes"),
        ('select = "CQ4"', "select must be a list of codes"),
        ("ignore = [402]", "ignore must be a list of codes"),
        ('exclude = "drafts/"', "exclude must be a list of patterns"),
        ('exclude = ["!"]', "invalid pattern '!'"),
        ('exclude = ["[z-a]"]', "invalid pattern '[z-a]'"),
        ('select = ["CQ4"]\nselect = ["CQ3"]\n', "invalid TOML (line 2"),
        ("a = " + "[" * 50_000, "nested too deeply"),
        ("ignore = []  # caf\udce9", "line 1 is not UTF-8"),
        ("#" * 1_000_001, "larger than 1,000,000 bytes"),
    ],
)
def test_errors_in_settings_are_reported(project: Path, text: str, says: str, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(SettingsError, match=r"communique\.toml"):
        settings(project, text)
    monkeypatch.chdir(project)
    done = CliRunner().invoke(cli, ["validate", "."])
    assert done.exit_code == 2 and says in done.output


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("[tool]\ncommunique = 3", "tool.communique must be a table"),
        ("[tool.communique]\nselect = [", "invalid TOML"),
        ("broken = \n[tool . 'communique']\n", "invalid TOML (line 1"),
        ("[tool.communique]\nselect = 1", "select must be a list"),
    ],
)
def test_errors_in_our_part_of_a_pyproject_are_reported(project: Path, text: str, says: str) -> None:
    with pytest.raises(SettingsError) as caught:
        settings(project, text, "pyproject.toml")
    assert "pyproject.toml" in str(caught.value) and says in str(caught.value)


@pytest.mark.parametrize(
    "text",
    ["tool = 3", "tool = [{communique = 1}]", "[tool.other", "a = " + "[" * 50_000, "# caf\udce9 communique", ""],
)
def test_a_pyproject_of_somebody_else_stops_nothing(project: Path, text: str) -> None:
    assert settings(project, text, "pyproject.toml") == Settings()
    assert codes(project, find(project)) == ["CQ402", "CQ110"]


def test_a_pyproject_named_itself_must_be_sound(project: Path) -> None:
    (project / "pyproject.toml").write_text("tool = 3")
    with pytest.raises(SettingsError, match="tool must be a table"):
        load(project / "pyproject.toml")


def test_a_byte_order_mark_does_no_harm(project: Path) -> None:
    assert settings(project, "\ufeff" + EXCEPTION).exceptions[0].line == 1


def test_settings_that_are_no_regular_file_are_refused_at_once(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(project)
    os.mkfifo(project / "pipe.toml")
    (project / "folder.toml").mkdir()
    for name in ("pipe.toml", "folder.toml", "/dev/zero", "no/such.toml"):
        done = CliRunner().invoke(cli, ["validate", ".", "--config", name])
        assert (done.exit_code, type(done.exception)) == (2, SystemExit), name
    os.mkfifo(project / "pyproject.toml")
    assert find(project) == Settings()
    os.mkfifo(project / "communique.toml")
    with pytest.raises(SettingsError, match="not a regular file"):
        find(project)


def test_broken_settings_are_reported_by_every_command(project: Path, run: Run) -> None:
    (project / "communique.toml").write_text("exclude = 1")
    for words in (["find", "x", "--in", "."], ["migrate", "."], ["export", ".", "--to", "out"], ["new", "x-2026"]):
        done = run(*words, cwd=project)
        assert done.returncode == 2 and "exclude must be a list of patterns" in done.stderr, words
        assert "defect" not in done.stderr
    with pytest.raises(SettingsError):
        communique.load(project)


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


def test_a_stale_baseline_is_reported(project: Path, run: Run) -> None:
    run("validate", ".", "--write-baseline", ".known.json", cwd=project)
    (project / "example.yaml").write_text(DRAFT.replace("id: no", "id: norway"))
    done = run("validate", ".", "--baseline", ".known.json", cwd=project)
    assert done.returncode == 0 and "1 finding of the baseline no longer found" in done.stderr


def test_a_baseline_that_cannot_be_written_is_reported(project: Path, run: Run) -> None:
    done = run("validate", ".", "--write-baseline", "no/such/folder.json", cwd=project)
    assert (done.returncode, "cannot write" in done.stderr) == (2, True)


@pytest.mark.parametrize("text", ["", "[]", '{"findings": [1]}', None])
def test_a_broken_baseline_is_wrong_usage(project: Path, text: str | None, run: Run) -> None:
    if text is not None:
        (project / ".known.json").write_text(text)
    done = run("validate", ".", "--baseline", ".known.json", cwd=project)
    assert done.returncode == 2 and "cannot read baseline .known.json: " in done.stderr


def test_the_first_settings_of_a_file_are_those_of_the_file(project: Path) -> None:
    (project / "pyproject.toml").write_text("[tool.other]\nx = 1\n")
    assert load(project / "pyproject.toml").ignore == frozenset()
