"""The word that was probably meant: "did you mean ...", only for a typing error.

There are three levels, each stricter than the one before: the message asks about `nearest`, `sure` is suggested as the
replacement, and ``--fix`` makes the replacement if `must_mean` is true too.
"""

from __future__ import annotations

from collections.abc import Iterable

from ..text.homoglyphs import foreign_letter
from ..text.inflection import plural, singular
from .regional_spelling import one_spelling
from .vocabulary import is_word, plain, schema_names

_LONGEST = 100  # a longer word takes too long to compare
_LONG = 8  # a word of this length may have two typing errors
SHORTEST = 4
"""Letters of the shortest word that is compared; shorter words have too many others one letter away."""
FAR = 3
"""A distance that is too large for a typing error."""


def nearest(word: str, candidates: Iterable[str], *, are_ids: bool = False) -> str | None:
    """The candidate that was probably meant; None if there is none, or several at the same distance.

    A typing error changes case, separators, letters that look alike, the plural ending, or one letter (two in a word
    of eight or more letters), and does not produce another usual word. British and American spelling are the same.
    If the candidates are ids, which have no meaning, it may produce another word.
    """
    found = all_nearest(word, candidates, are_ids=are_ids)
    return found[0] if len(found) == 1 else None


def all_nearest(word: str, candidates: Iterable[str], *, are_ids: bool = False) -> list[str]:
    """The candidates that were probably meant: several at the same distance, of which only the writer knows the one."""
    near = {each: distance for each in candidates if (distance := slips(word, each)) < FAR}
    distances = {each: far for each, far in near.items() if are_ids or not far or not _means_something_else(word, each)}
    return sorted(each for each, distance in distances.items() if distance == min(distances.values()))


def _means_something_else(word: str, candidate: str) -> bool:
    """Whether a part of the word is a usual word, and not another form of that in the candidate."""
    parts, others = plain(word).split("_"), plain(candidate).split("_")
    differing = [(one, other) for one, other in zip(parts, others, strict=True) if one != other]
    if len(parts) > 1:  # as_state, for as_stated
        differing = [(one, other) for one, other in differing if other not in (f"{one}d", f"{one}ed")]
    return any(is_word(one, usual=True) for one, other in differing if not _are_alike(one, other))


def _are_alike(one: str, other: str) -> bool:
    """Whether two words differ only in the plural or in the spelling of a country."""
    return singular(one) == singular(other) or one_spelling(one) == one_spelling(other)


def by_likeness(word: str, candidates: Iterable[str]) -> list[str]:
    """The candidates, those first that have most in common with the word; otherwise in their order.

    >>> by_likeness("colour_code", ["amount", "code", "colour"])
    ['colour', 'code', 'amount']
    """
    from difflib import SequenceMatcher

    given = one_spelling(plain(word))[:_LONGEST]
    matcher = SequenceMatcher(a="", b=given, autojunk=False)

    def likeness(candidate: str) -> float:
        matcher.set_seq1(one_spelling(candidate))
        return matcher.ratio()

    return sorted(candidates, key=likeness, reverse=True)


def did_you_mean(word: str, candidates: Iterable[str], *, are_ids: bool = False) -> str:
    """A question that names the nearest candidate; empty if there is none."""
    match = nearest(word, candidates, are_ids=are_ids)
    return "" if match is None else question(match, instead_of=word)


def question(*meant: str, instead_of: str = "") -> str:
    """The question whether one of these was meant, with a note about a letter of another script in what was written.

    >>> question("cn", "cn-government")
    'did you mean cn or cn-government?'
    """
    asked, foreign = f"did you mean {' or '.join(meant)}?", foreign_letter(instead_of)
    return f"{asked} In the file, {foreign}" if foreign else asked


def sure(word: str, candidates: Iterable[str]) -> str:
    """The candidate that is certainly meant; empty if none is. It is at most one letter away, and no other within two.

    If a letter is only missing, no other may be within one. In a short word only swapped letters count; any other
    typing error may be a different word.

    >>> sure("nmae", ["name"]), sure("nme", ["name"])
    ('name', '')
    >>> sure("licensr", ["licensor", "licensee"]), sure("licensar", ["licensor", "licensee"])
    ('licensor', '')
    """
    every = list(candidates)
    match = nearest(word, every)
    if match is None or slips(word, match) > 1 or not (_is_long(word, match) or _are_same_letters(word, match)):
        return ""
    within = 1 if len(squeezed(word)) < len(squeezed(match)) else 2
    near = [each for each in every if each != match and _distance(plain(word), plain(each), within) <= within]
    return "" if near and squeezed(word) != squeezed(match) else match


