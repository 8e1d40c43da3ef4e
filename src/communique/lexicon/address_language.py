"""The language of a page, as far as its address says it."""

from __future__ import annotations

from collections.abc import Iterator

from ..lazy import lazy_pattern
from .page_variants import is_of_public_body
from .web_addresses import host

_WORDS = {
    "eng": "en", "english": "en", "mfa_eng": "en", "espanol": "es", "francais": "fr", "deutsch": "de",
    "portuguese": "pt", "spanish": "es", "french": "fr", "german": "de", "russian": "ru", "arabic": "ar",
    "chinese": "zh", "japanese": "ja", "korean": "ko",
}  # fmt: skip
_NAMES = frozenset({"de", "en", "es", "fr", "ja", "ko", "pt"})
"""Codes that are no code of a country with another language. Except for English, they may stand for something else."""

_NO_LANGUAGES = frozenset({"ai", "eu", "gb", "un", "us"})

_OF_THE_UNION = "bg cs da de el en es et fi fr ga hr hu it lt lv mt nl pl pt ro sk sl sv"
_WITH_REGION = lazy_pattern(r"(?P<language>[a-z]{2})[-_](?:[a-z]{2}|419|hans|hant)")
_AT_END = lazy_pattern(r"[._](?P<language>[a-z]{2})(?:\.[a-z]{3,5})?$")
_IN_QUERY = lazy_pattern(r"[?&](?:lang|language|locale|hl)=(?P<language>[a-z]{2})(?=[-_&#]|$)")


def language_in(url: str) -> str:
    """The code of the language that the address names; empty if it names none, or more than one.

    >>> language_in("https://www.canada.ca/en/news"), language_in("https://example.org/pt-br/1")
    ('en', 'pt')
    """
    found = {*_named(url)}
    return found.pop() if len(found) == 1 else ""


def names_other_than(language: str, url: str) -> bool:
    """Whether a part of the path may be the name of another language, or of a country with another one."""
    _, parts = _divided(url)
    of_places = {each for each in parts if len(each) == 2 and each.isalpha() and each not in _NO_LANGUAGES}
    regional = {found["language"] for each in parts if (found := _WITH_REGION.fullmatch(each))}
    ended = {found["language"] for each in parts[-1:] if (found := _AT_END.search(each))}
    named = {_WORDS[each] for each in parts if each in _WORDS}
    return any(each != language.partition("-")[0] for each in of_places | regional | ended | named | {*_named(url)})


def _named(url: str) -> Iterator[str]:
    labels, parts = _divided(url)
    is_official = is_of_public_body(url)
    for each in (*labels[:1] * (len(labels) > 2), *(parts if is_official else parts[:1])):
        language = _WORDS.get(each) or (each if each == "en" or (is_official and each in _NAMES) else "")
        if found := _WITH_REGION.fullmatch(each):
            language = found["language"] if found["language"] in _NAMES else ""
        if language and language != "zh":  # in which script, is not said
            yield language
    if found := _IN_QUERY.search(url.lower()):
        yield from {found["language"]} & _NAMES
    if parts and host(url).endswith(".europa.eu") and (found := _AT_END.search(parts[-1])):
        yield from {found["language"]} & {*_OF_THE_UNION.split()}


def _divided(url: str) -> tuple[list[str], list[str]]:
    """The labels of the host, and the parts of the path, in lower case."""
    path = url.partition("://")[2].partition("?")[0].partition("#")[0].partition("/")[2]
    return host(url).split("."), [each for each in path.lower().split("/") if each]
