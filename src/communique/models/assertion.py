"""The assertion: whatever a source could contradict."""

from collections.abc import Callable, Hashable, Mapping
from functools import cache
from operator import attrgetter, itemgetter
from typing import Annotated, Any, ClassVar, get_args, get_origin

from pydantic import Field

from ..codelists import Confidence, Rank
from ..text.json_text import canonical
from .base import Many, Maybe, Model, Set
from .evidence import Evidence
from .plain_data import plain_fields
from .scalars import EdtfDate, Line, LocalId, LocalizedText, Text
from .shorthand import Shorthand
from .unknown import Unknown


class Assertion(Model):
    """The fields that every assertion carries.

    ``identity`` names the fields that say what the assertion is about, unless a question does. Two assertions about one
    matter, as of one day, with different values are a conflict that is kept; at most one of them is preferred.
    """

    usual: ClassVar[tuple[tuple[str, ...], ...]] = (("evidence",),)
    identity: ClassVar[tuple[str, ...]] = ()

    id: Maybe[LocalId] = Field(
        None,
        description="A name for this assertion within its record, if something is to refer to it.",
        examples=["seat-shanghai"],
    )
    evidence: Many[Annotated[Evidence, Shorthand("source")]] = Field(
        (), description="The sources that support it, and where in them.", examples=[["pukmedia-waico-proposal"]]
    )
    as_of: Maybe[EdtfDate] = Field(
        None,
        description="The day for which it holds, if the source gives one. Values as of two days are a development, not "
        "a conflict.",
        examples=["2025-07-26"],
    )
    question: Maybe[Line] = Field(
        None,
        description="The question that it answers, where sources answer it differently and the conflict would not show "
        "otherwise; competing answers in one list share it.",
        examples=["Which order revoked Executive Order 14110?"],
    )
    compatible_with: Set[LocalId] = Field(
        (),
        description="The ids of competing assertions in the same list that can be true at the same time as this one. "
        "One of the two names the other.",
        examples=[["announced-in-asia"]],
    )
    rank: Rank = Field(
        Rank.NORMAL,
        description="Which of several competing values to show. At most one of one identity is preferred.",
        examples=["preferred"],
    )
    confidence: Maybe[Confidence] = Field(
        None, description="How sure the curator is that it is true.", examples=["verified"]
    )
    note: Maybe[Text] = Field(
        None,
        description="Why it is ranked, trusted or worded as it is, in the curator's words.",
        examples=["25 July 2025 was a Friday; the page itself is dated 26 July."],
    )

    @property
    def is_deprecated(self) -> bool:
        """Whether it is held to be wrong. It is kept for the record, and nothing else may rest on it."""
        return self.rank is Rank.DEPRECATED

    @property
    def is_preferred(self) -> bool:
        """Whether it is the value to show of those that compete."""
        return self.rank is Rank.PREFERRED

    @property
    def is_called_disputed(self) -> bool:
        """Whether the curator says that it is not settled."""
        return self.confidence is Confidence.DISPUTED

    @property
    def matter(self) -> tuple[object, ...] | None:
        """What it is about: assertions of one matter compete with each other. None if it competes with nothing."""
        values = self.__dict__
        if question := values["question"]:
            return (question, values["as_of"])
        return _identity(type(self))(values)


@cache
def _identity(model: type[Assertion]) -> Callable[[Mapping[str, object]], tuple[object, ...] | None]:
    match model.identity:
        case ():
            return lambda _: None
        case names:
            return itemgetter(*names, "as_of")


ASSERTION_FIELDS = Assertion.model_fields.keys() - {"as_of"}
"""The fields of every assertion, except the day for which it holds: that is a part of what it says."""


def outline(assertion: Assertion) -> Hashable:
    """The required values of an assertion: quickly found, and equal if the content is."""
    return _required(type(assertion))(assertion)


@cache
def _required(model: type[Assertion]) -> Callable[[Assertion], Hashable]:
    required: dict[str, Any] = {
        name: field.annotation for name, field in model.model_fields.items() if field.is_required()
    }
    texts = [name for name, kind in required.items() if kind is LocalizedText]
    plain = attrgetter(*(name for name in required if name not in texts))
    if not texts:
        return plain
    # The languages of a text have no order.
    return lambda assertion: (plain(assertion), *[min(getattr(assertion, name).values()) for name in texts])


def plain_values(assertion: Assertion) -> Hashable:
    """The texts, numbers and codes in an assertion, without who supports it: equal if the content is."""
    values = assertion.__dict__
    given = [values[name] for name in _content_fields(type(assertion))]
    return tuple([each for each in given if not isinstance(each, dict | Model)])


def content(assertion: Assertion) -> str:
    """What the assertion says, as canonical JSON: its identity and value, without who supports it and how well.

    Assertions inside it, such as the attributes of a measure, stand for themselves and are left out.
    """
    names = _content_fields(type(assertion))
    # Published keys are digests of this, and they were made with empty lists in it.
    empty: dict[str, Any] = {name: [] for name in names if getattr(assertion, name) == ()}
    return canonical(empty | plain_fields(assertion, names))


@cache
def _content_fields(model: type[Assertion]) -> tuple[str, ...]:
    """The fields of what the assertion says. A list of other assertions, or of what is unknown, is left out as well."""
    return tuple(name for name in model.model_fields if name not in ASSERTION_FIELDS and not _is_apart(model, name))


def _is_apart(model: type[Assertion], name: str) -> bool:
    """Whether the field is a list of what stands for itself."""
    annotation = model.model_fields[name].annotation
    return get_origin(annotation) is tuple and any(
        isinstance(each, type) and issubclass(each, Assertion | Unknown) for each in get_args(annotation)
    )
