"""A day on the command line."""

from __future__ import annotations

import re
from datetime import date

import click

from ..lexicon.date_forms import diagnose
from ..lexicon.spelling import question
from ..models.edtf import EdtfDate


def day(text: str) -> date:
    """The day that an option names, such as 2026-07-05: the type of such an option.

    Raises:
        click.BadParameter: it is no day; the message says what is wrong, and which day may be meant.
    """
    given = EdtfDate(text)
    if given.error is None and given.earliest and given == str(given.earliest):
        return given.earliest
    raise click.BadParameter(f"{text!r} is no day: {_reason(given)}")


def _reason(given: EdtfDate) -> str:
    """What is wrong, and which days may be meant or what was expected."""
    meant = diagnose(given)
    if days := [each for each in meant.readings if each == str(EdtfDate(each).earliest)]:
        return question(*days)
    return f"{_defect(given, meant.help)}; expected year-month-day, such as 2026-07-05"


def _defect(given: EdtfDate, help: str) -> str:
    if given.error:
        is_impossible = re.fullmatch("[0-9]{4}-[0-9]{2}-[0-9]{2}", given)
        return (help or given.error) if is_impossible else "it cannot be read"
    if given.earliest is None:
        return "it is not in the years 1 to 9999"
    return f"it is {given.qualifier}" if given.qualifier else "it names more or less than one day"
