"""Small files of a corpus, and what is said of each."""

from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner, Result

from communique.cli import cli

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
