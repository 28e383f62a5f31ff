"""The lead's words for the second sample year, in both languages, and two reports that are made by themselves."""

from studio.home.registries import demo

from . import delivering
from .choices import Format, Language, Rhythm
from .texts import write

PERIOD = "2021"
# Chapter -> (English, Chinese). Sample texts; nobody said this.
WORDS = {
    "foreword": (
        "(Sample text) In 2021 the studio worked on the key tasks of the company: safe operation over a long cycle,"
        " quality and profit. Four discipline groups shared one platform, and what one group learnt the others used."
        " This report shows what was done, what came of it, and what is still missing. Every figure leads to the"
        " records behind it.",
        "（示例文字）2021年，工作室围绕公司安全、稳定、长周期运行和提质增效的中心任务开展工作，四个专业组共用一个平台，"
        "一个组学到的，其他组用得上。本材料说明做了什么、取得什么成果、还缺什么；每一个数字都能打开对应的记录。",
    ),
    "training": (
        "(Sample text) Training followed the yearly plan and the faults of the year: where a repair came back, a"
        " session on it was held within the quarter, on the equipment itself wherever possible.",
        "（示例文字）培训按年度计划、结合当年故障安排：哪类检修出现返修，当季就组织相应培训，能在现场设备上讲的就在现场讲。",
    ),
    "innovations": (
        "(Sample text) Proposals came from the shifts; projects were chosen where benefit could be shown by records"
        " before and after. Only what finance confirmed is reported as benefit.",
        "（示例文字）建议来自班组，课题选在能用前后数据证明效果的地方；只有经财务确认的才作为效益上报。",
    ),
    "next": (
        "(Sample text) Next year: joint topics of electrical and instrument, the practice base for pump overhaul, and"
        " handing on of proven results to the units that asked for them.",
        "（示例文字）下一年重点：电气与仪表联合攻关、机泵检修实训基地建设，以及把成熟成果推广到提出需求的单位。",
    ),
}


def load(world) -> None:
    """Written by the lead; the other sample studio has no lead and no words."""
    lead = world.accounts.get("lead")
    if not lead:
        return
    for chapter, (english, chinese) in WORDS.items():
        for language, body in ((Language.EN, english), (Language.ZH, chinese)):
            write(
                world.studio,
                lead,
                period_key=PERIOD,
                chapter=chapter,
                discipline=None,
                language=language,
                body=body,
            )
    _deliveries(world)


def _deliveries(world) -> None:
    """The briefing every year for lead and manager, and every quarter for the office."""
    office, both = world.accounts["office"], Language.values
    people = {Rhythm.YEAR: ("lead", "manager"), Rhythm.QUARTER: ("office",)}
    for rhythm, logins in people.items():
        delivering.schedule(
            office,
            world.studio,
            key="assessment-briefing",
            rhythm=rhythm,
            days_after=10,
            languages=both,
            formats=[Format.PDF],
            discipline=None,
            recipients=[world.accounts[login] for login in logins],
        )


demo.register("reports", load)
