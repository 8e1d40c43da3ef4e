"""The rules of reading: what can be wrong with a file before anyone asks what it means."""

from __future__ import annotations

from ..diagnostics.finding import Severity
from ..diagnostics.rule import Rule, Stage

EMPTY_HELP = "write the record, or delete the file; `communique new ID` writes a skeleton"
SECOND_HELP = "put it into a file of its own"

MARK_LEFT = "a mark that git left of a merge"
CONFLICT_HELP = "keep one of the two versions, and delete the marks"


class ReadingRule(Rule):
    """A rule that is checked while a file is read."""

    stage = Stage.READING


class UnreadableFile(ReadingRule):
    code = "CQ101"
    name = "unreadable-file"
    reason = (
        "What cannot be opened is not checked: a file that is no regular file inside the folder given, a folder that "
        "may not be looked into, or one that a link leads to."
    )
    fix = "Make it a regular file, or a folder, that may be read; or leave it out with `exclude` in the settings."
    # No text can show it: the tests make a link that leaves the folder.
    bad = ""
    good = ""


class NotUtf8(ReadingRule):
    code = "CQ102"
    name = "not-utf-8"
    reason = "Records are UTF-8, so that every program reads the same letters."
    fix = "Save the file as UTF-8."
    whole = True
    bad = "# caf\xe9\nkind: registry\nschema_version: 0.1.0\nid: example\n".encode("latin-1")
    good = "# café\nkind: registry\nschema_version: 0.1.0\nid: example\n".encode()


class ByteOrderMark(ReadingRule):
    code = "CQ103"
    name = "byte-order-mark"
    severity = Severity.WARNING
    reason = "UTF-8 needs no byte-order mark, and some programs take it for a part of the first key."
    fix = "Save the file as UTF-8 without BOM."
    whole = True
    bad = b"\xef\xbb\xbfkind: registry\nschema_version: 0.1.0\nid: example\n"
    good = b"kind: registry\nschema_version: 0.1.0\nid: example\n"


class EmptyFile(ReadingRule):
    code = "CQ104"
    name = "empty-file"
    reason = "A record is one file with something in it; an empty one is most often a save that went wrong."
    fix = "Write the record, or delete the file. `communique new ID` writes a skeleton."
    whole = True
    bad = "# nothing but a comment\n"
    good = "kind: registry\nschema_version: 0.1.0\nid: example\n"


class BrokenYaml(ReadingRule):
    code = "CQ105"
    name = "broken-yaml"
    reason = "What is not YAML cannot be read any further than the break."
    fix = "Mend the place that is named; what comes after it is checked then."
    whole = True
    bad = 'kind: registry\nschema_version: 0.1.0\nid: "example\n'
    good = 'kind: registry\nschema_version: 0.1.0\nid: "example"\n'


class BrokenJson(ReadingRule):
    code = "CQ106"
    name = "broken-json"
    reason = "What is not JSON (RFC 8259) cannot be read any further than the break."
    fix = "Mend the place that is named; what comes after it is checked then."
    whole = True
    suffix = ".json"
    bad = '{\n  "kind": "registry",\n  "schema_version": "0.1.0",\n  "id": "example",\n}\n'
    good = '{\n  "kind": "registry",\n  "schema_version": "0.1.0",\n  "id": "example"\n}\n'


class DuplicateKey(ReadingRule):
    code = "CQ107"
    name = "duplicate-key"
    reason = "Of two equal keys in one object most programs silently drop one."
    fix = "Keep one of them, or merge their values."
    whole = True
    bad = "kind: registry\nschema_version: 0.1.0\nid: example\nnote: One.\nnote: Two.\n"
    good = "kind: registry\nschema_version: 0.1.0\nid: example\nnote: One. Two.\n"


class SeveralDocuments(ReadingRule):
    code = "CQ108"
    name = "several-documents"
    reason = "One file is one record, named after its id."
    fix = "Put the second document into a file of its own."
    whole = True
    bad = "kind: registry\nschema_version: 0.1.0\nid: example\n---\nkind: registry\n"
    good = "---\nkind: registry\nschema_version: 0.1.0\nid: example\n"


class YamlFeature(ReadingRule):
    code = "CQ109"
    name = "yaml-feature"
    reason = "Anchors, aliases, merge keys, tags and keys that are not text have no place in JSON, and hide data."
    fix = "Write the value out."
    whole = True
    bad = "kind: registry\nschema_version: 0.1.0\nid: &id example\n"
    good = "kind: registry\nschema_version: 0.1.0\nid: example\n"


