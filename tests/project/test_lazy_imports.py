"""Nothing heavy is imported before it is used: what a fresh process has loaded, and the names that packages load late.

What is counted are the modules of a process, never the time that it takes.
"""

from __future__ import annotations

import ast
import json
import re
import subprocess
import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

import pytest
import yaml

from communique.lazy import lazy_pattern
from communique.models import SCHEMA_VERSION
from support.folders import ROOT

LAZY = ("communique", "communique.codelists", "communique.models", "communique.reading")
RECORD = {
    "schema_version": SCHEMA_VERSION,
    "kind": "announcement",
    "id": "example",
    "title": {"en": "An example"},
    "types": ["speech"],
    "status": "draft",
    "dates": [{"role": "announced", "value": "2025-07-26", "evidence": [{"source": "news"}]}],
    "roles": [{"actor": "cn", "role": "announcer", "evidence": [{"source": "news"}]}],
    "quantities": [
        {"subject": "money", "value": 3, "comparator": "about", "unit": "EUR", "evidence": [{"source": "news"}]}
    ],
    "sources": [{"id": "news", "type": "news", "access": "full_text", "title": "News", "language": "en"}],
    "actors": [{"id": "cn", "type": "country", "country": "CN", "name": {"en": "China"}}],
}
SOURCE = ROOT / "src" / "communique"
NOT_FOR_A_VALID_RECORD = {
    *("difflib", "logging", "pickle", "pkgutil", "string", "subprocess", "tempfile", "zlib"),
    *("communique.caching.cache", "communique.caching.secret", "communique.codelists.all_codelists"),
    *("communique.fixing", "communique.lexicon.countries", "communique.lexicon.words"),
    *("communique.models.dataset", "communique.models.registry"),
    *("communique.reading.careful_reader", "communique.reading.yaml_reader"),
    *(f"communique.reporting.{each}" for each in ("full", "github", "json_report", "junit", "sarif")),
    *(f"communique.validation.{each}" for each in ("cached_check", "json_help", "placement", "baseline")),
    *(f"communique.validation.structure.{each}" for each in ("check", "messages", "schema_choice", "schema_errors")),
}
"""What is only for findings, for other kinds of records, for a corpus, or for other commands."""
HEAVY = {
    "anyascii",
    "babel",
    "click",
    "idna",
    "jsonschema",
    "langcodes",
    "pathspec",
    "pycountry",
    "pydantic",
    "pygls",
    "spellchecker",
    "yaml",
}


def loaded(program: str, folder: Path = ROOT) -> set[str]:
    """The modules that a process in the folder has loaded after these statements."""
    words = [sys.executable, "-c", f"{program}\nimport sys\nprint(*sys.modules, sep='\\n')"]
    done = subprocess.run(words, capture_output=True, text=True, check=True, cwd=folder)
    return set(done.stdout.split())


def test_this_test_sees_what_is_loaded() -> None:
    assert {"pydantic", "communique.models.actor"} <= loaded("from communique.models import Actor")


@pytest.mark.parametrize("package", [*LAZY, "communique.models.edtf"])
def test_a_package_alone_loads_nothing_heavy(package: str) -> None:
    assert loaded(f"import {package}") & {*HEAVY, "communique.api"} == set()


def test_the_names_of_kinds_need_no_model() -> None:
    program = (
        "from communique.models import ENTITY_FIELDS, RECORD_KINDS, SCHEMA_VERSION\nassert 'dataset' in RECORD_KINDS"
    )
    assert loaded(program) & HEAVY == set()


def test_a_kind_of_record_loads_only_what_it_holds() -> None:
    found = loaded("from communique.models import RECORD_KINDS\nRECORD_KINDS['registry']")
    assert "communique.models.registry" in found
    assert found & {f"communique.models.{other}" for other in ("announcement", "dataset", "measure")} == set()


def test_a_model_is_built_when_it_first_validates() -> None:
    loaded(
        "from communique.models import SCHEMA_VERSION, Announcement, Registry\n"
        "Registry.model_validate({'schema_version': SCHEMA_VERSION, 'kind': 'registry', 'id': 'x'})\n"
        "assert Registry.__pydantic_complete__ and not Announcement.__pydantic_complete__"
    )


def of_a_command(*words: str, folder: Path = ROOT) -> set[str]:
    """The modules that the command line has loaded when it ends."""
    end = "except SystemExit as end:\n    assert not end.code"
    return loaded(
        f"import sys\nfrom communique.cli import main\nsys.argv[1:] = {words!r}\ntry:\n    main()\n{end}", folder
    )


@pytest.mark.parametrize("option", ["-h", "--help", "--version"])
def test_the_help_of_the_program_loads_nothing_of_it(option: str) -> None:
    found = of_a_command(option)
    assert found & {*HEAVY, "typing", "re", "inspect", "dataclasses"} == set()
    assert {each for each in found if each.startswith("communique.")} <= {
        *(f"communique.{each}" for each in ("cli", "cli.overview", "codelists", "lazy", "models", "version")),
    }


