"""What is shown of a word under the pointer: the card of an id, the meaning of a field, the definition of a code."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from .. import cards
from ..authoring.field_list import flow
from ..corpus.unknown_id import UnknownIdError
from ..documenting.field_facts import facts
from ..documenting.field_text import in_words
from ..lazy import lazy_pattern
from ..reading import read_bytes
from ..schemas import described
from ..text.escaping import escape
from .fields import PASSAGE, Field, field_at, record_kind
from .mentions import Mention, mention_at
from .open_files import OpenFiles
from .scalars import Scalar, scalar_at

_WIDTH = 80  # columns of a card
_TICKS = lazy_pattern("`+")


class Explanation(NamedTuple):
    """What is said of the stretch of a text, which is in code points. Of a ``literal`` text every space counts."""

    text: str
    start: int
    end: int
    literal: bool = False

    @property
    def markdown(self) -> str:
        """The text as Markdown, in which nothing of a record has a meaning of its own."""
        if not self.literal:
            return self.text
        longest = max((len(ticks) for ticks in _TICKS.findall(self.text)), default=0)
        fence = "`" * max(3, longest + 1)
        return f"{fence}text\n{self.text.rstrip()}\n{fence}"

    @property
    def plain(self) -> str:
        """The text without marks of Markdown."""
        return self.text if self.literal else self.text.replace("**", "").replace("`", "")


def explanation(files: OpenFiles, path: Path, index: int) -> Explanation | None:
    """What is known of the word at this place of an open file; None if there is nothing to say."""
    text = files.text(path)
    if mention := mention_at(text, index):
        card = _passage(files, path, mention) if PASSAGE in mention.kinds else _card(files, path, mention)
        return Explanation(card, mention.start, mention.end, literal=True)
    scalar = scalar_at(text, index)
    field = field_at(record_kind(text), scalar.pointer) if scalar else None
    if scalar is None or field is None:
        return None
    said = _of_field(field) if scalar.is_key else _of_code(field, scalar)
    return Explanation(said, scalar.start, scalar.end) if said else None


def _card(files: OpenFiles, path: Path, mention: Mention) -> str:
    """The card of a thing; without one, why there is none."""
    try:
        return cards.card(mention.id, files.around(path).corpus, _WIDTH)
    except UnknownIdError:
        return f"{escape(mention.id)}: no record without errors defines this id"
    except cards.CannotShowError as error:
        return str(error)


def _passage(files: OpenFiles, path: Path, mention: Mention) -> str:
    """The passage as it is in the record, of which the text is not known here."""
    data = read_bytes(files.content(path), str(path)).data
    passages = data.get("passages") if isinstance(data, dict) else None
    for each in passages if isinstance(passages, list) else ():
        if isinstance(each, dict) and each.get("id") == mention.id:
            return "\n".join(escape(f"{name}: {value}") for name, value in each.items())
    return f"{escape(mention.id)}: no passage of this record has this id"


def _of_field(field: Field) -> str:
    about = described.fields(field.owner.__name__)[field.name]
    known = [*facts(about, in_words), ("Example", f"`{flow(about.example)}`")]
    return "\n".join([f"**{field.name}**: {about.meaning}", "", *(f"- {label}: {fact}" for label, fact in known)])


def _of_code(field: Field, scalar: Scalar) -> str:
    known = {str(code): code for code in field.codelist or ()}
    code = known.get(scalar.value)
    return f"**{code.label}** (`{code}`): {code.definition}" if code else ""
