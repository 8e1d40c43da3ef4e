"""`communique add source`: what is known is found, what is new is defined as far as it is certain, and no further."""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from statistics import median
from typing import Any
from urllib.parse import quote

import pytest
import yaml

import communique
from communique.adding.addition import Additions
from communique.adding.link import Link, links_in
from communique.adding.sources import Wishes, new_sources, wishes_of
from communique.corpus.corpus import Corpus
from communique.models import SCHEMA_VERSION, Registry, Source
from support.command_line import Run
from support.folders import CORPUS, RECORDS
from support.link_lists import FIELDS, added, listed_pages, own_list, random_lists

KNOWN = "https://pandaily.com/china-proposes-world-ai-cooperation-organization-at-waic-2025"


@pytest.fixture(scope="module")
def small() -> Corpus:
    return communique.load(CORPUS)


def defined(corpus: Corpus, *links: Link, type: str = "", to: str = "") -> Additions:
    return new_sources(corpus, links, Wishes(type), to)


@pytest.mark.parametrize(
    "url",
    [
        KNOWN.replace("https", "http"),
        KNOWN.replace("//", "//www.") + "/",
        KNOWN.replace("//", "//m.") + "/amp/",
        f"{KNOWN}?utm_source=x&fbclid=y#top",
        f"{KNOWN}?outputType=amp",
        f"https://web.archive.org/web/20250726140600/{KNOWN}",
        f"https://archive.ph/20250726/{KNOWN}",
        f"https://www.google.com/amp/s/{KNOWN.removeprefix('https://')}",
        f"https://pandaily-com.cdn.ampproject.org/c/s/{KNOWN.removeprefix('https://')}",
        f"https://archive.ph/2025.07.26-140600/{KNOWN}",
        f"https://www.google.com/url?sa=t&url={quote(KNOWN, safe='')}&usg=x",
        f"https://eur01.safelinks.protection.outlook.com/?url={quote(KNOWN, safe='')}&data=1",
        KNOWN.replace("https", "HTTPS").replace("pandaily.com", "Pandaily.COM."),
        KNOWN.replace("china-", "%63hina%2D") + "#:~:text=AI",
    ],
)
def test_another_address_of_a_known_page_is_known(small: Corpus, url: str) -> None:
    found = defined(small, Link(url), type="news")
    assert ([each.id for each in found.existing], found.definitions) == (["pandaily-waico"], [])
    assert Path(found.existing[0].path).is_relative_to(CORPUS)


def test_the_title_of_a_source_from_the_same_site_is_known(small: Corpus) -> None:
    title = small.sources["pandaily-waico"].title or ""
    found = defined(small, Link("https://pandaily.com/other", title.upper()), type="news")
    assert [each.id for each in found.existing] == ["pandaily-waico"]
    elsewhere = defined(small, Link("https://example.org/other", title), type="news")
    assert len(elsewhere.definitions) == 1
    assert "has the title of pandaily-waico" in elsewhere.hints[elsewhere.definitions[0]["id"]][0]


@pytest.mark.parametrize(
    ("given", "stored"),
    [
        (
            "https://www.nytimes.com/2025/07/26/tech/a.html?smid=tw-share",
            "https://www.nytimes.com/2025/07/26/tech/a.html",
        ),
        ("https://amp.theguardian.com/tech/a?CMP=share_btn_tw", "https://www.theguardian.com/tech/a"),
        ("https://en.m.wikipedia.org/wiki/AI?wprov=sfla1", "https://en.wikipedia.org/wiki/AI"),
        ("https://m.bbc.co.uk/news/world-1#comments", "https://www.bbc.co.uk/news/world-1"),
        ("https://a.example/1?smid=2&CMP=3&s=4#notes", "https://a.example/1?smid=2&CMP=3&s=4#notes"),
        ("https://m.a.example/1", "https://m.a.example/1"),
        ("https://notnytimes.com/1?smid=2", "https://notnytimes.com/1?smid=2"),
    ],
)
def test_only_what_is_known_to_be_no_part_of_an_address_is_left_out(small: Corpus, given: str, stored: str) -> None:
    found = defined(small, Link(given), Link(stored), type="news")
    assert [each["url"] for each in found.definitions] == [stored]
    told = [text for texts in found.hints.values() for text in texts]
    assert any("its address was given as" in text for text in told) == (given != stored)


