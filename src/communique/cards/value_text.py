"""Values as text: numbers, sums of money, votes and thresholds."""

from __future__ import annotations

from decimal import Decimal

from ..codelists import AmountRule, Comparator, PayerKind, VoteChoice, VoteMethod
from ..corpus.corpus import Corpus
from ..models import Attribute, Ballot, Money, Quantity, Share, Threshold, Vote, main_text
from .date_text import when
from .labels import code, compared, digits, duration, listed, name, number, others, units

_SCALES = ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"))
_DECIMALS = 3
"""With more decimals, a sum is written in full."""
_RULES = {AmountRule.GREATER_OF: "whichever is greater", AmountRule.LESSER_OF: "whichever is less"}
_METHODS = {
    VoteMethod.RECORDED: "recorded vote",
    VoteMethod.SHOW_OF_HANDS: "vote by show of hands",
    VoteMethod.VOICE: "voice vote",
    VoteMethod.CONSENSUS: "by consensus, without a vote",
    VoteMethod.ACCLAMATION: "by acclamation, without a vote",
    VoteMethod.SECRET_BALLOT: "secret ballot",
    VoteMethod.UNKNOWN: "decided by an unknown method",
}


def value_text(value: Attribute | Quantity | Money | Vote | Threshold, corpus: Corpus, card_id: str) -> str:
    """The value as text. The text does not name the thing with the id ``card_id``, which the card is about."""
    match value:
        case Attribute():
            return _attribute(value, corpus, card_id)
        case Quantity():
            return _quantity(value, corpus, card_id)
        case Money():
            return _money(value, corpus, card_id)
        case Vote():
            return _vote(value, corpus, card_id)
        case Threshold():
            return _threshold(value, corpus, card_id)


def _attribute(attribute: Attribute, corpus: Corpus, card_id: str) -> str:
    """A property of an instrument."""
    label = f"{code(attribute.name)} ({attribute.label})" if attribute.label else code(attribute.name)
    text = f"{label}: {number(attribute.value, attribute.comparator)}"
    text += listed(" ", units(attribute.value, attribute.unit))
    return text + listed(", ", _exactness(attribute), _by(attribute.speaker, corpus, card_id))


def _quantity(quantity: Quantity, corpus: Corpus, card_id: str) -> str:
    """A number with what it counts."""
    text = f"{quantity.subject}: {number(quantity.value, quantity.comparator, quantity.upper)}"
    text += "" if quantity.of is None else f" of {digits(quantity.of)}"
    text += listed(" ", units(quantity.value if quantity.of is None else quantity.of, quantity.unit))
    return text + listed(
        ", ",
        _exactness(quantity),
        when(quantity.as_of, "as of") if quantity.as_of else "",
        _about(quantity.about, corpus, card_id),
        f"at {name(quantity.occasion, corpus)}" if quantity.occasion else "",
        _by(quantity.speaker, corpus, card_id),
    )


def _money(money: Money, corpus: Corpus, card_id: str) -> str:
    """A sum of money, or a share: ``USD 500 billion, pledged, private``."""
    subject = f"{money.subject}: " if money.subject else ""
    return f"{subject}{_sum_text(money)}" + listed(
        ", ",
        code(money.flow),
        "public and private" if money.payer_kind is PayerKind.MIXED else code(money.payer_kind),
        f"from {name(money.payer, corpus)}" if money.payer else "",
        f"to {name(money.payee, corpus)}" if money.payee else "",
        when(money.period, "in") if money.period else "",
        f"over {duration(money.duration)}" if money.duration else "",
        when(money.as_of, "as of") if money.as_of else "",
        _about(money.about, corpus, card_id),
        _by(money.speaker, corpus, card_id),
    )


def _vote(vote: Vote, corpus: Corpus, card_id: str) -> str:
    """A vote: ``recorded vote: 153 in favour, 9 against, 16 abstaining``."""
    counts = [(getattr(vote, choice), code(choice)) for choice in VoteChoice]
    tally = listed(": ", *(f"{digits(count)} {choice}" for count, choice in counts if count is not None))
    setting = listed(
        ", ",
        f"by {name(vote.body, corpus)}" if vote.body else "",
        f"on {vote.part}" if vote.part else "",
        _about(vote.about, corpus, card_id),
        when(vote.date, "on") if vote.date else "",
    )
    return _METHODS[vote.method] + tally + setting + "".join(f"; {each}" for each in _ballots(vote, corpus))


def _threshold(threshold: Threshold, corpus: Corpus, card_id: str) -> str:
    """A threshold, and what follows from it."""
    label = f"{code(threshold.metric)} ({threshold.label})" if threshold.label else code(threshold.metric)
    value = number(threshold.value, threshold.comparator, threshold.upper)
    effect = f"; then: {main_text(threshold.effect)}" if threshold.effect else ""
    return (
        f"{label}: {value} {units(threshold.value, threshold.unit)}"
        + listed(
            ", ",
            threshold.part,
            _about(threshold.about, corpus, card_id),
            f"stated as “{threshold.as_stated}”" if threshold.as_stated else "",
        )
        + effect
    )


def _sum_text(money: Money) -> str:
    share = _share(money.share) if money.share else ""
    if money.amount is None:
        return _range(money, share, f"{digits(money.upper or 0)} percent")
    text = _range(money, _amount(money.amount, money.currency), _amount(money.upper or 0, money.currency))
    if not share:
        return text
    return f"{text} or {share}, {_RULES[money.rule]}" if money.rule else f"{text}; {share}"


def _range(money: Money, text: str, upper: str) -> str:
    return f"{text} to {upper}" if money.comparator is Comparator.BETWEEN else compared(text, money.comparator)


def _share(share: Share) -> str:
    return f"{digits(share.percent)} percent of {share.of}" + listed(", ", *others(share))


def _amount(amount: float, currency: str | None) -> str:
    """A sum with a scale word, where that is shorter and exact."""
    for scale, word in _SCALES:
        scaled = Decimal(str(amount)) / scale
        if abs(scaled) >= 1 and scaled == round(scaled, _DECIMALS):
            return f"{currency} {scaled.normalize():,f} {word}"
    return f"{currency} {digits(amount)}"


def _ballots(vote: Vote, corpus: Corpus) -> list[str]:
    """For each choice, who made it."""
    found: dict[str, list[str]] = {}
    for ballot in vote.ballots:
        found.setdefault(code(ballot.vote), []).append(_voter(ballot, corpus))
    return [f"{choice}: {', '.join(voters)}" for choice, voters in found.items()]


def _voter(ballot: Ballot, corpus: Corpus) -> str:
    return name(ballot.actor, corpus) + "".join(f" ({each})" for each in others(ballot, corpus))


def _about(id: str | None, corpus: Corpus, card_id: str) -> str:
    return f"about {name(id, corpus)}" if id and id != card_id else ""


def _by(speaker: str | None, corpus: Corpus, card_id: str) -> str:
    return f"according to {name(speaker, corpus)}" if speaker and speaker != card_id else ""


def _exactness(given: Attribute | Quantity) -> str:
    """The comparator, if the text of the number does not express it: unqualified, or unsuitable for the value."""
    upper = given.upper if isinstance(given, Quantity) else None
    unsuitable = isinstance(given.value, str) or (given.comparator is Comparator.BETWEEN and upper is None)
    return code(given.comparator) if unsuitable or given.comparator is Comparator.UNQUALIFIED else ""
