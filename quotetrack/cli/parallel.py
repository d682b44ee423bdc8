"""The same function over many things, in order, in several processes."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from typing import TypeVar

from quotetrack.cli.stopping import leave_it

In = TypeVar("In")
Out = TypeVar("Out")


def ordered(
    function: Callable[[In], Out], things: Iterable[tuple[str, In]], jobs: int
) -> Iterator[tuple[str, In, Out]]:
    """(name, thing, function(thing)) for each named thing, in their order.

    With more than one job `function` has to be a module's own and its results picklable. No
    more than a few things per process are read ahead.
    """
    if jobs == 1:
        for name, thing in things:
            yield name, thing, function(thing)
        return
    with ProcessPoolExecutor(jobs, initializer=leave_it) as pool:
        ahead: deque[tuple[str, In, Future[Out]]] = deque()
        for name, thing in things:
            ahead.append((name, thing, pool.submit(function, thing)))
            if len(ahead) >= jobs * 3:
                first = ahead.popleft()
                yield first[0], first[1], first[2].result()
        while ahead:
            first = ahead.popleft()
            yield first[0], first[1], first[2].result()
