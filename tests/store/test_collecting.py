"""The garbage collector rests only as long as the block lasts."""

import gc

import pytest

from commcoord.store import collecting


def test_it_rests_and_goes_on_even_after_an_error():
    during = []

    def fail():
        with collecting.paused():
            during.append(gc.isenabled())
            raise LookupError

    with pytest.raises(LookupError):
        fail()
    assert during == [False]
    assert gc.isenabled()


def test_who_had_switched_it_off_keeps_it_off():
    gc.disable()
    try:
        with collecting.paused():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()
