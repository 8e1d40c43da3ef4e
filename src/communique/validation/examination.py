"""The local phase: all that can be said of one file by itself.

A document goes in; its findings and its summary come out. Nothing here depends on another file, on the day or on the
settings, so that the result can be kept as long as the content of the file, its name and the program stay the same,
and so that files can be examined in any order, in several processes.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from enum import StrEnum
from typing import TYPE_CHECKING, Any, NamedTuple

from ..corpus.definitions import defined
from ..diagnostics.finding import Finding, Severity
from ..diagnostics.internal_error import internal_error
from ..models import SAME_STRUCTURE
from ..reading import Document, is_full, limited
from . import registry
from .aspect import Aspect
from .aspects import DEFINED, POSSIBLE_ID, Possible
from .foreign_files import is_foreign, is_unread, possible_ids
from .subject import Subject
from .summary import Facts, Summary
from .verdict import accepted

if TYPE_CHECKING:
    from ..corpus.corpus import Record
    from .rule import RecordRule, Violation


class Reach(StrEnum):
    """How far the rules got with a file."""

    RECORD = "record"
    """It is a record, and every rule was applied."""
    CUT = "cut"
    """It is a record, with so many findings that not all are listed."""
    REFUSED = "refused"
    """Its structure has errors, which were all found; rules over records were not applied."""
    BROKEN = "broken"
    """It could not be read to its end."""

    @property
    def is_loaded(self) -> bool:
        """Whether it is a record."""
        return self in _LOADED


_LOADED = frozenset({Reach.RECORD, Reach.CUT})


class Examined(NamedTuple):
    """What was found out about one file.

    ``text`` is the text of a file with findings, and empty otherwise. ``id`` is that of the record. ``summary`` is None
    for a file of another program. ``failed`` are the codes of rules that had a defect, ``record`` is the typed record.
    """

    path: str
    findings: tuple[Finding, ...]
    reach: Reach
    id: str | None
    summary: Summary | None
    text: str = ""
    internal_errors: tuple[str, ...] = ()
    failed: frozenset[str] = frozenset()
    record: Record | None = None

    def as_json(self) -> dict[str, Any]:
        """All but the path, the text and the record, as JSON values."""
        return {
            "findings": [finding.as_json() for finding in self.findings],
            "reach": self.reach.value,
            "id": self.id,
            "summary": self.summary and self.summary.as_json(),
        }

    @classmethod
    def from_json(cls, path: str, plain: Mapping[str, Any], aspects: Iterable[Aspect[Any]]) -> Examined:
        """What `as_json` gave of a file that is still the same, without internal errors."""
        summary = plain["summary"] and Summary.from_json(path, plain["summary"], aspects)
        findings = tuple(Finding.from_json(path, each) for each in plain["findings"])
        return cls(path, findings, Reach(plain["reach"]), plain["id"], summary)


def examine(document: Document, *, closely: bool = True) -> Examined:
    """Examine one document. Its findings are complete only if ``closely``; its summary always is."""
    findings, errors, record = _structure(document, closely=closely)
    cut, failed = is_full(findings), frozenset[str]()
    if record is None:
        return _examined(document, findings, errors, None, _unloaded(document), failed, cut=cut)
    try:
        subject = Subject(document.path, record, document.data)
    except Exception as error:
        failure = internal_error("loading", document.path, error)
        return _examined(document, findings, (*errors, failure), None, _unloaded(document), failed, cut=cut)
    facts, broken, defects = _facts(subject)
    errors += defects
    if closely:
        found, failed, defects = _apply(subject, document)
        findings, errors = (*findings, *found), errors + defects
    if broken:
        failed |= {rule.code for rule in registry.corpus_rules() if any(each.name in broken for each in rule.aspects)}
    summary = Summary(document.path, record.kind, record.id, facts)
    return _examined(document, findings, errors, record, summary, failed, cut=cut)


def typed_record(document: Document) -> Record | None:
    """The typed record of a document; None if there are errors in its text or in its structure."""
    return _structure(document, closely=True)[2]


def structure_errors(document: Document, *, is_version_chosen: bool = False) -> list[Finding]:
    """The errors of reading the document and of its schema, without the rules.

    With ``is_version_chosen``, they do not say that a newer version allows it, which its author knows.
    """
    found = _structure(document, closely=True, is_version_chosen=is_version_chosen)[0]
    return [each for each in found if each.severity is Severity.ERROR]


def _examined(
    document: Document,
    findings: tuple[Finding, ...],
    errors: tuple[str, ...],
    record: Record | None,
    summary: Summary | None,
    failed: frozenset[str],
    *,
    cut: bool,
) -> Examined:
    if record is None:
        reach = Reach.REFUSED if document.complete and not cut else Reach.BROKEN
    else:
        reach = Reach.CUT if cut else Reach.RECORD
    data = document.data
    id = data["id"] if isinstance(data, dict) and isinstance(data.get("id"), str) else None
    text = document.text if findings else ""
    return Examined(document.path, findings, reach, id, summary, text, errors, failed, record)


def _structure(
    document: Document, *, closely: bool, is_version_chosen: bool = False
) -> tuple[tuple[Finding, ...], tuple[str, ...], Record | None]:
    """The findings of reading and of the schema, defects, and the typed record if there is no error."""
    if not document.complete:
        return limited(document.findings), document.internal_errors, None
    found: list[Finding] = []
    errors, record = document.internal_errors, None
    try:
        record = accepted(document.data)
        if record is None:
            for finding in _schema_findings(document, closely=closely, is_version_chosen=is_version_chosen):
                found.append(finding)  # what was found before an internal error counts
            if not any(each.severity is Severity.ERROR for each in found):
                record = accepted(document.data, upgraded=True)
    except Exception as error:
        errors = (*errors, internal_error("checking the structure of", document.path, error))
    findings = limited([*_without_warnings(document.findings, found), *found])
    refused = errors or any(each.severity is Severity.ERROR for each in findings)
    return findings, errors, None if refused else record


def _schema_findings(document: Document, *, closely: bool, is_version_chosen: bool) -> Iterator[Finding]:
    """The errors in the kind and the version, and if it is checked ``closely``, every schema error."""
    from .placement import place_structure
    from .structure.check import structure_violations
    from .structure.schema_choice import choice_violations, choose_schema

    for found in choice_violations(document.data):
        yield place_structure(found, document)
    choice = choose_schema(document.data)
    # The models know only the newest structure; an older one accepts less.
    if choice and (closely or choice.version not in SAME_STRUCTURE):
        for found in structure_violations(document, choice, is_version_chosen=is_version_chosen):
            yield place_structure(found, document)


def _without_warnings(findings: Iterable[Finding], found: Collection[Finding]) -> list[Finding]:
    """The findings without the warnings about a value that gets an error."""
    if not found:
        return [*findings]
    from .structure.schema_choice import CHOSEN_BY

    worse = {each.pointer for each in found} - {"", *(f"/{field}" for field in CHOSEN_BY)}
    return [each for each in findings if each.severity is Severity.ERROR or each.pointer not in worse]


def _facts(subject: Subject) -> tuple[Facts, frozenset[str], tuple[str, ...]]:
    """The facts by aspect, the names of the aspects that had a defect, and the defects."""
    facts: dict[str, tuple[tuple[str, tuple[Any, ...]], ...]] = {}
    broken: dict[str, str] = {}
    for aspect in registry.aspects_for(subject.words):
        try:
            if found := tuple(aspect.find(subject)):
                facts[aspect.name] = found
        except Exception as error:
            broken[aspect.name] = internal_error(f"gathering {aspect.name} of", subject.path, error)
    return facts, frozenset(broken), tuple(broken.values())


def _unloaded(document: Document) -> Summary | None:
    """The summary of a file that is no record, or one with errors."""
    if is_foreign(document):
        return None
    data = document.data
    kind = str(data.get("kind")) if isinstance(data, dict) else ""
    facts: Facts = {
        DEFINED.name: tuple(defined(data)),
        POSSIBLE_ID.name: tuple((id, Possible()) for id in dict.fromkeys(possible_ids(document))),
    }
    return Summary(document.path, kind, None, facts, is_loaded=False, is_unread=is_unread(document))


def _apply(subject: Subject, document: Document) -> tuple[list[Finding], frozenset[str], tuple[str, ...]]:
    """The findings of the rules over one record, the codes of those with a defect, and the defects."""
    findings: list[Finding] = []
    failed: dict[str, str] = {}
    for rule in registry.record_rules_for(subject.words):
        try:
            findings += (_placed(violation, rule, document) for violation in rule.check(subject))
        except Exception as error:
            failed[rule.code] = internal_error(f"applying {rule.name} to", document.path, error)
    return findings, frozenset(failed), tuple(failed.values())


def _placed(violation: Violation, rule: RecordRule, document: Document) -> Finding:
    from .placement import place_violation

    return place_violation(violation, type(rule), document, lambda _: document)
