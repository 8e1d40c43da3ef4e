"""What `new` writes is valid, means what was typed, names no place of this machine, and comes whole or not at all."""

from __future__ import annotations

import errno
import os
import re
import resource
import signal
from itertools import pairwise
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

import communique
from communique.authoring import template
from communique.cli import cli
from communique.codelists import Comparator, Confidence, Modality, Support
from communique.files.portable_names import refused_by_windows
from communique.models import SCHEMA_VERSION
from communique.reading import read_bytes
from support.examples import examples

NOT_TEXT = [
    "2026",
    "1e5",
    "true",
    "no",
    "null",
    "0x1f",
    "0b101",
    "007",
    "0o17",
    "2026-07-26",
    "1-2",
    "y",
    "off",
    "12e03",
]


@pytest.mark.parametrize("id", NOT_TEXT)
def test_an_id_that_yaml_reads_as_something_else_is_quoted(
    id: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    done = CliRunner().invoke(cli, ["new", id])
    assert done.exit_code == 0, done.output
    assert communique.validate(f"{id}.yaml") == []
    assert communique.load(f"{id}.yaml").announcements[id].sources[0].id == f"{id}-source"
    assert yaml.safe_load(Path(f"{id}.yaml").read_text(encoding="utf-8"))["id"] == id


@settings(max_examples=examples(40), deadline=None)
@given(st.from_regex(r"[a-z0-9]{1,4}(-[a-z0-9]{1,3}){0,3}", fullmatch=True) | st.sampled_from(NOT_TEXT))
def test_every_id_is_read_as_it_was_typed_by_both_versions_of_yaml(id: str) -> None:
    written = template.skeleton(id, Path("/nowhere/at/all.yaml"))
    head = written[: written.index("\ntitle:")]
    document = read_bytes(head.encode(), "x.yaml")
    assert document.findings == ()
    assert document.data["id"] == yaml.safe_load(head)["id"] == id


def test_a_plain_id_stays_plain() -> None:
    assert "\nid: cn-plan-2026\n" in template.skeleton("cn-plan-2026", Path("x.yaml"))


def test_outside_a_project_with_schemas_no_path_of_this_machine_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert CliRunner().invoke(cli, ["new", "example-2026"]).exit_code == 0
    text = Path("example-2026.yaml").read_text(encoding="utf-8")
    assert "$schema" not in text and str(Path.home()) not in text and "site-packages" not in text
    assert str(Path(template.__file__).parent) not in text and str(tmp_path) not in text
    # What the first line advises makes the next record know its schema.
    assert "communique schema publish" in text.splitlines()[0]
    assert CliRunner().invoke(cli, ["schema", "publish"]).exit_code == 0
    assert CliRunner().invoke(cli, ["new", "next-2026"]).exit_code == 0
    first = Path("next-2026.yaml").read_text(encoding="utf-8").splitlines()[0]
    assert first == f"# yaml-language-server: $schema=schemas/{SCHEMA_VERSION}/announcement.schema.json"


@pytest.mark.parametrize("id", ["aux", "con", "nul", "prn", "com1", "com0", "lpt9"])
def test_an_id_that_windows_reserves_is_refused(id: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    done = CliRunner().invoke(cli, ["new", id])
    assert done.exit_code == 2 and "Windows" in done.output
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("name", ["AUX", "nul.tar.yaml", "Com¹.json", "lpt³", "conin$", "con .yaml", "a:b", "x.", "a?"])
def test_names_that_windows_refuses(name: str) -> None:
    assert refused_by_windows(name)


@pytest.mark.parametrize("name", ["console", "auxiliary.yaml", "com10", "x.aux", "null", "2026", "李强.yaml", "com-1"])
def test_names_that_windows_takes(name: str) -> None:
    assert not refused_by_windows(name)


def test_a_record_with_a_reserved_id_or_folder_is_an_error(tmp_path: Path) -> None:
    registry = "kind: registry\nschema_version: 0.2.0\nid: {}\n"
    dataset = (
        "kind: dataset\nschema_version: 0.2.0\nid: dataset\ntitle: {en: X}\nlicence: CC0-1.0\nversion: 0.1.0\n"
        "creators: [{name: Somebody}]\ncoverage: {as_of: '2026-11-24'}\nlanguages: [en]\n"
    )
    corpus = tmp_path / "con"  # above the corpus: a name of the user's own machine
    for name, text in {"dataset": dataset, "aux": registry, "nul.d/ok": registry, "2026/fine": registry}.items():
        (corpus / name).parent.mkdir(parents=True, exist_ok=True)
        (corpus / f"{name}.yaml").write_text(text.replace("{}", Path(name).name))
    found = {Path(each.path).relative_to(corpus).as_posix(): each.code for each in communique.validate(corpus)}
    assert found == {"aux.yaml": "CQ315", "nul.d/ok.yaml": "CQ315"}


def test_a_full_disk_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1_000, before[1]))
    try:
        done = CliRunner().invoke(cli, ["new", "example-2026"])
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert done.exit_code == 2 and "example-2026.yaml: File too large" in done.output
    assert not list(tmp_path.iterdir())


def test_a_disk_without_links_that_is_full_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(os, "link", full)
    monkeypatch.setattr(Path, "replace", full)
    done = CliRunner().invoke(cli, ["new", "example-2026"])
    assert done.exit_code == 2 and "No space left" in done.output
    assert not list(tmp_path.iterdir())


def test_a_comment_is_folded_as_a_whole() -> None:
    lines = template.skeleton("example-2026", Path("example-2026.yaml")).splitlines()
    assert max(map(len, lines)) <= 120
    for line, following in pairwise(lines):
        is_unfinished = re.fullmatch("## [^ ].*[^.:]", line)
        goes_on = re.fullmatch(r"## ([^ ]+).*" if is_unfinished else r"##     ([^ ]+).*", following)
        assert goes_on or not is_unfinished, line
        assert not goes_on or len(f"{line} {goes_on[1]}") > 120, line


def test_codes_and_fields_of_a_value_are_listed_once_and_where_they_are_first_needed() -> None:
    text = template.skeleton("example-2026", Path("example-2026.yaml")).replace("\n##     ", " ")
    for listed in (re.findall(r" Codes: (.+?)\.", text), re.findall(r" Fields: (.+?)\.", text)):
        assert len(listed) == len(set(listed)) > 3
    firsts = [re.search(rf"##   {field}: .*", text) for field in ("modality", "comparator", "confidence", "support")]
    for codelist, first in zip((Modality, Comparator, Confidence, Support), firsts, strict=True):
        assert first and ", ".join(codelist) in first[0] + text[: first.start()]
