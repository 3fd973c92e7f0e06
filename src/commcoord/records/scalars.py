"""Scalars as a YAML file has them."""


class Plain(str):
    """A scalar written without quotes: only such a one may mean true, false or a number."""

    __slots__ = ()
