"""Sample funds of two years and of this year, with what was spent from them."""

from datetime import date, timedelta
from decimal import Decimal

from django.utils import timezone

from studio.regulations.models import Fund, Spend, SpendCategory
from studio.regulations.samples import texts
from studio.regulations.samples.cast import write

WAN = Decimal(10_000)
CENT = Decimal("0.01")


class Money:
    """Makes them for ``cast.studio``."""

    def __init__(self, cast):
        self.cast, self.rng, self.studio = cast, cast.rng, cast.studio
        self.categories = {category.key: category for category in SpendCategory.objects.all()}
        self.numbers: dict[int, int] = {}

    def add(self) -> None:
        past = [fund for number, year in enumerate(self.cast.world.years) for fund in self._funds(year, number)]
        today = timezone.localdate()
        now = self._fund("company", texts.FUNDS[0][1], today.year, Decimal(360), state="open")
        ahead = self._fund("company", texts.FUNDS[0][1], today.year + 1, Decimal(380), state="draft")
        funds = write(Fund, [*past, now, ahead])
        spends = [spend for fund in funds[: len(past)] for spend in self._spends(fund)]
        write(Spend, [*spends, *self._this_year(funds[len(past)], today)])

    def _funds(self, year: int, number: int):
        for source, title, budgets in texts.FUNDS:
            yield self._fund(source, title, year, Decimal(budgets[number]), state="closed")
        if number:  # one fund of a single discipline, in the last year
            first = self.cast.world.disciplines[0]
            yield self._fund("company", texts.GROUP_FUND, year, Decimal(20), state="closed", discipline=first)

    def _fund(self, source: str, title, year: int, budget: Decimal, *, state: str, discipline=None) -> Fund:
        day = None if state == "draft" else date(year, 1, self.rng.randint(8, 25))
        named = texts.labelled((f"{year}年{title[0]}", f"{title[1]} {year}"))
        return Fund(
            studio=self.studio,
            source=source,
            year=year,
            budget=budget * WAN,
            discipline=discipline,
            note=texts.SAMPLE,
            recorder=self.cast.office,
            state=state,
            opened_on=day,
            opened_by=day and self.cast.finance,
            closed_on=date(year, 12, 31) if state == "closed" else None,
            **named,
        )

    def _spends(self, fund: Fund):
        """Most of the budget in about thirty pieces (few for a small fund), spread over the year."""
        pieces = max(4, min(26, int(fund.budget / WAN / 12)))
        left = fund.budget * Decimal(self.rng.randint(86, 97)) / 100
        days = sorted(self.rng.randint(0, 320) for _piece in range(pieces))
        for number, after in enumerate(days):
            share = Decimal(self.rng.randint(40, 160)) / 100 if number < pieces - 1 else 1
            amount = (left / (pieces - number) * share).quantize(CENT)
            left -= amount
            day = min(fund.opened_on + timedelta(days=after), date(fund.year, 12, 28))
            yield self._spend(fund, day, amount, state="approved")
        yield self._spend(fund, date(fund.year, 11, 3), Decimal("860.00"), state="void")

    def _this_year(self, fund: Fund, today: date):
        """Some approved, two waiting for approval."""
        for months in (9, 7, 4, 2):
            day = today - timedelta(days=30 * months)
            amount = Decimal(self.rng.randint(400_000, 1_400_000)) / 10
            yield self._spend(fund, max(day, fund.opened_on), amount, state="approved")
        for days in (9, 3):
            amount = Decimal(self.rng.randint(30_000, 90_000)) / 10
            yield self._spend(fund, today - timedelta(days=days), amount, state="recorded")

    def _spend(self, fund: Fund, day: date, amount: Decimal, *, state: str) -> Spend:
        key = self.rng.choices([key for key, _share in texts.SHARES], [share for _key, share in texts.SHARES])[0]
        self.numbers[day.year] = number = self.numbers.get(day.year, 0) + 1
        approved = state == "approved"
        return Spend(
            studio=self.studio,
            fund=fund,
            voucher=f"SL-{day.year}-{number:03}",
            spent_on=day,
            amount=amount,
            category=self.categories[key],
            purpose=f"{self.rng.choice(texts.PURPOSES[key])}（示例）",
            beneficiary=self.rng.choice(self.cast.rewarded) if key == "award" else None,
            recorder=self.cast.office,
            state=state,
            approved_on=day + timedelta(days=self.rng.randint(1, 6)) if approved else None,
            approved_by=self._approver(key) if approved else None,
            voided_on=day + timedelta(days=2) if state == "void" else None,
        )

    def _approver(self, key: str):
        """Finance; the lead for awards."""
        return self.cast.lead if key == "award" else self.cast.finance
