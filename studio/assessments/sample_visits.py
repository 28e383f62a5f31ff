"""Two fictional visits with everything a visit may hold. Names, units and words are invented."""

from dataclasses import dataclass
from datetime import date

Two = tuple[str, str]


@dataclass(frozen=True)
class SampleAction:
    """An improvement action; ``group`` is the discipline's place in the order, days count from the request."""

    title: Two
    state: str
    due_after: int
    done_after: int = 0
    verified_after: int = 0
    group: int | None = None


@dataclass(frozen=True)
class SampleVisit:
    """A visit: people as (party, name, unit, post), agenda as (speaker, text), comments with their actions."""

    kind: str
    held_on: date
    assessed_by: Two
    purpose: Two
    people: tuple
    agenda: tuple
    comments: tuple


LIANG = ("梁秋实", "Liang Qiushi")
SONG = ("宋雅琴", "Song Yaqin")
PAN = ("潘立群", "Pan Liqun")
QIN = ("秦望舒", "Qin Wangshu")
FEDERATION = ("示例市总工会", "Sample City Federation of Trade Unions")
PROVINCE = ("示例省总工会", "Sample Provincial Federation of Trade Unions")
COMPANY = ("示例石化公司", "Sample Petrochemical Company")

SAMPLES = (
    SampleVisit(
        kind="city",
        held_on=date(2020, 6, 18),
        assessed_by=(
            "示例市总工会考核组（示例）",
            "Assessment team of the Sample City Federation of Trade Unions (sample)",
        ),
        purpose=("检查工作室年度工作", "Look at the year's work of the studio"),
        people=(
            ("team", LIANG, FEDERATION, ("经济技术部部长", "Head of the Economy and Technology Department")),
            ("team", SONG, FEDERATION, ("经济技术部科员", "Officer of the Economy and Technology Department")),
            ("accompanying", PAN, COMPANY, ("工会副主席", "Vice chairman of the Trade Union")),
        ),
        agenda=(
            (PAN, ("介绍公司劳模创新工作", "Introduced the company's model worker innovation")),
            (LIANG, ("逐项查看台账并讲评", "Went through the ledgers and commented on each")),
        ),
        comments=(
            (
                "praise",
                "procedures-and-regulations",
                LIANG,
                ("制度上墙，职责清楚", "Rules are displayed, duties are clear"),
                (),
            ),
            (
                "request",
                "site-utilisation",
                LIANG,
                ("实训场地应登记使用情况", "The practice ground should keep a record of its use"),
                (
                    SampleAction(
                        ("建立实训场地使用登记", "Keep a register of the practice ground's use"), "verified", 60, 48, 63
                    ),
                ),
            ),
            (
                "request",
                "improving-system",
                SONG,
                ("师带徒协议应统一格式", "Agreements of master and apprentice should have one form"),
                (
                    SampleAction(
                        ("统一师带徒协议文本", "One text for all agreements"), "verified", 90, 80, 101, group=0
                    ),
                    SampleAction(("补签往年协议", "Sign the agreements of past years again"), "dropped", 90, group=1),
                ),
            ),
        ),
    ),
    SampleVisit(
        kind="provincial",
        held_on=date(2021, 5, 20),
        assessed_by=(
            "示例省总工会考核组（示例）",
            "Assessment team of the Sample Provincial Federation of Trade Unions (sample)",
        ),
        purpose=("复核示范性工作室", "Re-confirm the demonstration studio"),
        people=(
            ("team", QIN, PROVINCE, ("劳动和经济工作部副部长", "Deputy director of Labor and Economy Department")),
            ("attending", LIANG, FEDERATION, ("经济技术部部长", "Head of the Economy and Technology Department")),
            ("accompanying", PAN, COMPANY, ("工会副主席", "Vice chairman of the Trade Union")),
        ),
        agenda=(
            (PAN, ("汇报上次要求的落实情况", "Reported what came of the last visit's requests")),
            (QIN, ("现场查看并座谈", "Looked at the site and spoke with members")),
            (LIANG, ("小结", "Summed up")),
        ),
        comments=(
            (
                "praise",
                "transformation-of-innovation-results",
                QIN,
                ("成果紧贴现场，转化快", "Results come from the shop floor and are soon in use"),
                (),
            ),
            ("question", "overall", QIN, ("如何带动兄弟单位", "How do other units benefit?"), ()),
            (
                "request",
                "integration",
                QIN,
                ("动静电仪应有联合课题", "The four disciplines should have joint topics"),
                (
                    SampleAction(
                        ("组织机泵联合攻关课题", "Start a joint topic on pumps"), "verified", 120, 96, 124, group=0
                    ),
                    SampleAction(
                        ("组织电仪联合攻关课题", "Start a joint topic of electrical and instrument"),
                        "done",
                        200,
                        190,
                        group=2,
                    ),
                ),
            ),
            (
                "request",
                "transforming-results",
                QIN,
                ("成果应逐项说明应用效果", "Each result should state what its use brought"),
                (
                    SampleAction(
                        ("补齐静设备成果应用证明", "Application certificates for static equipment"),
                        "doing",
                        150,
                        group=1,
                    ),
                    SampleAction(
                        ("补齐仪表成果应用证明", "Application certificates for instrument"), "open", 240, group=3
                    ),
                ),
            ),
            (
                "request",
                "innovation-alliances",
                LIANG,
                ("与联盟单位互派讲师", "Exchange trainers with the units of the alliance"),
                (SampleAction(("制定讲师互派计划", "Plan the exchange of trainers"), "verified", 100, 90, 95),),
            ),
        ),
    ),
)