def test_the_name_of_a_site_is_no_title_and_a_comment_no_type(small: Corpus) -> None:
    text = (
        "- [BBC](https://www.bbc.co.uk/news/1) - a good piece\n- [BBC to close](https://www.bbc.co.uk/news/2)\n"
        "https://www.bbc.co.uk/news/3 # to be read\nhttps://www.bbc.co.uk/news/4#notes\n"
    )
    found = defined(small, *links_in(text))
    assert (found.findings, [each.get("title") for each in found.definitions]) == (
        [],
        [None, "BBC to close", None, None],
    )
    told = [text for texts in found.hints.values() for text in texts]
    assert told == ["the comment is not taken: a good piece", "the comment is not taken: to be read"]
    assert found.definitions[3]["url"] == "https://www.bbc.co.uk/news/4#notes"


def test_a_page_that_is_twice_in_a_list_is_added_once(small: Corpus) -> None:
    found = defined(small, Link("https://example.org/a"), Link("http://www.example.org/a/"), type="news")
    assert (len(found.definitions), len(found.existing)) == (1, 1)


def test_only_what_is_certain_is_filled_in(small: Corpus) -> None:
    one, two, three, four = defined(
        small,
        Link("https://pandaily.com/2025/08/01/plan"),
        Link("https://web.archive.org/web/20250726140600/https://example.org/en/2025-08-02-summit"),
        Link("https://www.mofa.go.jp/2025/02/31/x"),
        Link("https://example.com/x", "Plan", "wire service"),
        type="blog",
    ).definitions
    assert one == {
        "id": one["id"], "type": "news", "publisher": "Pandaily", "url": "https://pandaily.com/2025/08/01/plan",
        "published": "2025-08-01", "language": "en", "access": "not_read",
        "note": "The day is the one in the address.",
    }  # fmt: skip
    assert (two["type"], two["url"]) == ("blog", "https://example.org/en/2025-08-02-summit")
    assert two["archived_url"] == "https://web.archive.org/web/20250726140600/https://example.org/en/2025-08-02-summit"
    assert {"published", "publisher", "title", "note"}.isdisjoint(two)
    assert (three["type"], "published" in three) == ("official", False)
    assert (four["type"], four["title"]) == ("news_agency", "Plan")


@pytest.mark.parametrize(
    "urls",
    [
        ("https://a.example/caf%c3%a9", "https://a.example/café", "http://www.a.example/caf%C3%A9/#top"),
        ("https://doi.org/10.1000/ABC", "doi:10.1000/abc", "http://dx.doi.org/10.1000/abc"),
        ("https://arxiv.org/abs/2307.03718", "arXiv:2307.03718", "https://arxiv.org/pdf/2307.03718v2.pdf"),
        ("https://例え.jp/1", "https://xn--r8jz45g.jp/1"),
    ],
)
def test_one_page_under_several_addresses_is_added_once(small: Corpus, urls: Sequence[str]) -> None:
    found = defined(small, *map(Link, urls), type="news")
    assert (len(found.definitions), len(found.existing), found.findings) == (1, len(urls) - 1, [])


def test_addresses_of_different_pages_are_kept_apart(small: Corpus) -> None:
    urls = ["https://a.example/1%2F2", "https://a.example/1/2", "https://a.example/1?2", "https://a.example/#/1/2"]
    assert len(defined(small, *map(Link, urls), type="news").definitions) == 4


