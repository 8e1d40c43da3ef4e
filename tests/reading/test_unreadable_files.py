"""What cannot be read is an error, and stops every export."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

import communique
from communique import InvalidCorpusError
from communique.files.regular_file import read_regular
from communique.reading import read_file
from support.registry_files import invoke, write


def told(folder: Path) -> dict[str, str]:
    return {Path(each.path).name: f"{each.code} {each.message}" for each in communique.validate(folder)}


def linked_elsewhere(records: Path) -> None:
    write(records.parent / "elsewhere", "b.yaml")
    (records / "2025").symlink_to("../elsewhere")


def linked_to_hidden(records: Path) -> None:
    write(records / ".hidden", "b.yaml")
    (records / "2025").symlink_to(".hidden")


def beyond_the_longest_path(records: Path) -> None:
    here = Path.cwd()
    os.chdir(records)
    for _ in range(17):
        Path("x" * 250).mkdir()
        os.chdir("x" * 250)
    write(Path(), "b.yaml")
    os.chdir(here)


def device(records: Path) -> None:
    (records / "b.yaml").symlink_to("/dev/zero")


def pipe(records: Path) -> None:
    os.mkfifo(records / "b.yaml")


UNREAD: list[Callable[[Path], None]] = [
    linked_elsewhere,
    linked_to_hidden,
    beyond_the_longest_path,
    device,
    pipe,
]


@pytest.fixture
def records(tmp_path: Path) -> Iterator[Path]:
    write(tmp_path / "records", "2024/a.yaml")
    yield tmp_path / "records"
    shutil.rmtree(tmp_path / "records")  # pytest itself cannot remove the longest paths


@pytest.mark.parametrize("hide", UNREAD, ids=lambda hide: hide.__name__)
def test_what_was_not_read_is_an_error_and_stops_every_export(
    hide: Callable[[Path], None], records: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    to = tmp_path / "out"
    assert invoke("export", "records", "--to", "out", "--format", "json").exit_code == 0
    before = (to / "corpus.json").read_bytes()
    hide(records)
    [finding] = communique.validate(records)
    assert finding.code == "CQ101" and finding.severity == "error"
    with pytest.raises(InvalidCorpusError, match="CQ101"):
        communique.load(records)
    (tmp_path / "communique.toml").write_text('ignore = ["unreadable-file"]')
    done = invoke("export", "records", "--to", "out", "--format", "json")
    assert done.exit_code == 1 and "Nothing was exported" in done.stderr
    assert (to / "corpus.json").read_bytes() == before


def test_a_folder_that_may_not_be_opened_is_named(tmp_path: Path) -> None:
    write(tmp_path / "records", "2024/a.yaml", "2025/b.yaml", "2026/deep/c.yaml")
    closed = [tmp_path / "records" / name for name in ("2025", "2026/deep")]
    command = [sys.executable, "-m", "communique", "validate", "records"]
    if os.getuid() == 0:  # who may read everything has to give that right up first
        humbly = ["setpriv", "--bounding-set=-all", "--inh-caps=-all"]
        if (
            not shutil.which("setpriv")
            or subprocess.run([*humbly, "true"], check=False, capture_output=True).returncode
        ):
            pytest.skip("root can read every folder, and setpriv cannot take that right away here")
        command = [*humbly, *command]
    for folder in closed:
        folder.chmod(0)
    source = str(Path(communique.__file__).parent.parent)
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([source, os.environ.get("PYTHONPATH", "")])}
    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)
    for folder in closed:
        folder.chmod(0o755)
    assert done.returncode == 1, done.stderr
    for name in ("records/2025", "records/2026/deep"):
        assert f"{name}:1:1: error CQ101 cannot read the folder: Permission denied" in done.stdout


def test_a_link_to_a_folder_that_is_read_anyway_hides_nothing(records: Path) -> None:
    write(records, "dataset.yaml", "2025/b.yaml")
    (records / "latest").symlink_to("2025")
    (records / "2024" / "next").symlink_to("../2025")
    (records / "loop").symlink_to(".")
    (records / "gone").symlink_to("nowhere")
    assert communique.validate(records) == communique.validate(records / "2024") == []


def test_a_folder_whose_listing_breaks_off_is_told(records: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    listing = os.scandir

    def fails(path: Path) -> object:
        if Path(path).name == "2024":
            raise OSError(5, "Input/output error")
        return listing(path)

    monkeypatch.setattr(os, "scandir", fails)
    assert told(records) == {"2024": "CQ101 cannot read the folder: Input/output error"}


def test_a_file_swapped_for_a_pipe_or_a_link_before_it_is_opened_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, "pipe.yaml", "link.yaml", "gone.yaml")
    (tmp_path / "secret").write_text("token: hunter2\n")
    opening = os.open

    def swap(path: Path, flags: int) -> int:
        Path(path).unlink()
        if Path(path).stem == "pipe":
            os.mkfifo(path)
        elif Path(path).stem == "link":
            Path(path).symlink_to(tmp_path / "secret")
        return opening(path, flags)

    monkeypatch.setattr(os, "open", swap)
    for name in ("pipe", "link", "gone"):
        document = read_file(tmp_path / f"{name}.yaml")
        assert [each.code for each in document.findings] == ["CQ101"] and document.text == ""


def test_what_does_not_fit_is_not_read(tmp_path: Path) -> None:
    with (tmp_path / "large.yaml").open("wb") as file:
        file.truncate(10**9)
    assert len(read_regular(tmp_path / "large.yaml", 1_000)) == 1_001
    assert told(tmp_path / "large.yaml") == {"large.yaml": "CQ111 the file is larger than 2,000,000 bytes"}
    (tmp_path / "large.yaml").unlink()


def test_paths_that_no_system_knows_are_told() -> None:
    long = invoke("validate", "x" * 5_000)
    assert (long.exit_code, "CQ101" in long.stdout, "Traceback" in long.stderr) == (1, True, False)
    with pytest.raises(FileNotFoundError):
        communique.validate("a\0b")
