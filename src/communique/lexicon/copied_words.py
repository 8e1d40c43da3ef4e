"""Words that a text has from another text: whole, or in a long run.

Both texts are compared word by word. Case, accents, punctuation, quotes and line breaks make no difference, so that
small changes do not hide a copy; one changed word ends a run.

Programs that look for copied text take runs of 6 words (Copyfind) to 13 words (what the authors of GPT-3 removed), and
one that is used for marking papers takes 9, because it found too much chance in 8. Between the texts of an announcement
chance is more common, as they share its names, numbers and titles. So those do not count here, and a run is long from
12 other words on; a text that is copied whole is found from 6 on.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import cached_property, partial
from itertools import accumulate, groupby

from ..lazy import lazy_pattern
from ..text.characters import REMOVABLE
from .folding import fold

WHOLE = 6
"""From how many words on a text that is copied as a whole counts as copied."""
RUN = 12
"""From how many words in a row on a part of a text counts as copied."""

_GRAM = WHOLE  # words that are looked up at once: each copy has at least as many

# Scripts without spaces between words; of these, each character is looked at by itself.
_HAN = "\u3041-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_OTHER_UNSPACED = "\u0e00-\u0eff\u0f00-\u0fff\u1000-\u109f\u1780-\u17ff"
# Vowels and accents that are no letters of their own for \w.
_SIGNS = "\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf-\u05c7\u0610-\u061a\u064b-\u065f\u0900-\u0963\u0966-\u0dff"
_LETTER = rf"(?:[^\W_{_HAN}{_OTHER_UNSPACED}]|[{_SIGNS}])"
_WORD = lazy_pattern(rf"[{_HAN}]|[{_OTHER_UNSPACED}]|{_LETTER}+(?:['’]{_LETTER}+)*")
_IS_HAN = lazy_pattern(f"[{_HAN}]")
_IS_OTHER_UNSPACED = lazy_pattern(f"[{_OTHER_UNSPACED}]")
_QUOTED = lazy_pattern(
    '“[^“”]*”|„[^„“”]*[“”]|«[^«»]*»|「[^「」]*」|『[^『』]*』|《[^《》]*》|"[^"]*"|(?<!\\w)‘[^‘’]*’(?!\\w)'
)
_INVISIBLE = dict.fromkeys(map(ord, REMOVABLE))


class SourceWords:
    """The words of a text from which others may be copied."""

    def __init__(self, text: str) -> None:
        self._line = _line(folded(text))

    def has(self, words: Sequence[str]) -> bool:
        """Whether these words follow each other in the text."""
        return _line(words) in self._line

    def among(self, grams: Iterable[tuple[str, ...]]) -> set[tuple[str, ...]]:
        """Those of the groups of words that the text has."""
        return set(grams).intersection(_grams(self._line.split()))


class OwnWords:
    """The words of a text that should be in words of its own.

    Numbers do not count, nor do the words in ``free``, which are names and other words that need not be changed, nor
    what is quoted, unless the quotation is a long run by itself.
    """

    def __init__(self, text: str, free: Collection[Sequence[str]] = (), whole: int = WHOLE) -> None:
        """``whole`` is from how many words on it counts as copied if all of it is."""
        self._text, self._whole = text.translate(_INVISIBLE), whole
        found = list(_words(self._text))
        self.words = tuple(folded for folded, _, _ in found)
        self._spans = [(start, end) for _, start, end in found]
        counts = [_count(word) for word in self.words]
        for start, end in (*self._quoted(counts), *self._named(free)):
            counts[start:end] = [0.0] * (end - start)
        self._counted = [0.0, *accumulate(counts)]

    @cached_property
    def grams(self) -> tuple[tuple[str, ...], ...]:
        """The groups of words that follow each other; none if there are too few that count."""
        if self._count(0, len(self.words)) < self._whole:
            return ()
        return tuple(_grams(self.words))

    def copied(self, source: SourceWords, shared: set[tuple[str, ...]]) -> str:
        """The part that is copied from the source, the longest if there are several; empty if none is.

        ``shared`` are the groups of words that the source has.
        """
        if self.grams and shared.issuperset(self.grams) and source.has(self.words):
            return self._part(0, len(self.words))
        runs = (run for start, end in self._chains(shared) for run in self._runs(source, start, end))
        start, end = max(runs, key=lambda run: self._count(*run), default=(0, 0))
        return self._part(start, end) if end else ""

    def _chains(self, shared: set[tuple[str, ...]]) -> Iterator[tuple[int, int]]:
        """Where every group of words is in the source, and enough of them count."""
        for is_shared, group in groupby(range(len(self.grams)), lambda place: self.grams[place] in shared):
            places = list(group)
            start, end = places[0], places[-1] + _GRAM
            if is_shared and self._count(start, end) >= RUN:
                yield start, end

    def _runs(self, source: SourceWords, start: int, end: int) -> Iterator[tuple[int, int]]:
        """The long runs of the source within these words, each of which ends after the one before."""
        last = start
        while last < end and self._count(start, end) >= RUN:
            fewest = max(last + 1, bisect_left(self._counted, self._counted[start] + RUN))
            if source.has(self.words[start:fewest]):
                longer = range(fewest + 1, end + 1)
                last = fewest + bisect_left(longer, True, key=partial(self._leaves, source, start))
                yield start, last
            start += 1

    def _leaves(self, source: SourceWords, start: int, end: int) -> bool:
        """Whether these words do not follow each other in the source."""
        return not source.has(self.words[start:end])

    def _count(self, start: int, end: int) -> float:
        return self._counted[end] - self._counted[start]

    def _part(self, start: int, end: int) -> str:
        return self._text[self._spans[start][0] : self._spans[end - 1][1]]

    def _quoted(self, counts: Sequence[float]) -> Iterator[tuple[int, int]]:
        """The words within quotation marks, unless they are a long run by themselves."""
        starts = [start for start, _ in self._spans]
        for match in _QUOTED.finditer(self._text):
            first, last = bisect_left(starts, match.start()), bisect_left(starts, match.end())
            if sum(counts[first:last]) < RUN:
                yield first, last

    def _named(self, free: Collection[Sequence[str]]) -> Iterator[tuple[int, int]]:
        """The words that are free: those of each name, and groups of words that are in a longer one."""
        line, grams = _line(self.words), {gram for each in free for gram in _grams(each)}
        for place, gram in enumerate(_grams(self.words) if grams else ()):
            if gram in grams:
                yield place, place + _GRAM
        for each in free:
            words, found = _line(each), -1
            while each and (found := line.find(words, found + 1)) >= 0:
                start = line.count(" ", 0, found)
                yield start, start + len(each)


def folded(text: str) -> tuple[str, ...]:
    """The words of a text in their order, as they are compared.

    >>> folded("“Global AI”, 全球: L’Écho")
    ('global', 'ai', '全', '球', "l'echo")
    """
    return tuple(word for word, _, _ in _words(text.translate(_INVISIBLE)))


def _words(text: str) -> Iterator[tuple[str, int, int]]:
    """Each word, folded, with its place in the text."""
    for match in _WORD.finditer(text):
        if word := fold(match[0]):
            yield word, *match.span()


def _grams(words: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """The groups of words that follow each other."""
    return zip(*(words[start:] for start in range(_GRAM)), strict=False)


def _line(words: Iterable[str]) -> str:
    return f" {' '.join(words)} "


def _count(word: str) -> float:
    """How many words it counts for: two characters of Han or kana are about a word, four of Thai."""
    if word.isnumeric():
        return 0.0
    if _IS_HAN.match(word):
        return 0.5
    return 0.25 if _IS_OTHER_UNSPACED.match(word) else 1.0
