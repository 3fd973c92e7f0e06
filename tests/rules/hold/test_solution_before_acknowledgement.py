import pytest

from tests.rules.cases import of_rule

EARLY = ["warning measures.0"]


@pytest.mark.parametrize(
    ("overlay", "found"),
    [
        ("acknowledged:", EARLY),
        ("acknowledged: {at: 2023-10-18 18:00}", []),
        ("acknowledged: {at: 2023-10-25 09:00}", EARLY),  # after the measure was done
        ("acknowledged: {by: 杨帆（客服部）}", []),
        ("acknowledged:\nstatus: acknowledged", []),
        ("acknowledged:\nmeasures:", []),
        ("acknowledged:\nmeasures: [{what: x, status: cancelled}]", []),
        (
            "acknowledged: {at: 2023-10-20 09:00}\nmeasures: [{what: 换件, log: [{on: 2023-10-19, note: 已派人}]}]",
            EARLY,
        ),
        ("acknowledged:\nallow: [{rule: solution-before-acknowledgement, because: 当面道过歉}]", []),
    ],
)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_complaint_is_heard_first(overlay, found, language):
    assert of_rule("CC506", f"kind: feedback\n{overlay}", language) == found


@pytest.mark.parametrize(
    ("said", "language", "found"),
    [
        ("请在月底前补一份营业执照", "zh", []),
        ("我们要投诉，机器又坏了", "zh", EARLY),
        ("投诉处理流程请发一份", "zh", []),
        ("Please send us the licence again", "en", []),
        ("We complain about the third delay", "en", EARLY),
    ],
)
def test_without_a_severity_the_words_tell_a_complaint(said, language, found):
    overlay = f"kind: feedback\nscenario: institution\ntitle: x\nseverity:\nacknowledged:\nsaid: [{said}]"

    assert of_rule("CC506", overlay, language) == found
