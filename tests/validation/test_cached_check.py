"""A cache never changes what is found, whatever happens to the files between two checks."""

from __future__ import annotations

import json
import shutil
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from communique.caching.cache import Cache
from communique.diagnostics.report import Report
from communique.diagnostics.rule import Rule
from communique.reading import Document, read_bytes, reader
from communique.reading.record_files import content
from communique.text.source_text import Texts
from communique.validation import cached_check, file_check
from communique.validation import kept as kept_module
from communique.validation.discovery import corpora
from communique.validation.engine import check_files
from communique.validation.examination import Examined
from communique.validation.kept import Kept
from communique.validation.rule import Violation
from communique.validation.rules.dates.impossible_date import ImpossibleDate
from communique.validation.rules.references.dangling_reference import DanglingReference
from communique.validation.settings import Settings
from support.edited_corpus import DAYS, TEXT, EditedCorpus, seeds
from support.examples import examples
from support.written_corpus import announcement

SECRET = b"\x07" * 32
STEPS = examples(20)
PLACES = examples(25)
HOUR = 3600 * 10**9


@pytest.fixture(params=["by content", "by signature"])
def recognised(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """How files are recognised: those that were just written by their content, older ones by their signature."""
    if request.param == "by signature":
        monkeypatch.setattr(Cache, "now", lambda _: time.time_ns() + HOUR)


@pytest.fixture
def cache(tmp_path: Path) -> Cache:
    (tmp_path / "cache").mkdir()
    return Cache(tmp_path / "cache", SECRET)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "records").mkdir()
    return Path("records")


def report(
    paths: Sequence[Path],
    cache: Cache | None,
    day: date = DAYS[1],
    texts: Texts | None = None,
    settings: Settings | None = None,
) -> Report:
    (files,) = corpora(paths, settings)
    return check_files(files, texts, day, cache=cache)


