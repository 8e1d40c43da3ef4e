"""The text of an article: its title, its lines and its sentences, with their places in the normalised text."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

from ..authoring.citation import describe
from ..codelists import TextNormalization
from ..lazy import lazy_pattern
from ..text import sentences
from ..text.characters import unsafe
from ..text.source_text import normalise, normalization_for
from .furniture import is_furniture, is_label, without_links
from .tokens import word_set

MOST_CHARACTERS = 200_000
"""Code points that are looked at; of a longer text the rest is not read."""

LONGEST_SENTENCE = 2_000
"""Code points; a longer one is no sentence, and nothing is taken from it."""

_LONGEST_TITLE = 300
_MOST_ABOVE = 10
_NUMBERED_TITLE = lazy_pattern(r"[0-9]{1,3}/[0-9]{1,4}\. [A-Z]")
_HAN = lazy_pattern("[\u4e00-\u9fff]")
_KANA = lazy_pattern("[\u3041-\u30ff]")
_ENGLISH = word_set("the of and to in that for on with is was has have said by from at as")
_WORD = lazy_pattern(r"[^\W\d_]+")
_LINE = lazy_pattern(r"[^\n]+|(?<=\n)(?=\n)")
_SMALL = lazy_pattern(r"(?<![\w-])[^\W\d_A-Z][\w-]*")
_CLOSED = lazy_pattern(r"[.!?。！？…][\"'”’»」』）)\]]*(?:\[[0-9]{1,3}\])?$")
_LEADS_ON = lazy_pattern(
    r"\b(?:said|says|added|adds|commented|comments|stated|continued)(?! that\b)(?: [^.:“”\"]{0,60})?[:：]$"
)
_FEW_WORDS = 8
_ALIKE = 60
_FEW_SIGNS = 12
_FEW_LINES = 6
_FEWEST_IN_WRAPPED, _WIDEST_WRAPPED = 50, 100


class Words(NamedTuple):
    """A stretch of the normalised text: where it begins and ends, in code points, and what it says."""

    start: int
    end: int
    text: str

    def part(self, start: int, end: int) -> Words:
        """A part of it, by places in its own text."""
        return Words(self.start + start, self.start + end, self.text[start:end])


class Article:
    """A normalised text and its parts. Without a given normalization, it is the one that fits the text.

    Raises:
        communique.authoring.citation.CitationError: the text is empty.
    """

    def __init__(self, text: str, normalization: TextNormalization | None = None) -> None:
        self.normalization = normalization or normalization_for(text)
        self.identity = describe(text, self.normalization)
        self._text = text
        self.content = normalise(text, self.normalization)[:MOST_CHARACTERS]

    @property
    def is_cut(self) -> bool:
        """Whether the text is longer than what is read of it."""
        return self.identity.length > len(self.content)

    @cached_property
    def lines(self) -> tuple[Words, ...]:
        """The lines that are not empty; what was broken within a sentence is one line.

        Where lines cannot be distinguished, the rest of the text is one line.
        """
        found: list[Words] = []
        may_join = False
        for line in self._lines():
            if line is None:
                may_join = False
            elif may_join and len(found) > 1 and self._goes_on(found[-1].text, line.text):
                found[-1] = Words(found[-1].start, line.end, self.content[found[-1].start : line.end])
            else:
                found.append(line)
            may_join = line is not None
        return tuple(found)

    def _goes_on(self, line: str, following: str) -> bool:
        """Whether the next line goes on with the sentence of this one."""
        if _CLOSED.search(line[-20:]) or len(line) > LONGEST_SENTENCE:
            return False
        if _HAN.search(line[-1:]) or line.endswith(("，", "、")):
            return len(_HAN.findall(line)) >= _FEW_SIGNS and _HAN.match(following) is not None
        return following[0].islower() or (self._is_wrapped and len(line) >= _FEWEST_IN_WRAPPED)

    @cached_property
    def _is_wrapped(self) -> bool:
        """Whether the lines of the text were broken at a width, as in e-mails."""
        lengths = [len(each) for each in self._text[:MOST_CHARACTERS].split("\n") if each.strip()]
        full = sum(length >= _FEWEST_IN_WRAPPED for length in lengths)
        return len(lengths) >= _FEW_LINES and max(lengths) <= _WIDEST_WRAPPED and full * 2 > len(lengths)

    def _lines(self) -> Iterator[Words | None]:
        """The lines; None for empty ones."""
        place = 0
        for raw in (each[0] for each in _LINE.finditer(self._text)):
            line = normalise(raw, self.normalization) if not raw.isspace() else ""
            if not line:
                yield None
                continue
            start = next((each for each in (place, place + 1) if self.content.startswith(line, each)), None)
            if start is None:
                break
            place = start + len(line)
            yield Words(start, place, line)
        if rest := self.content[place:].strip():
            yield Words(len(self.content) - len(rest), len(self.content), rest)

    @cached_property
    def title(self) -> Words | None:
        """The first line that is no label of the page, if it is no sentence and no longer than titles are."""
        above = self.lines[:_MOST_ABOVE]
        numbered = next((each for each in above if _NUMBERED_TITLE.match(each.text)), None)
        first = numbered or next((each for each in above if not is_label(each.text)), None)
        if first is None or len(first.text) > _LONGEST_TITLE or unsafe(first.text) is not None:
            return None
        return first if len(self.lines) > 1 and not first.text.endswith((".", "。", ":", ",", ";")) else None

    @cached_property
    def asides(self) -> tuple[Words, ...]:
        """The lines and sentences of the page that are about the page, links to other articles among them."""
        body = frozenset(self._body)
        lines = [each for each in self.lines if each not in body]
        sentences = (each for line in self._body for each in _sentences(line) if is_furniture(each.text))
        return (*lines, *(each for each in sentences if each.text.count(" ") > 1))

    @cached_property
    def _body(self) -> tuple[Words, ...]:
        kept = without_links(each.text for each in self.lines)
        return tuple(each for each, is_kept in zip(self.lines, kept, strict=True) if is_kept)

    @cached_property
    def head(self) -> tuple[Words, ...]:
        """The lines without a sentence: dateline, captions, credits, tags."""
        lines = (each for each in self._body if each is not self.title and not _is_prose(each.text))
        return tuple(each for each in lines if len(each.text) <= LONGEST_SENTENCE and unsafe(each.text) is None)

    @cached_property
    def paragraphs(self) -> tuple[tuple[Words, ...], ...]:
        """The sentences of each line that is made of sentences."""
        closed = (line for line in self._prose if _is_closed(line.text))
        return tuple(tuple(each for each in _sentences(line) if not is_furniture(each.text)) for line in closed)

    @property
    def sentences(self) -> tuple[Words, ...]:
        """All sentences."""
        return tuple(each for paragraph in self.paragraphs for each in paragraph)

    @cached_property
    def captions(self) -> tuple[Words, ...]:
        """The lines that read like a sentence and do not end as one, as captions of pictures do; none of them twice."""
        found: dict[str, Words] = {}
        for line in self._prose:
            is_safe = len(line.text) <= LONGEST_SENTENCE and unsafe(line.text) is None
            if not _is_closed(line.text) and is_safe:
                found.setdefault(line.text[:_ALIKE], line)
        return tuple(found.values())

    @cached_property
    def _prose(self) -> tuple[Words, ...]:
        return tuple(each for each in self._body if each is not self.title and _is_prose(each.text))

    @cached_property
    def language(self) -> str:
        """The tag of the language, if it is English, Chinese or Japanese; else empty."""
        sample = self.content[:20_000]
        letters = _WORD.findall(sample.lower())
        if len(_HAN.findall(sample)) > len(letters):
            return "ja" if _KANA.search(sample) else "zh"
        return "en" if sum(each in _ENGLISH for each in letters) * 8 > len(letters) else ""


def _is_prose(line: str) -> bool:
    """Whether a line is made of sentences: it ends as one, or has as many words as one, most of them small."""
    if _HAN.search(line) or leads_on(line):
        return _is_closed(line)
    words = line[:LONGEST_SENTENCE].split()
    small = len(_SMALL.findall(line[:LONGEST_SENTENCE]))
    return small > 1 and ((len(words) > 2 and _is_closed(line)) or _reads_on(len(words), small))


def _reads_on(words: int, small: int) -> bool:
    return words >= _FEW_WORDS and small * 5 >= words * 2


def _is_closed(line: str) -> bool:
    """Whether a line ends as a sentence does, or as the points of a declaration do."""
    is_point = line[-1] in ",;:；：" and line[:200].count(" ") >= _FEW_WORDS
    return _CLOSED.search(line[-20:]) is not None or is_point or leads_on(line)


def leads_on(line: str) -> bool:
    """Whether a line says only who says what stands in the next one."""
    return len(line) <= _LONGEST_TITLE and _LEADS_ON.search(line) is not None


def _sentences(line: Words) -> Iterator[Words]:
    for begin, end in pairwise([0, *sentences.ends(line.text), len(line.text)]):
        text = line.text[begin:end]
        if 0 < len(text.strip()) <= LONGEST_SENTENCE and unsafe(text) is None:
            start = begin + len(text) - len(text.lstrip())
            yield line.part(start, start + len(text.strip()))


def before(sentence: Words, place: int) -> str:
    """What a sentence says before a place of the article."""
    return sentence.text[: place - sentence.start]


def after(sentence: Words, place: int) -> str:
    """What a sentence says from a place of the article on."""
    return sentence.text[place - sentence.start :]
