"""The part ``alliances`` of a studio's facts file."""

from datetime import date, datetime

from sharing.choices import AllianceRole
from sharing.models import Alliance
from studio.core.text import fold
from studio.home.registries import LoadContext, NotLoadable, loading
from studio.organisation.choices import Level

ROLES = {
    "leading unit": AllianceRole.LEADING,
    "council unit": AllianceRole.COUNCIL,
    "member unit": AllianceRole.MEMBER,
}
KNOWN = {"name", "name_en", "level", "cluster", "cluster_zh", "role", "from", "to", "secretariat", "secretariat_zh"}


def load_alliances(data: list, context: LoadContext) -> list[str]:
    """Alliances by name; one that exists is left alone. What the file does not say stays empty."""
    lines = []
    for number, facts in enumerate(data, start=1):
        where = f"alliances, entry {number}"
        context.skipped += [f"{where}: {key}" for key in facts if key not in KNOWN]
        lines.append(_load_alliance(facts, context.studio, where))
    return lines


def _load_alliance(facts: dict, studio, where: str) -> str:
    names = {"name": facts.get("name") or "", "name_en": facts.get("name_en") or ""}
    if not any(names.values()):
        raise NotLoadable(f"{where}: give name or name_en.")
    if fold(facts.get("role")) not in ROLES:
        raise NotLoadable(f"{where}: role is one of {', '.join(ROLES)}.")
    level = facts.get("level") or ""
    if level and level not in Level.values:
        raise NotLoadable(f"{where}: level is one of {', '.join(Level.values)}, or leave it out.")
    first, last = _day(facts, "from", where), _day(facts, "to", where)
    if first and last and last < first:
        raise NotLoadable(f"{where}: to lies before from.")
    values = {"level": level, "role": ROLES[fold(facts["role"])], "from_date": first, "to_date": last}
    for field in ("cluster", "secretariat"):
        values |= {f"{field}_en": facts.get(field) or "", field: facts.get(f"{field}_zh") or ""}
    _alliance, new = Alliance.objects.get_or_create(studio=studio, **names, defaults=values)
    known = "" if new else " (exists)"
    return f"alliance: {names['name_en'] or names['name']}, since {first or 'a day not recorded'}{known}"


def _day(facts: dict, key: str, where: str) -> date | None:
    day = facts.get(key)
    if day is not None and (not isinstance(day, date) or isinstance(day, datetime)):
        raise NotLoadable(f"{where}: write {key} as a date like 2021-10-28, or leave it out.")
    return day


loading.register("alliances", load_alliances)