@pytest.mark.property
@pytest.mark.parametrize("seed", seeds(1, slow=5))
def test_after_any_edits_the_report_is_that_without_a_cache(
    seed: int, recognised: None, cache: Cache, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    corpus, done = EditedCorpus(folder, seed), []
    if seed % 2:
        monkeypatch.setattr(cached_check, "_FEW", 2)
    report([folder], cache)
    for _ in range(STEPS):
        done += [corpus.edit() for _ in range(1 + corpus.chance(0.3))]
        day = corpus.day()
        asked = [[path] for path in corpus.some_paths(3)]
        if corpus.chance(0.7):
            asked += [[folder], [folder]]
        for paths in asked:
            assert report(paths, cache, day) == report(paths, None, day), (seed, done, paths)


@pytest.fixture
def corpus(folder: Path) -> EditedCorpus:
    """A corpus with some findings, whose files depend on each other."""
    corpus = EditedCorpus(folder, 1)
    for change in ("deleted_definition", "cycle_of_three", "doubled_definition", "moved_date", "cut_file"):
        getattr(corpus, change)()
    return corpus


@pytest.fixture
def by_signature(monkeypatch: pytest.MonkeyPatch) -> None:
    """Files are old enough to be recognised without being read."""
    monkeypatch.setattr(Cache, "now", lambda _: time.time_ns() + HOUR)


def snapshots(cache: Cache) -> list[Path]:
    return sorted(cache.folder.glob("*.snapshot"))


def same(paths: Sequence[Path], cache: Cache, **options: Any) -> Report:
    """The report on these paths, which is the same with and without the cache, twice."""
    expected = report(paths, None, **options)
    assert report(paths, cache, **options) == expected == report(paths, cache, **options)
    return expected


@pytest.mark.property
def test_a_snapshot_that_is_damaged_anywhere_changes_nothing(
    corpus: EditedCorpus, by_signature: None, cache: Cache
) -> None:
    """A single file needs only some blocks: those of the others may be damaged unseen, those it needs may not."""
    whole = report([corpus.folder], cache)
    assert len({finding.code for finding in whole.findings}) > 4
    (path,) = snapshots(cache)
    content = path.read_bytes()
    single = [path for path in corpus.paths if path.suffix == ".yaml"][::3]
    alone = [report([each], None) for each in single]
    for place in range(20, len(content), max(1, len(content) // PLACES)):
        spoilt = bytearray(content)
        spoilt[place] ^= 1
        for each, expected in zip(single, alone, strict=True):
            path.write_bytes(spoilt)
            assert report([each], cache) == expected
        path.write_bytes(spoilt)
        assert report([corpus.folder], cache) == whole
    assert report([corpus.folder], cache) == whole


def test_a_symlink_whose_target_leaves_the_corpus_is_found(
    corpus: EditedCorpus, by_signature: None, cache: Cache
) -> None:
    """A folder is moved, so that the files in it keep their inodes and all of their times."""
    folder, away = corpus.folder / "2024", corpus.folder.parent / "away"
    link = corpus.folder / "registry" / "link.yaml"
    link.symlink_to("../2024/a2.yaml")
    before = same([corpus.folder], cache)
    folder.rename(away)
    link.unlink()
    link.symlink_to(away.absolute() / "a2.yaml")
    after = same([corpus.folder], cache)
    assert "CQ101" not in [each.code for each in before.findings if each.path == str(link)]
    assert "CQ101" in [each.code for each in after.findings if each.path == str(link)]
    same([link], cache)


def test_a_file_in_place_of_a_symlink_to_it_is_known_by_its_content(
    corpus: EditedCorpus, by_signature: None, cache: Cache
) -> None:
    target, link = corpus.folder / "2024" / "a2.yaml", corpus.folder / "registry" / "link.yaml"
    link.symlink_to("../2024/a2.yaml")
    same([corpus.folder], cache)
    target.write_bytes((corpus.folder / "2024" / "a4.yaml").read_bytes())
    same([link], cache)
    same([corpus.folder], cache)


def test_another_spelling_and_another_folder_change_nothing(
    corpus: EditedCorpus, by_signature: None, cache: Cache, monkeypatch: pytest.MonkeyPatch
) -> None:
    here, folder = Path.cwd(), corpus.folder
    same([folder], cache)
    for paths in (
        [folder.absolute()],
        [here / folder / "2024" / "a2.yaml"],
        [folder / "2024" / ".." / "2025"],
        [folder / "2024", folder / "2025" / "a1.yaml"],
        [folder / "2025" / "a1.yaml", folder.absolute() / "2024"],
    ):
        same(paths, cache)
    for elsewhere, paths in ((folder, [Path()]), (folder / "2024", [Path(), Path("../2025/a1.yaml")])):
        monkeypatch.chdir(here / elsewhere)
        same(paths, cache)
        same([here / folder], cache)
    monkeypatch.chdir(here)
    same([folder], cache)


def test_settings_that_leave_files_out_count_at_once(corpus: EditedCorpus, by_signature: None, cache: Cache) -> None:
    single = corpus.folder / "2025" / "a1.yaml"
    reports = []
    for exclude in ((), ("people.yaml",), ("2024/",), ()):
        settings = Settings(exclude=exclude)
        reports.append(same([single], cache, settings=settings))
        same([corpus.folder], cache, settings=settings)
        reports.append(same([single], cache, settings=settings))
    codes = [{each.code for each in found.findings} for found in reports]
    assert "CQ301" in codes[2] == codes[3] and codes[2] != codes[1] == codes[0] == codes[-1]


def test_a_defect_shows_where_it_does_without_a_cache_and_is_not_kept(
    corpus: EditedCorpus, by_signature: None, cache: Cache, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A rule over one record is applied only to what was asked for, and a rule over the corpus too."""
    one, other = corpus.folder / "2025" / "a1.yaml", corpus.folder / "2025" / "a5.yaml"
    healthy = same([corpus.folder], cache)
    for rule, method in ((ImpossibleDate, "check"), (DanglingReference, "check")):
        with monkeypatch.context() as broken:
            shutil.rmtree(cache.folder)
            cache.folder.mkdir()
            check = getattr(rule, method)
            broken.setattr(rule, method, lambda *given, _check=check: _broken(_check, *given))
            assert not same([one], cache).internal_errors and same([other], cache).internal_errors
            assert same([corpus.folder], cache).internal_errors and not same([one], cache).internal_errors
        assert same([corpus.folder], cache) == healthy == same([corpus.folder], cache)


def _broken(check: Callable[..., Iterator[Violation]], rule: Rule, own: Any, *context: Any) -> Iterator[Violation]:
    if own.path.endswith("a5.yaml"):
        raise ZeroDivisionError("a defect")
    yield from check(rule, own, *context)


def test_another_day_has_other_findings(corpus: EditedCorpus, by_signature: None, cache: Cache) -> None:
    path = corpus.folder / "2024" / "a4.yaml"
    path.write_text(path.read_text().replace('"2025-07-26"', '"2029-05-05"'))
    found = [same([corpus.folder], cache, day=day).findings for day in (*DAYS, *DAYS)]
    assert found[:3] == found[3:]
    codes = [{each.code for each in some if each.path == str(path)} for some in found[:3]]
    assert codes[1] - codes[2] == {"CQ407"} == codes[0] - codes[2]
    assert codes[1] == {each.code for each in same([path], cache).findings}


def test_texts_are_compared_each_time(corpus: EditedCorpus, by_signature: None, cache: Cache, tmp_path: Path) -> None:
    (tmp_path / "texts").mkdir()
    file = tmp_path / "texts" / "s0.txt"
    file.write_text(TEXT)
    counts = []
    for text in (TEXT, TEXT.replace("new", "old"), TEXT):
        file.write_text(text)
        counts += [same([corpus.folder], cache, texts=Texts.from_folder(tmp_path / "texts")).passages]
        same([corpus.folder / "2024" / "a0.yaml"], cache, texts=Texts.from_folder(tmp_path / "texts"))
        same([corpus.folder], cache)
    assert counts[0] == counts[2] != counts[1] and counts[0].verified


def test_a_cache_of_another_program_is_not_believed(
    corpus: EditedCorpus, by_signature: None, cache: Cache, monkeypatch: pytest.MonkeyPatch
) -> None:
    expected = same([corpus.folder], cache)
    read = counted_reads(monkeypatch)
    report([corpus.folder], cache)
    known = len(read)
    monkeypatch.setattr(cached_check, "fingerprint", lambda: "another program")
    read.clear()
    assert report([corpus.folder], cache) == expected
    assert known == 0 and len(read) == len([path for path in corpus.paths if path.suffix])
    assert len(snapshots(cache)) == 2


def counted_reads(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The paths of the files that are parsed in the local phase from now on."""
    paths: list[str] = []

    def counted(content: bytes, path: str) -> Document:
        paths.append(path)
        return read_bytes(content, path)

    monkeypatch.setattr(file_check, "read_bytes", counted)
    return paths


@pytest.fixture
def clean(folder: Path) -> Path:
    """A corpus without findings, of some more files, whose announcements refer to each other by twos."""
    corpus = EditedCorpus(folder, 0)
    (folder / "notes" / "foreign.yaml").unlink()
    for number in range(40):
        relation = {"type": "amends", "target": f"b{number + 1}", "basis": "reported", "evidence": [{"source": "s0"}]}
        data = announcement(f"b{number}", **({} if number % 2 else {"relations": [relation]}))
        data["dates"][0]["evidence"] = [{"source": "s1"}]
        (corpus.folder / f"b{number}.yaml").write_text(json.dumps(data))
    return folder


def test_only_what_has_changed_is_opened_and_only_what_it_needs_is_looked_up(
    clean: Path, by_signature: None, cache: Cache, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert report([clean], cache).findings == ()  # else their texts would be read for the report
    parsed, opened, looked_up = counted_reads(monkeypatch), list[str](), list[str]()
    examined = Kept.examined

    def counted_content(path: Path, root: Path) -> bytes:
        opened.append(str(path))
        return content(path, root)

    def counted_examined(kept: Kept, path: str) -> Examined:
        looked_up.append(path)
        return examined(kept, path)

    for module in (kept_module, file_check, reader):
        monkeypatch.setattr(module, "content" if module is kept_module else "file_content", counted_content)
    monkeypatch.setattr(Kept, "examined", counted_examined)

    def counts(paths: list[Path]) -> tuple[int, int, int]:
        for each in (parsed, opened, looked_up):
            each.clear()
        report(paths, cache)
        return len(parsed), len(opened), len(looked_up)

    single = clean / "b8.yaml"
    assert counts([clean]) == (0, 0, 0), opened
    assert counts([single])[:2] == (0, 0) and len(looked_up) < 8
    single.write_text(single.read_text().replace("2025-07-26", "2025-07-25"))
    compared_and_examined = 2
    assert counts([single])[:2] == (1, compared_and_examined) and len(looked_up) < 8
    assert counts([clean])[:2] == (1, compared_and_examined) and len(looked_up) < 8
    assert counts([clean]) == (0, 0, 0)
    single.touch()
    assert counts([clean])[:2] == (0, 1)
    assert counts([clean]) == (0, 0, 0)
