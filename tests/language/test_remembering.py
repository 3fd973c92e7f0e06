"""What was answered about a sentence is answered again; what is long is asked anew each time."""

from commcoord.language.remembering import SENTENCE, remembered


def test_a_sentence_is_asked_about_once_and_a_long_text_each_time():
    asked = []

    @remembered(8)
    def length(text, factor=1):
        asked.append(text)
        return len(text) * factor

    long = "长" * (SENTENCE + 1)

    assert [length("推进"), length("推进"), length("推进", 2), length(long), length(long)] == [
        2,
        2,
        4,
        301,
        301,
    ]
    assert asked == ["推进", "推进", long, long]
