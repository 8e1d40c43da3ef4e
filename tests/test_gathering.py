"""The files of a corpus: what cannot be read is told, what is no record stops nothing, what is excluded is out."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace

import click
import pytest
from click.testing import CliRunner, Result
from conftest import ROOT

import communique
from communique import InvalidCorpusError
from communique.api import inspect_content
from communique.cli import cli
from communique.cli.options import standard_input
from communique.files.regular_file import read_regular
from communique.reading import limits, read_file, record_files
from communique.validation.settings import Settings, load

HEAD = "kind: registry\nschema_version: 0.2.0\nid: {}\n"
DATASET = (
    "kind: dataset\nschema_version: 0.2.0\nid: dataset\ntitle: {en: X}\nlicence: CC0-1.0\nversion: 0.1.0\n"
    "creators: [{name: Somebody}]\ncoverage: {as_of: '2026-11-24'}\nlanguages: [en]\n"
)


def write(folder: Path, *names: str) -> None:
    """Registries named after their ids, or other files where the name says so."""
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(DATASET if path.stem == "dataset" else HEAD.format(path.stem))


def invoke(*words: str) -> Result:
    return CliRunner().invoke(cli, words)


def told(folder: Path) -> dict[str, str]:
    return {Path(each.path).name: f"{each.code} {each.message}" for each in communique.validate(folder)}


# What was not read does not pass.


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
        assert f"{name}:1:1: error CQ101 the folder cannot be read: Permission denied" in done.stdout


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
    assert told(records) == {"2024": "CQ101 the folder cannot be read: Input/output error"}


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


# What is no record stops nothing, and validate and export agree.

OTHERS = {
    "mkdocs.yml": "site_name: Announcements\nnav:\n- Home: index.md\n",
    "package.json": '{"name": "announcements", "id": "x"}',
    "docker-compose.yaml": "services: {web: {image: nginx}}\n",
    ".github/workflows/ci.yml": "on: push\n",
    "k8s.yaml": "kind: Deployment\napiVersion: v1\n---\nkind: Service\n",
    "broken.yaml": "key: [1,\n",
    "list.json": "[1, 2]",
    "template.yaml": "{% if x %}\n",
    "latin.yml": "name: caf\udce9\n",
    "package-lock.json": '{"packages": [' + "1, " * 700_000 + "1]}",
}


def test_files_of_other_programs_beside_the_corpus_stop_no_export(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    write(tmp_path, "dataset.yaml", "records/a.yaml", "registry/b.yaml")
    for name, text in OTHERS.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8", errors="surrogateescape")
    for _ in range(2):
        assert invoke("validate", "records").stdout == "1 file checked: no findings\n"
        assert invoke("export", "records", "--to", "out", "--format", "json").exit_code == 0
    assert communique.load(tmp_path / "records").registries.keys() == {"a", "b"}
    # Who asks for them is told of every one, and what to do about it works for all commands.
    assert invoke("validate", ".").exit_code == 1
    assert invoke("export", ".", "--to", "out2", "--format", "json").exit_code == 1
    excluded = sorted({name.split("/")[0] for name in OTHERS})
    (tmp_path / "communique.toml").write_text(f"exclude = {excluded}".replace("'", '"'))
    assert invoke("validate", ".").stdout == "3 files checked: no findings\n"
    assert invoke("export", ".", "--to", "out2", "--format", "json").exit_code == 0


@pytest.mark.parametrize(
    "text",
    [
        "kind: registry\nid: broken\n",
        "schema_version: 9.0.0\n",
        "kind: registry\nschema_version: 0.2.0\nid: [\n",
        '{"kind": "registry",\n',
        "kind: registry\nname: caf\udce9\n",
        "schema_version: 0.2.0\n" + "# too large\n" * 170_000,
    ],
)
def test_a_record_beside_the_ones_asked_for_still_has_to_be_valid(text: str, tmp_path: Path) -> None:
    write(tmp_path, "dataset.yaml", "records/a.yaml")
    (tmp_path / "broken.yaml").write_text(text, encoding="utf-8", errors="surrogateescape")
    with pytest.raises(InvalidCorpusError, match=r"broken\.yaml"):
        communique.load(tmp_path / "records")


# What the settings exclude is out, for every command and every function.


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
    assert done.exit_code == 2 and "apart from what" in done.output and "communique.toml excludes" in done.output
    assert invoke("export", "records/drafts", "--to", "out").exit_code == 2 and not Path("out").exists()


def test_patterns_without_a_file_are_relative_to_the_current_folder(project: Path) -> None:
    settings = Settings(exclude=("records/a.yaml", "drafts/"))
    assert [path.name for path in record_files(project / "records", settings.leaves_out)] == ["dataset.yaml", "c.yaml"]


def test_a_file_named_itself_is_checked_unless_a_hook_asks_otherwise(project: Path) -> None:
    assert invoke("validate", "records/drafts/b.yaml").exit_code == 1
    hook = invoke("validate", "--force-exclude", "records/drafts/b.yaml")
    assert (hook.exit_code, hook.stdout) == (0, "")
    assert "records/drafts/b.yaml is left out" in hook.stderr and "communique.toml excludes it" in hook.stderr
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


# Standard input.


def test_no_more_is_read_of_an_endless_standard_input_than_is_allowed(monkeypatch: pytest.MonkeyPatch) -> None:
    with Path("/dev/zero").open("rb") as endless:
        monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=endless))
        content = standard_input()
    assert len(content) == limits.MAX_BYTES + 1
    assert [each.code for each in inspect_content(content).findings] == ["CQ111"]


def test_a_closed_or_broken_standard_input_is_wrong_usage(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    with pytest.raises(click.UsageError, match="closed"):
        standard_input()
    with (tmp_path / "only-for-writing").open("wb") as unreadable:
        monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=unreadable))
        with pytest.raises(click.UsageError, match="cannot be read"):
            standard_input()


# Checksums.


@pytest.mark.skipif(not shutil.which("git"), reason="there is no git here")
def test_a_clone_on_windows_keeps_every_byte_that_is_digested(tmp_path: Path) -> None:
    project, clone = tmp_path / "project", tmp_path / "clone"
    lf, crlf = b"a: 1\nb: 2\n", b"code,label\r\na,b\r\n"
    files = {"schemas/0.9.0/x.json": lf, "schemas/0.9.0/x.csv": crlf, "records/2026/x.yaml": lf, "README.md": lf}
    files |= {
        "tests/invalid/crlf.yaml": crlf,
        "tests/examples/0.9.0/x.yaml": lf,
        "src/communique/authoring/template.yaml": lf,
    }
    for name, content in files.items():
        (project / name).parent.mkdir(parents=True, exist_ok=True)
        (project / name).write_bytes(content)
    shutil.copy(ROOT / ".gitattributes", project)

    def git(*words: str) -> None:
        own = [
            "-c",
            "user.name=x",
            "-c",
            "user.email=x@example.org",
            "-c",
            "core.autocrlf=true",
            "-c",
            "core.safecrlf=false",
        ]
        subprocess.run(["git", *own, *words], cwd=project, check=True, capture_output=True)

    git("init", "-q", ".")
    git("add", ".")
    git("commit", "-q", "-m", "x")
    git("clone", "-q", ".", str(clone))
    assert {name: (clone / name).read_bytes() for name in files} == files
