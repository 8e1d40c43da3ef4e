"""A record as an answer in the flat schema, by the full one: an oracle that does not look at the flat one."""

from __future__ import annotations

from typing import Any

Json = Any


def flattened(data: Json, schema: dict[str, Any], root: dict[str, Any]) -> Json:
    """The data with null for every absent field, lists of texts, and no extensions."""
    if "$ref" in schema:
        return flattened(data, root["$defs"][schema["$ref"].rpartition("/")[2]], root)
    if "if" in schema:
        return data if isinstance(data, str) else flattened(data, schema["else"], root)
    if isinstance(data, list):
        return [flattened(each, schema["items"], root) for each in data]
    if not isinstance(data, dict):
        return data
    if "propertyNames" in schema:
        return [{"language": language, "text": text} for language, text in data.items()]
    made = {name: None for name in schema["properties"] if name != "extensions"}
    made |= {name: flattened(each, schema["properties"][name], root) for name, each in data.items() if name in made}
    is_evidence = schema is root["$defs"].get("Evidence")
    return {**made, "words": None} if is_evidence else made