@pytest.mark.parametrize(
    "words",
    [
        ("validate", "--help"),
        ("lsp", "--help"),
        ("rule",),
        ("rule", "CQ301"),
        ("codes",),
        ("codes", "stage"),
        ("schema",),
    ],
)
def test_what_reads_no_record_loads_no_reader_and_no_model(words: tuple[str, ...]) -> None:
    found = of_a_command(*words)
    assert "click" in found
    assert found & HEAVY == {"click"}


@pytest.mark.parametrize(
    ("name", "text"), [("example.json", json.dumps(RECORD, indent=2)), ("example.yaml", yaml.safe_dump(RECORD))]
)
def test_a_valid_record_loads_its_model_and_neither_yaml_nor_the_careful_reader(
    name: str, text: str, tmp_path: Path
) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")
    found = of_a_command("validate", name, folder=tmp_path)
    assert found & {*HEAVY, "importlib.metadata", "tomllib"} == {"click", "pydantic"}
    assert found & NOT_FOR_A_VALID_RECORD == set()


def pattern_made_at_once(module: ast.Module) -> Iterator[int]:
    """The lines outside functions that compile a regular expression."""
    inside = {
        id(each)
        for node in ast.walk(module)
        if isinstance(node, ast.FunctionDef | ast.Lambda)
        for each in ast.walk(node)
    }
    for node in ast.walk(module):
        if isinstance(node, ast.Attribute) and ast.unparse(node) == "re.compile" and id(node) not in inside:
            yield node.lineno


def test_this_test_sees_patterns_that_are_made_at_once() -> None:
    module = ast.parse("A = re.compile('a')\nB = [re.compile]\ndef f():\n    return re.compile('c')\n")
    assert [*pattern_made_at_once(module)] == [1, 2]


def test_no_module_compiles_a_pattern_when_it_is_imported() -> None:
    """Nearly all are for few records. Those of the reader are for each one."""
    sources = {path.relative_to(SOURCE): path.read_text(encoding="utf-8") for path in SOURCE.rglob("*.py")}
    found = {path: [*pattern_made_at_once(ast.parse(text))] for path, text in sources.items()}
    assert {path: lines for path, lines in found.items() if lines and path.parts[0] != "reading"} == {}


def test_a_lazy_pattern_is_compiled_once_and_when_it_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    compiled, compile = list[str](), re.compile

    def noting(regex: str, flags: int = 0) -> re.Pattern[str]:
        compiled.append(regex)
        return compile(regex, flags)

    monkeypatch.setattr(re, "compile", noting)
    words = lazy_pattern("[a-z]+", re.IGNORECASE)
    assert compiled == []
    assert words.findall("To be") == words.findall("To be") == ["To", "be"]
    assert compiled == ["[a-z]+"]
    assert words.pattern == "[a-z]+" and words.flags & re.IGNORECASE


def test_no_module_of_models_postpones_its_annotations() -> None:
    """Pydantic compiles the text of each postponed one, at every start."""
    texts = {path.name: path.read_text(encoding="utf-8") for path in (SOURCE / "models").glob("*.py")}
    models = {name for name, text in texts.items() if "= Field(" in text}
    assert {"announcement.py", "evidence.py", "dataset.py"} <= models
    assert [name for name in models if "from __future__ import annotations" in texts[name]] == []


@pytest.mark.parametrize("package", LAZY)
def test_a_lazy_package_has_the_same_names_for_type_checkers(package: str) -> None:
    module = import_module(package)
    tree = ast.parse(Path(str(module.__file__)).read_text(encoding="utf-8"))
    typed = next(each for each in tree.body if isinstance(each, ast.If))
    imports = [each for each in typed.body if isinstance(each, ast.ImportFrom)]
    at_once = [each for each in tree.body if isinstance(each, ast.ImportFrom) and each.module != "lazy"]
    homes = ast.literal_eval(next(each for each in ast.walk(typed) if isinstance(each, ast.Dict)))
    assert homes == {each.module: tuple(name.name for name in each.names) for each in imports}
    names = {name for names in homes.values() for name in names}
    assert {*module.__all__} == names | {name.name for each in at_once for name in each.names}
    assert {*module.__all__} <= {*dir(module)}
    # The name of a module would be the module as soon as somebody has imported it.
    assert names.isdisjoint(each.name for each in iter_modules(module.__path__))
    assert all(hasattr(module, name) for name in module.__all__)


def test_a_module_is_an_attribute_of_its_package() -> None:
    found = loaded("import communique\nassert communique.schemas.versions() and communique.models.announcement")
    assert {"communique.schemas.store", "communique.models.announcement"} <= found


def test_an_unknown_name_of_a_lazy_package_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match=r"^module 'communique' has no attribute 'lode'$"):
        getattr(import_module("communique"), "lode")  # noqa: B009  mypy knows that there is none
