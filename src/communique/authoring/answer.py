"""Makes a record of an answer in the flat schema: without nulls, with texts by language."""

from __future__ import annotations

from typing import Any

from ..editing.value_text import Writing, entry
from ..errors import CommuniqueError
from ..schemas.flat import LANGUAGE, TEXT


class AnswerError(CommuniqueError, ValueError):
    """An answer cannot be made a record of; the message says why."""


def record_of(answer: Any) -> dict[str, Any]:
    """The record as plain data; whether it is valid is for the validator to say.

    Raises:
        AnswerError: it is no object, or has two texts in one language.
    """
    made = _made(answer)
    if not isinstance(made, dict) or not made:
        raise AnswerError("the answer is no object with the fields of a record")
    return made


def as_yaml(record: dict[str, Any]) -> str:
    """The record as a file."""
    writing = Writing()
    return "".join(f"{line}\n" for name, value in record.items() for line in entry(f"{name}:", value, 0, writing))


def _made(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _made(each) for key, each in value.items() if each is not None}
    if not isinstance(value, list):
        return value
    if not value or not all(isinstance(each, dict) and each.keys() == {LANGUAGE, TEXT} for each in value):
        return [_made(each) for each in value]
    texts = {each[LANGUAGE]: each[TEXT] for each in value}
    if len(texts) < len(value):
        raise AnswerError("there are two texts in one language; keep one of them")
    return texts
