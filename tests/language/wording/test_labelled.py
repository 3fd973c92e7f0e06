"""The four judgements on labelled office prose, as precision and recall; `pytest -s` prints the report.

`+` marks a sentence that the judgement must object to. The rules and word lists were written looking at *_tune.txt
only. Whoever looks at a miss in *_held_out.txt moves that file into tune, and writes a new one before measuring again.
"""

from datetime import date
from pathlib import Path

import pytest

from commcoord.language.wording import blaming, is_topic_only, is_vague_action, vague_dates

LABELLED = Path(__file__).parent.parent / "labelled"
JUDGEMENTS = {
    "goal": is_topic_only,
    "date": lambda text: vague_dates(text, date(2023, 10, 20)),
    "blaming": blaming,
    "action": is_vague_action,
}


def sentences(path):
    judgement = ""
    for line in path.read_text("utf-8").splitlines():
        if line.startswith("["):
            judgement = line.strip("[]")
        elif line:
            yield judgement, line[0] == "+", line[2:]


def outcomes(path):
    for judgement, objectionable, text in sentences(path):
        yield judgement, objectionable, bool(JUDGEMENTS[judgement](text)), text


def precision_and_recall(rows):
    hits = sum(expected and found for _, expected, found, _ in rows)
    return hits / max(1, sum(found for _, _, found, _ in rows)), hits / sum(
        expected for _, expected, _, _ in rows
    )


@pytest.mark.parametrize("split", ["tune", "held_out"])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_few_false_alarms_and_few_misses(language, split):
    rows = list(outcomes(LABELLED / f"{language}_{split}.txt"))
    for judgement in JUDGEMENTS:
        precision, recall = precision_and_recall([row for row in rows if row[0] == judgement])
        print(f"{language} {split:8} {judgement:8} precision {precision:.3f} recall {recall:.3f}")
    precision, recall = precision_and_recall(rows)
    print(f"{language} {split:8} all      precision {precision:.3f} recall {recall:.3f} of {len(rows)}")
    wrong = [f"{judgement}: {text}" for judgement, expected, found, text in rows if expected != found]
    assert precision >= 0.95, wrong
    assert recall >= 0.85, wrong
