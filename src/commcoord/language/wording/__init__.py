"""What a careful reader objects to in a sentence: mere topics, vague dates, blame, vague actions.

Each judgement reads Chinese and English, and returns the places it objects to in the order of the text.
tests/language/labelled holds the sentences by which its precision and recall are measured.
"""

from commcoord.language.wording.actions import is_vague_action
from commcoord.language.wording.blame import blaming, may_blame
from commcoord.language.wording.dates import vague_dates
from commcoord.language.wording.goals import is_topic_only
from commcoord.language.wording.segments import Span

__all__ = ["Span", "blaming", "is_topic_only", "is_vague_action", "may_blame", "vague_dates"]
