"""Work that only ever has to be done for the latest state."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable


class Latest:
    """Does work one time after another, never twice at once. What is asked for meanwhile is done once, afterwards.

    So nothing is done for a state that is no longer there, however quickly somebody types.
    """

    def __init__(self, work: Callable[[], Awaitable[None]]) -> None:
        self._work = work
        self._is_asked = False
        self._task: asyncio.Task[None] | None = None

    @property
    def is_asked(self) -> bool:
        """Whether the work has been asked for again since it began."""
        return self._is_asked

    def ask(self) -> None:
        """Have the work done for the state as it is now, or is by the time that it begins."""
        self._is_asked = True
        if self._task is None or self._task.done():
            self._task = asyncio.get_running_loop().create_task(self._run())

    async def _run(self) -> None:
        while self._is_asked:
            self._is_asked = False
            await self._work()
