from datetime import date

from studio.organisation.choices import Level
from studio.organisation.models import Honour
from tests.indicators.oracle import any_day, oracle, world


@world
def honours(studio, disciplines, random):
    for number in range(10):
        year = random.randint(2015, 2022)
        Honour.objects.create(
            studio=studio,
            title_en=f"Honour {number}",
            level=random.choice(Level.values),
            year=year,
            valid_until=any_day(random, date(year, 1, 1), date(2023, 12, 31), empty=0.5),
        )


@oracle("honours")
def honours_in_force(records, period, as_of, of):
    day = min(period.end, as_of)
    found = [
        honour
        for honour in records(Honour)
        if honour.year <= day.year and (not honour.valid_until or honour.valid_until >= day) and of(None)
    ]
    return len(found), found
