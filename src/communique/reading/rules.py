"""The rules of reading: what can be wrong with the text of a file, before it is checked against a schema."""

from __future__ import annotations

from ..diagnostics.finding import Severity
from ..diagnostics.rule import Rule, Stage

EMPTY_HELP = "write the record, or delete the file; `communique new ID` writes a skeleton"
SECOND_HELP = "move it to a separate file"

MARK_LEFT = "leftover conflict marker"
CONFLICT_HELP = "keep one of the two versions, and delete the conflict markers"


class ReadingRule(Rule):
    """A rule that is checked while a file is read."""

    stage = Stage.READING


class UnreadableFile(ReadingRule):
    code = "CQ101"
    name = "unreadable-file"
    reason = (
        "A file or folder that cannot be opened is not checked: a file that is not a regular file, a folder without "
        "read permission, or a symlink that points outside the corpus or to a folder."
    )
    fix = "Make it a regular file or a readable folder, or exclude it with `exclude` in the settings."
    # No example text can show it: the tests make a symlink that points outside the corpus.
    bad = ""
    good = ""


class NotUtf8(ReadingRule):
    code = "CQ102"
    name = "not-utf-8"
    reason = "Records are encoded in UTF-8, so that every program reads the same characters."
    fix = "Save the file as UTF-8."
    whole = True
    bad = "# caf\xe9\nkind: registry\nschema_version: 0.1.0\nid: example\n".encode("latin-1")
    good = "# café\nkind: registry\nschema_version: 0.1.0\nid: example\n".encode()


class ByteOrderMark(ReadingRule):
    code = "CQ103"
    name = "byte-order-mark"
    severity = Severity.WARNING
    reason = "UTF-8 needs no byte order mark, and some programs read it as part of the first key."
    fix = "Save the file as UTF-8 without BOM."
    whole = True
    bad = b"\xef\xbb\xbfkind: registry\nschema_version: 0.1.0\nid: example\n"
    good = b"kind: registry\nschema_version: 0.1.0\nid: example\n"


class EmptyFile(ReadingRule):
    code = "CQ104"
    name = "empty-file"
    reason = "An empty file is not a record; most often saving it failed."
    fix = "Write the record, or delete the file. `communique new ID` writes a skeleton."
    whole = True
    bad = "# nothing but a comment\n"
    good = "kind: registry\nschema_version: 0.1.0\nid: example\n"


class BrokenYaml(ReadingRule):
    code = "CQ105"
    name = "broken-yaml"
    reason = "Reading stops at the first YAML syntax error, so the rest of the file is not checked."
    fix = "Fix the syntax error, and run the check again."
    whole = True
    bad = 'kind: registry\nschema_version: 0.1.0\nid: "example\n'
    good = 'kind: registry\nschema_version: 0.1.0\nid: "example"\n'


class BrokenJson(ReadingRule):
    code = "CQ106"
    name = "broken-json"
    reason = "Reading stops at the first JSON (RFC 8259) syntax error, so the rest of the file is not checked."
    fix = "Fix the syntax error, and run the check again."
    whole = True
    suffix = ".json"
    bad = '{\n  "kind": "registry",\n  "schema_version": "0.1.0",\n  "id": "example",\n}\n'
    good = '{\n  "kind": "registry",\n  "schema_version": "0.1.0",\n  "id": "example"\n}\n'


class DuplicateKey(ReadingRule):
    code = "CQ107"
    name = "duplicate-key"
    reason = "If an object has the same key twice, most programs silently drop one of the values."
    fix = "Keep one of the keys, or merge their values."
    whole = True
    bad = "kind: registry\nschema_version: 0.1.0\nid: example\nnote: One.\nnote: Two.\n"
    good = "kind: registry\nschema_version: 0.1.0\nid: example\nnote: One. Two.\n"


class SeveralDocuments(ReadingRule):
    code = "CQ108"
    name = "several-documents"
    reason = "One file is one record, named after its id."
    fix = "Move the second document to another file."
    whole = True
    bad = "kind: registry\nschema_version: 0.1.0\nid: example\n---\nkind: registry\n"
    good = "---\nkind: registry\nschema_version: 0.1.0\nid: example\n"


class YamlFeature(ReadingRule):
    code = "CQ109"
    name = "yaml-feature"
    reason = (
        "Anchors, aliases, merge keys, tags and keys that are not text have no equivalent in JSON, and make data hard "
        "to see."
    )
    fix = "Write the value out in full."
    whole = True
    bad = "kind: registry\nschema_version: 0.1.0\nid: &id example\n"
    good = "kind: registry\nschema_version: 0.1.0\nid: example\n"


