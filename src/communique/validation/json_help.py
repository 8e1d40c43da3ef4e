"""Help for a record in JSON, where keys and texts are in double quotes and items have no dash."""

from __future__ import annotations

from ..diagnostics.finding import Advice, Change
from ..reading import Document
from ..text.json_text import on_one_line


def is_json(document: Document) -> bool:
    """Whether the file is JSON, or YAML that looks like JSON."""
    return document.text.lstrip().startswith("{")


def worded(help: str, advice: tuple[Advice, ...], document: Document) -> tuple[str, tuple[Advice, ...]]:
    """The help and its changes, so that they can be pasted into the file."""
    if not is_json(document):
        return help, advice
    changed = []
    for each in advice:
        text = _in_json(each)
        help = help.replace(each.text, text)
        changed.append(each._replace(text=text))
    return help, tuple(changed)


def _in_json(advice: Advice) -> str:
    """The text in JSON; an unquoted word is not changed, because it replaces the text inside the quotes."""
    import yaml  # only for advice about a record in JSON

    text = advice.text
    if advice.change is Change.ADD:
        added = yaml.load(text, Loader=yaml.BaseLoader)
        if isinstance(added, dict):
            return on_one_line(added)[1:-1]
        return on_one_line(added[0] if isinstance(added, list) else added)
    if advice.change is Change.VALUE and text.startswith(("{", "[", "'")):
        return on_one_line(yaml.load(text, Loader=yaml.BaseLoader))
    return text
