"""What is published of the project: the source distribution, its metadata, and actions that are pinned."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tarfile
import tomllib
from pathlib import Path

import pytest

from communique.version import HOME
from support.folders import ROOT

PINNED = re.compile(r"uses: (?P<action>\S+)@[0-9a-f]{40}( +# v[0-9.]+)?$", re.MULTILINE)


def test_the_address_is_the_same_everywhere() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["urls"] == {"Homepage": HOME}


@pytest.mark.slow
@pytest.mark.skipif(not (ROOT / ".git").exists(), reason="this is no work tree of git")
def test_the_source_distribution_has_every_file_of_the_project(tmp_path: Path) -> None:
    """So that its tests can be run: the only way in which others can check what they have."""
    words = [sys.executable, "-m", "hatchling", "build", "-t", "sdist", "-d", str(tmp_path)]
    subprocess.run(words, cwd=ROOT, check=True, capture_output=True)
    (file,) = tmp_path.iterdir()
    with tarfile.open(file) as archive:
        held = {name.partition("/")[2] for name in archive.getnames()}
    words = ["git", "-c", "safe.directory=*", "ls-files", "-z"]
    listed = subprocess.run(words, cwd=ROOT, check=True, capture_output=True, text=True).stdout
    tracked = {name for name in listed.split("\0") if name and os.path.lexists(ROOT / name)}
    assert len(tracked) > 1000 and tracked - held == set()


def workflows() -> list[str]:
    """The examples of workflows that call communique."""
    page = (ROOT / "docs" / "how-to" / "maintainer.md").read_text(encoding="utf-8")
    return [each for each in re.findall(r"^```yaml\n(.*?)^```$", page, re.MULTILINE | re.DOTALL) if "uses:" in each]


def test_every_action_is_named_by_its_commit() -> None:
    texts = [(ROOT / "action.yml").read_text(encoding="utf-8"), *workflows()]
    assert len(texts) == 3
    for text in texts:
        assert len(PINNED.findall(text)) == text.count("uses:") > 0


@pytest.mark.slow
def test_zizmor_finds_nothing_to_harden(tmp_path: Path) -> None:
    folder = tmp_path / ".github" / "workflows"
    folder.mkdir(parents=True)
    for number, text in enumerate(workflows()):
        (folder / f"{number}.yml").write_text(text, encoding="utf-8")
    (tmp_path / "action.yml").write_bytes((ROOT / "action.yml").read_bytes())
    program = Path(sys.executable).with_name("zizmor")
    words = [str(program), "--offline", "--quiet", str(tmp_path), str(tmp_path / "action.yml")]
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout
    (folder / "0.yml").write_text(workflows()[0].replace("0" * 40, "main"), encoding="utf-8")
    assert subprocess.run(words, capture_output=True, check=False).returncode > 0
