"""The rules of structure: what the JSON Schema of a record's version requires."""

from __future__ import annotations

from ...diagnostics.rule import Rule, Stage
from ...models import SCHEMA_VERSION

_REGISTRY = f"kind: registry\nschema_version: {SCHEMA_VERSION}\nid: example\n"


class StructureRule(Rule):
    """A rule that is checked by the JSON Schema of the version that a record names."""

    stage = Stage.STRUCTURE


class NotAnObject(StructureRule):
    code = "CQ201"
    name = "not-an-object"
    reason = "A record is one object: keys with values."
    fix = "Begin the file with `kind:`, not with a dash or a bracket."
    whole = True
    bad = f"- kind: registry\n  schema_version: {SCHEMA_VERSION}\n  id: example\n"
    good = _REGISTRY


class UnknownKind(StructureRule):
    code = "CQ202"
    name = "unknown-kind"
    reason = "`kind` says by which schema the record is checked."
    fix = "Write `kind: announcement`, `kind: registry` or `kind: dataset`."
    whole = True
    bad = _REGISTRY.replace("registry", "registri")
    good = _REGISTRY


class UnknownVersion(StructureRule):
    code = "CQ203"
    name = "unknown-version"
    reason = "A record is checked by the schema version that it names, which must be a published one."
    fix = f"Write `schema_version: {SCHEMA_VERSION}`."
    whole = True
    bad = _REGISTRY.replace(SCHEMA_VERSION, '"0.0"')
    good = _REGISTRY


class NewerVersion(StructureRule):
    code = "CQ204"
    name = "newer-version"
    reason = "This version of communique cannot check a record of a newer schema version."
    fix = "Install a newer communique."
    whole = True
    bad = _REGISTRY.replace(SCHEMA_VERSION, "99.0.0")
    good = _REGISTRY


class MissingField(StructureRule):
    code = "CQ205"
    name = "missing-field"
    reason = "A record without a required field is incomplete."
    fix = "Add the field. If the value is not known, add the field to `unknown` with the reason."
    bad = "dates:\n- role: announced\n"
    good = "dates:\n- role: announced\n  value: '2025-07-26'\n"


class UnknownField(StructureRule):
    code = "CQ206"
    name = "unknown-field"
    reason = "Unknown fields are not allowed, so that a misspelt field is reported and not silently ignored."
    fix = "Correct the spelling; put additional fields under `extensions`."
    bad = "sumary: {en: An example.}\n"
    good = "summary: {en: An example.}\n"


class WrongType(StructureRule):
    code = "CQ207"
    name = "wrong-type"
    reason = 'No value is silently converted: "12" is not a number, and 12 is not text.'
    fix = "Write a value of the expected type."
    bad = 'quantities:\n- {subject: exhibiting companies, value: "800", comparator: more_than}\n'
    good = "quantities:\n- {subject: exhibiting companies, value: 800, comparator: more_than}\n"


class UnknownCode(StructureRule):
    code = "CQ208"
    name = "unknown-code"
    reason = "Codelists are closed, so that the same thing always has the same code."
    fix = "Choose a code from the list; schemas/VERSION/codelists/ has every code with its definition."
    bad = "types: [speach]\n"
    good = "types: [speech]\n"


class MalformedValue(StructureRule):
    code = "CQ209"
    name = "malformed-value"
    reason = "Ids, dates, language tags, digests and web addresses have a fixed format, so that programs can read them."
    fix = "Write the value in the expected format."
    bad = "dates:\n- {role: announced, value: 26 July 2025}\n"
    good = "dates:\n- {role: announced, value: '2025-07-26'}\n"


class OutOfBounds(StructureRule):
    code = "CQ210"
    name = "out-of-bounds"
    reason = "Some numbers have a minimum, some lists need at least one item, and some allow no duplicate items."
    fix = "Check the value and correct it, or delete the field."
    bad = "types: [speech, speech]\n"
    good = "types: [speech, action_plan]\n"


class MisplacedField(StructureRule):
    code = "CQ211"
    name = "misplaced-field"
    reason = "Some fields make sense only together with certain values of another field."
    fix = "Delete the field, or change the other field."
    bad = "quantities:\n- {subject: visitors, value: 800, upper: 900, comparator: about}\n"
    good = "quantities:\n- {subject: visitors, value: 800, upper: 900, comparator: between}\n"
