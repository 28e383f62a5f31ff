"""Searching many proposals by words, and one person's record with much in it."""

import random
from datetime import date, timedelta

from innovations.models import InnovationKind, Proposal
from studio.home.demonstration import SLUG
from studio.organisation.models import Person
from tests.bench.table import Line
from tests.bench.timing import measure

LIST = f"/s/{SLUG}/innovations/proposals/"
BATCH = 2_000
THINGS = """
    离心泵 往复压缩机 换热器管束 安全阀 变频器 调节阀 塔盘 汽轮机 电动机 振动探头 液力耦合器 减温减压器
""".split()  # noqa: SIM905  (read as a sentence)
DEEDS = "检修 改造 防护 监测 校验 对中 更换 优化 诊断 标定".split()  # noqa: SIM905
RARE = "珩磨"  # a word of two characters that few titles hold
FEW = 40


def fill_proposals(studio, total: int) -> None:
    """Add submitted proposals with Chinese titles until there are ``total``."""
    rng, kind = random.Random(7), InnovationKind.objects.first()
    author = Person.objects.get(login="member")
    have = Proposal.objects.filter(studio=studio).count()
    for start in range(have, total, BATCH):
        Proposal.objects.bulk_create(
            Proposal(
                studio=studio,
                kind=kind,
                author=author,
                title=_title(rng, number, total),
                problem="-",
                idea="-",
                state="submitted",
                submitted_on=date(2021, 12, 31) - timedelta(days=number % 7_000),
            )
            for number in range(start, min(start + BATCH, total))
        )


def _title(rng, number: int, total: int) -> str:
    rare = RARE if number % (total // FEW) == 0 else ""
    return f"{rng.choice('一二三四五六七八九')}号{rng.choice(THINGS)}{rare}{rng.choice(DEEDS)}{rng.choice(DEEDS)}方案"


def searches(scale: str, client) -> list[Line]:
    """The list without words and with them: common, rare, by initials, two words, none found; then the search page."""
    words = {"common": "离心", "rare": RARE, "initials": "lxb", "two": "变频 校验", "none": "反应釜"}
    asked = {name: lambda text=text: client.get(LIST, {"q": text}) for name, text in words.items()}
    found = measure(
        plain=lambda: client.get(LIST), everything=lambda: client.get(f"/s/{SLUG}/search/", {"q": "离心"}), **asked
    )
    plain = {"unsearched": found["plain"]}
    return [
        Line(f"list of proposals: {scale}", found["plain"]),
        *(
            Line(f"searched, {name} ({words[name]}): {scale}", found[name], "≤ 1.5 × unsearched", plain)
            for name in words
        ),
        Line(f"search page ({words['common']}): {scale}", found["everything"]),
    ]


def person_page(scale: str, client, person) -> list[Line]:
    """The record of ``person`` over all functions."""
    address = f"/s/{SLUG}/people/{person.pk}/"
    found = measure(record=lambda: client.get(address), year=lambda: client.get(address, {"year": "2021"}))
    return [
        Line(f"one person's record: {scale}", found["record"], "≤ 15 queries"),
        Line(f"the same, one year: {scale}", found["year"], "≤ 15 queries"),
    ]