@pytest.mark.parametrize(
    ("link", "message"),
    [
        (Link("javascript:alert(1)"), "'javascript:alert(1)' is no web address"),
        (Link("https://ann:hunter2@a.example/1"), "the address at a.example has the name of a user"),
        (Link("https://a.example/1?password=hunter2"), "the address at a.example has a password"),
        (Link("https://a.example@b.example/1"), "the address at b.example has the name of a user"),
        (Link("http://192.168.1.1/1"), "192.168.1.1 is in a private network"),
        (Link("http://[::1]/1"), "[::1] is in a private network"),
        (Link("https://wiki.internal/1"), "wiki.internal is in a private network"),
        (Link("https://web.archive.org/web/2025/http://10.0.0.1/1"), "10.0.0.1 is in a private network"),
        (Link("https://2130706433/1"), "is no web address"),
        (Link("https://ex\u0430mple.org/1"), "mixes letters of two scripts"),
        (Link("https://a.example/" + "1" * 5_000), "is too long: 5,018 characters"),
        (Link("https://a.example/1%0D%0ASet-Cookie:x"), "has a control character: %0D"),
        (Link("https://a.example/1\u2028https://b.example"), "is no web address"),
        (Link("https://a.example/\u202etxt"), "U+202E RIGHT-TO-LEFT OVERRIDE"),
        (Link("https://a.example:99999/1"), "invalid port 99999"),
        (Link("https://a.example/1", "A\u202eplan"), "has the character U+202E RIGHT-TO-LEFT OVERRIDE"),
        (Link("example.org/a"), "'example.org/a' is no web address"),
        (Link("ftp://example.org/a"), "is no web address"),
        (Link(""), "is no web address"),
        (Link("...);"), "is no web address"),
        (Link("https://"), "is no web address"),
        (Link("https://example.org/a b"), "is no web address"),
        (Link("https://example.org/a", "", "pamphlet"), "'pamphlet' is no type of a source"),
    ],
)
def test_what_cannot_be_taken_is_a_finding(small: Corpus, link: Link, message: str) -> None:
    found = defined(small, link._replace(line=7))
    assert found.definitions == []
    assert [(each.line, message in each.message) for each in found.findings] == [(7, True)]
    assert "hunter2" not in f"{found.findings[0].message}{found.findings[0].help}"


def test_lines_are_counted_as_editors_do() -> None:
    assert [each.line for each in links_in("https://a.example/1\u2028x\x0b\r\n\rhttps://a.example/2\n")] == [1, 3]


def test_a_list_may_be_plain_or_markdown() -> None:
    text = "\ufeff# Links\r\n\r\nhttps://a.example/1\r\n- https://a.example/2\tTitle\tnews\n"
    text += "* [A plan](https://a.example/3)\n2. <https://a.example/4>\n"
    assert links_in(text) == [
        Link("https://a.example/1", line=3),
        Link("https://a.example/2", "Title", "news", 4),
        Link("https://a.example/3", "A plan", "", 5),
        Link("https://a.example/4", line=6),
    ]


def test_a_list_of_thirty_links_needs_at_most_three_edits() -> None:
    found = added(communique.load(RECORDS), own_list())
    assert (found.edits, found.unknown) == (0, 3)
    assert [found.right[field] for field in FIELDS] == [27, 30, 13, 23]


def test_nothing_else_is_written_than_the_curators_did() -> None:
    """The pages of the corpus, thirty at a time, are taken out and defined again from their links alone."""
    corpus = communique.load(RECORDS)
    every = [added(corpus, pages) for pages in random_lists(listed_pages(corpus), 10)]
    assert [each.wrong.total() for each in every] == [0] * 10
    assert min(each.right["type"] for each in every) >= 1
    assert median(each.right["publisher"] for each in every) >= 7


def test_a_type_that_is_not_certain_is_unknown(run: Run, corpus_copy: Path) -> None:
    """What is only likely is a hint and no value. One option states the type of a site, of old sources and new ones."""
    first, second = "https://www.theguardian.com/world/2026/mar/05/plan", "https://example.org/2026/03/other-plan"
    done = run("add", "source", first, second, "--in", corpus_copy)
    assert done.returncode == 0, done.stderr
    hints = "2 sources of unknown type:\n  often news: theguardian.com\n  nothing is known of: example.org\n"
    assert hints in done.stdout
    path = next(path for path in corpus_copy.rglob("*.yaml") if first.encode() in path.read_bytes())
    assert b"confirm" not in path.read_bytes()
    guardian, other = yaml.safe_load(path.read_bytes())["sources"][-2:]
    assert (guardian["type"], guardian["publisher"], guardian["published"]) == ("unknown", "The Guardian", "2026-03-05")
    assert (other["type"], other["published"]) == ("unknown", "2026-03")
    assert guardian["note"] == "The day is the one in the address."
    before = path.read_bytes()
    again = run("add", "source", first, second, "--in", corpus_copy)
    assert hints in again.stdout and path.read_bytes() == before
    stated = ("add", "source", first, second, "--in", corpus_copy, "--type", "www.example.org=blog")
    assert f"the type of {other['id']} is stated: blog" in run(*stated).stdout
    assert yaml.safe_load(path.read_bytes())["sources"][-2:] == [guardian, other | {"type": "blog"}]
    before = path.read_bytes()
    assert (run(*stated).returncode, path.read_bytes()) == (0, before)
    assert run("add", "source", first, "--in", corpus_copy, "--type", "blog").returncode == 0
    assert path.read_bytes() == before  # it is likely to be another one
    assert run("add", "source", first, second, "--in", corpus_copy, "--type", "news").returncode == 0
    types = [each["type"] for each in yaml.safe_load(path.read_bytes())["sources"][-2:]]
    assert types == ["news", "blog"]  # what was stated before stays