class AmbiguousScalar(ReadingRule):
    code = "CQ110"
    name = "ambiguous-scalar"
    severity = Severity.WARNING
    reason = (
        "Programs that follow YAML 1.1 read an unquoted NO as false, 2025-07-26 as a date, 012 as 10 and 12:30 as 750; "
        "communique reads YAML 1.2."
    )
    fix = "Put the value in quotes if text is meant; write a number as 1000.0, not as 1e3."
    bad = "actors:\n- id: no\n  type: country\n  country: 'NO'\n  name: {en: Norway}\n"
    good = "actors:\n- id: 'no'\n  type: country\n  country: 'NO'\n  name: {en: Norway}\n"


class LimitExceeded(ReadingRule):
    code = "CQ111"
    name = "limit-exceeded"
    reason = "A record is written by people; what is far too long or too deep is a mistake or an attack."
    fix = "Split the record, or move material out of it."
    whole = True
    bad = "kind: registry\nschema_version: 0.1.0\nid: example\nnote: " + "[" * 65 + "]" * 65 + "\n"
    good = "kind: registry\nschema_version: 0.1.0\nid: example\nnote: Short.\n"


class UnsafeNumber(ReadingRule):
    code = "CQ112"
    name = "unsafe-number"
    reason = (
        "A number with more than 15 decimal digits, one that is not finite, and one so close to zero that a double "
        "loses digits of it, changes its value in other programs."
    )
    fix = "Round it to 15 digits, or put it in quotes if it is a name rather than a number."
    bad = "quantities:\n- {subject: operations, value: 12345678901234567890, comparator: about}\n"
    good = "quantities:\n- {subject: operations, value: 12345678901234500000, comparator: about}\n"


class UnsafeCharacter(ReadingRule):
    code = "CQ113"
    name = "unsafe-character"
    reason = (
        "Control characters, soft hyphens, zero-width characters, tags, bidirectional overrides and the line breaks "
        "that only some programs know make a text look like another. What a script needs is allowed beside its own "
        "letters: joiners in Persian and Indic scripts, direction marks in texts with Hebrew or Arabic, variation "
        "selectors after signs, emoji and Han characters."
    )
    fix = "Delete the character; `--fix` does it for soft hyphens and zero-width spaces, which carry nothing."
    bad = "title: {en: An exam\u200bple}\n"
    good = "title: {en: An example}\n"


class NotNfc(ReadingRule):
    code = "CQ114"
    name = "not-nfc"
    severity = Severity.WARNING
    reason = "Unicode writes some letters in two ways; only in one form (NFC) do equal texts compare equal."
    fix = "Save the text in Unicode NFC."
    bad = "title: {en: Cafe\u0301}\n"
    good = "title: {en: Caf\u00e9}\n"


class TrailingSpace(ReadingRule):
    code = "CQ115"
    name = "trailing-space"
    severity = Severity.INFO
    reason = "Spaces at the end of a line do not show, and come and go with editors, which blurs what a change changed."
    fix = "Delete them."
    bad = "title: {en: An example}  \n"
    good = "title: {en: An example}\n"


class CutText(ReadingRule):
    code = "CQ116"
    name = "text-cut-by-comment"
    severity = Severity.WARNING
    reason = (
        "In YAML a # after a space begins a comment: of `Regulation #12` without quotes only `Regulation` is read. "
        "A comment is told by the space that follows its #."
    )
    fix = "Put the whole text in quotes; if it is a comment, put a space after the #."
    bad = "title:\n  en: Senate adopts Regulation #12 on hiring\n"
    good = "title:\n  en: 'Senate adopts Regulation #12 on hiring'  # as in the gazette\n"


class MergeConflict(ReadingRule):
    code = "CQ117"
    name = "merge-conflict"
    reason = (
        "Between the marks <<<<<<<, ======= and >>>>>>> git leaves both versions of lines that it could not merge. "
        "Only a person can say which one holds."
    )
    fix = "Keep one version, or write what holds of both, and delete the lines with the marks."
    bad = "note: |\n  One.\n  <<<<<<< HEAD\n  Two.\n  =======\n  Three.\n  >>>>>>> other\n"
    good = "note: |\n  One.\n  Three.\n"
