"""A rule: a kind of finding, with its code, its severity, its reason and its examples."""

from __future__ import annotations

from typing import ClassVar

from .finding import Severity


class Rule:
    """A kind of finding. Its examples are run by the tests.

    ``bad`` and ``good`` hold the top-level fields of an announcement that matter, in YAML; or, if ``whole`` is true,
    all that stands in the file. ``texts`` are source texts that the example needs, by the names of their files.
    """

    code: ClassVar[str]
    name: ClassVar[str]
    severity: ClassVar[Severity] = Severity.ERROR
    reason: ClassVar[str]
    fix: ClassVar[str]
    bad: ClassVar[str | bytes]
    good: ClassVar[str | bytes]
    whole: ClassVar[bool] = False
    suffix: ClassVar[str] = ".yaml"
    texts: ClassVar[tuple[tuple[str, str], ...]] = ()

    @classmethod
    def subject(cls) -> str:
        """What the rule is about: the name of the folder that its file lies in, such as dates."""
        return cls.__module__.split(".")[-2]
