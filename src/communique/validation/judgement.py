"""The corpus phase: what the facts of all records together say of one of them."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import NamedTuple

from ..diagnostics.finding import Finding
from ..diagnostics.internal_error import internal_error
from ..diagnostics.report import NO_PASSAGES, PassageCount
from ..reading import Document
from . import registry
from .context import Context
from .passages import count_passages
from .rule import CorpusRule, Violation
from .summary import Summary

Documents = Callable[[str], Document]
"""Gives the document of a file of the corpus, to find positions in it."""


class Judged(NamedTuple):
    """The findings about a record in its corpus, defects, and the codes of the rules that had all the information.

    Of a rule that looks at other records, that is so only if every record is loaded. ``passages`` is the number of its
    passages by result.
    """

    findings: tuple[Finding, ...] = ()
    internal_errors: tuple[str, ...] = ()
    codes: tuple[str, ...] = ()
    passages: PassageCount = NO_PASSAGES


def judge(own: Summary, context: Context, documents: Documents, failed: frozenset[str] = frozenset()) -> Judged:
    """Apply the rules over the corpus to one loaded record. Those in ``failed`` are left out: their facts are broken.

    The file is read again only if a position in it is needed.
    """
    findings: list[Finding] = []
    errors, codes = [], []
    for rule in registry.corpus_rules():
        if rule.code in failed:
            continue
        try:
            for violation in rule.check(own, context):
                findings.append(_placed(violation, rule, own, documents))
            if rule.is_conclusive(own, context):
                codes.append(rule.code)
        except Exception as error:
            errors.append(internal_error(f"applying {rule.name} to", own.path, error))
    return Judged(tuple(findings), tuple(errors), _shared(tuple(codes)), count_passages([own], context))


@cache
def _shared(codes: tuple[str, ...]) -> tuple[str, ...]:
    """One tuple for all files with the same codes."""
    return codes


def _placed(violation: Violation, rule: CorpusRule, own: Summary, documents: Documents) -> Finding:
    from .placement import place_violation

    return place_violation(violation, type(rule), documents(own.path), documents)
