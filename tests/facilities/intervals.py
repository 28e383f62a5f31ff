"""The rules of counting said a second time, by arithmetic of intervals; knows nothing of sets of minutes."""


def merged(spans):
    """Spans (first minute, end) joined where they touch or overlap."""
    found = []
    for start, end in sorted(spans):
        if found and start <= found[-1][1]:
            found[-1][1] = max(found[-1][1], end)
        else:
            found.append([start, end])
    return found


def length(spans):
    return sum(end - start for start, end in merged(spans))


def common(ones, others):
    """What lies in both."""
    pairs = [(max(start, first), min(end, last)) for start, end in merged(ones) for first, last in merged(others)]
    return [(start, end) for start, end in pairs if start < end]


def own_part(span, before):
    """The length of ``span`` that none of the spans ``before`` it covers."""
    return length([*before, span]) - length(before)


def minute(moment):
    return moment.hour * 60 + moment.minute


def is_open(room, day, hours, closures):
    """The spans in which a room is open on a day."""
    served = room.from_date <= day and (room.to_date is None or day <= room.to_date)
    shut = any(one.from_date <= day <= one.to_date and one.room_id in (None, room.pk) for one in closures)
    if not served or shut:
        return []
    return [
        (minute(one.opens), minute(one.closes))
        for one in hours
        if one.room_id == room.pk
        and one.weekday == day.isoweekday()
        and one.from_date <= day
        and (one.to_date is None or day <= one.to_date)
    ]


def in_order(uses):
    """The uses of one room and day, the one that started first in front."""
    return sorted(uses, key=lambda use: (use.starts, use.pk))


def day_of(room, day, hours, closures, uses):
    """Open, used, and used while open, in minutes."""
    opened = is_open(room, day, hours, closures)
    used = [(minute(use.starts), minute(use.ends)) for use in uses if use.room_id == room.pk and use.day == day]
    return length(opened), length(used), length(common(opened, used))


def part_of(use, uses):
    """What ``use`` adds to the used time of its room's day."""
    same = in_order(one for one in uses if (one.room_id, one.day) == (use.room_id, use.day))
    before = same[: [one.pk for one in same].index(use.pk)]
    span = minute(use.starts), minute(use.ends)
    return own_part(span, [(minute(one.starts), minute(one.ends)) for one in before])