def test_a_type_for_all_is_not_for_those_that_are_likely_to_have_another(small: Corpus) -> None:
    urls = ["https://www.theguardian.com/1", "https://www.mondaq.com/1", "https://example.org/1"]
    found = defined(small, *map(Link, urls), type="news")
    assert [each["type"] for each in found.definitions] == ["news", "unknown", "news"]
    assert [*found.of_unknown_type.values()] == [("mondaq.com", "law_firm")]


def test_an_unknown_type_says_nothing_of_its_site() -> None:
    once = small_with(defined(communique.load(CORPUS), Link("https://example.org/1"), Link("https://example.org/2")))
    again = defined(once, Link("https://example.org/1"), Link("https://example.org/3"))
    assert len(again.existing) == 1
    assert [each["type"] for each in again.definitions] == ["unknown"]
    assert {*again.of_unknown_type.values()} == {("example.org", "")}
    gazette = "https://be.china-embassy.gov.cn/"
    once = small_with(defined(communique.load(CORPUS), Link(f"{gazette}1"), Link(f"{gazette}2")), type="unknown")
    assert [each["type"] for each in defined(once, Link(f"{gazette}3")).definitions] == ["official"]


def test_an_unknown_type_that_is_written_is_no_statement(small: Corpus) -> None:
    found = defined(small, Link("https://pandaily.com/2025/08/01/plan", "", "unknown"))
    assert [each["type"] for each in found.definitions] == ["unknown"]
    again = new_sources(small_with(found), [Link("https://pandaily.com/2025/08/01/plan")], Wishes("unknown"), "")
    assert (again.stated, [each.site for each in again.of_unknown_type.values()]) == ({}, ["pandaily.com"])


OLDER = """\
# a comment
schema_version: {version}
kind: registry
id: older  # another one
sources:
- {{id: a, type: news, access: full_text, url: 'https://a.example/1'}}
"""


@pytest.mark.parametrize("version", ["0.1.0", "0.2.1", "0.3.0", "0.3.1"])
def test_a_file_of_an_older_schema_is_raised_if_it_has_to_be(run: Run, corpus_copy: Path, version: str) -> None:
    """And only then: a type that its own version has is added to the file as it is."""
    path = corpus_copy / "registry" / "older.yaml"
    path.write_text(OLDER.format(version=version), encoding="utf-8")
    options = ("--to", path, "--in", corpus_copy, "--access", "full_text")
    done = run("add", "source", "https://b.example/1", *options, "--type", "news")
    assert done.returncode == 0 and f"version: {version}\n" in path.read_text(encoding="utf-8"), done.stderr
    before = path.read_bytes()
    dry = run("add", "source", "https://c.example/1", *options, "--dry-run")
    assert f"-schema_version: {version}\n+schema_version: {SCHEMA_VERSION}\n" in dry.stdout
    assert path.read_bytes() == before
    done = run("add", "source", "https://c.example/1", *options)
    assert (done.returncode, f"{path}: now names schema {SCHEMA_VERSION}; {version} cannot" in done.stdout) == (0, True)
    text = path.read_text(encoding="utf-8")
    assert text.startswith(before.decode("utf-8").replace(version, SCHEMA_VERSION, 1))
    assert yaml.safe_load(text)["sources"][-1]["type"] == "unknown"
    assert {each.code for each in communique.validate(corpus_copy) if each.severity != "info"} == {"CQ542"}


def test_a_type_is_stated_in_json_too(run: Run, corpus_copy: Path) -> None:
    path, page = corpus_copy / "registry" / "more.json", "https://b.example/1"
    source = {"id": "b", "type": "unknown", "access": "not_read", "url": page}
    data = {"schema_version": SCHEMA_VERSION, "kind": "registry", "id": "more", "sources": [source]}
    path.write_text(json.dumps(data), encoding="utf-8")
    assert run("add", "source", page, "--in", corpus_copy, "--type", "b.example=blog").returncode == 0
    assert json.loads(path.read_bytes()) == {**data, "sources": [{**source, "type": "blog"}]}


