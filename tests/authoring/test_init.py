"""``communique init``: a tracker that is valid from the start, beside what is there already, or nothing at all."""

from __future__ import annotations

import json
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner, Result

import communique
from communique.cli import cli
from communique.files.atomic_write import create_file
from communique.models import SCHEMA_VERSION
from communique.schemas import publication
from support.folders import ROOT

ABOUT = ("--title", 'Acts: "AI"', "--creator", "Jane Roe")


def init(folder: Path, *options: str) -> Result:
    return CliRunner().invoke(cli, ["init", str(folder), *options])


def names(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*")}


def test_the_tracker_is_valid_and_so_is_its_first_record(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert init(tmp_path / "new" / "mine", *ABOUT).exit_code == 0
    monkeypatch.chdir(tmp_path / "new" / "mine")
    assert communique.validate("records") == []
    dataset = yaml.safe_load(Path("records/dataset.yaml").read_text(encoding="utf-8"))
    assert dataset["title"] == {"en": 'Acts: "AI"'} and dataset["creators"] == [{"name": "Jane Roe"}]
    assert CliRunner().invoke(cli, ["new", "us-example-2026", "--type", "speech"]).exit_code == 0
    first = Path("records/2026/us-example-2026.yaml").read_text(encoding="utf-8").splitlines()[0]
    assert first.endswith(f"$schema=../../schemas/{SCHEMA_VERSION}/announcement.schema.json")
    assert communique.validate("records") == []


def test_the_schemas_are_the_published_ones_and_settings_name_them(tmp_path: Path) -> None:
    init(tmp_path, *ABOUT)
    version = tmp_path / "schemas" / SCHEMA_VERSION
    assert {name: (version / name).read_bytes() for name in publication.files()} == publication.files()
    settings: dict[str, Any] = json.loads((tmp_path / ".vscode/settings.json").read_text(encoding="utf-8"))
    assert len(settings["yaml.schemas"]) == 3 and all((tmp_path / each).is_file() for each in settings["yaml.schemas"])
    line = (tmp_path / "records/dataset.yaml").read_text(encoding="utf-8").splitlines()[0]
    assert (tmp_path / "records" / line.partition("$schema=")[2]).is_file()
    assert tomllib.loads((tmp_path / "communique.toml").read_text(encoding="utf-8")) == {}


def test_the_page_shows_the_settings_that_it_writes(tmp_path: Path) -> None:
    init(tmp_path, *ABOUT)
    page = (ROOT / "docs" / "how-to" / "maintainer.md").read_text(encoding="utf-8")
    written = json.loads((tmp_path / ".vscode/settings.json").read_text(encoding="utf-8"))
    shown = json.loads(page.partition("```json\n")[2].partition("```")[0])
    assert shown["yaml.schemas"] == written["yaml.schemas"]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "schema"),
    [
        (".github/workflows/records.yml", "vendor.github-workflows"),
        (".github/ISSUE_TEMPLATE/announcement.yml", "vendor.github-issue-forms"),
    ],
)
def test_github_takes_its_files(name: str, schema: str, tmp_path: Path) -> None:
    init(tmp_path, *ABOUT)
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema, name]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("taken", ["communique.toml", ".vscode/settings.json", f"schemas/{SCHEMA_VERSION}/SHA256SUMS"])
def test_nothing_is_overwritten(taken: str, tmp_path: Path) -> None:
    (tmp_path / taken).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / taken).write_text("mine")
    before = names(tmp_path)
    done = init(tmp_path, *ABOUT)
    assert done.exit_code == 2 and taken in done.output and "nothing was written" in done.output
    assert names(tmp_path) == before and (tmp_path / taken).read_text() == "mine"


def test_what_git_has_already_is_kept_and_what_it_lacks_is_named(tmp_path: Path) -> None:
    (tmp_path / ".gitignore").write_text("export/\n")
    done = init(tmp_path, *ABOUT)
    assert done.exit_code == 0 and ".gitignore was kept; add to it: .communique_cache/\n" in done.output
    assert (tmp_path / ".gitignore").read_text() == "export/\n"


@pytest.mark.parametrize("inside", ["", "records", "records/2026"])
def test_no_tracker_begins_inside_another(inside: str, tmp_path: Path) -> None:
    init(tmp_path, *ABOUT)
    before = names(tmp_path)
    done = init(tmp_path / inside, *ABOUT)
    assert done.exit_code == 2 and "already has a dataset record" in done.output and names(tmp_path) == before


@pytest.mark.parametrize("option", [("--title", " "), ("--creator", "a\nb"), ("--licence", "\u202e")])
def test_a_value_that_no_dataset_record_may_have_is_refused(option: tuple[str, str], tmp_path: Path) -> None:
    done = init(tmp_path / "x", *ABOUT, *option)
    assert done.exit_code == 2 and "would not be valid" in done.output and names(tmp_path) == set()


def test_a_file_that_cannot_be_written_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    written: list[Path] = []

    def full(path: Path, content: bytes) -> None:
        if len(written) == 5:
            raise OSError(28, "No space left on device", str(path))
        written.append(path)
        create_file(path, content)

    monkeypatch.setattr("communique.authoring.tracker.create_file", full)
    done = init(tmp_path / "x", *ABOUT)
    assert done.exit_code == 2 and "No space left on device; nothing was written" in done.output
    assert len(written) == 5 and names(tmp_path) == set()
