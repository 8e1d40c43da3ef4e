"""Reads YAML 1.2 from the events of libyaml: constructs no objects, resolves no tags, expands no aliases."""

from __future__ import annotations

import yaml

from ..diagnostics.finding import Advice, Change
from ..text.lines import START, Position
from ..text.pointer import Pointer
from . import limits
from .builder import Builder
from .draft import Draft
from .libyaml import LOADER
from .parse_error import position
from .rules import (
    EMPTY_HELP,
    SECOND_HELP,
    AmbiguousScalar,
    BrokenYaml,
    EmptyFile,
    LimitExceeded,
    SeveralDocuments,
    UnsafeNumber,
    YamlFeature,
)
from .scalars import Plain, UnsafeNumberError, reading_as_key, resolve, spelled, yaml_1_1_reading
from .text_cut_by_comment import CutTexts
from .yaml_errors import explain
from .yaml_features import feature
from .yaml_strictness import Strictness


def read_yaml(document: Draft) -> None:
    """Parse the text of the draft."""
    reader = _Reader(document)
    strictness = Strictness(document.text, document.lines)
    at = START
    try:
        for event in yaml.parse(document.text, Loader=LOADER):
            at = position(event.start_mark)
            if parse_error := strictness.parse_error(event):
                document.add(BrokenYaml, parse_error.message, parse_error.at, help=parse_error.help)
                return
            if reader.take(event, at):
                return
    except limits.LimitError as error:
        document.add(LimitExceeded, str(error), at, help=error.help)
        return
    except yaml.MarkedYAMLError as error:
        parse_error = explain(document.lines, error, reader.last_quoted, reader.cuts.pending)
        if not (reader.cuts.pending and parse_error.at == reader.cuts.pending.at):
            reader.cuts.note()
        document.add(BrokenYaml, parse_error.message, parse_error.at, help=parse_error.help)
        return
    document.complete = True
    if () not in document.marks:
        document.add(EmptyFile, "the file contains no record", START, help=EMPTY_HELP)
        document.complete = False


class _Reader:
    """Passes libyaml's events to the builder, and reports features of YAML that JSON does not have."""

    def __init__(self, document: Draft) -> None:
        self._document = document
        self._builder = Builder(document)
        self._documents = 0
        self._complex_key = 0
        self.last_quoted: yaml.ScalarEvent | None = None
        self.cuts = CutTexts(document)

    def take(self, event: yaml.Event, at: Position) -> bool:
        """Handle one event; True if reading ends here."""
        self.cuts.watch(event, self._builder)
        if isinstance(event, yaml.DocumentStartEvent):
            return self._start_document(at)
        if isinstance(event, yaml.NodeEvent):
            if self._in_complex_key(event, at):
                return False
            self._note_features(event, at)
        if isinstance(event, yaml.AliasEvent):
            self._document.spoiled.add(self._builder.pointer)
            self._builder.scalar(None, at)
        elif isinstance(event, yaml.ScalarEvent):
            self._scalar(event, at)
        elif isinstance(event, yaml.MappingStartEvent):
            self._builder.open({}, at)
        elif isinstance(event, yaml.SequenceStartEvent):
            self._builder.open([], at)
        elif isinstance(event, (yaml.MappingEndEvent, yaml.SequenceEndEvent)):
            self._end()
        return False

    def _start_document(self, at: Position) -> bool:
        self._documents += 1
        if self._documents < 2:
            return False
        message = "second document in the file; it was not read"
        self._document.add(SeveralDocuments, message, at, help=SECOND_HELP)
        # The first document was read completely.
        self._document.complete = True
        return True

    def _in_complex_key(self, event: yaml.NodeEvent, at: Position) -> bool:
        """Skip a mapping, list or alias in the place of a key."""
        opens = isinstance(event, yaml.CollectionStartEvent)
        if self._complex_key:
            self._complex_key += opens
            limits.check_depth(self._complex_key)
            return True
        if not self._builder.wants_key or isinstance(event, yaml.ScalarEvent):
            return False
        self._document.add(YamlFeature, "keys must be text", at, self._builder.pointer[:-1])
        self._document.spoiled.add(self._builder.pointer[:-1])
        self._complex_key = int(opens)
        if not opens:
            self._builder.key("", at)
        return True

    def _end(self) -> None:
        if not self._complex_key:
            self._builder.close()
            return
        self._complex_key -= 1
        if not self._complex_key:
            self._builder.key("", START)

    def _note_features(self, event: yaml.NodeEvent, at: Position) -> None:
        if event.anchor is None and getattr(event, "tag", None) is None:
            return
        if found := feature(event, self._document.text, is_key=self._builder.wants_key):
            message, help, advice = found
            self._document.add(YamlFeature, message, at, self._builder.pointer, help, advice=advice)

    def _scalar(self, event: yaml.ScalarEvent, at: Position) -> None:
        text: str = event.value
        if event.style in ("'", '"'):
            self.last_quoted = event
        limits.check_scalar(text)
        plain = event.implicit[0] and not event.style
        if self._builder.wants_key:
            self._key(text, at, plain=plain)
            return
        value = self._resolve(text, at) if plain else text
        if not isinstance(value, str):
            self._document.written.setdefault(self._builder.pointer, text)
        self._builder.scalar(value, at)

    def _resolve(self, text: str, at: Position) -> Plain:
        """The value of a plain scalar; zero for an unsafe number."""
        try:
            value = resolve(text)
        except UnsafeNumberError as error:
            self._document.add(UnsafeNumber, str(error), at, self._builder.pointer, error.help)
            self._document.spoiled.add(self._builder.pointer)
            return 0
        if meaning := yaml_1_1_reading(text):
            self._note_ambiguity(text, value, meaning, at)
        return value

    def _key(self, text: str, at: Position, *, plain: bool) -> None:
        if plain and text == "<<":
            message = "YAML merge key '<<' is not allowed"
            self._document.add(YamlFeature, message, at, self._builder.pointer[:-1], "write the fields out")
            self._document.spoiled.add(self._builder.pointer[:-1])
        elif plain and (meaning := reading_as_key(text)):
            self._note_ambiguity(text, text, meaning, at, Change.KEY)
        self._builder.key(text, at)

    def _note_ambiguity(
        self, text: str, value: Plain, meaning: str, at: Position, change: Change = Change.VALUE
    ) -> None:
        read = "text" if isinstance(value, str) else str(value)
        message = f"{text} is read as {read} here and as {meaning} by YAML 1.1 programs"
        readings = [f'"{text}"']
        if isinstance(value, int | float):  # only the writer knows whether it is a number or text
            help, replacement = f'write {spelled(value)} if it is a number, or "{text}" if it is text', ""
            readings.append(spelled(value))
        else:
            written_so = self._document.text.startswith(text, self._document.index(at))  # not over several lines
            help, replacement = f'put it in quotes: "{text}"', text if written_so else ""
        advice = tuple(Advice(change, reading) for reading in readings)
        self._document.add(AmbiguousScalar, message, at, self._pointer(text, change), help, replacement, advice=advice)

    def _pointer(self, text: str, change: Change) -> Pointer:
        return (*self._builder.pointer[:-1], text) if change is Change.KEY else self._builder.pointer
