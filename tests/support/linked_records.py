"""Records that refer to each other, written from a few fields, and what is found in them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from communique import Finding, validate

Write = Callable[..., Path]
Found = list[tuple[str, str, str]]

HEAD = "schema_version: 0.2.0\n"
REPORT = "sources:\n- {id: report, type: news, access: full_text}\n"
DATASET = (
    HEAD + "kind: dataset\nid: dataset\ntitle: {en: All}\nlicence: CC0-1.0\ncreators: [{name: Somebody}]\n"
    "version: 0.1.0\ncoverage: {as_of: '2026-11-24'}\nlanguages: [en]\n"
)


def record(id: str, fields: str = "", *, status: str = "reviewed", title: str = "", types: str = "speech") -> str:
    """An announcement of which nothing more is asked."""
    day = (
        ""
        if "dates:\n" in fields
        else "dates:\n- {role: announced, value: '2025-07-26', evidence: [{source: report}]}\n"
    )
    head = f"{HEAD}kind: announcement\nid: {id}\ntitle: {{en: {title or id}}}\ntypes: [{types}]\nstatus: {status}\n"
    nobody = "" if "roles:\n" in fields or "unknown:" in fields else "unknown:\n- {field: roles, reason: not_stated}\n"
    return head + day + fields + nobody


def registry(id: str, fields: str) -> str:
    return f"{HEAD}kind: registry\nid: {id}\n{fields}"


def relations(*pairs: str) -> str:
    """Relations, each written ``type target`` and perhaps more fields."""
    lines = []
    for pair in pairs:
        kind, target, *more = pair.split(" ", 2)
        extra = "".join(f", {each}" for each in more)
        lines.append(f"- {{type: {kind}, target: {target}, basis: reported, evidence: [{{source: report}}]{extra}}}\n")
    return "relations:\n" + "".join(lines)


def found(path: Path | list[Path]) -> Found:
    return [(Path(each.path).stem, each.name, each.pointer) for each in validate(path)]


def only(path: Path | list[Path]) -> Finding:
    (finding,) = validate(path)
    return finding


SOURCES = registry("sources", REPORT)


# CQ311

ROLE = "roles:\n- {{actor: {}, role: host, evidence: [{{source: report}}]}}\n"


# CQ604


def url(address: str, name: str = "url") -> str:
    return f"sources:\n- {{id: a, type: news, access: full_text, {name}: '{address}'}}\n"
