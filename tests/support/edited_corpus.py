"""A small corpus that is changed at random, as curators and accidents change one."""

from __future__ import annotations

import json
import os
import random
import shutil
from collections.abc import Callable
from copy import deepcopy
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from communique.text.source_text import digest
from support.written_corpus import DATASET, HEAD, LAW, announcement

TEXT = "A new body is to sit in Shanghai.\n"
DAYS = (date(2025, 8, 1), date(2026, 11, 26), date(2031, 1, 1))

_ANNOUNCEMENTS = tuple(f"a{number}" for number in range(6))
_EVIDENCE = [{"source": "s0"}]
_FOREIGN = {"name": "of another program", "steps": [1, 2]}
_NOT_CHANGES = {"edit", "some_paths", "chance", "day"}
_OUTSIDE = "outside.yaml"

Json = Any
Files = dict[str, Json]
"""Data by path within the corpus."""


def _files() -> Files:
    files: Files = {
        "dataset.yaml": DATASET,
        "registry/sources.yaml": {**HEAD, "kind": "registry", "id": "sources", "sources": [*map(_source, range(4))]},
        "registry/people.yaml": {**HEAD, "kind": "registry", "id": "people", "actors": [*map(_actor, range(3))]},
        "registry/occasions.json": {**HEAD, "kind": "registry", "id": "occasions", "occasions": [_occasion("o0")]},
        "notes/foreign.yaml": _FOREIGN,
    }
    for number, id in enumerate(_ANNOUNCEMENTS):
        files[f"202{number % 2 + 4}/{id}.yaml"] = _announcement(number, id)
    return deepcopy(files)


def _source(number: int) -> Json:
    source: Json = {"id": f"s{number}", "type": "news", "access": "full_text", "published": "2025-07-27"}
    if number == 0:
        source["text"] = {"digest": digest(TEXT), "length": len(TEXT), "normalization": "nfc_single_space"}
    return source


def _actor(number: int) -> Json:
    return {"id": f"p{number}", "type": "group", "name": {"en": f"Group {number}"}}


def _occasion(id: str) -> Json:
    place = {"city": "Shanghai", "country": "CN"}
    dates = [{"value": "2025-07-26/2025-07-28", "evidence": _EVIDENCE}]
    return {"id": id, "name": {"en": f"Meeting {id}"}, "place": place, "dates": dates}


def _announcement(number: int, id: str) -> Json:
    roles = [{"actor": f"p{number % 3}", "role": "announcer", "evidence": [{"source": f"s{number % 4}"}]}]
    relations = [{"type": "amends", "target": f"a{(number + 1) % 6}", "basis": "reported", "evidence": _EVIDENCE}]
    place = {"city": "Shanghai", "country": "CN"}
    more = {"relations": relations} if number % 2 else {"occasion": "o0", "place": place}
    return announcement(id, **HEAD, roles=roles, dates=[_announced(number)], **more)


def _announced(number: int) -> Json:
    passage = {"start": 2, "end": 10, "digest": digest(TEXT[2:10])}
    evidence = [{"source": "s0", "passage": passage}] if number % 3 == 0 else [{"source": "s1"}]
    return {"role": "announced", "value": "2025-07-26", "evidence": evidence}


def seeds(quick: int, *, slow: int) -> list[Any]:
    """Numbers to start random edits with, as parameters of a test. The last ones are for the slow tests."""
    return [*range(quick), *(pytest.param(quick + each, marks=pytest.mark.slow) for each in range(slow))]


