"""Rooms, equipment, uses and visitors of the demonstration, Chinese and English side by side."""

from dataclasses import dataclass
from datetime import date

# name, English name, base (0 to 2), use, area, seats, stations, disciplines that practise there
ROOMS = (
    ("多媒体培训教室", "Multimedia training room", 0, "training", 128, 72, 0, ()),
    ("动静设备实训工房", "Mechanical practice workshop", 2, "practice", 286, 24, 16, ("rotating", "static")),
    (
        "电气仪表实训工房",
        "Electrical and instrument workshop",
        2,
        "practice",
        232,
        24,
        14,
        ("electrical", "instrument"),
    ),
    ("研讨室", "Seminar room", 0, "meeting", 64, 28, 0, ()),
    ("成果展示室", "Result display room", 1, "display", 156, 20, 0, ()),
    ("创新攻关室", "Problem-solving room", 1, "meeting", 72, 16, 0, ()),
    ("检测室", "Inspection room", 1, "inspection", 58, 6, 5, ()),
    ("中试工房", "Pilot workshop", 2, "pilot", 184, 8, 6, ()),
)
RISKS = {
    "practice": ("进入前穿戴安全帽、护目镜和工作服；设备上锁挂牌后方可作业。", 0),
    "pilot": ("试验区有转动和带压设备；两人以上方可开机。", 0),
    "inspection": ("射线与高压试验时亮警示灯，禁止进入。", 0),
}

# Whole-site closures: Chinese, English, first and last day. The public holidays of the two sample years.
HOLIDAYS = (
    ("元旦", "New Year", "2020-01-01", "2020-01-01"),
    ("春节及疫情防控", "Spring Festival and epidemic control", "2020-01-24", "2020-02-23"),
    ("清明节", "Qingming Festival", "2020-04-04", "2020-04-06"),
    ("劳动节", "Labour Day", "2020-05-01", "2020-05-05"),
    ("端午节", "Dragon Boat Festival", "2020-06-25", "2020-06-27"),
    ("国庆节、中秋节", "National Day and Mid-Autumn Festival", "2020-10-01", "2020-10-08"),
    ("元旦", "New Year", "2021-01-01", "2021-01-03"),
    ("春节", "Spring Festival", "2021-02-11", "2021-02-17"),
    ("清明节", "Qingming Festival", "2021-04-03", "2021-04-05"),
    ("劳动节", "Labour Day", "2021-05-01", "2021-05-05"),
    ("端午节", "Dragon Boat Festival", "2021-06-12", "2021-06-14"),
    ("中秋节", "Mid-Autumn Festival", "2021-09-19", "2021-09-21"),
    ("国庆节", "National Day", "2021-10-01", "2021-10-07"),
)
# Closures of one room: room number as above, then the same.
REPAIRS = (
    (1, "天车检修", "Overhead crane overhaul", "2021-03-08", "2021-03-19"),
    (4, "展板更新", "New display boards", "2020-09-14", "2020-09-25"),
)


@dataclass(frozen=True)
class SampleUse:
    """What a room is used for besides training: the function it serves (none for other purposes) and how often."""

    function: str
    title: str
    title_en: str
    often: int = 2


USES = {
    "training": [
        SampleUse("competitions", "竞赛理论辅导", "Coaching for the contest theory test"),
        SampleUse("appraisals", "技能等级认定理论考试", "Theory test of a skills appraisal", 1),
        SampleUse("", "安全学习", "Safety briefing", 3),
    ],
    "practice": [
        SampleUse("competitions", "赛前实操训练", "Practice before the contest", 4),
        SampleUse("appraisals", "技能等级认定实操考核", "Practical test of a skills appraisal"),
        SampleUse("innovations", "工装试制", "Trial making of a tool", 3),
        SampleUse("", "师带徒练习", "Master and apprentice practice", 3),
    ],
    "meeting": [
        SampleUse("innovations", "技术攻关讨论", "Discussion of a technical problem", 5),
        SampleUse("sharing", "联盟单位交流", "Exchange with an alliance partner"),
        SampleUse("", "工作室例会", "Regular meeting of the studio"),
    ],
    "display": [
        SampleUse("sharing", "成果交流参观", "Visit to the results", 3),
        SampleUse("", "展品整理", "Care of the exhibits", 1),
    ],
    "inspection": [
        SampleUse("innovations", "样品检测", "Testing of samples", 3),
        SampleUse("", "仪器期间核查", "Check of instruments"),
    ],
    "pilot": [
        SampleUse("innovations", "成果中试", "Pilot run of a result", 5),
        SampleUse("sharing", "共享试验", "Shared test for a partner", 1),
    ],
}

