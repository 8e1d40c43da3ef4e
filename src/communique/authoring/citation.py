"""Finds words in the text of a source, and returns the stretch for a passage."""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterator, Sequence
from heapq import nlargest
from itertools import islice
from typing import NamedTuple

from ..codelists import TextNormalization
from ..errors import CommuniqueError
from ..models import SourceText
from ..text import sentences
from ..text.boundaries import is_cut, whole
from ..text.characters import crowded_marks
from ..text.source_text import SINGLE_SPACE, digest, normalise, unspaced

_AROUND = 40
_MOST = 10
_FEW = 3
_TOO_MANY = 1_000
# Characters that people type instead of those of a page, one for one, so that positions stay the same; and the one
# letter that is two in lower case.
_TYPED = str.maketrans(dict(zip("“”„«»‘’‚–—−\u2011İ", '"""""\'\'\'----i', strict=True)))
_SOFT_HYPHEN = "\u00ad"


class Stretch(NamedTuple):
    """A stretch of a normalised text: where it begins and ends, in code points, and its digest."""

    start: int
    end: int
    digest: str


class CitationError(CommuniqueError, ValueError):
    """The words are not in the text, or more than once; the message says which, and ``candidates`` where they are."""

    def __init__(self, message: str, candidates: tuple[str, ...] = ()) -> None:
        super().__init__(message)
        self.candidates = candidates


def describe(text: str, normalization: TextNormalization = SINGLE_SPACE) -> SourceText:
    """The digest, length and normalization that identify the text of a source.

    Raises:
        CitationError: the text is empty.
    """
    content = _content(text, normalization)
    return SourceText(digest=digest(content), length=len(content), normalization=normalization)


def cite(
    text: str,
    words: str,
    *,
    whole_sentence: bool = False,
    normalization: TextNormalization = SINGLE_SPACE,
) -> Stretch:
    """The stretch of the words in the normalised text.

    Soft hyphens, and spaces between characters of Chinese and Japanese, are ignored in the search. A place where a
    word or a number would be cut does not count. With ``whole_sentence`` the stretch is extended to the sentence
    around the words.

    Raises:
        CitationError: the words are not in the text, occur more than once, or cut a word or a number wherever they
            occur; or the text is empty.
    """
    if crowded_marks(words) is not None:
        raise CitationError("the words have more combining marks in a row than any language uses")
    content, wanted = _content(text, normalization), _Joined(normalise(words))
    if not wanted.text:
        raise CitationError("no words given")
    joined = _Joined(content)
    places = list(islice(_places(joined.text, wanted.text), _TOO_MANY))
    if not places:
        raise CitationError("the words are not in the text", tuple(_candidates(joined.text, wanted.text)))
    places = _whole(joined.text, places, len(wanted.text))
    stretches = [joined.stretch(place, place + len(wanted.text)) for place in places[:_MOST]]
    if len(places) > 1:
        count = f"{_TOO_MANY:,} times or more" if len(places) == _TOO_MANY else f"{len(places)} times"
        shown = tuple(_context(content, start, end) for start, end in stretches)
        raise CitationError(f"the words occur {count} in the text; give more words", shown)
    start, end = sentences.around(content, *stretches[0]) if whole_sentence else stretches[0]
    return Stretch(start, end, digest(content[start:end]))


def shown(text: str, stretch: Stretch, normalization: TextNormalization = SINGLE_SPACE) -> str:
    """The words of a stretch without soft hyphens."""
    return normalise(text, normalization)[stretch.start : stretch.end].replace(_SOFT_HYPHEN, "")


def _content(text: str, normalization: TextNormalization) -> str:
    content = normalise(text, normalization)
    if not content:
        raise CitationError("the text is empty")
    return content


class _Joined:
    """A normalised text without soft hyphens and spaces in Chinese and Japanese."""

    def __init__(self, content: str) -> None:
        without = re.sub(" {2,}", " ", content.replace(_SOFT_HYPHEN, ""))  # one may stand between two spaces
        self.text = unspaced(without)
        self._places = None if len(self.text) == len(content) else _places_of(self.text, content)

    def stretch(self, start: int, end: int) -> tuple[int, int]:
        """The span of the content that corresponds to a span of the joined text."""
        if self._places is None:
            return start, end
        return self._places[start], self._places[end - 1] + 1


def _places_of(text: str, content: str) -> Sequence[int]:
    """The position of each character of a text in the longer text from which it was made."""
    places, place = array("L"), -1
    for character in text:
        place = content.index(character, place + 1)
        places.append(place)
    return places


def _places(content: str, wanted: str) -> Iterator[int]:
    start = content.find(wanted)
    while start >= 0:
        yield start
        start = content.find(wanted, start + 1)


def _whole(content: str, places: Sequence[int], length: int) -> list[int]:
    """Those of the places where no word and no number is cut."""
    found = [each for each in places if not is_cut(content, each) and not is_cut(content, each + length)]
    if found:
        return found
    wider = (whole(content, each, each + length) for each in places[:_MOST])
    candidates = dict.fromkeys(content[each[0] : each[1]] for each in wider if each)
    raise CitationError("the words begin or end within a word or a number; give it whole", tuple(candidates))


def _candidates(content: str, wanted: str) -> list[str]:
    """Similar passages: the same except for case, quotes or dashes, else sentences with most of the words."""
    folded, sought = content.translate(_TYPED).lower(), wanted.translate(_TYPED).lower()
    similar = [content[start : start + len(wanted)] for start in islice(_places(folded, sought), _MOST)]
    return similar or _nearest(content, wanted)


def _nearest(content: str, wanted: str) -> list[str]:
    """The sentences with most of the words, if any sentence has half of them."""
    words = set(re.findall(r"\w+", wanted.lower()))
    counted = ((len(words & set(re.findall(r"\w+", each.lower()))), each) for each in sentences.split(content))
    best = nlargest(
        _FEW, ((number, each) for number, each in counted if 2 * number >= len(words)), lambda pair: pair[0]
    )
    return list(dict.fromkeys(each for number, each in best if number == best[0][0]))


def _context(content: str, start: int, end: int) -> str:
    before, after = content[max(0, start - _AROUND) : start], content[end : end + _AROUND]
    opening, closing = "…" if start > _AROUND else "", "…" if end + _AROUND < len(content) else ""
    return f"{opening}{before}[{content[start:end]}]{after}{closing}"
