"""The part ``studio.discipline_groups`` of a studio's facts file."""

from django.utils import timezone

from disciplines.models import Discipline, Group
from studio.core.text import fold
from studio.home.registries import LoadContext, NotLoadable, loading


def load_groups(data: list, context: LoadContext) -> list[str]:
    """One group per named discipline; names are compared without regard to case."""
    known = {fold(name): row for row in Discipline.objects.all() for name in (row.name, row.name_en, row.key)}
    lines = []
    for name in data:
        discipline = known.get(fold(str(name)))
        if not discipline:
            names = ", ".join(row.name_en for row in Discipline.objects.all())
            raise NotLoadable(f"studio.discipline_groups: “{name}” is no discipline. There are: {names}.")
        values = {"name": f"{discipline.name}专业组", "name_en": f"{discipline.name_en} group"}
        start = context.studio.founded_on or timezone.localdate()
        _group, new = Group.objects.get_or_create(
            studio=context.studio, discipline=discipline, to_date=None, defaults={**values, "from_date": start}
        )
        lines.append(f"group: {discipline.name_en}{'' if new else ' (exists)'}")
    return lines


loading.register("studio.discipline_groups", load_groups)
