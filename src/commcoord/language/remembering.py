"""Answers about sentences that are given again: several rules ask about the same one, and so do several records."""

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import TypeVar, TypeVarTuple, cast

SENTENCE = 300
"""Characters of a text that is worth remembering; thousands of long ones would fill the memory."""

Rest = TypeVarTuple("Rest")
Answer = TypeVar("Answer")


def remembered(
    texts: int,
) -> Callable[[Callable[[str, *Rest], Answer]], Callable[[str, *Rest], Answer]]:
    """Have a function that is asked about a text remember its answers to so many; nobody may change one."""

    def remembering(answer: Callable[[str, *Rest], Answer]) -> Callable[[str, *Rest], Answer]:
        kept = cast("Callable[[str, *Rest], Answer]", lru_cache(maxsize=texts)(answer))

        @wraps(answer)
        def asked(text: str, *rest: *Rest) -> Answer:
            return (kept if len(text) <= SENTENCE else answer)(text, *rest)

        return cast("Callable[[str, *Rest], Answer]", asked)

    return remembering
