"""``communique init``."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from .. import api
from ..authoring import tracker
from ..text.inflection import counted
from .output import say, tell

_WORKFLOW = ".github/workflows/records.yml"


@click.command()
@click.argument("folder", type=click.Path(file_okay=False), default=".")
@click.option("--title", default="To be written", help="The title of the collection, in English.")
@click.option("--creator", default="To be written", help="Who makes it: a person or a body.")
@click.option("--licence", default="CC-BY-4.0", show_default=True, help="The licence of the records, as SPDX names it.")
def init(folder: str, title: str, creator: str, licence: str) -> None:
    """Start a tracker of your own in FOLDER (default: the current one).

    It writes a dataset record, the schemas, the settings of editors, git and communique, a workflow that checks the
    records on GitHub, and an issue form for people who report an announcement. No file is overwritten: if one of them
    is there, nothing is written. Only a .gitignore and a .gitattributes are kept; the lines that they lack are named.
    """
    about = tracker.About(title, creator, licence, date.today())
    report = api.inspect_content(tracker.dataset(about), "records/dataset.yaml")
    if errors := [each.message for each in report.findings if each.severity == "error"]:
        raise click.UsageError(f"the dataset record would not be valid: {errors[0]}")
    begun = tracker.begin(Path(folder), about)
    for name, lines in begun.lacking.items():
        tell(f"{Path(folder, name)} was kept; add to it: {', '.join(lines)}")
    say(f"a tracker begins in {folder}: {counted(len(begun.written), 'file')}")
    say("next: look through records/dataset.yaml; communique new ID --type TYPE writes the first record")
    say(f"for GitHub: in {_WORKFLOW}, replace OWNER and the zeros")
