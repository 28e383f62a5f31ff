"""Facts of a studio on one day, as the cover and the first chapter state them."""

from django.db.models import F, Q


def lead_on(studio, day):
    """Who led the studio on ``day``; where no dates are recorded, whoever leads it."""
    open_start = Q(from_date=None) | Q(from_date__lte=day)
    open_end = Q(to_date=None) | Q(to_date__gte=day)
    newest = F("from_date").desc(nulls_last=True)
    found = studio.leads.filter(open_start, open_end).select_related("person").order_by(newest, "-pk").first()
    return found.person if found else None