def _is_long(word: str, match: str) -> bool:
    return min(len(squeezed(word)), len(squeezed(match))) > SHORTEST


def _are_same_letters(word: str, match: str) -> bool:
    return sorted(squeezed(word)) == sorted(squeezed(match))


def must_mean(found: str, word: str) -> bool:
    """Whether the word found is certainly a misspelling of the other word.

    Either they differ only in case, separators, letters that look alike and the spelling of a country, or by one typing
    error that does not make another English word: not_started is probably not a misspelt not_stated.

    >>> must_mean("in force", "in_force"), must_mean("anouncement", "announcement")
    (True, True)
    >>> must_mean("not_started", "not_stated"), must_mean("player", "payer")
    (False, False)
    """
    one, other = plain(found), plain(word)
    if one_spelling(one) == one_spelling(other):
        return True
    return len(other) >= SHORTEST and _distance(one, other, 1) <= 1 and not _makes_a_word(one, other)


def is_plural(found: str, word: str) -> bool:
    """Whether the word found is the plural of the other word.

    >>> is_plural("Obligations", "obligation"), is_plural("follow", "follows")
    (True, False)
    """
    return plain(found) == plural(plain(word))


def _makes_a_word(found: str, word: str) -> bool:
    """Whether the word found is another name of the schema, or a part of it another word."""
    return found in schema_names() or any(map(is_word, set(found.split("_")) - set(word.split("_"))))


def slips(word: str, candidate: str) -> int:
    """The number of typing errors between the candidate and the word; `FAR` if there are too many."""
    if max(len(word), len(candidate)) > _LONGEST:
        return FAR
    if squeezed(word) == squeezed(candidate):
        return 0
    parts, others = plain(word).split("_"), plain(candidate).split("_")
    if len(parts) != len(others):
        return FAR
    pairs = [(part, other) for part, other in zip(parts, others, strict=True) if part != other]
    steps = sum(_steps(part, other, is_part=len(parts) > 1) for part, other in pairs)
    return steps if steps <= _allowed(plain(word), plain(candidate)) else FAR


def _steps(found: str, meant: str, *, is_part: bool) -> int:
    """The number of typing errors between two words; a part of a longer word may have one letter less."""
    if _are_alike(found, meant):
        return 1
    limit = _allowed(meant, meant) and 1 if is_part and len(found) == SHORTEST - 1 else _allowed(found, meant)
    if not limit or _digits(found) != _digits(meant):
        return FAR
    # A typing error is rarely in the first letter; a change there is often a prefix that reverses the meaning.
    if found[0] != meant[0] and found[:2] != meant[1::-1]:
        return FAR
    distance = _distance(found, meant, limit)
    return distance if distance <= limit else FAR


def _digits(word: str) -> list[str]:
    return sorted(filter(str.isdigit, word))


def _allowed(one: str, other: str) -> int:
    shorter = min(len(one), len(other))
    return 0 if shorter < SHORTEST else 1 if shorter < _LONG else 2


def _distance(one: str, other: str, limit: int) -> int:
    """Letters inserted, deleted, replaced or swapped with the next (optimal string alignment); at most limit + 1.

    >>> _distance("raeson", "reason", 2)
    1
    """
    if abs(len(one) - len(other)) > limit:
        return limit + 1
    before: list[int] = []
    above = list(range(len(other) + 1))
    for row, letter in enumerate(one, start=1):
        here = [row]
        for column, wanted in enumerate(other, start=1):
            best = min(above[column] + 1, here[-1] + 1, above[column - 1] + (letter != wanted))
            if before and column > 1 and letter == other[column - 2] and one[row - 2] == wanted:
                best = min(best, before[column - 2] + 1)
            here.append(best)
        if min(here) > limit:
            return limit + 1
        before, above = above, here
    return above[-1]


def squeezed(word: str) -> str:
    """The word without case and separators, and with Latin letters for those that look like them.

    >>> squeezed("Full-Text") == squeezed("full_text")
    True
    """
    return plain(word).replace("_", "")
