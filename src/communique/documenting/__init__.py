"""Reference pages that are generated from the code, so that they are always up to date."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import click


def pages(root: click.Group) -> dict[str, str]:
    """Every generated page: name below the folder of the documentation, and text. ``root`` is the command line."""
    from . import codelists, commands, limits, records, rules, tables

    made = [maker.pages() for maker in (records, codelists, rules, tables, limits)]
    return {name: text for each in (*made, commands.pages(root)) for name, text in each}


def publish(folder: Path, root: click.Group) -> None:
    """Write the pages into the folder."""
    for name, text in pages(root).items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def differences(folder: Path, root: click.Group) -> list[str]:
    """The pages in the folder that differ from the generated ones, each with the difference."""
    from . import records, rules

    made = pages(root)
    stale = [
        name
        for name, text in made.items()
        if not (folder / name).is_file() or (folder / name).read_text(encoding="utf-8") != text
    ]
    known = {folder / name for name in made}
    present = [path for each in (records.FOLDER, rules.FOLDER) for path in sorted((folder / each).glob("*.md"))]
    left_over = [path.relative_to(folder).as_posix() for path in present if path not in known]
    return [*(f"{name} is not up to date" for name in stale), *(f"{name} is no generated page" for name in left_over)]
