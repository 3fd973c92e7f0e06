"""Times of day as they are written: 17:00, 下午5点, 5pm, noon."""

_PART = "(?:凌晨|早上|上午|中午|下午|傍晚|晚上|早|晚)"
_CLOCK = "(?:[01]?[0-9]|2[0-4]):[0-5][0-9](?::[0-5][0-9])?"
_SPOKEN = "二十[一二三四]?|十[一二三四五六七八九]?|[一二两三四五六七八九]"
_CHINESE_HOUR = f"(?:[01]?[0-9]|2[0-4]|{_SPOKEN})[点时](?:半|整|钟|一刻|三刻|[0-5]?[0-9]分?)?"
_ENGLISH = r"(?:1[0-2]|0?[1-9])(?:[:.][0-5][0-9])? ?(?:am|pm|a\.m\.|p\.m\.)(?![a-z])|noon|midnight"
CLOCK_TIME = f"(?:{_PART}? ?(?:{_CLOCK}(?![0-9])|{_CHINESE_HOUR})(?: ?(?:am|pm)(?![a-z]))?|{_ENGLISH})"
TIME = f"(?:{CLOCK_TIME}|{_PART}|morning|afternoon|evening)"
