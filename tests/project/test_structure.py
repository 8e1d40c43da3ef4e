"""How the package hangs together: which room imports from which, and how large modules and functions are."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from graphlib import CycleError, TopologicalSorter
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).parents[2] / "src" / "communique"

ROOMS = (
    "files",
    "caching",
    "working",
    "codelists",
    "text",
    "diagnostics",
    "models",
    "lexicon",
    "reading",
    "schemas",
    "corpus",
    "validation",
    "fixing",
    "editing",
    "authoring",
    "drafting",
    "exporting",
    "importing",
    "adding",
    "intake",
    "noting",
    "cards",
    "ledger",
    "releasing",
    "serving",
    "documenting",
    "assisting",
    "reporting",
    "api",
    "cli",
)
"""A room imports only from itself and from those before it."""

FOR_ALL = ("errors", "lazy", "version")
"""Modules that every room may import; they import nothing of the package."""

KNOWS = {"caching": {"files"}, "models": {"codelists", "text"}}
"""All that a room imports from, where that is less than its place allows."""

KNOWS_NOT = {"reporting": {"validation"}, "corpus": {"exporting"}}

MOST_LINES, MOST_LINES_OF_A_FUNCTION = 300, 60


class Module(NamedTuple):
    """A module by its dotted name, and what it says."""

    name: str
    is_package: bool
    tree: ast.Module
    lines: int

    @property
    def room(self) -> str:
        """The part of the package that it belongs to; empty for the package itself."""
        return self.name.split(".")[1] if "." in self.name else ""


@cache
def modules() -> dict[str, Module]:
    """Every module of the package, by its name."""
    found: dict[str, Module] = {}
    for path in sorted(ROOT.rglob("*.py")):
        parts = ("communique", *path.relative_to(ROOT).with_suffix("").parts)
        is_package = parts[-1] == "__init__"
        name = ".".join(parts[:-1] if is_package else parts)
        text = path.read_text(encoding="utf-8")
        found[name] = Module(name, is_package, ast.parse(text), len(text.splitlines()))
    return found


def imported(module: Module, *, when_run: bool = False) -> Iterator[str]:
    """The modules of the package that a module imports; ``when_run`` leaves out what only type checkers see."""
    unseen = {id(node) for node in _for_type_checkers(module)} if when_run else set()
    for node in ast.walk(module.tree):
        if id(node) in unseen:
            continue
        if isinstance(node, ast.Import):
            names = [each.name for each in node.names]
        elif isinstance(node, ast.ImportFrom):
            origin = _origin(module, node)
            submodules = [f"{origin}.{each.name}" for each in node.names]
            known = [each for each in submodules if each in modules()]
            names = known if len(known) == len(submodules) else [origin, *known]
        else:
            continue
        yield from (name for name in names if name in modules())


def _for_type_checkers(module: Module) -> Iterator[ast.AST]:
    for node in ast.walk(module.tree):
        if isinstance(node, ast.If) and isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING":
            yield from (each for statement in node.body for each in ast.walk(statement))


def _origin(module: Module, node: ast.ImportFrom) -> str:
    if not node.level:
        return node.module or ""
    parts = module.name.split(".")
    here = parts if module.is_package else parts[:-1]
    return ".".join([*here[: len(here) - node.level + 1], *([node.module] if node.module else [])])


@cache
def room_imports() -> tuple[tuple[str, str, str], ...]:
    """Each import of one room from another: the module, its room, and the other."""
    return tuple(_room_imports())


def _room_imports() -> Iterator[tuple[str, str, str]]:
    for module in modules().values():
        for name in imported(module):
            other = modules()[name].room
            if module.room in ROOMS and other != module.room:
                yield module.name, module.room, other


def test_every_room_has_its_place() -> None:
    outside = {"", "__main__", *FOR_ALL}
    assert {module.room for module in modules().values()} - outside == set(ROOMS)


def test_imports_are_seen() -> None:
    found = set(imported(modules()["communique.validation.rules.references.self_reference"]))
    assert {"communique.models", "communique.validation.subject", "communique.validation.rule"} <= found


def test_nothing_imports_upward() -> None:
    allowed = {room: {*FOR_ALL, *ROOMS[:place]} for place, room in enumerate(ROOMS)}
    assert [each for each in room_imports() if each[2] not in allowed[each[1]]] == []


def test_what_every_room_may_import_imports_nothing() -> None:
    assert [name for each in FOR_ALL for name in imported(modules()[f"communique.{each}"])] == []


@pytest.mark.parametrize("room", KNOWS)
def test_a_room_knows_only_these(room: str) -> None:
    assert [each for each in room_imports() if each[1] == room and each[2] not in {*KNOWS[room], *FOR_ALL}] == []


@pytest.mark.parametrize("room", KNOWS_NOT)
def test_a_room_does_not_know_these(room: str) -> None:
    assert [each for each in room_imports() if each[1] == room and each[2] in KNOWS_NOT[room]] == []


def test_no_modules_import_each_other_in_a_circle() -> None:
    graph = {module.name: set(imported(module, when_run=True)) - {module.name} for module in modules().values()}
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        pytest.fail(" <- ".join(error.args[1]))


def test_every_module_says_what_it_holds() -> None:
    """A rule says it in its class: the reason is what people read."""
    silent = [
        module.name
        for module in modules().values()
        if not module.is_package and not ast.get_docstring(module.tree) and not _is_rule(module)
    ]
    assert silent == []


def _is_rule(module: Module) -> bool:
    classes = (node for node in module.tree.body if isinstance(node, ast.ClassDef))
    assigned = (node for each in classes for node in each.body if isinstance(node, ast.Assign))
    names = {target.id for node in assigned for target in node.targets if isinstance(target, ast.Name)}
    return {"code", "name", "reason"} <= names


def test_no_module_is_too_long() -> None:
    assert {module.name: module.lines for module in modules().values() if module.lines > MOST_LINES} == {}


def test_no_function_is_too_long() -> None:
    long = {
        f"{module.name}.{node.name}": node.end_lineno - node.lineno + 1
        for module in modules().values()
        for node in ast.walk(module.tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and node.end_lineno is not None
        and node.end_lineno - node.lineno >= MOST_LINES_OF_A_FUNCTION
    }
    assert long == {}