def small_with(found: Additions, type: str = "") -> Corpus:
    """The small corpus with new sources in its registry of instruments."""
    corpus = communique.load(CORPUS)
    made = [Source.model_validate({**each, "type": type or each["type"]}) for each in found.definitions]
    entries = []
    for entry in corpus.entries:
        if isinstance(entry.record, Registry) and entry.record.sources:
            record = entry.record.model_copy(update={"sources": (*entry.record.sources, *made)})
            entry, made = entry._replace(record=record), []
        entries.append(entry)
    return replace(corpus, entries=tuple(entries))


def test_a_site_that_no_link_is_from_is_refused(small: Corpus) -> None:
    wishes = wishes_of(["exmaple.org=blog", "news"], "not_read", "")
    found = new_sources(small, [Link("https://example.org/a")], wishes, "")
    assert [each.message for each in found.findings] == ["--type names exmaple.org, and no link is from there"]


LINKS = "".join(
    f"https://site{number % 7}.example/2025/07/{number:02}/the-plan-for-ai-{number}\tThe plan for AI {number}\r\n"
    for number in range(1, 31)
)


@pytest.fixture
def links(tmp_path: Path) -> Path:
    path = tmp_path / "links.txt"
    path.write_bytes(b"\xef\xbb\xbf# 30 links\r\n" + LINKS.encode())
    return path


def contents(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in folder.rglob("*.*")}


def test_thirty_links_are_one_command_and_the_second_changes_nothing(run: Run, corpus_copy: Path, links: Path) -> None:
    command = ("add", "source", "--from", links, "--in", corpus_copy, "--type", "news", "--access", "headline")
    before = contents(corpus_copy)
    assert run(*command, "--dry-run").stdout.count("+- id: ") == 30
    assert contents(corpus_copy) == before
    done = run(*command)
    assert (done.returncode, done.stdout.splitlines()[-1]) == (0, "30 sources added, 0 known")
    after = contents(corpus_copy)
    changed = [path for path in before if after[path] != before[path]]
    assert [path.name for path in changed] == ["instruments.yaml"]  # which has the sources
    assert {*before[changed[0]].splitlines()} < {*after[changed[0]].splitlines()}
    assert "error" not in {each.severity for each in communique.validate(corpus_copy)}
    again = run(*command)
    assert (again.returncode, again.stdout.splitlines()[-1]) == (0, "0 sources added, 30 known")
    assert contents(corpus_copy) == after


def test_a_sheet_for_a_record_changes_nothing_the_second_time(run: Run, corpus_copy: Path, tmp_path: Path) -> None:
    record, sheet = corpus_copy / "2026" / "example-bill-2026.yaml", tmp_path / "links.csv"
    sheet.write_bytes(
        b"\xef\xbb\xbfLink;Type\r\nhttps://a.example/1;blog\r\nhttp://www.a.example/1/;blog\r\nhttps://b.example/2;\r\n"
    )
    command = ("add", "source", "--from", sheet, "--to", record, "--in", corpus_copy)
    done = run(*command)
    assert (done.returncode, done.stdout.splitlines()[-1]) == (0, "2 sources added, 1 known")
    after = contents(corpus_copy)
    assert run(*command).stdout.splitlines()[-1] == "0 sources added, 3 known"
    assert contents(corpus_copy) == after
    assert "# confirm" not in record.read_text(encoding="utf-8")


def test_a_record_gets_sources_in_its_own_layout(run: Run, corpus_copy: Path) -> None:
    """The comments stay, and ids end as those of the record do."""
    record = corpus_copy / "2026" / "example-bill-2026.yaml"
    text = record.read_text(encoding="utf-8")
    done = run("add", "source", "https://pandaily.com/2026/03/05/new-bill", "--to", record, "--in", corpus_copy)
    assert done.returncode == 0, done.stderr
    added = set(record.read_text(encoding="utf-8").splitlines()) - set(text.splitlines())
    kept = [line for line in record.read_text(encoding="utf-8").splitlines() if line not in added]
    assert kept == [line for line in text.splitlines() if line not in added]
    assert any("https://pandaily.com/2026/03/05/new-bill" in line for line in added)


