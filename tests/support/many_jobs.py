"""Checks by several processes, for a process that can be forked."""

from __future__ import annotations

import contextlib
import io
import os
import resource
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple
from unittest import mock

from communique import api
from communique.cli import main
from communique.diagnostics.report import Report
from communique.exporting import ExportError
from communique.exporting.stored_records import StoredRecords
from communique.reading import Document
from communique.validation import assessment, file_check, packed_facts, summaries
from communique.validation.context import Context
from communique.validation.examination import Examined, examine
from communique.validation.examinations import Examinations
from communique.validation.judgement import Documents, Judged, judge
from communique.validation.summary import Summary
from communique.working import start
from support.worked_items import has_children


class Run(NamedTuple):
    """Exit code and output of a command, and whether it left a process."""

    code: object
    out: str
    err: str
    is_left: bool


def report_by(jobs: int, folder: str, paths: list[str]) -> tuple[Report, bool]:
    """The report on the paths, and whether other processes made it."""
    os.chdir(folder)
    start.PATIENCE["fork"] = 0.0
    report = api.inspect(paths, examinations=Examinations(jobs))
    return report, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss > 0


def run_with(change: Callable[[], None], folder: str, *words: str) -> Run:
    """Run the command line after a change of the program, with workers from the first file on."""
    os.chdir(folder)
    start.PATIENCE["fork"] = 0.0
    change()
    sys.argv = ["communique", *words]
    out, err, code = io.StringIO(), io.StringIO(), None
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        try:
            main()
        except SystemExit as end:
            code = end.code
    return Run(code, out.getvalue(), err.getvalue(), has_children())


def end_at_fatal_files() -> None:
    """Let the process end in which a file named fatal.yaml is examined."""

    def examine_or_end(document: Document, *, closely: bool = True) -> Examined:
        if Path(document.path).name == "fatal.yaml":
            os._exit(9)
        return examine(document, closely=closely)

    mock.patch.object(file_check, "examine", examine_or_end).start()


def end_at_judging_fatal_files() -> None:
    """Let the process end in which a file named fatal.yaml is judged."""

    def judge_or_end(own: Summary, context: Context, documents: Documents, failed: frozenset[str]) -> Judged:
        if Path(own.path).name == "fatal.yaml":
            os._exit(9)
        return judge(own, context, documents, failed)

    mock.patch.object(assessment, "judge", judge_or_end).start()


def keep_facts_in_a_file() -> None:
    """Let all facts be in a temporary file, as those of very many records are, and be read again each time."""
    mock.patch.object(summaries, "_MOST_AS_OBJECTS", 0).start()
    mock.patch.object(packed_facts, "_IN_MEMORY", 0).start()


def fill_the_disk() -> None:
    """Let there be no room for records that are stored."""

    def refuse(*_: object) -> None:
        raise ExportError("cannot write to the folder of temporary files: no room")

    mock.patch.object(StoredRecords, "add", refuse).start()


def change_nothing() -> None:
    """Leave the program as it is."""
