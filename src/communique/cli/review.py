"""``communique review``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ..files.paths import is_missing, shown
from ..text.inflection import counted
from ..text.markdown import plain
from .exits import tell_internal_errors
from .options import DEFAULT, config_option, existing, settings_for
from .output import say, write

if TYPE_CHECKING:
    from ..authoring.review import Review, Section
    from ..reading import Document
    from ..validation.settings import Settings

_LONGEST = 500


@click.command()
@click.argument("targets", nargs=-1, metavar="[PATH | ID]...")
@click.option("--in", "corpus", type=click.Path(exists=True), help="The corpus, also of files that belong to none.")
@click.option(
    "--sources", type=click.Path(exists=True, file_okay=False), help="A folder of texts, to check passages and words."
)
@click.option("--as-issue", is_flag=True, help="Print a list of tasks in Markdown.")
@config_option
def review(targets: Sequence[str], corpus: str | None, sources: str | None, as_issue: bool, config: str | None) -> None:
    """List what stands between drafts and the status reviewed, in the order to do it.

    PATH is a file or a folder, by default the folder records; of a folder, only drafts and files with lines to confirm
    or a list of what was not taken. Every step names its line and what to do. What is listed last is optional.
    """
    settings = settings_for(config)
    paths = [_path(each, corpus, settings) for each in targets] or existing([corpus] if corpus else [])
    found = _reviews(paths, sources, settings, corpus)
    if not found:
        say("no drafts")
    for number, each in enumerate(found):
        if as_issue:
            write("\n" * bool(number) + "\n".join(_as_issue(each)) + "\n")
        else:
            for line in ([""] if number else []) + [*_as_text(each)]:
                say(line)


def _path(target: str, corpus: str | None, settings: Settings) -> str:
    """The path, or that of the announcement with this id."""
    from ..corpus.definitions import definitions
    from ..validation.discovery import corpora

    if not is_missing(Path(target)):
        return target
    for gathered in corpora([Path(each) for each in existing([corpus] if corpus else [])], settings):
        for file in gathered.files:
            every = definitions(file.path, gathered.read(file.path).data)
            if any(each.id == target and each.kind == "announcement" for each in every):
                return file.path
    raise click.BadParameter(
        f"{target!r} is no file, no folder and no announcement in {corpus or DEFAULT}; `communique find` finds ids",
        param_hint="PATH | ID",
    )


def _reviews(paths: Sequence[str], sources: str | None, settings: Settings, home: str | None) -> list[Review]:
    from .. import api
    from ..authoring.review import as_reviewed, review
    from ..files.regular_file import read_regular
    from ..reading.limits import MAX_BYTES
    from ..text.source_text import Texts
    from ..validation.discovery import corpora

    now = api.inspect_changed(paths, {}, sources=sources, settings=settings, home=home)
    tell_internal_errors(now.internal_errors)
    documents = [each.read(path) for each in corpora([Path(path) for path in paths], settings) for path in each.asked]
    wanted = {each.path: each for each in documents if _is_wanted(each, paths)}
    readable = [path for path, each in wanted.items() if each.sound]
    contents = {path: as_reviewed(read_regular(Path(path), MAX_BYTES), path) for path in readable}
    changed = {path: content for path, content in contents.items() if content is not None}
    then = api.inspect_changed(paths, changed, sources=sources, settings=settings, home=home) if changed else now
    texts = Texts.from_folder(Path(sources)) if sources else None
    return [review(wanted[path], now.findings, then.findings, texts) for path in sorted(wanted)]


def _is_wanted(document: Document, given: Sequence[str]) -> bool:
    """Whether it is a draft, still has what only a draft should have, or was given by its own path."""
    from ..authoring.confirmation import unconfirmed
    from ..authoring.leftovers import NOT_TAKEN

    data = document.data
    is_draft = isinstance(data, dict) and data.get("kind") == "announcement" and data.get("status") == "draft"
    is_unfinished = NOT_TAKEN in document.text or bool(unconfirmed(document.text))
    return is_draft or document.path in given or is_unfinished


def _as_text(found: Review) -> Iterator[str]:
    yield _heading(found)
    for number, section in enumerate(found.sections, 1):
        common = _common(section)
        yield f"{number}. {_title(section)}" + (f": {common}" if common else "")
        for step in section.steps:
            yield f"   {shown(found.path)}:{step.line}: {step.what}"
            if step.to_do and not common:
                yield f"     {step.to_do}"
    yield _end(found)


def _as_issue(found: Review) -> Iterator[str]:
    yield f"## {plain(_heading(found), _LONGEST)}"
    for number, section in enumerate(found.sections, 1):
        common = _common(section)
        yield from ("", f"### {number}. {_title(section)}", "")
        if common:
            yield from (_advice(common), "")
        for step in section.steps:
            to_do = f"; {_advice(step.to_do)}" if step.to_do and not common else ""
            where = plain(f"{shown(found.path)}:{step.line}", _LONGEST)
            yield f"- [ ] {where}: {plain(step.what, _LONGEST)}{to_do}"
    yield from ("", plain(_end(found), _LONGEST))


def _advice(text: str) -> str:
    """What to do in Markdown, with the mark of lines as code."""
    from ..authoring.confirmation import MARK

    return f"`{MARK}`".join(plain(each, _LONGEST) for each in text.split(MARK))


def _title(section: Section) -> str:
    return section.title + ("" if section.due else " (optional)")


def _common(section: Section) -> str:
    """What there is to do in every step, if it is the same in several."""
    every = {step.to_do for step in section.steps}
    return every.pop() if len(section.steps) > len(every) == 1 else ""


def _heading(found: Review) -> str:
    left = counted(found.due, "step") + " left" if found.due else "nothing left to do"
    return f"{found.id or shown(found.path)} ({found.status or 'no status'}): {left}"


def _end(found: Review) -> str:
    if not found.status:
        return "It has no status."
    if found.status != "draft":
        return f"The status is {found.status}, in line {found.line}."
    then = "Then write" if found.due else "Write"
    return f"{then} in line {found.line} of {shown(found.path)}: status: reviewed"