class AmbiguousScalar(ReadingRule):
    code = "CQ110"
    name = "ambiguous-scalar"
    severity = Severity.WARNING
    reason = (
        "YAML 1.1 programs read an unquoted NO as false, 2025-07-26 as a date, 012 as 10 and 12:30 as 750. "
        "communique reads YAML 1.2."
    )
    fix = "Put the value in quotes if it is text; write a number as 1000.0, not as 1e3."
    bad = "actors:\n- id: no\n  type: country\n  country: 'NO'\n  name: {en: Norway}\n"
    good = "actors:\n- id: 'no'\n  type: country\n  country: 'NO'\n  name: {en: Norway}\n"


class LimitExceeded(ReadingRule):
    code = "CQ111"
    name = "limit-exceeded"
    reason = "People write records; a file that is far too long or too deeply nested is an accident or an attack."
    fix = "Split the record, or move parts of it to another record."
    whole = True
    bad = "kind: registry\nschema_version: 0.1.0\nid: example\nnote: " + "[" * 65 + "]" * 65 + "\n"
    good = "kind: registry\nschema_version: 0.1.0\nid: example\nnote: Short.\n"


class UnsafeNumber(ReadingRule):
    code = "CQ112"
    name = "unsafe-number"
    reason = (
        "A number changes its value in other programs if it has more than 15 decimal digits, is not finite, or is so "
        "close to zero that a double loses digits."
    )
    fix = "Round it to 15 digits, or put it in quotes if it is a name, not a number."
    bad = "quantities:\n- {subject: operations, value: 12345678901234567890, comparator: about}\n"
    good = "quantities:\n- {subject: operations, value: 12345678901234500000, comparator: about}\n"


class UnsafeCharacter(ReadingRule):
    code = "CQ113"
    name = "unsafe-character"
    reason = (
        "Control characters, soft hyphens, zero-width characters, tag characters, bidirectional overrides and unusual "
        "line breaks are invisible, so two different texts can look the same. Characters that a script needs are "
        "allowed next to its letters: joiners in Persian and Indic scripts, direction marks in texts with Hebrew or "
        "Arabic, variation selectors after symbols, emoji and Han characters."
    )
    fix = "Delete the character; `--fix` deletes soft hyphens and zero-width spaces, which have no meaning."
    bad = "title: {en: An exam\u200bple}\n"
    good = "title: {en: An example}\n"


class NotNfc(ReadingRule):
    code = "CQ114"
    name = "not-nfc"
    severity = Severity.WARNING
    reason = "Unicode can encode some letters in two ways; texts that look equal compare equal only in one form, NFC."
    fix = "Convert the text to Unicode NFC; `--fix` does it."
    bad = "title: {en: Cafe\u0301}\n"
    good = "title: {en: Caf\u00e9}\n"


class TrailingSpace(ReadingRule):
    code = "CQ115"
    name = "trailing-space"
    severity = Severity.INFO
    reason = "Trailing whitespace is invisible, and editors add or remove it, which adds noise to diffs."
    fix = "Delete the trailing whitespace."
    bad = "title: {en: An example}  \n"
    good = "title: {en: An example}\n"


class CutText(ReadingRule):
    code = "CQ116"
    name = "text-cut-by-comment"
    severity = Severity.WARNING
    reason = (
        "In YAML, a # after a space starts a comment: an unquoted `Regulation #12` is read as `Regulation`. "
        "A # that is followed by a space is taken as a real comment."
    )
    fix = "Put the whole text in quotes, or put a space after the # if it is a comment."
    bad = "title:\n  en: Senate adopts Regulation #12 on hiring\n"
    good = "title:\n  en: 'Senate adopts Regulation #12 on hiring'  # as in the gazette\n"


class MergeConflict(ReadingRule):
    code = "CQ117"
    name = "merge-conflict"
    reason = (
        "If git cannot merge two versions of a line, it keeps both between the markers <<<<<<<, ======= and >>>>>>>. "
        "Only a person can decide which version is right."
    )
    fix = "Keep one version, or combine them, and delete the lines with the markers."
    bad = "note: |\n  One.\n  <<<<<<< HEAD\n  Two.\n  =======\n  Three.\n  >>>>>>> other\n"
    good = "note: |\n  One.\n  Three.\n"


class UnreadableCell(ReadingRule):
    code = "CQ118"
    name = "unreadable-cell"
    reason = (
        "An export that is read back may have been edited. A cell with a formula, a text in place of a number, a row "
        "that belongs to none or a column that no table has would change the records, or be lost."
    )
    fix = "Correct the cell, the row or the column that the message names."
    # No example text can show it: the tests edit exports.
    bad = ""
    good = ""
