"""The settings of a project: rules to apply or ignore, files to exclude, and exceptions with an expiry date.

They are read from ``communique.toml``, or from ``[tool.communique]`` in ``pyproject.toml``, in the nearest folder that
has one.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from ..diagnostics.finding import Severity
from ..diagnostics.rule import Rule
from ..errors import CommuniqueError
from ..files import toml
from ..files.toml import TomlError
from ..lazy import lazy_pattern
from . import registry

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

_OWN, _SHARED = "communique.toml", "pyproject.toml"
_KEYS = ("select", "ignore", "exclude", "exceptions")
_EXCEPTION_KEYS = ("record", "code", "reason", "expires")
_PREFIX = lazy_pattern(r"CQ[0-9]{0,3}")
_OURS = lazy_pattern(r"tool\s*\.\s*[\"']?communique")


class SettingsError(CommuniqueError, ValueError):
    """The settings are invalid; the message says where and why."""


class GrantedException(NamedTuple):
    """A finding that is accepted for one record, with a reason and an expiry date."""

    record: str
    code: str
    reason: str
    expires: date
    line: int


class Settings(NamedTuple):
    """``select`` and ``ignore`` hold codes; ``exclude`` holds patterns, as in a .gitignore in the same folder.

    ``path`` is the settings file; if it is empty, patterns are relative to the current folder.
    """

    path: str = ""
    select: frozenset[str] = frozenset()
    ignore: frozenset[str] = frozenset()
    exceptions: tuple[GrantedException, ...] = ()
    exclude: tuple[str, ...] = ()

    def wants(self, code: str) -> bool:
        """Whether findings of this code are reported."""
        return (not self.select or code in self.select) and code not in self.ignore

    def leaves_out(self, path: Path) -> bool:
        """Whether a file or folder is excluded. Only files in the folder of the settings, or below it, can be."""
        if not self.exclude:
            return False
        own, folder = path.parent.resolve() / path.name, _folder(self.path, Path.cwd())
        if not own.is_relative_to(folder):
            return False
        end = "/" if path.is_dir() and not path.is_symlink() else ""
        return _spec(self.exclude).match_file(own.relative_to(folder).as_posix() + end)


@cache
def _folder(path: str, here: Path) -> Path:
    """The folder to which the patterns of the settings at the path are relative."""
    return (here / path).resolve().parent if path else here


@cache
def _spec(patterns: tuple[str, ...]) -> GitIgnoreSpec:
    from pathspec import GitIgnoreSpec

    return GitIgnoreSpec.from_lines(patterns)


def find(start: Path) -> Settings:
    """The settings of the nearest folder, at or above ``start``, that has any; else empty settings.

    Raises:
        SettingsError: the file is not valid TOML, or has unknown settings or rules.
    """
    for path in places(start):
        if os.path.lexists(path) if path.name == _OWN else _holds_ours(path):
            return load(path)
    return Settings()


def places(start: Path) -> list[Path]:
    """Where the settings may be, in the order in which `find` looks there."""
    return [folder / name for folder in (start.absolute(), *start.absolute().parents) for name in (_OWN, _SHARED)]


def _holds_ours(path: Path) -> bool:
    """Whether a pyproject.toml has settings of communique. A broken one counts only if it mentions them."""
    try:
        text = toml.read_text(path)
    except TomlError:
        return False
    try:
        tool = toml.parse(text).get("tool")
    except TomlError:
        return _OURS.search(text) is not None
    return isinstance(tool, dict) and "communique" in tool


def load(path: Path) -> Settings:
    """The settings in this file.

    Raises:
        SettingsError: the file is not valid TOML, or has unknown settings or rules.
    """
    try:
        text = toml.read_text(path)
        table: Any = toml.parse(text)
        if path.name == _SHARED:
            table = _table(table.get("tool", {}), "tool").get("communique", {})
            table = _table(table, "tool.communique")
        return _settings(path, table, text)
    except (SettingsError, TomlError) as error:
        raise SettingsError(f"{path}: {error}") from error


def _settings(path: Path, table: Mapping[str, Any], text: str) -> Settings:
    _refuse_unknown(table, _KEYS)
    granted = table.get("exceptions", [])
    if not isinstance(granted, list):
        raise SettingsError("exceptions must be tables; begin each with a line [[exceptions]]")
    lines = [n for n, line in enumerate(text.splitlines(), 1) if re.match(r"\s*\[\[.*exceptions\s*\]\]", line)]
    return Settings(
        path=str(path),
        select=_codes(table, "select"),
        ignore=_codes(table, "ignore"),
        exceptions=tuple(map(_exception, granted, _padded(lines, granted))),
        exclude=_patterns(table),
    )


def _table(value: Any, key: str) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise SettingsError(f"{key} must be a table; write [tool.communique] and the settings below it")
    return value


def _texts(table: Mapping[str, Any], key: str, what: str) -> list[str]:
    words = table.get(key, [])
    if not isinstance(words, list) or not all(isinstance(word, str) for word in words):
        raise SettingsError(f"{key} must be a list of {what}")
    return words


def _patterns(table: Mapping[str, Any]) -> tuple[str, ...]:
    patterns = _texts(table, "exclude", 'patterns, such as ["drafts/", "mkdocs.yml"]')
    if not patterns:
        return ()
    from pathspec import GitIgnoreSpec

    for pattern in patterns:
        try:
            GitIgnoreSpec.from_lines([pattern])
        except (ValueError, re.error) as error:
            raise SettingsError(f"exclude: invalid pattern {pattern!r}; the syntax is that of .gitignore") from error
    return tuple(patterns)


def _padded(lines: list[int], granted: list[Any]) -> list[int]:
    """The line of each exception; line 1 if they are not written as [[exceptions]] tables."""
    return lines if len(lines) == len(granted) else [1] * len(granted)


def _refuse_unknown(table: Mapping[str, Any], known: Iterable[str]) -> None:
    for key in table:
        if key not in known:
            from ..lexicon.spelling import did_you_mean  # it imports every codelist

            help = did_you_mean(key, known) or f"valid settings: {', '.join(known)}"
            raise SettingsError(f"unknown setting {key!r}; {help}")


def _codes(table: Mapping[str, Any], key: str) -> frozenset[str]:
    words = _texts(table, key, 'codes or names of rules, such as ["CQ4", "untidy-url"]')
    return frozenset(code for word in words for code in _expand(word))


def _expand(word: str) -> list[str]:
    """The codes that match a code, a name or the beginning of a code."""
    rules = registry.rules()
    if _PREFIX.fullmatch(word) and (codes := [code for code in rules if code.startswith(word)]):
        return codes
    return [_rule(word).code]


def _rule(word: str) -> type[Rule]:
    found = registry.find(word)
    if found is None:
        from ..lexicon.spelling import did_you_mean

        names = [*registry.rules(), *(rule.name for rule in registry.rules().values())]
        raise SettingsError(f"unknown rule {word!r}; {did_you_mean(word, names) or '`communique rule` lists them'}")
    return found


def _exception(table: Any, line: int) -> GrantedException:
    if not isinstance(table, dict):
        raise SettingsError("an exception must be a table with record, code, reason and expires")
    _refuse_unknown(table, _EXCEPTION_KEYS)
    if missing := [key for key in _EXCEPTION_KEYS if table.get(key) in (None, "")]:
        raise SettingsError(f"exception on line {line}: missing {missing[0]}")
    for key in ("record", "code", "reason"):
        if not isinstance(table[key], str):
            raise SettingsError(f"exception on line {line}: {key} must be text in quotes, not {table[key]}")
    rule = _rule(table["code"])
    if rule.severity is Severity.ERROR and rule.stage.precedes_records:
        raise SettingsError(f"{rule.name} cannot have exceptions, because such a file cannot be read as a record")
    return GrantedException(table["record"], rule.code, table["reason"], _day(table["expires"], line), line)


def _day(value: Any, line: int) -> date:
    try:
        if isinstance(value, str) and re.fullmatch(r"\d{4}-\d\d-\d\d", value):
            return date.fromisoformat(value)
    except ValueError:
        pass
    if isinstance(value, date) and not isinstance(value, datetime):
        return value
    raise SettingsError(f"exception on line {line}: expires must be a date such as 2026-12-31, not {value}")
