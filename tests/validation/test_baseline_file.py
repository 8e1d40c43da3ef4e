"""The file of a baseline: what is none, and what is never written over."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest

from communique.api import inspect
from communique.validation import baseline
from communique.validation.baseline import BaselineError, Key
from support.baseline_entries import ALL, PLAN, WRONG_DAY, entries
from support.command_line import Run

ENTRY = '{"record": "one", "pointer": "/dates/0/as_stated", "code": "CQ402"}'


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "the file is empty"),
        (b" \n", "the file is empty"),
        (b"[]", "expected an object with a list 'findings'"),
        (b"null", "expected an object with a list 'findings'"),
        (b'{"findings": {"a": 1}}', "expected an object with a list 'findings'"),
        (b'{"findings": null}', "expected an object with a list 'findings'"),
        (b'{"findings": [], "count": 1.0}', "unknown field 'count'"),
        (b'{"findings": [1]}', "finding 1 must be an object with exactly the fields record, pointer, code"),
        (b'{"findings": [{"record": "a", "pointer": "", "code": "CQ402", "count": 1.0}]}', "exactly the fields"),
        (b'{"findings": [{"record": "a", "pointer": "", "code": null}]}', "code of finding 1 must be text"),
        (b'{"findings": [{"record": ["a"], "pointer": "", "code": "x"}]}', "record of finding 1 must be text"),
        (b'{"findings": [NaN]}', "a number is not valid in JSON"),
        (b'{"findings": [-Infinity]}', "a number is not valid in JSON"),
        (b'{"findings": [' + 5000 * b"1" + b"]}", "too long"),
        (b'{"findings": [', "invalid JSON on line 1, column 15"),
        (b"kind: registry\n", "invalid JSON on line 1"),
        (100_000 * b"[", "nested too deeply"),
        (50_000 * b'{"a":', "nested too deeply"),
        (b'{"findings": ["\xff"]}', "not UTF-8"),
        ('{"findings": []}'.encode("utf-16"), "not UTF-8"),
    ],
)
def test_what_is_no_baseline_is_one_clear_sentence(content: bytes, says: str, tmp_path: Path) -> None:
    path = tmp_path / "b.json"
    path.write_bytes(content)
    with pytest.raises(BaselineError, match=r"cannot read baseline .*b\.json") as caught:
        baseline.read(path)
    assert says in str(caught.value)
    assert not any(word in str(caught.value) for word in ("Error", "codec", "Expecting", "recursion"))


def test_a_byte_order_mark_does_no_harm(tmp_path: Path) -> None:
    (tmp_path / "b.json").write_bytes(b"\xef\xbb\xbf" + f'{{"findings": [{ENTRY}, {ENTRY}]}}'.encode())
    assert baseline.read(tmp_path / "b.json") == {Key("one", "/dates/0/as_stated", "CQ402"): 2}


def make_folder(path: Path) -> None:
    path.mkdir()


def make_pipe(path: Path) -> None:
    os.mkfifo(path)


def make_link_to_device(path: Path) -> None:
    path.symlink_to("/dev/null")


def make_loop(path: Path) -> None:
    path.symlink_to(path)


@pytest.mark.parametrize("make", [make_folder, make_pipe, make_link_to_device, make_loop, None])
def test_only_a_regular_file_is_a_baseline(make: Any, records: Path, run: Run) -> None:
    path = records.parent / "b.json"
    if make:
        make(path)
    done = run("validate", "records", "--baseline", "b.json", cwd=records.parent)
    assert done.returncode == 2 and "b.json: " in done.stderr
    assert "Traceback" not in done.stderr and "Errno" not in done.stderr
    if make:
        kind = os.lstat(path).st_mode
        done = run("validate", "records", "--write-baseline", "b.json", cwd=records.parent)
        assert done.returncode == 2 and "b.json: " in done.stderr
        assert os.lstat(path).st_mode == kind


def test_too_large_a_file_is_no_baseline(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "b.json").write_text('{"findings": []}')
    monkeypatch.setattr(baseline, "MAX_BYTES", 15)
    with pytest.raises(BaselineError, match="larger than 15 bytes"):
        baseline.read(tmp_path / "b.json")


def test_a_file_that_is_no_baseline_is_not_written_over(records: Path, run: Run) -> None:
    thesis = records.parent / "thesis.txt"
    thesis.write_text("In the beginning")
    done = run("validate", "records", "--write-baseline", "thesis.txt", cwd=records.parent)
    assert done.returncode == 2 and "thesis.txt: invalid JSON" in done.stderr
    assert thesis.read_text() == "In the beginning"
    done = run("validate", "records", "--write-baseline", "records/one.yaml", cwd=records.parent)
    assert done.returncode == 2 and (records / "one.yaml").read_text() == PLAN.format(id="one")
    thesis.write_text("")
    assert run("validate", "records", "--write-baseline", "thesis.txt", cwd=records.parent).returncode == 0
    assert entries(thesis) == ALL


@pytest.mark.parametrize("planted", [".b.json.new", ".b.json.tmp", "b.json.new", ".b.json.0"])
def test_nothing_is_written_through_a_planted_link(planted: str, records: Path, run: Run) -> None:
    top = records.parent
    (top / "victim").write_text("mine")
    (top / planted).symlink_to("victim")
    assert run("validate", "records", "--write-baseline", "b.json", cwd=top).returncode == 0
    assert (top / "victim").read_text() == "mine" and (top / planted).is_symlink()
    assert sorted(each.name for each in top.iterdir()) == sorted(["b.json", planted, "records", "victim"])


def test_a_baseline_behind_a_link_is_written_where_it_lies(records: Path, run: Run) -> None:
    top = records.parent
    (top / "kept").mkdir()
    (top / "kept" / "base.json").write_text('{"findings": []}')
    (top / "b.json").symlink_to("kept/base.json")
    assert run("validate", "records", "--write-baseline", "b.json", cwd=top).returncode == 0
    assert (top / "b.json").is_symlink() and entries(top / "kept" / "base.json") == ALL


def test_a_large_baseline_is_held_against_a_report_by_look_ups(records: Path, tmp_path: Path) -> None:
    many = [{"record": f"r{n % 5000}", "pointer": f"/dates/{n}", "code": WRONG_DAY} for n in range(20_000)]
    (tmp_path / "b.json").write_text(json.dumps({"findings": many}))
    report = inspect(records)
    assert baseline.subtract(report, baseline.read(tmp_path / "b.json")) == (list(report.findings), 0)
    assert baseline.write(report, tmp_path / "b.json") == (3, 20_000)
    assert len(entries(tmp_path / "b.json")) == 20_003