# discipline: number prefix, then name, English name, model, value (CNY), room, whether it is calibrated
EQUIPMENT = {
    "rotating": ("RT", [
        ("激光对中仪", "Laser alignment tool", "XA-720", 168000, 1, True),
        ("现场动平衡仪", "Field balancer", "VB-8", 126000, 1, True),
        ("离心泵拆装装置", "Centrifugal pump trainer", "IH80", 86000, 1, False),
        ("振动分析仪", "Vibration analyser", "CSI-21", 235000, 6, True),
        ("机械密封试验台", "Mechanical seal test rig", "MS-50", 312000, 7, True),
        ("轴承加热器", "Bearing heater", "TIH-100", 24500, 1, False),
    ]),
    "static": ("ST", [
        ("螺栓拉伸器", "Bolt tensioner", "HT-64", 74000, 1, True),
        ("换热器管束实训装置", "Heat exchanger bundle trainer", "BEM-400", 148000, 1, False),
        ("超声波测厚仪", "Ultrasonic thickness gauge", "TM-8818", 12800, 6, True),
        ("法兰紧固实训架", "Flange bolting stand", "FL-12", 38000, 1, False),
        ("安全阀校验台", "Safety valve test bench", "AF-300", 268000, 7, True),
    ]),
    "electrical": ("EL", [
        ("高压开关柜实训装置", "High-voltage switchgear trainer", "KYN28", 356000, 2, False),
        ("继电保护测试仪", "Relay protection tester", "PW-466", 189000, 2, True),
        ("变频器实训台", "Variable-frequency drive trainer", "ACS-880", 142000, 2, False),
        ("绝缘电阻测试仪", "Insulation tester", "MI-3205", 21500, 6, True),
        ("电动机拆装台", "Motor assembly bench", "YE3-160", 46000, 2, False),
    ]),
    "instrument": ("IN", [
        ("集散控制系统实训装置", "DCS trainer", "CS-3000", 528000, 2, False),
        ("压力校验仪", "Pressure calibrator", "ConST-811", 96000, 6, True),
        ("调节阀实训装置", "Control valve trainer", "HCB-50", 118000, 2, False),
        ("过程信号校验仪", "Process calibrator", "F-754", 68000, 6, True),
        ("安全仪表系统实训装置", "SIS trainer", "TRI-CX", 462000, 2, False),
    ]),
}  # fmt: skip

VISITORS = (
    ("兄弟石化公司检修部", "Maintenance department of a sister company", "company"),
    ("市总工会", "City federation of trade unions", "city"),
    ("省能源化学工会", "Provincial energy and chemical union", "provincial"),
    ("职业技术学院师生", "Teachers and students of a vocational college", "city"),
    ("区内企业劳模工作室", "Model worker studio of a district company", "district"),
    ("全国机冶建材行业交流团", "National exchange delegation of the trade", "national"),
    ("设备制造厂技术组", "Technical team of an equipment maker", "company"),
)
PURPOSES = ("参观学习（示例）", "经验交流（示例）", "观摩实训（示例）")


def day(text: str) -> date:
    return date.fromisoformat(text)


def trades(room) -> tuple[str, ...]:
    """Keys of the disciplines that a sample room is fitted for; none: all of them."""
    return next((row[-1] for row in ROOMS if room.name.startswith(row[0])), ())


def suits(room, discipline) -> bool:
    """Whether a sample room is fitted for ``discipline`` (``None``: for people of all trades)."""
    keys = trades(room)
    return not keys or getattr(discipline, "key", None) in keys
