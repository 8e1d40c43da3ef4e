"""The forms of texts in words: what findings and editors say where a text has another form."""

from collections.abc import Mapping
from functools import cache
from typing import NamedTuple, get_args

from pydantic.fields import FieldInfo
from typing_extensions import TypeAliasType

from . import scalars
from .pattern import Help


class Format(NamedTuple):
    """The form of a text: its title ("an id"), what to write, and an example."""

    title: str
    help: str
    example: str

    @property
    def message(self) -> str:
        """What an editor says of a text that has another form."""
        return f"expected {self.title}; {self.help}"

    def like(self, example: str) -> str:
        """What to write, with another example."""
        return self.help.replace(self.example, example)


@cache
def formats() -> Mapping[str, Format]:
    """The form of every text that has one, by the name of its definition in the schema."""
    named = {name: each for name, each in vars(scalars).items() if isinstance(each, TypeAliasType)}
    return {name: made for name, each in named.items() if (made := _format(each))}


def _format(alias: TypeAliasType) -> Format | None:
    marks = get_args(alias.__value__)
    help = next((each for each in marks if isinstance(each, Help)), None)
    if help is None:
        return None
    field = next(each for each in marks if isinstance(each, FieldInfo))
    return Format(str(field.title), help.text, str((field.examples or [""])[0]))
