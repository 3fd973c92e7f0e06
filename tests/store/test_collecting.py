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


def test_what_came_to_be_in_the_last_work_is_not_gone_over():
    before = gc.get_freeze_count()
    try:
        with collecting.paused_to_the_end():
            kept = [{"a": []} for _ in range(1000)]
            assert not gc.isenabled()
        assert gc.isenabled()
        assert gc.get_freeze_count() >= before + len(kept)
    finally:
        gc.unfreeze()
