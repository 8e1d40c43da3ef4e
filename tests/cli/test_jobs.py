"""``--jobs``: several processes find the same, and a file at which one of them ends is named."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest

from communique import api
from communique.validation.examinations import Examinations
from communique.working import mapping, start
from support.command_line import Run
from support.folders import EXAMPLES, INVALID, RECORDS, ROOT
from support.many_jobs import (
    change_nothing,
    end_at_fatal_files,
    end_at_judging_fatal_files,
    fill_the_disk,
    keep_facts_in_a_file,
    report_by,
    run_with,
)
from support.worked_items import in_a_fork

pytestmark = pytest.mark.usefixtures("forks")
forks_only = pytest.mark.skipif(sys.platform != "linux", reason="only there are processes forked")
GOOD = "kind: registry\nschema_version: 0.1.0\nid: {id}\n"


@pytest.mark.slow
@forks_only
def test_any_number_of_processes_finds_the_same_in_the_same_order() -> None:
    paths = [str(path.relative_to(ROOT)) for path in (RECORDS, EXAMPLES, INVALID)]
    alone, others = in_a_fork(report_by, 1, str(ROOT), paths)
    assert len(alone.findings) > 100 and not others
    for jobs in (2, 3):
        report, others = in_a_fork(report_by, jobs, str(ROOT), paths)
        assert report == alone and others


def test_spawned_processes_find_the_same(corpus_copy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copy(INVALID / "unknown-code.yaml", corpus_copy)
    alone = api.inspect(corpus_copy, examinations=Examinations(1))
    monkeypatch.setitem(start.PATIENCE, "spawn", 0.0)
    monkeypatch.setattr(mapping, "start_method", lambda: "spawn")
    assert api.inspect(corpus_copy, examinations=Examinations(2)) == alone and alone.failed


@forks_only
def test_a_file_at_which_a_process_ends_is_an_internal_error(tmp_path: Path) -> None:
    for name in ("a", "fatal", "z"):
        (tmp_path / f"{name}.yaml").write_text(GOOD.format(id=name) + "sumary: x\n")
    done = in_a_fork(run_with, end_at_fatal_files, str(tmp_path), "validate", ".", "-j", "2")
    assert (done.code, done.is_left) == (2, False)
    lines = done.out.splitlines()
    assert [line for line in lines if " CQ206 " in line] == [
        f"{name}.yaml:4:1: error CQ206 unknown field 'sumary'" for name in ("a", "z")
    ]
    first, *_ = done.err.splitlines()
    assert first == "Error: internal error while examining fatal.yaml: its worker process ended with exit code 9"


@forks_only
def test_a_file_that_was_not_judged_because_a_process_ended_is_an_internal_error(tmp_path: Path) -> None:
    for name in ("a", "fatal", "z"):
        actor = "actors:\n- {id: p, type: company, name: {en: P}}\n"
        (tmp_path / f"{name}.yaml").write_text(GOOD.format(id=name) + actor)
    done = in_a_fork(run_with, end_at_judging_fatal_files, str(tmp_path), "validate", ".", "-j", "2", "--no-cache")
    assert (done.code, done.is_left) == (2, False)
    assert {line.partition(":")[0] for line in done.out.splitlines() if " CQ302 " in line} == {"a.yaml", "z.yaml"}
    first, *_ = done.err.splitlines()
    assert first == "Error: internal error while judging fatal.yaml: its worker process ended with exit code 9"


@pytest.mark.slow
@forks_only
def test_processes_that_share_a_file_of_facts_find_the_same(tmp_path: Path) -> None:
    shutil.copytree(RECORDS, tmp_path, dirs_exist_ok=True)
    shutil.copytree(INVALID, tmp_path, dirs_exist_ok=True)
    found = {
        in_a_fork(run_with, change, str(tmp_path), "validate", ".", "-j", jobs, "--no-cache").out
        for change, jobs in ((change_nothing, "1"), (keep_facts_in_a_file, "1"), (keep_facts_in_a_file, "3"))
    }
    assert len(found) == 1 and "CQ3" in found.pop()


@forks_only
def test_what_processes_looked_up_is_kept_for_the_next_run(tmp_path: Path) -> None:
    shutil.copytree(RECORDS, tmp_path, dirs_exist_ok=True)

    def lines(*more: str) -> str:
        done = in_a_fork(run_with, change_nothing, str(tmp_path), "validate", ".", *more)
        assert not done.err, done.err
        return done.out

    assert "no findings" in lines("-j", "3")
    states = tmp_path / "registry" / "states.yaml"
    states.write_text(states.read_text("utf-8").replace("- id: cn\n", "- id: other\n"), "utf-8")
    fresh = lines("-j", "1", "--no-cache")
    assert lines("-j", "3") == fresh and fresh.count(" CQ301 ") > 10


@pytest.mark.slow
@forks_only
@pytest.mark.parametrize("more", [(), ("--embed",)])
def test_several_processes_export_the_same(more: tuple[str, ...], tmp_path: Path) -> None:
    exported = []
    for jobs in ("1", "3"):
        words = ["export", str(RECORDS), "--to", jobs, "-j", jobs, *more]
        done = in_a_fork(run_with, change_nothing, str(tmp_path), *words)
        assert not done.code and not done.is_left, done.err
        exported.append(
            {path.relative_to(tmp_path / jobs): path.read_bytes() for path in (tmp_path / jobs).rglob("*.*")}
        )
    assert exported[0] == exported[1] and len(exported[0]) > 40


@forks_only
def test_nothing_is_exported_if_a_process_ends(tmp_path: Path) -> None:
    for name in ("a", "fatal"):
        (tmp_path / f"{name}.yaml").write_text(GOOD.format(id=name))
    done = in_a_fork(run_with, end_at_fatal_files, str(tmp_path), "export", ".", "--to", "out", "-j", "2")
    assert (done.code, done.is_left) == (2, False) and not (tmp_path / "out").exists()
    assert "internal error while examining fatal.yaml: its worker process ended with exit code 9" in done.err


@forks_only
def test_no_process_is_left_if_there_is_no_room_for_records(tmp_path: Path) -> None:
    done = in_a_fork(run_with, fill_the_disk, str(tmp_path), "export", str(RECORDS), "--to", "out", "-j", "2")
    assert (done.code, done.is_left) == (2, False) and not (tmp_path / "out").exists()
    assert done.err == "Error: cannot write to the folder of temporary files: no room\n"


@pytest.mark.parametrize("words", [("-j", "0"), ("-j", "-1"), ("--jobs", "many")])
def test_a_number_of_processes_that_makes_no_sense_is_wrong_usage(words: tuple[str, ...], run: Run) -> None:
    done = run("validate", *words)
    assert (done.returncode, done.stdout) == (2, "") and "Error: Invalid value for '-j' / '--jobs'" in done.stderr


@pytest.mark.parametrize("words", [(), ("-j", "1"), ("-j", "5")])
def test_the_number_of_processes_changes_nothing(words: tuple[str, ...], run: Run, corpus_copy: Path) -> None:
    shutil.copy(INVALID / "unknown-code.yaml", corpus_copy)
    done = run("validate", "--statistics", *words, cwd=corpus_copy.parent)
    assert (done.returncode, done.stdout) == (1, run("validate", "--statistics", cwd=corpus_copy.parent).stdout)
