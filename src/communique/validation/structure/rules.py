"""The rules of shape: what the JSON Schema of a record's version asks for."""

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
    reason = "`kind` says which schema judges the record."
    fix = "Write `kind: announcement`, `kind: registry` or `kind: dataset`."
    whole = True
    bad = _REGISTRY.replace("registry", "registri")
    good = _REGISTRY


class UnknownVersion(StructureRule):
    code = "CQ203"
    name = "unknown-version"
    reason = "A record is judged by the schema version that it names, which has to be one that was published."
    fix = f"Write `schema_version: {SCHEMA_VERSION}`."
    whole = True
    bad = _REGISTRY.replace(SCHEMA_VERSION, '"0.0"')
    good = _REGISTRY


class NewerVersion(StructureRule):
    code = "CQ204"
    name = "newer-version"
    reason = "A record of a version newer than this program knows cannot be judged by it."
    fix = "Install a newer communique."
    whole = True
    bad = _REGISTRY.replace(SCHEMA_VERSION, "99.0.0")
    good = _REGISTRY


class MissingField(StructureRule):
    code = "CQ205"
    name = "missing-field"
    reason = "Without a required field the record does not say what it is for."
    fix = "Add the field. What is knowingly unknown goes under `unknown`, with a reason."
    bad = "dates:\n- role: announced\n"
    good = "dates:\n- role: announced\n  value: '2025-07-26'\n"


class UnknownField(StructureRule):
    code = "CQ206"
    name = "unknown-field"
    reason = "Objects are closed, so that a misspelt field is found and not silently lost."
    fix = "Mend the spelling; put fields of your own under `extensions`."
    bad = "sumary: {en: An example.}\n"
    good = "summary: {en: An example.}\n"


class WrongType(StructureRule):
    code = "CQ207"
    name = "wrong-type"
    reason = 'No value is silently converted: "12" is no number and 12 is no text.'
    fix = "Write a value of the type that is asked for."
    bad = 'quantities:\n- {subject: exhibiting companies, value: "800", comparator: more_than}\n'
    good = "quantities:\n- {subject: exhibiting companies, value: 800, comparator: more_than}\n"


class UnknownCode(StructureRule):
    code = "CQ208"
    name = "unknown-code"
    reason = "A codelist is closed, so that the same thing is always called the same."
    fix = "Choose a code from the list; schemas/VERSION/codelists/ has each with its definition."
    bad = "types: [speach]\n"
    good = "types: [speech]\n"


class MalformedValue(StructureRule):
    code = "CQ209"
    name = "malformed-value"
    reason = "Ids, dates, language tags, digests and addresses have a fixed form, so that programs can use them."
    fix = "Write the value in the form that is asked for."
    bad = "dates:\n- {role: announced, value: 26 July 2025}\n"
    good = "dates:\n- {role: announced, value: '2025-07-26'}\n"


class OutOfBounds(StructureRule):
    code = "CQ210"
    name = "out-of-bounds"
    reason = "Some numbers have a least value, some lists need an item, and some hold no item twice."
    fix = "Bring the value within the bounds, or leave the field out."
    bad = "types: [speech, speech]\n"
    good = "types: [speech, action_plan]\n"


class MisplacedField(StructureRule):
    code = "CQ211"
    name = "misplaced-field"
    reason = "Some fields make sense only together with a certain value of another."
    fix = "Delete the field, or change the other."
    bad = "quantities:\n- {subject: visitors, value: 800, upper: 900, comparator: about}\n"
    good = "quantities:\n- {subject: visitors, value: 800, upper: 900, comparator: between}\n"
