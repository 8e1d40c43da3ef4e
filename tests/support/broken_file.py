"""A file with mistakes, and what was meant."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from support.documents import paths
from support.yaml_writer import Json, Path, Place


@dataclass
class Broken:
    """A file with mistakes.

    ``right`` is the data that was meant, and ``changed`` the places at which the file says something else; with
    ``None`` at the end, an object of which a key is another.
    """

    text: str
    path: str
    right: Json
    wrong: Json
    mistakes: list[str]
    changed: set[Place] = field(default_factory=set)

    @property
    def content(self) -> bytes:
        return self.text.encode()


def value_at(data: Json, path: Path) -> Json:
    for step in path:
        data = data[step]
    return data


def put(made: Broken, path: Path, value: str) -> bool:
    if path in made.changed or value_at(made.wrong, path) == value:
        return False
    value_at(made.wrong, path[:-1])[path[-1]] = value
    made.changed.add(path)
    return True


def rename(made: Broken, path: Path, name: str) -> bool:
    """Once for each object, so that the paths of what was meant can still be followed by position."""
    *above, old = path
    holder = value_at(made.wrong, tuple(above))
    if any(each[: len(above)] == tuple(above) for each in made.changed) or name in holder or not name.strip():
        return False
    entries = [(name if key == old else key, value) for key, value in holder.items()]
    holder.clear()
    holder.update(entries)
    made.changed.add((*above, None))
    return True


def keys_renamed(made: Broken, path: Path) -> bool:
    return any((*path[:depth], None) in made.changed for depth in range(len(path)))


def nodes(made: Broken, wanted: Callable[[Path, Json], bool]) -> list[Path]:
    every = [path for path in paths(made.right)[1:] if not keys_renamed(made, path)]
    return [path for path in every if "extensions" not in path and wanted(path, value_at(made.right, path))]
