"""Where an export is put: nothing of anybody else is ever lost, and whenever it is killed, an export is there after."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

import communique
from communique import Corpus, ExportError
from communique.cli import cli
from support.killed import killed

REGISTRY = """\
kind: registry
schema_version: 0.2.0
id: {}
actors:
- {{id: cn, type: country, country: CN, name: {{en: {}}}}}
"""


def corpus(folder: Path, name: str) -> Corpus:
    folder.mkdir()
    (folder / f"{name}.yaml").write_text(REGISTRY.format(name, name.title()))
    return communique.load(folder)


@pytest.fixture
def old(tmp_path: Path) -> Corpus:
    return corpus(tmp_path / "r1", "old")


@pytest.fixture
def new(tmp_path: Path) -> Corpus:
    return corpus(tmp_path / "r2", "new")


@pytest.fixture
def to(tmp_path: Path, old: Corpus) -> Path:
    """A folder with an export of the old corpus, alone in its own."""
    folder = tmp_path / "there" / "out"
    communique.export(old, ["json", "csv"], folder)
    return folder


def contents(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def refused(corpus: Corpus, to: Path) -> str:
    """Why the export is refused, which must leave everything as it was."""
    before = contents(to.parent)
    with pytest.raises(ExportError) as caught:
        communique.export(corpus, "json", to)
    assert contents(to.parent) == before
    return str(caught.value)


@pytest.mark.parametrize(
    "manifest",
    [
        {"files": [{"path": "thesis.txt"}, {"path": "src/app.js"}]},
        {"name": "an app", "start_url": "/"},
        {"written_by": "webpack", "files": [{"path": "thesis.txt", "bytes": 4, "sha256": "0"}]},
        {"written_by": "communique export", "files": 3},
        [],
    ],
)
def test_a_manifest_of_somebody_else_gives_no_right_to_the_folder(
    manifest: object, new: Corpus, tmp_path: Path
) -> None:
    web = tmp_path / "there" / "web"
    (web / "src").mkdir(parents=True)
    (web / "thesis.txt").write_text("mine")
    (web / "src" / "app.js").write_text("mine")
    (web / "manifest.json").write_text(json.dumps(manifest))
    assert "contains manifest.json" in refused(new, web) and "no export wrote" in refused(new, web)


def test_a_manifest_nested_too_deeply_is_somebody_elses(new: Corpus, tmp_path: Path) -> None:
    web = tmp_path / "there" / "web"
    web.mkdir(parents=True)
    (web / "manifest.json").write_text("[" * 100_000)
    assert "manifest.json" in refused(new, web)


def test_what_was_changed_in_an_export_is_not_lost(to: Path, new: Corpus) -> None:
    table = to / "csv" / "actors.csv"
    table.write_text(table.read_text() + "li-qiang,a row of my own\n")
    assert "csv/actors.csv, which was changed since the export" in refused(new, to)
    table.unlink()
    communique.export(new, "json", to)
    assert set(contents(to)) == {"corpus.json", "manifest.json"}


@pytest.mark.parametrize("mine", ["notes.xlsx", "csv/mine.csv", ".git/config", ".DS_Store/x", "~$a/b", "csv/.hidden"])
def test_a_file_of_ones_own_in_an_export_is_not_lost(mine: str, to: Path, new: Corpus) -> None:
    (to / mine).parent.mkdir(exist_ok=True)
    (to / mine).write_text("mine")
    assert "no export wrote" in refused(new, to)


def test_it_says_how_many_files_of_the_earlier_export_are_gone(tmp_path: Path, new: Corpus) -> None:
    records, to = tmp_path / "r2", tmp_path / "again"

    def exported(*formats: str) -> tuple[str, int]:
        arguments = [each for name in formats for each in ("--format", name)]
        done = CliRunner().invoke(cli, ["export", str(records), "--to", str(to), *arguments])
        assert done.exit_code == 0, done.output
        return done.stdout, len(json.loads((to / "manifest.json").read_text())["files"])

    said, before = exported("json,jsonl", "graphml", "json")
    assert said.endswith(f"again: {before} files\n")
    assert (to / "corpus.json").exists() and (to / "jsonl").is_dir() and (to / "corpus.graphml").exists()
    assert exported("graphml") == (
        f"0 announcements exported to {to}: 1 file; {before - 1} files of the earlier export removed\n",
        1,
    )
    assert exported("graphml") == (f"0 announcements exported to {to}: 1 file\n", 1)


def test_an_empty_folder_and_a_link_are_not_lost_either(to: Path, new: Corpus) -> None:
    (to / "drafts").mkdir()
    assert "drafts/" in refused(new, to) and (to / "drafts").is_dir()
    (to / "drafts").rmdir()
    (to / ".DS_Store").symlink_to("nowhere")
    assert ".DS_Store" in refused(new, to) and (to / ".DS_Store").is_symlink()


@pytest.mark.parametrize(
    "dropped",
    [".DS_Store", "csv/.DS_Store", "Thumbs.db", "desktop.ini", "._corpus.json", "csv/.~lock.dates.csv#", "~$x.xlsx"],
)
def test_what_systems_drop_stops_no_export(dropped: str, to: Path, old: Corpus) -> None:
    before = contents(to)
    (to / dropped).write_bytes(b"\0\0\0\1Bud1")
    communique.export(old, ["json", "csv"], to)
    assert contents(to) == {**before, dropped: b"\0\0\0\1Bud1"}


def test_records_are_never_replaced_by_an_export(new: Corpus, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for place in (tmp_path / "r2", tmp_path / "r2" / "new.yaml"):
        assert refused(new, place)
    with pytest.raises(ExportError, match=r"r2/new\.yaml"):
        communique.export(new, "json", tmp_path)
    monkeypatch.chdir(tmp_path / "r2")
    (tmp_path / "empty" / "deeper").mkdir(parents=True)
    for here, relative in (("r2", "."), ("r2", ".."), ("empty/deeper", ".."), ("empty/deeper", ".")):
        monkeypatch.chdir(tmp_path / here)
        with pytest.raises(ExportError):
            communique.export(new, "json", relative)
    assert names(tmp_path) == {"r2", "empty"}


def test_a_folder_that_somebody_fills_meanwhile_is_put_back(
    to: Path, new: Corpus, monkeypatch: pytest.MonkeyPatch
) -> None:
    write = Path.write_bytes

    def write_and_save(self: Path, data: bytes) -> int:
        (to / "notes.txt").write_text("saved while the export was written")
        return write(self, data)

    monkeypatch.setattr(Path, "write_bytes", write_and_save)
    before = contents(to)
    with pytest.raises(ExportError, match=r"notes\.txt"):
        communique.export(new, "json", to)
    assert contents(to) == {**before, "notes.txt": b"saved while the export was written"}
    assert names(to.parent) == {"out"}


def test_whenever_it_is_killed_the_next_export_finds_one_whole_and_leaves_nothing_else(
    to: Path, old: Corpus, new: Corpus
) -> None:
    communique.export(new, "json", to)
    after = contents(to)
    communique.export(old, "json", to)
    before = contents(to)
    gaps = step = 0
    while killed(lambda: communique.export(new, "json", to), step):
        hidden = to.with_name(".out.communique-export")
        assert names(to.parent) <= {to.name, hidden.name}
        if to.exists():
            assert contents(to) in (before, after)
        else:
            gaps += 1
            assert contents(hidden / "old") == before
            # The old one is put back before anything else, so that it is there even if the next one dies too.
            assert killed(lambda: communique.export(new, "json", to), 12)
            assert contents(to) == before
        communique.export(old, "json", to)
        assert contents(to) == before and names(to.parent) == {"out"}
        step += 1
    assert contents(to) == after and step > 20 and gaps


def test_what_is_saved_into_an_export_that_is_killed_is_not_lost(to: Path, new: Corpus) -> None:
    communique.export(new, "json", to)
    hidden = to.with_name(".out.communique-export")
    step = 0
    while not (hidden / "old").exists():
        assert killed(lambda: communique.export(new, "json", to), step)
        step += 1
    (hidden / "old" / "notes.txt").write_text("mine")  # by a program that had the folder open
    for _ in range(2):
        with pytest.raises(ExportError, match=r"notes\.txt"):
            communique.export(new, "json", to)
        assert [path.read_text() for path in to.parent.rglob("notes.txt")] == ["mine"]


def test_forty_killed_exports_leave_one_hidden_folder(to: Path, new: Corpus) -> None:
    for step in range(10, 20):
        assert killed(lambda: communique.export(new, "csv", to), step)
        assert len(names(to.parent)) <= 2
    communique.export(new, "csv", to)
    assert names(to.parent) == {"out"}


def test_an_export_waits_for_nobody_and_disturbs_nobody(
    to: Path, old: Corpus, new: Corpus, monkeypatch: pytest.MonkeyPatch
) -> None:
    write, told = Path.write_bytes, list[str]()

    def write_and_export(self: Path, data: bytes) -> int:
        if not told:
            told.append("")
            with pytest.raises(ExportError) as caught:
                communique.export(old, "json", to)
            told[0] = str(caught.value)
        return write(self, data)

    monkeypatch.setattr(Path, "write_bytes", write_and_export)
    communique.export(new, "json", to)
    assert "another export" in told[0] and b"New" in (to / "corpus.json").read_bytes()


def test_a_hidden_folder_of_somebody_else_is_left_alone(to: Path, new: Corpus) -> None:
    hidden = to.with_name(".out.communique-export")
    hidden.mkdir()
    (hidden / "mine.txt").write_text("mine")
    assert f"{hidden} exists and was not written by an export" in refused(new, to)


def test_an_export_inside_the_corpus_is_never_read_as_records(
    new: Corpus, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for _ in range(2):
        done = CliRunner().invoke(cli, ["export", "r2", "--to", "r2/tables/out"])
        assert done.exit_code == 0 and done.output.startswith("0 announcements exported to r2/tables/out: ")
    assert communique.validate(tmp_path / "r2") == []
    assert list(communique.load(tmp_path / "r2").registries) == ["new"]
    given_itself = CliRunner().invoke(cli, ["validate", "r2/tables/out"])  # it is read back
    assert (given_itself.exit_code, given_itself.output) == (0, "1 file checked: no findings\n")


def test_a_record_beside_an_exports_files_is_a_record(tmp_path: Path, to: Path) -> None:
    (to / "stray.yaml").write_text(REGISTRY.format("other", "X"))
    assert [finding.code for finding in communique.validate(to.parent)] == ["CQ303"]
    (to / "manifest.json").write_text('{"files": [{"path": "stray.yaml"}]}')
    assert "CQ303" in [finding.code for finding in communique.validate(to.parent)]
