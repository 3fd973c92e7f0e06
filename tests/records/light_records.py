"""Light records made from whole ones as an index would make them."""

import json

from commcoord.records.light import light_record, often_asked, seldom_asked


def lightened(record):
    """Return the light record of a record."""

    def read(*, often):
        return json.loads(often_asked(record) if often else seldom_asked(record))

    return light_record(record.id, record.kind, record.date, read)