class EditedCorpus:
    """The corpus in a folder, and what changes it, by one seed; if it ``stays_sound``, only few files have errors.

    Each file gets a time of its own in the past with each change, so that signatures hold exactly as long as contents.
    """

    def __init__(self, folder: Path, seed: int, *, stays_sound: bool = False) -> None:
        self._changes = _SOUND if stays_sound else _CHANGES
        self.folder, self._random, self._time = folder, random.Random(seed), 10**18
        self._files = _files()
        for name in self._files:
            self._write(name)
        (folder.parent / _OUTSIDE).write_text(json.dumps(_announcement(0, "outside")))

    @property
    def paths(self) -> list[Path]:
        """What there is to ask for."""
        return sorted(path for path in self.folder.rglob("*.*") if ".communique_cache" not in path.parts)

    def edit(self) -> str:
        """Change something; says what."""
        change = self._random.choice(self._changes)
        change(self)
        return change.__name__

    def some_paths(self, most: int) -> list[Path]:
        """Some of the files, by chance."""
        paths = self.paths
        return self._random.sample(paths, min(most, len(paths)))

    def chance(self, part: float) -> bool:
        """True that often."""
        return self._random.random() < part

    def day(self) -> date:
        """One of a few days."""
        return self._random.choice(DAYS)

    def _write(self, name: str) -> None:
        self._put(name, json.dumps(self._files[name], indent=1).encode())

    def _put(self, name: str, content: bytes) -> None:
        path = self._free(name)
        path.write_bytes(content)
        self._time += 10**9
        os.utime(path, ns=(self._time, self._time))

    def _free(self, name: str) -> Path:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        else:
            path.unlink(missing_ok=True)
        return path

    def _one(self, field: str) -> tuple[str, Json]:
        """A file that has the field, and its data."""
        return self._random.choice([(name, data) for name, data in self._files.items() if field in data])

    def _any(self) -> str:
        return self._random.choice([*self._files])

    # A record gets a mistake of its own.

    def unknown_field(self) -> None:
        name = self._any()
        self._files[name]["sumary"] = "x"
        self._write(name)

    def wrong_weekday(self) -> None:
        name, data = self._one("types")
        data["dates"][0]["as_stated"] = self._random.choice(["Monday", "Saturday"])
        self._write(name)

    def moved_date(self) -> None:
        name, data = self._one("types")
        data["dates"][0]["value"] = self._random.choice(["2025-07-26", "2025-09-01", "2024-02-01", "2029-05-05"])
        self._write(name)

    def moved_passage(self) -> None:
        name, data = self._one("types")
        for evidence in data["dates"][0]["evidence"]:
            evidence.get("passage", {}).update(end=self._random.choice([10, 11, 99]))
        self._write(name)

    # What a registry defines is used by others.

    def deleted_definition(self) -> None:
        name, entities = self._entities()
        if len(entities) > 1:
            entities.pop(self._random.randrange(len(entities)))
            self._write(name)

    def renamed_id(self) -> None:
        name, entities = self._entities()
        entity = self._random.choice(entities)
        former = entity["id"]
        entity["id"] = f"{former}-{self._random.randrange(3)}"
        if "name" in entity and self.chance(0.5):
            entity.setdefault("former_ids", []).append(former)
        self._write(name)

    def doubled_definition(self) -> None:
        kind = self._random.choice(["sources", "actors", "occasions"])
        _, data = self._one(kind)
        name, other = self._one("types")
        other[kind] = [self._random.choice(data[kind])]
        self._write(name)

    def source_of_another_day(self) -> None:
        name, entities = self._entities("sources")
        self._random.choice(entities)["published"] = self._random.choice(["2025-07-20", "2025-07-27", "2025-07"])
        self._write(name)

    def derived_source(self) -> None:
        name, entities = self._entities("sources")
        self._random.choice(entities)["derived_from"] = [f"s{self._random.randrange(4)}"]
        self._write(name)

    def other_text(self) -> None:
        name, entities = self._entities("sources")
        entities[0].get("text", {})["length"] = self._random.choice([5, len(TEXT)])
        self._write(name)

    def moved_occasion(self) -> None:
        name, entities = self._entities("occasions")
        occasion = self._random.choice(entities)
        occasion["place"]["city"] = self._random.choice(["Shanghai", "Seoul"])
        occasion["dates"][0]["value"] = self._random.choice(["2025-07-26/2025-07-28", "2025-10-01"])
        self._write(name)

    def outer_occasion(self) -> None:
        name, entities = self._entities("occasions")
        entities[0]["part_of"] = "outer"
        entities.append(_occasion("outer"))
        self._write(name)

    # Announcements lead to each other.

    def related(self) -> None:
        name, data = self._one("types")
        self._relate(data, self._random.choice(_ANNOUNCEMENTS))
        self._write(name)

    def cycle_of_three(self) -> None:
        names = [name for name, data in self._files.items() if "types" in data][:3]
        for name, after in zip(names, [*names[1:], *names[:1]], strict=True):
            self._relate(self._files[name], self._files[after]["id"], "supersedes")
            self._write(name)

    def retired(self) -> None:
        name, data = self._one("types")
        data["status"] = self._random.choice(["withdrawn", "superseded", "reviewed", "draft"])
        data.pop("replaced_by", None)
        if data["status"] == "superseded":
            data["replaced_by"] = self._random.choice(_ANNOUNCEMENTS)
        self._write(name)

    def same_title(self) -> None:
        for name in self._random.sample([name for name, data in self._files.items() if "types" in data], 2):
            self._files[name]["title"] = {"en": "China launches a fund for artificial intelligence"}
            self._write(name)

    def dated_relation(self) -> None:
        name, data = self._one("types")
        self._relate(data, self._random.choice(_ANNOUNCEMENTS), self._random.choice(["precedes", "follows"]))
        data["dates"][0]["value"] = self._random.choice(["2025-07-26", "2024-02-01", "2025-07-28"])
        self._write(name)

    # Rules compare what records say of one thing.

    def named_alike(self) -> None:
        name, entities = self._entities("actors")
        self._random.choice(entities)["name"] = {"en": self._random.choice(["Group 0", "The Group 0", "Group 1"])}
        self._write(name)

    def addressed(self) -> None:
        name, entities = self._entities("sources")
        hosts = ["http://example.org/a", "https://example.org/a", "https://example.org/b", "http://example.net/c"]
        self._random.choice(entities)["url"] = self._random.choice(hosts)
        self._write(name)

    def step_of_a_law(self) -> None:
        registry, people = self._one("actors")
        if not any("instruments" in each for each in self._files.values()):
            people["instruments"] = [LAW]
            self._write(registry)
        name, data = self._one("types")
        action, stage = self._random.choice([("adopt", "adopted"), ("publish", "proposed"), ("repeal", "repealed")])
        day = self._random.choice(["2025-05-01", "2025-07-01", "2025-08-01"])
        measure = {"instrument": "x", "action": action, "date": day, "stage": stage, "modality": "asserted"}
        data["measures"] = [*data.get("measures", [])[-1:], {**measure, "evidence": _EVIDENCE}]
        self._write(name)

    def preferred_day(self) -> None:
        name, data = self._one("types")
        day, other = ({"role": "adopted", "value": f"2025-07-2{number}"} for number in (5, 6))
        cited = [{"source": "s0"}, {"source": f"s{self._random.randrange(1, 4)}"}]
        data["dates"][1:] = [
            {**day, "rank": "preferred", "evidence": cited},
            {**other, "evidence": [{"source": f"s{self._random.randrange(1, 4)}"}]},
        ]
        self._write(name)

    def source_without_a_day(self) -> None:
        name, entities = self._entities("sources")
        source = self._random.choice(entities)
        source.pop("published", None)
        source["retrieved"] = self._random.choice(["2025-07-26", "2025-09-01", "2029-05-05"])
        self._write(name)

    def without_text(self) -> None:
        name, entities = self._entities("sources")
        if entities[0].pop("text", None) is None:
            entities[0]["text"] = _source(0)["text"]
        self._write(name)

    # Files come and go.

    def odd_folder(self) -> None:
        name = self._random.choice(["con/a6.yaml", "con/dataset.yaml"])
        if name in self._files and self.chance(0.5):
            self._free(name)
            del self._files[name]
        else:
            self._files[name] = deepcopy({**DATASET, "id": "dataset-3"} if "set" in name else _announcement(6, "a6"))
            self._write(name)

    def deleted_file(self) -> None:
        self._free(self._any())

    def restored_file(self) -> None:
        name = self._any()
        self._files[name] = _files().get(name, self._files[name])
        self._write(name)

    def renamed_file(self) -> None:
        name = self._any()
        data = self._files[name]
        self._free(name)
        new = f"{Path(name).parent}/{Path(name).stem}-x.{self._random.choice(['yaml', 'json', 'yml'])}"
        self._files[new] = data
        if name != "dataset.yaml":  # it says where the corpus is
            del self._files[name]
        else:
            self._write(name)
        self._write(new)

    def foreign_file(self) -> None:
        name = f"notes/more-{self._random.randrange(3)}.yaml"
        self._put(name, b"- 1\n" if self.chance(0.5) else json.dumps(_FOREIGN).encode())

    def second_dataset(self) -> None:
        self._files["registry/dataset-2.yaml"] = deepcopy({**DATASET, "id": "dataset-2"})
        self._write("registry/dataset-2.yaml")

    def cut_file(self) -> None:
        name = self._any()
        whole = json.dumps(self._files[name], indent=1).encode()
        self._put(name, whole[: self._random.randrange(len(whole))])

    def spoilt_file(self) -> None:
        name = self._any()
        whole = json.dumps(self._files[name]).encode()
        self._put(name, self._random.choice([b"", b"\xff\xfe", whole.replace(b'"id": "', b'"id": "\xe9')]))

    def unreadable_file(self) -> None:
        path = self._free(self._other())
        if self.chance(0.5):
            path.symlink_to("nowhere.yaml")
        else:
            os.mkfifo(path)

    def linked_file(self) -> None:
        path, to = self._free(self._other()), self._random.choice([self.folder / self._any(), Path("..", _OUTSIDE)])
        if to != path:
            path.symlink_to(os.path.relpath(self.folder.parent / to, path.parent))

    def touched_file(self) -> None:
        path = self.folder / self._any()
        if path.is_file():
            self._time += 10**9
            os.utime(path, ns=(self._time, self._time))

    def moved_folder(self) -> None:
        """Its files keep all that the system says of them."""
        folder, away = self.folder / "2024", self.folder.parent / "away"
        if away.exists():
            shutil.rmtree(away)
        if folder.is_dir():
            folder.rename(away)
            folder.mkdir()
            for path in sorted(away.iterdir()):
                (folder / path.name).symlink_to(path)

    def _other(self) -> str:
        return self._random.choice([name for name in self._files if name != "dataset.yaml"])

    def _entities(self, kind: str = "") -> tuple[str, Json]:
        kind = kind or self._random.choice(["sources", "actors", "occasions"])
        name, data = self._one(kind)
        return name, data[kind]

    def _relate(self, data: Json, target: str, kind: str = "") -> None:
        kind = kind or self._random.choice(["amends", "supersedes", "same_event", "precedes", "follows"])
        relation = {"type": kind, "target": target, "basis": "reported", "evidence": _EVIDENCE}
        data["relations"] = [*data.get("relations", [])[-2:], relation]


_CHANGES: list[Callable[[EditedCorpus], None]] = [
    change
    for name, change in vars(EditedCorpus).items()
    if callable(change) and not name.startswith("_") and name not in _NOT_CHANGES
]
_BREAK = {"unknown_field", "cut_file", "spoilt_file", "unreadable_file", "linked_file", "moved_folder"}
_SOUND = [change for change in _CHANGES if change.__name__ not in _BREAK]
