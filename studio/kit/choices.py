"""Whatever a form or filter offers to choose from stays inside the studio."""

from studio.organisation.models import Person
from studio.organisation.records import StudioRecord


def scoped(queryset, person, studio):
    """``queryset`` cut to what ``person`` may choose in ``studio``.

    Records of a studio: those the person sees there. People: those the studio knows. Units: those of its company.
    Catalogues (disciplines, levels, kinds): all of them.
    """
    model = queryset.model
    if issubclass(model, StudioRecord):
        return queryset & model.objects.visible_to(person, studio)
    if model is Person:
        return queryset.filter(pk__in=Person.objects.of_studio(studio).values("pk"))
    owners = {field.name for field in model._meta.fields}
    if "studio" in owners:
        return queryset.filter(studio=studio)
    if "company" in owners:
        return queryset.filter(company=studio.company_id)
    return queryset
