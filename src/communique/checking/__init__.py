"""From documents to findings: shape by the JSON Schema of the record's version, then rules over typed records."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date

from pydantic import ValidationError

from ..corpus import Corpus, Definition, Entry, definitions, index
from ..findings import Finding, Severity
from ..migrating import upgrade
from ..models import KINDS
from ..reading import Document
from ..texts import Texts
from .envelope import open_envelope
from .passages import PassageCount, count_passages, missing_texts
from .rule import Context, Issue, RecordRule
from .rules import RULES
from .shape import check_shape

__all__ = ["RULES", "Context", "Issue", "PassageCount", "RecordRule", "Report", "check", "shape_errors"]

_POSSIBLE_ID = re.compile(r"""\bid["']?\s*:\s*["']?([a-z0-9-]{1,100})""")
_POSSIBLE_FORMER_IDS = re.compile(r"""\bformer_ids["']?\s*:([-a-z0-9\s,'"\[]{1,2000})""")


@dataclass(frozen=True)
class Report:
    """What checking found: findings in the order of the files, the typed corpus, and what was looked at.

    ``paths`` are the files that were asked for. ``texts`` holds the text of every file that has findings, and ``ids``
    the id of every record, by path. ``troubles`` are errors of the program itself. ``missing_texts`` are the sources
    whose text was looked for and not found; None if no texts were given. ``unjudged`` is the number of files that the
    rules over typed records did not look at, since their form is wrong.
    """

    findings: tuple[Finding, ...]
    corpus: Corpus
    paths: tuple[str, ...]
    passages: PassageCount
    texts: Mapping[str, str] = field(default_factory=dict)
    troubles: tuple[str, ...] = ()
    ids: Mapping[str, str] = field(default_factory=dict)
    missing_texts: tuple[str, ...] | None = None
    unjudged: int = 0

    @property
    def files(self) -> int:
        """How many files were looked at."""
        return len(self.paths)

    @property
    def failed(self) -> bool:
        """Whether there is an error among the findings."""
        return any(finding.severity is Severity.ERROR for finding in self.findings)


def check(
    documents: Sequence[Document],
    asked: Collection[str] | None = None,
    texts: Texts | None = None,
    today: date | None = None,
) -> Report:
    """Check documents that form one corpus, as of ``today``; report on those whose paths are ``asked`` for.

    By default all are, and today is what the clock says.
    """

    def is_asked(path: str) -> bool:
        return asked is None or path in asked

    # Of two definitions of one id the later is blamed: that of a file that is asked for, and of an announcement rather
    # than of a registry, on which others rely.
    in_order = list(documents)
    documents = sorted(in_order, key=lambda document: (is_asked(document.path), _is_announcement(document)))
    reported = [document for document in in_order if is_asked(document.path)]
    judged = []
    for document in documents:
        with document.guard("checking the shape of"):
            if document.complete and (envelope := open_envelope(document)):
                # Of the others only the definitions count, for which the models' quicker verdict, the same, will do.
                if is_asked(document.path):
                    check_shape(document, envelope)
                judged.append(document)
    corpus = _corpus(documents, judged)
    context = Context(corpus, texts or Texts(), today or date.today())
    by_path = {document.path: document for document in documents}
    entries = [entry for entry in corpus.entries if is_asked(entry.path)]
    findings = [finding for document in reported for finding in document.findings]
    findings += [finding for entry in entries for finding in _judge(entry, context, by_path)]
    order = {document.path: number for number, document in enumerate(reported)}
    findings.sort(key=lambda finding: (order[finding.path], finding.line, finding.column, finding.code))
    troubles = tuple(trouble for document in documents for trouble in document.troubles)
    texts_of = {finding.path: by_path[finding.path].text for finding in findings}
    return Report(
        tuple(findings),
        corpus,
        tuple(document.path for document in reported),
        count_passages(entries, context),
        texts_of,
        troubles,
        _ids(reported),
        missing_texts(entries, context) if texts is not None else None,
        len(reported) - len(entries),
    )


def shape_errors(document: Document) -> list[Finding]:
    """What reading the document and its own schema find wrong with it, whatever the rest of the corpus holds."""
    if document.complete and (envelope := open_envelope(document)):
        check_shape(document, envelope)
    return [finding for finding in document.findings if finding.severity is Severity.ERROR]


def _corpus(documents: Sequence[Document], judged: Sequence[Document]) -> Corpus:
    entries = tuple(entry for document in judged for entry in _entry(document))
    defined = [definition for document in documents for definition in definitions(document.path, document.data)]
    # A file that breaks off may define what others refer to; its own mistake is enough of a finding.
    possible = {id for document in documents if not document.complete for id in _possible_ids(document.text)}
    return Corpus(entries, *index(defined), frozenset(possible), len(entries) == len(documents))


def _possible_ids(text: str) -> Iterator[str]:
    yield from _POSSIBLE_ID.findall(text)
    for some in _POSSIBLE_FORMER_IDS.findall(text):
        yield from re.findall("[a-z0-9-]+", some)


def _is_announcement(document: Document) -> bool:
    return isinstance(document.data, dict) and document.data.get("kind") == "announcement"


def _ids(documents: Iterable[Document]) -> dict[str, str]:
    data = ((document.path, document.data) for document in documents)
    return {path: each["id"] for path, each in data if isinstance(each, dict) and isinstance(each.get("id"), str)}


def _entry(document: Document) -> Iterator[Entry]:
    with document.guard("modelling"):
        if document.sound:
            with suppress(ValidationError):
                yield Entry(document.path, KINDS[document.data["kind"]].model_validate(upgrade(document.data)))


def _judge(entry: Entry, context: Context, documents: dict[str, Document]) -> Iterator[Finding]:
    document = documents[entry.path]
    for rule in RULES:
        with document.guard(f"applying {rule.name} to"):
            for issue in rule.check(entry, context):
                message = issue.message + (_where(issue.related, documents) if issue.related else "")
                # A record of an older version is seen in its newest form, which may have nodes that the file has not.
                pointer = document.nearest(issue.pointer)
                at = document.key_position(pointer) if issue.is_key else document.value_position(pointer)
                word = issue.replacement if pointer == issue.pointer else ""
                yield document.finding(type(rule), message, at, pointer, issue.help, issue.severity, word)


def _where(related: Definition, documents: dict[str, Document]) -> str:
    return f" ({related.path}:{documents[related.path].value_position(related.pointer).line})"
