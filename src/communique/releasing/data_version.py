"""The version number of the data, by Semantic Versioning."""

from __future__ import annotations

from ..lazy import lazy_pattern
from ..schemas import precedence
from ..schemas.comparison import Level, says_enough

_NUMBERS = r"(0|[1-9][0-9]{0,8})"
_RELEASED = lazy_pattern(rf"{_NUMBERS}[.]{_NUMBERS}[.]{_NUMBERS}")


def is_version(text: str) -> bool:
    """Whether a release may have this version: three numbers, and nothing after them.

    >>> is_version("0.3.0"), is_version("1.0.0-rc.1"), is_version("01.0.0")
    (True, False, False)
    """
    return bool(_RELEASED.fullmatch(text))


def next_version(old: str, level: Level | None) -> str:
    """The lowest version that says enough for changes of this level; the old one if nothing changed.

    >>> next_version("1.2.3", Level.MAJOR), next_version("1.2.3", Level.MINOR), next_version("1.2.3", Level.PATCH)
    ('2.0.0', '1.3.0', '1.2.4')
    >>> next_version("0.2.3", Level.MAJOR), next_version("0.2.3", Level.MINOR), next_version("0.2.3", None)
    ('0.3.0', '0.2.4', '0.2.3')
    """
    major, minor, patch = precedence(old)
    steps = (f"{major}.{minor}.{patch + 1}", f"{major}.{minor + 1}.0", f"{major + 1}.0.0")
    return next(each for each in steps if says_enough(old, each, level)) if level else old


def allows(old: str, new: str, level: Level | None) -> bool:
    """Whether the new version says enough for changes of this level. Without any, it may be the old one.

    >>> allows("0.2.0", "0.2.0", None), allows("0.2.0", "0.1.0", None), allows("0.2.0", "0.3.0", Level.MAJOR)
    (True, False, True)
    """
    return precedence(new) >= precedence(old) and says_enough(old, new, level)