def test_ids_are_as_in_the_corpus() -> None:
    corpus = communique.load(RECORDS)
    order = corpus.announcements["us-eo-14320-2025"]
    to = next(entry.path for entry in corpus.entries if entry.record is order)
    link = Link("https://policywindow.org/wiki/some-order")
    ids = [
        new_sources(corpus, [link], Wishes(ending=ending), path).definitions[0]["id"]
        for ending, path in (("", to), ("waico", to), ("", ""))
    ]
    assert ids == ["policy-window-eo-14320", "policy-window-waico", "policy-window-some-order"]
    numbered = new_sources(corpus, [Link("https://policywindow.org/w/Order_99999-1234567")], Wishes(), "")
    assert numbered.definitions[0]["id"] == "policy-window-order-99999"


def test_a_record_without_sources_gets_a_list(run: Run, corpus_copy: Path) -> None:
    record = corpus_copy / "registry" / "more.yaml"
    record.write_text("schema_version: 0.3.0\nkind: registry  # mine\nid: more\n", encoding="utf-8", newline="\r\n")
    url = "https://pandaily.com/2026/03/05/new-bill"
    assert run("add", "source", url, "--to", record, "--in", corpus_copy).returncode == 0
    content = record.read_bytes()
    assert content.startswith(
        b"schema_version: 0.3.0\r\nkind: registry  # mine\r\nid: more\r\nsources:\r\n- id: pandaily-"
    )
    assert [each["url"] for each in yaml.safe_load(content)["sources"]] == [url]


def test_nothing_is_written_unless_all_is_understood(run: Run, corpus_copy: Path, links: Path) -> None:
    links.write_bytes(links.read_bytes() + b"not an address\r\n")
    before = contents(corpus_copy)
    command = ("add", "source", "--from", links, "--in", corpus_copy, "--type", "news")
    refused = run(*command)
    assert (refused.returncode, contents(corpus_copy)) == (1, before)
    assert f"{links}:32:1: error CQ118 'not an address' is no web address" in refused.stderr
    partial = run(*command, "--partial")
    assert (partial.returncode, partial.stdout.splitlines()[-1]) == (1, "30 sources added, 0 known")


def test_a_list_that_no_file_could_hold_is_refused(run: Run, tmp_path: Path) -> None:
    links = tmp_path / "many.txt"
    links.write_text("https://site.example/plan\n" * 2_001, encoding="utf-8")
    done = run("add", "source", "--from", links, "--type", "news", "--in", CORPUS)
    assert (done.returncode, "many.txt, line 2001: too many links: more than 2,000" in done.stderr) == (2, True)


def test_errors_of_other_records_do_not_matter_if_all_ids_are_known(run: Run, corpus_copy: Path) -> None:
    record = corpus_copy / "2026" / "example-bill-2026.yaml"
    text = record.read_text(encoding="utf-8")
    record.write_text(text.replace("\nroles:\n", "\nroles:\n- {actor: gone, role: announcer}\n", 1), encoding="utf-8")
    command = ("add", "source", "https://exam.example/a-plan", "--type", "news", "--in", corpus_copy, "--dry-run")
    assert run("validate", record).returncode == 1
    done = run(*command)
    assert done.returncode == 0 and "1 source would be added" in done.stderr, done.stderr
    record.write_text(f"{text}types: [\n", encoding="utf-8")
    refused = run(*command)
    assert (refused.returncode, "Nothing was added; `communique validate` lists" in refused.stderr) == (1, True)


def test_what_would_be_an_error_is_not_written(run: Run, corpus_copy: Path) -> None:
    """A host in letters of two scripts, or a broken escape, is refused by a rule."""
    before = contents(corpus_copy)
    done = run("add", "source", "https://exаmple.org/a%zz", "--type", "news", "--in", corpus_copy)
    assert (done.returncode, contents(corpus_copy)) == (1, before)
    assert "Nothing was added." in done.stderr


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ((), "give an address, or a file of links"),
        (("https://a.example/1", "--type", "pamphlet"), "found 'pamphlet', expected a source type code"),
        (("https://a.example/1", "--access", "some"), "expected a source access code"),
        pytest.param(
            ("https://a.example/1", "--type", "news", "--to", r"records\2025\x.yaml"),
            "write its folders with forward slashes",
            marks=pytest.mark.skipif(os.sep != "/", reason="here a backslash parts folders"),
        ),
    ],
)
def test_a_call_that_cannot_be_meant_is_refused(run: Run, arguments: tuple[Any, ...], message: str) -> None:
    done = run("add", "source", *arguments, "--in", CORPUS)
    assert (done.returncode, message in done.stderr) == (2, True)
