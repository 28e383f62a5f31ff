"""Titles of the demonstration, Chinese and English. Everything here is invented."""

from dataclasses import dataclass

from competitions.choices import CompetitionKind, CompetitionLevel

Two = tuple[str, str]
ALL = ("rotating", "static", "electrical", "instrument")

# Six events per discipline; those marked with True are for teams.
EVENTS: dict[str, tuple[tuple[str, str, bool], ...]] = {
    "rotating": (
        ("机泵检修与百分表对中", "Pump overhaul and dial alignment", False),
        ("机械密封拆装", "Seal dismantling and refit", False),
        ("零件测绘与CAD制图", "Part measuring and CAD", False),
        ("试验台故障查找", "Fault finding on a rig", False),
        ("锉配制作", "Fitted-part making", False),
        ("多级泵检修", "Multistage pump overhaul", True),
    ),
    "static": (
        ("法兰按序紧固", "Flange bolting by sequence", False),
        ("换热管堵管", "Tube plugging", False),
        ("管道固定位置对焊", "Pipe butt welding, fixed position", False),
        ("阀门拆装", "Valve dismantling and assembly", False),
        ("安全阀离线校验", "Safety valve bench test", False),
        ("按单线图预制管道", "Pipe prefabrication by isometric drawing", True),
    ),
    "electrical": (
        ("继电保护试验", "Relay protection test", False),
        ("电动机启停接线", "Motor start-stop wiring", False),
        ("继电器抽签校验", "Relay calibration by draw", False),
        ("PLC控制接线", "PLC control wiring", False),
        ("电缆接头制作", "Cable joint making", False),
        ("10千伏电动机开关柜故障处理", "10 kV motor switchgear fault", True),
    ),
    "instrument": (
        ("变送器校验", "Transmitter calibration", False),
        ("阀门定位器联校", "Valve positioner joint test", False),
        ("串级控制整定", "Cascade control tuning", False),
        ("DCS组态", "DCS configuration", False),
        ("引压管制作", "Impulse tube making", False),
        ("SCADA故障处理", "SCADA fault", True),
    ),
}


@dataclass(frozen=True)
class SampleCompetition:
    """A competition of a sample year: its events are the ``picks`` of each discipline in ``disciplines``."""

    title: Two
    kind: CompetitionKind
    level: CompetitionLevel
    organiser: str
    months: tuple[int, int]
    disciplines: tuple[str, ...]
    picks: tuple[int, ...]
    heads: int  # entries of an event
    prizes: int  # how many of them win something, at most
    days: int = 1


OURS, ELSEWHERE = CompetitionKind.ORGANISED, CompetitionKind.ATTENDED
COMPANY_CONTEST = ("公司职工技能竞赛", "Company skills competition")
CITY_CONTEST = ("示例市职工技能竞赛", "Sample City skills competition")
PROVINCE_CONTEST = ("示例省石化行业职工技能竞赛", "Sample Province petrochemical skills competition")
CITY_UNION, PROVINCE_UNION = "示例市总工会", "示例省总工会"
TRADE_BODY, NATION_BODY = "示例行业协会", "示例全国组委会"

YEARS: dict[int, tuple[SampleCompetition, ...]] = {
    0: (
        SampleCompetition(COMPANY_CONTEST, OURS, CompetitionLevel.COMPANY, "", (9, 9), ALL, (0, 5), 9, 4, 3),
        SampleCompetition(
            ("工作室岗位练兵比武", "Studio practice contest"),
            OURS,
            CompetitionLevel.STUDIO,
            "",
            (5, 6),
            ("rotating",),
            (1,),
            8,
            3,
        ),
        SampleCompetition(CITY_CONTEST, ELSEWHERE, CompetitionLevel.CITY, CITY_UNION, (10, 10), ALL, (0,), 3, 2, 2),
        SampleCompetition(
            PROVINCE_CONTEST,
            ELSEWHERE,
            CompetitionLevel.PROVINCIAL,
            PROVINCE_UNION,
            (11, 11),
            ("rotating", "instrument"),
            (0, 5),
            2,
            1,
            2,
        ),
    ),
    1: (
        SampleCompetition(COMPANY_CONTEST, OURS, CompetitionLevel.COMPANY, "", (6, 7), ALL, (1, 5), 10, 4, 3),
        SampleCompetition(
            ("工作室岗位练兵比武", "Studio practice contest"),
            OURS,
            CompetitionLevel.STUDIO,
            "",
            (4, 5),
            ("instrument",),
            (0,),
            9,
            3,
        ),
        SampleCompetition(
            ("工作室青年技能比武", "Studio contest for young workers"),
            OURS,
            CompetitionLevel.STUDIO,
            "",
            (11, 11),
            ("electrical",),
            (1,),
            8,
            3,
        ),
        SampleCompetition(CITY_CONTEST, ELSEWHERE, CompetitionLevel.CITY, CITY_UNION, (8, 9), ALL, (0, 3), 3, 2, 2),
        SampleCompetition(
            PROVINCE_CONTEST,
            ELSEWHERE,
            CompetitionLevel.PROVINCIAL,
            PROVINCE_UNION,
            (10, 10),
            ("static", "electrical", "instrument"),
            (0, 5),
            2,
            1,
            2,
        ),
        SampleCompetition(
            ("全国示例行业继电保护竞赛", "Sample trade contest of relay protection"),
            ELSEWHERE,
            CompetitionLevel.TRADE,
            TRADE_BODY,
            (9, 9),
            ("electrical",),
            (0,),
            3,
            1,
            2,
        ),
        SampleCompetition(
            ("全国示例仪表技能竞赛", "Sample national instrument competition"),
            ELSEWHERE,
            CompetitionLevel.NATIONAL,
            NATION_BODY,
            (12, 12),
            ("instrument",),
            (0,),
            2,
            1,
            3,
        ),
    ),
}

TEAMS = ("一队", "二队", "三队", "四队")
GUEST = "江一帆，外单位（示例）"
PLACES = ("实训车间", "竞赛场地")
CORRECTED_BECAUSE = "登分时看错一行。（示例）"
