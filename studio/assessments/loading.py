"""The part ``visits`` of a studio's facts file."""

from datetime import date

from studio.assessments.choices import CommentKind, Party, VisitKind
from studio.assessments.models import AgendaItem, Comment, Visit, VisitPerson
from studio.assessments.topics import topic_called
from studio.core.text import fold
from studio.home.registries import LoadContext, NotLoadable, loading

KINDS = {
    "national assessment": VisitKind.NATIONAL,
    "provincial assessment": VisitKind.PROVINCIAL,
    "city assessment": VisitKind.CITY,
    "company inspection": VisitKind.COMPANY,
    "exchange visit": VisitKind.EXCHANGE,
}
KNOWN = {"kind", "date", "purpose", "assessed_by", "assessment_team", "attending", "agenda", "comments"}
PERSON_FIELDS = ("name", "rank", "unit", "post", "part")


def load_visits(data: list, context: LoadContext) -> list[str]:
    """Visits with everybody present, the agenda and the comments; one that exists is left alone."""
    lines = []
    for number, facts in enumerate(data, start=1):
        where = f"visits, entry {number}"
        if fold(facts.get("kind")) not in KINDS:
            raise NotLoadable(f"{where}: kind is one of {', '.join(KINDS)}.")
        context.skipped += [f"{where}: {key}" for key in facts if key.removesuffix("_zh") not in KNOWN]
        lines.append(_load_visit(facts, context, where))
    return lines


def _load_visit(facts: dict, context: LoadContext, where: str) -> str:
    values = {
        "kind": KINDS[fold(facts["kind"])],
        "assessed_by_en": facts.get("assessed_by") or "",
        "assessed_by": facts.get("assessed_by_zh") or "",
        **_dated(facts.get("date") or {}, where),
    }
    if not values["assessed_by_en"] and not values["assessed_by"]:
        raise NotLoadable(f"{where}: give assessed_by.")
    purpose = {"purpose": facts.get("purpose_zh") or "", "purpose_en": facts.get("purpose") or ""}
    visit, new = Visit.objects.get_or_create(studio=context.studio, **values, defaults=purpose)
    if not new:
        return f"visit: {visit.assessed_by_en or visit.assessed_by}, {visit.date_words} (exists)"
    people = _load_people(facts, visit)
    agenda = _load_agenda(facts.get("agenda") or [], visit)
    comments = _load_comments(facts.get("comments") or [], visit, where)
    return (
        f"visit: {visit.assessed_by_en or visit.assessed_by}, {visit.date_words}: "
        f"{people} people, {agenda} agenda items, {comments} comments"
    )


def _dated(day: dict, where: str) -> dict:
    """The full date, or what is known without the year."""
    year, month, dom = (day.get(part) for part in ("year", "month", "day"))
    if any(part is not None and not isinstance(part, int) for part in (year, month, dom)):
        raise NotLoadable(f"{where}: write year, month and day as numbers, or leave them empty.")
    if (dom and not month) or (year and not (month and dom)):
        raise NotLoadable(f"{where}: a day needs its month, and a year needs both; leave out what is not known.")
    try:
        # 2000 was a leap year, so every day of some year passes.
        full = date(year or 2000, month or 1, dom or 1)
    except ValueError as problem:
        raise NotLoadable(f"{where}: this date does not exist.") from problem
    if year and month and dom:
        return {"held_on": full, "month": None, "day": None}
    return {"held_on": None, "month": month, "day": dom}


def _load_people(facts: dict, visit: Visit) -> int:
    rows = [(Party.TEAM, row) for row in facts.get("assessment_team") or []]
    rows += [(_party_of(row), row) for row in facts.get("attending") or []]
    for order, (party, row) in enumerate(rows, start=1):
        VisitPerson.objects.create(studio=visit.studio, visit=visit, order=order, party=party, **_person(row))
    return len(rows)


def _party_of(row: dict) -> Party:
    return Party.ACCOMPANYING if fold(row.get("part")) == "accompanying" else Party.ATTENDING


def _person(row: dict) -> dict:
    """Plain keys hold Chinese for the name (``name``, ``name_en``) and English for the rest (``unit``, ``unit_zh``)."""
    found = {"name": row.get("name") or "", "name_en": row.get("name_en") or ""}
    for field in PERSON_FIELDS[1:]:
        found[f"{field}_en"], found[field] = row.get(field) or "", row.get(f"{field}_zh") or ""
    if fold(found["part_en"]) == "accompanying":
        found["part_en"] = ""
    return found


def _load_agenda(rows: list, visit: Visit) -> int:
    for order, row in enumerate(rows, start=1):
        AgendaItem.objects.create(
            studio=visit.studio,
            visit=visit,
            order=order,
            speaker_en=row.get("speaker") or "",
            speaker=row.get("speaker_zh") or "",
            text_en=row.get("item") or "",
            text=row.get("item_zh") or "",
        )
    return len(rows)


def _load_comments(rows: list, visit: Visit, where: str) -> int:
    for order, row in enumerate(rows, start=1):
        if row.get("kind") not in CommentKind.values or not row.get("topic"):
            raise NotLoadable(f"{where}, comment {order}: give a topic, and as kind {', '.join(CommentKind.values)}.")
        Comment.objects.create(
            studio=visit.studio,
            visit=visit,
            order=order,
            kind=row["kind"],
            topic=topic_called(row["topic"]),
            given_by_en=row.get("by") or "",
            given_by=row.get("by_zh") or "",
            gist_en=row.get("gist") or "",
            gist=row.get("gist_zh") or "",
        )
    return len(rows)


loading.register("visits", load_visits)
