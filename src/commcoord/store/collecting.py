"""Reading thousands of records without Python looking through all of them again and again for cycles."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def paused() -> Iterator[None]:
    """Keep the cyclic garbage collector from running meanwhile; records hold no cycles that it could free."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


@contextmanager
def paused_to_the_end() -> Iterator[None]:
    """Keep it from running meanwhile, and from going over all of that afterwards: for the last work of a process."""
    with paused():
        try:
            yield
        finally:
            gc.freeze()


@contextmanager
def frozen() -> Iterator[None]:
    """Keep a search for cycles meanwhile from going over all that was there before."""
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()
