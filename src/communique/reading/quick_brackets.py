"""Lists and mappings in brackets, as clean YAML has them."""

from __future__ import annotations

import re
from typing import Any

from . import limits
from .quick_scalars import KEY, NotCleanError, plain, plain_key, quoted

_PLAIN = r"[^\W_][^:#?\[\]{},\t\n]*+(?:(?::(?=[\w/])|(?<=\w)[#?])[^:#?\[\]{},\t\n]*+)*"
_SCALAR = rf"(?:{_PLAIN}|\"[^\"\\]*+\"|'[^']*+')"
_PAIRS = rf"{KEY}: {_SCALAR}(?:, {KEY}: {_SCALAR})*"
# What nearly all brackets are: lists of words, mappings of scalars, and lists of such mappings.
_WORDS = re.compile(r"\[([a-z_][\w.-]*+(?:, [a-z_][\w.-]*+)*)\]")
_MAPPING = re.compile(rf"{{{_PAIRS}}}")
_MAPPINGS = re.compile(rf"\[{{{_PAIRS}}}(?:, {{{_PAIRS}}})*\]")
_PAIR = re.compile(rf"({KEY}): ({_SCALAR})")
_ONE_PAIR = re.compile(rf"{{{_PAIR.pattern}}}")
_TOKEN = re.compile(
    r"(?:(?P<open>[\[{])|(?P<close>[\]}])|(?P<comma>,)"
    rf"|(?P<key>{KEY}): |(?P<plain>{_PLAIN})"
    r"|(?P<quoted>\"[^\"\\]*+(?:\\.[^\"\\]*+)*\"|'[^']*+(?:''[^']*+)*'(?!'))) *"
)
_MOST_OPEN = limits.MAX_DEPTH // 2
"""Collections in each other inside brackets; as many may be outside."""


def in_brackets(text: str) -> tuple[Any, int] | None:
    """The value in the brackets that are at the beginning, and where they end; None if they do not end.

    Raises:
        NotCleanError: something in them is left to the careful reader.
    """
    found: Any = None
    if text[0] == "{":
        found = _mapping(text)
    elif words := _WORDS.fullmatch(text):
        found = [plain(word) for word in words[1].split(", ")]
    elif _MAPPINGS.fullmatch(text):
        found = [_of_pairs(each) for each in _MAPPING.findall(text)]
    return (found, len(text)) if found is not None else _Brackets(text).read()


def _mapping(text: str) -> dict[str, Any] | None:
    """A mapping with nothing but scalars in it; None if it is another."""
    if pair := _ONE_PAIR.fullmatch(text):
        return {plain_key(pair[1]): _scalar(pair[2])}
    return _of_pairs(text) if _MAPPING.fullmatch(text) else None


def _of_pairs(text: str) -> dict[str, Any]:
    """The mapping, of which it is known that there are only scalars in it."""
    pairs = _PAIR.findall(text)
    found = {plain_key(key): _scalar(value) for key, value in pairs}
    if len(found) < len(pairs):
        raise NotCleanError
    return found


def _scalar(text: str) -> Any:
    return text[1:-1] if text[0] in "\"'" else plain(text.rstrip(" "))


class _Brackets:
    """Any brackets, token by token."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._outer: list[Any] = []
        """The collections that are open around the innermost one. The outermost is a list with one item, the result."""
        self._node: Any = []
        self._key: str | None = None
        self._wants_value = True

    def read(self) -> tuple[Any, int] | None:
        """What is in the brackets, and where they end."""
        takes = {
            "open": self._begin,
            "close": self._end,
            "comma": self._next,
            "key": self._name,
            "plain": self._put,
            "quoted": self._put_text,
        }
        position, whole = 0, self._node
        while match := _TOKEN.match(self._text, position):
            kind = match.lastgroup or ""
            takes[kind](match[kind])
            if not self._outer:
                return whole[0], match.end(kind)
            position = match.end()
        if position < len(self._text):
            raise NotCleanError
        return None

    def _begin(self, bracket: str) -> None:
        new: Any = [] if bracket == "[" else {}
        self._add(new)
        self._outer.append(self._node)
        self._node, self._wants_value = new, True
        if len(self._outer) > _MOST_OPEN:
            raise NotCleanError

    def _end(self, bracket: str) -> None:
        if self._key is not None or (bracket == "]") is not (type(self._node) is list):
            raise NotCleanError
        self._node, self._wants_value = self._outer.pop(), False

    def _next(self, _comma: str) -> None:
        if self._wants_value:
            raise NotCleanError
        self._wants_value = True

    def _name(self, key: str) -> None:
        if not self._wants_value or self._key is not None or type(self._node) is list or key in self._node:
            raise NotCleanError
        self._key = plain_key(key)

    def _put(self, text: str) -> None:
        self._add(plain(text.rstrip(" ")))

    def _put_text(self, text: str) -> None:
        found = quoted(text)
        if found is None:
            raise NotCleanError
        self._add(found[0])

    def _add(self, value: Any) -> None:
        if not self._wants_value:
            raise NotCleanError
        if type(self._node) is list:
            self._node.append(value)
        elif self._key is None:
            raise NotCleanError
        else:
            self._node[self._key], self._key = value, None
        self._wants_value = False
