"""Benchmarks measure whole processes, and the page keeps the figures of what was not measured again."""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path

import pytest

from benchmarks.groups import GROUPS, Outcome
from benchmarks.measuring import Command, CommandFailedError, Cost, in_turn
from benchmarks.page import with_figures
from benchmarks.workplace import Corpus, Sizes
from support.folders import ROOT

PAGE = "# Title\n\n<!-- figures -->\n\n<!-- end of the figures -->\nThe end.\n"
CORPORA = [Corpus(400, 471, 4_861_030)]


def written(page: str, **outcomes: Outcome | str) -> str:
    return with_figures(page, dict(outcomes), Sizes(), CORPORA)


def outcome(bar: str, ratio: float, processor: float = 1.25) -> Outcome:
    return Outcome({bar: ratio}, {"the process": Cost(processor, 2.5, 30_000_000, "")})


def test_a_command_costs_what_its_children_need_too(tmp_path: Path) -> None:
    work = "len(b'x' * 250_000_000)"
    child = f"import subprocess, sys; subprocess.run([sys.executable, '-S', '-c', {work!r}]); print('done')"
    cost = in_turn({"": Command([sys.executable, "-S", "-c", child], tmp_path)}, 1)[""]
    assert (cost.printed, cost.memory > 250_000_000) == ("done", True)
    assert cost.processor > 0 < cost.wall


def test_commands_take_turns_and_are_prepared_each_time(tmp_path: Path) -> None:
    seen: list[str] = []
    words = [sys.executable, "-S", "-c", "pass"]
    commands = {name: Command(words, tmp_path, partial(seen.append, name)) for name in "ab"}
    in_turn(commands, 2)
    assert seen == ["a", "b", "a", "b"]


def test_a_command_that_fails_is_no_measurement(tmp_path: Path) -> None:
    with pytest.raises(CommandFailedError, match="no such thing"):
        in_turn({"": Command([sys.executable, "-c", "raise SystemExit('no such thing')"], tmp_path)}, 1)


def test_the_page_says_whether_a_bar_is_met() -> None:
    page = written(PAGE, cold=Outcome({"events": 2.5, "schema-only": 14.9}, {}, "a note"), start=outcome("start", 1.9))
    lines = [line.split(" | ") for line in page.splitlines() if "met" in line]
    rows = {cells[0].removeprefix("| "): cells[3:-1] for cells in lines}
    assert rows["events"] == ["at most 2.5", "1.5", "2.5", "met"]
    assert rows["schema-only"] == ["at least 15", "30", "14.9", "**not met**"]
    assert rows["start"][-2:] == ["1.9", "met, and beyond"]
    assert "400 are 471 files of 4.86 MB" in page
    assert page.startswith("# Title\n") and page.endswith("-->\nThe end.\n")


def test_figures_stay_until_they_are_measured_again() -> None:
    page = written(PAGE, cold=outcome("events", 2.75), start=outcome("start", 1.5, 0.125))
    page = written(page, start=outcome("start", 1.75, 0.25), cores="there is no such option")
    assert page.index("| 2.75 |") < page.index("| 1.75 |")
    assert ("| 0.250 |" in page, "| 0.125 |" in page, "| 1.5 |" in page.partition("| start |")[2]) == (
        True,
        False,
        False,
    )
    assert "| cores | not measured: there is no such option |" in page
    assert written(page) == page


def test_the_published_page_has_room_for_figures_and_names_every_group() -> None:
    page = (ROOT / "docs" / "performance.md").read_text(encoding="utf-8")
    assert written(page).count("<!-- end of the figures -->") == 1
    assert [name for name in GROUPS if f"\n| {name} | " not in page.partition("<!--")[0]] == []
