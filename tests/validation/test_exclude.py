"""What the settings exclude is out, for every command and every function."""

from __future__ import annotations

from pathlib import Path

import pytest

import communique
from communique.api import inspect_content
from communique.reading import record_files
from communique.validation.settings import Settings, load
from support.folders import ROOT
from support.registry_files import HEAD, invoke, write


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    write(tmp_path, "records/dataset.yaml", "records/a.yaml", "records/drafts/b.yaml", "records/old/c.yaml")
    (tmp_path / "records" / "drafts" / "b.yaml").write_text("kind: registry\nschema_version: 0.2.0\nid: 1\n")
    (tmp_path / "records" / "old" / "c.yaml").write_text(HEAD.format("a"))
    (tmp_path / "communique.toml").write_text('exclude = ["drafts/", "records/old/*", "!records/old/keep.yaml"]\n')
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_exclude_holds_for_folders_in_every_command_and_function(project: Path) -> None:
    assert invoke("validate").stdout == "2 files checked: no findings\n"
    assert communique.validate("records") == communique.validate(project / "records") == []
    assert communique.load("records").registries.keys() == {"a"}
    assert invoke("export", "--to", "out", "--format", "json").exit_code == 0
    assert invoke("find", "nothing").exit_code != 2
    assert invoke("migrate").exit_code == 0
    assert inspect_content(HEAD.format("b").encode(), "records/b.yaml").findings == ()
    write(project, "records/old/keep.yaml")
    assert communique.load("records").registries.keys() == {"a", "keep"}


def test_exclude_holds_from_another_folder(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir("/")
    assert communique.validate(project / "records") == []
    assert load(project / "communique.toml").leaves_out(project / "records" / "drafts")
    assert not load(project / "communique.toml").leaves_out(Path("/records/drafts"))


def test_settings_that_say_nothing_leave_the_ones_beside_the_records_in_force(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir("/")
    assert invoke("validate", str(project / "records")).output == "2 files checked: no findings\n"
    (project / "own.toml").write_text('ignore = ["duplicate-id"]')
    assert invoke("validate", str(project / "records"), "--config", str(project / "own.toml")).exit_code == 1


def test_a_folder_of_which_nothing_is_left_is_wrong_usage(project: Path) -> None:
    done = invoke("validate", "records/drafts")
    assert done.exit_code == 2 and "no records in records/drafts, except those that" in done.output
    assert "communique.toml excludes" in done.output
    assert invoke("export", "records/drafts", "--to", "out").exit_code == 2 and not Path("out").exists()


def test_patterns_without_a_file_are_relative_to_the_current_folder(project: Path) -> None:
    settings = Settings(exclude=("records/a.yaml", "drafts/"))
    assert [path.name for path in record_files(project / "records", settings.leaves_out)] == ["dataset.yaml", "c.yaml"]


def test_a_file_named_itself_is_checked_unless_a_hook_asks_otherwise(project: Path) -> None:
    assert invoke("validate", "records/drafts/b.yaml").exit_code == 1
    hook = invoke("validate", "--force-exclude", "records/drafts/b.yaml")
    assert (hook.exit_code, hook.stdout) == (0, "")
    assert "skipped records/drafts/b.yaml: excluded by" in hook.stderr and "communique.toml" in hook.stderr
    both = invoke("validate", "--force-exclude", "records/drafts/b.yaml", "records/a.yaml")
    assert (both.exit_code, both.stdout) == (0, "1 file checked: no findings\n")


def test_a_hook_that_is_given_the_files_of_an_export_leaves_them_out(project: Path) -> None:
    assert invoke("export", "--to", "records/out", "--format", "json").exit_code == 0
    hook = invoke("validate", "--force-exclude", "records/out/corpus.json", "records/out/manifest.json")
    assert (hook.exit_code, hook.stdout) == (0, "")
    assert "part of an export" in hook.stderr


def test_hooks_leave_out_what_is_excluded() -> None:
    hooks = (ROOT / ".pre-commit-hooks.yaml").read_text()
    assert "entry: communique validate --force-exclude\n" in hooks
