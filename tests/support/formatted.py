"""The output of a run in one format."""

from __future__ import annotations

from pathlib import Path

from support.command_line import Run

BAD = """\
schema_version: 0.1.0
kind: registry
id: example
actors:
- {id: a, type: persn, name: {en: 李强 李强}}   # 世界
- {id: "\\u0062", type: person, name: {zh: 世界, en: 12}}
- {id: no, type: person, name: {en: Norway}}
"""


def output(run: Run, project: Path, format_: str, *more: str) -> str:
    done = run("validate", "example.yaml", "--format", format_, *more, cwd=project)
    assert done.returncode == 1
    return done.stdout
