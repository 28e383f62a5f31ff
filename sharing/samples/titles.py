"""Fictional agreements, events and resources, Chinese and English side by side; partners by their key in units.py."""

from datetime import date
from typing import NamedTuple


class SampleAgreement(NamedTuple):
    """An agreement with a partner, or under the alliance of that number; ``ended`` is an early end."""

    title: str
    title_en: str
    kind: str
    party: str | int
    from_date: date
    to_date: date | None
    ended: date | None = None


class SampleEvent(NamedTuple):
    """An event with a partner, or of the alliance of that number."""

    title: str
    title_en: str
    kind: str
    party: str | int


class SampleResource(NamedTuple):
    """A resource on offer since a day; what is taken names its partner."""

    title: str
    title_en: str
    kind: str
    offered_on: date
    partner: str = ""
    retired_on: date | None = None


AGREEMENTS: dict[str, tuple[SampleAgreement, ...]] = {
    "rotating": (
        SampleAgreement(
            "机泵检修师资共享协议",
            "Sharing of trainers for pump overhaul",
            "training",
            "hengyuan",
            date(2019, 7, 1),
            date(2021, 6, 30),
        ),
        SampleAgreement(
            "压缩机组联合攻关协议",
            "Joint tackling of compressor problems",
            "tackling",
            "beiling",
            date(2020, 3, 1),
            date(2023, 2, 28),
        ),
    ),
    "static": (
        SampleAgreement(
            "承压设备检验技术合作协议",
            "Cooperation on inspection of pressure equipment",
            "results",
            "inspection",
            date(2019, 1, 10),
            date(2021, 12, 31),
        ),
        SampleAgreement(
            "焊接实训场地共用协议", "Shared welding workshop", "equipment", "haixi", date(2020, 5, 1), None
        ),
    ),
    "electrical": (
        SampleAgreement(
            "继电保护结对共建协议", "Pairing on relay protection", "pairing", "haiwan", date(2018, 9, 1), None
        ),
        SampleAgreement(
            "电气试验设备共用协议",
            "Shared electrical test equipment",
            "equipment",
            "huayue",
            date(2021, 3, 1),
            date(2024, 2, 29),
        ),
    ),
    "instrument": (
        SampleAgreement(
            "自控系统培训协议",
            "Training on control systems",
            "training",
            "jingheng",
            date(2020, 1, 1),
            date(2022, 12, 31),
        ),
        SampleAgreement(
            "仪表技师结对协议", "Pairing of instrument technicians", "pairing", "linjiang", date(2021, 5, 1), None
        ),
    ),
    "": (
        SampleAgreement(
            "校企共建实习协议",
            "Placements of students at the plant",
            "general",
            "qingyuan",
            date(2019, 9, 1),
            date(2022, 8, 31),
        ),
        SampleAgreement(
            "联盟资源共享协议", "Sharing of resources in the alliance", "general", 0, date(2018, 6, 1), None
        ),
        SampleAgreement(
            "阀门检修培训协议",
            "Training on valve repair",
            "training",
            "xinchuan",
            date(2020, 2, 1),
            date(2022, 1, 31),
            date(2021, 4, 30),
        ),
    ),
}

EVENTS: dict[str, tuple[SampleEvent, ...]] = {
    "rotating": (
        SampleEvent("机械密封失效案例交流会", "Exchange on mechanical seal failures", "exchange", "hengyuan"),
        SampleEvent("激光对中现场教学", "On-site lesson on laser alignment", "lesson", "haixi"),
        SampleEvent("机组振动诊断专题学习", "Special study of vibration diagnosis", "study", "beiling"),
        SampleEvent("压缩机气阀联合攻关", "Joint tackling of compressor valves", "tackling", "beiling"),
        SampleEvent("走访机泵制造厂", "Visit to the pump works", "visit_given", "hengyuan"),
        SampleEvent("东港工作室来访", "Visit by the Donggang studio", "visit_in", "donggang"),
    ),
    "static": (
        SampleEvent("换热器管束泄漏交流会", "Exchange on exchanger tube leaks", "exchange", "donggang"),
        SampleEvent("焊接返修现场教学", "On-site lesson on welding repair", "lesson", "haixi"),
        SampleEvent("压力容器检验专题学习", "Special study of vessel inspection", "study", "inspection"),
        SampleEvent("法兰紧固线上交流", "Online exchange on flange bolting", "online", "donggang"),
        SampleEvent("走访检测研究院", "Visit to the inspection institute", "visit_given", "inspection"),
        SampleEvent("带压堵漏联合攻关", "Joint tackling of online leak sealing", "tackling", "xinchuan"),
    ),
    "electrical": (
        SampleEvent("继电保护整定交流会", "Exchange on relay settings", "exchange", "haiwan"),
        SampleEvent("高压开关柜现场教学", "On-site lesson on high-voltage switchgear", "lesson", "huayue"),
        SampleEvent("变频器故障线上交流", "Online exchange on drive faults", "online", "huayue"),
        SampleEvent("防晃电方案联合攻关", "Joint tackling of voltage sags", "tackling", "haiwan"),
        SampleEvent("电力工作室来访", "Visit by the power studio", "visit_in", "haiwan"),
        SampleEvent("电气试验专题学习", "Special study of electrical tests", "study", "huayue"),
    ),
    "instrument": (
        SampleEvent("调节阀检修交流会", "Exchange on control valve repair", "exchange", "xinchuan"),
        SampleEvent("DCS组态专题学习", "Special study of DCS configuration", "study", "jingheng"),
        SampleEvent("变送器校验现场教学", "On-site lesson on transmitter calibration", "lesson", "linjiang"),
        SampleEvent("联锁回路测试线上交流", "Online exchange on SIS loop tests", "online", "jingheng"),
        SampleEvent("走访化纤厂仪表车间", "Visit to a fibre plant's instrument shop", "visit_given", "linjiang"),
        SampleEvent("在线分析仪联合攻关", "Joint tackling of analyser sampling", "tackling", "qingyuan"),
    ),
    "": (
        SampleEvent("联盟年度报告会", "Yearly report meeting of the alliance", "report", 0),
        SampleEvent("联盟成员单位交流会", "Exchange meeting of the alliance's units", "exchange", 0),
        SampleEvent("大检修经验交流会", "Exchange of turnaround experience", "exchange", "donggang"),
        SampleEvent("院校师生来访", "Visit by teachers and students", "visit_in", "qingyuan"),
        SampleEvent("帮扶兄弟工作室", "Help for a fellow studio", "help", "linjiang"),
        SampleEvent("劳模精神专题学习", "Special study with the trade union", "study", "union"),
    ),
}

RESOURCES: dict[str, tuple[SampleResource, ...]] = {
    "rotating": (
        SampleResource("离心泵检修实训装置", "Training rig for centrifugal pumps", "equipment", date(2018, 9, 1)),
        SampleResource("机械密封课程", "Course on mechanical seals", "course", date(2019, 3, 15)),
        SampleResource("激光对中操作法", "Operation method of laser alignment", "method", date(2020, 4, 10)),
        SampleResource("压缩机组培训讲师", "Trainer for compressors", "expert", date(2020, 3, 1), "beiling"),
    ),
    "static": (
        SampleResource("法兰紧固实训台", "Training stand for flange bolting", "equipment", date(2019, 1, 10)),
        SampleResource("管束泄漏修复操作法", "Operation method of tube leak repair", "method", date(2021, 2, 20)),
        SampleResource("压力容器检验题库", "Question bank on vessel inspection", "questions", date(2019, 6, 1)),
        SampleResource("焊接实训场地", "Welding workshop", "venue", date(2020, 5, 1), "haixi"),
    ),
    "electrical": (
        SampleResource("继电保护试验台", "Relay protection test bench", "equipment", date(2018, 9, 1)),
        SampleResource("电工技能题库", "Question bank for electricians", "questions", date(2020, 1, 15)),
        SampleResource("高压开关柜操作课程", "Course on switchgear operation", "course", date(2019, 5, 20)),
        SampleResource("继电保护专家", "Expert on relay protection", "expert", date(2021, 3, 1), "haiwan"),
    ),
    "instrument": (
        SampleResource("变送器校验台", "Transmitter calibration bench", "equipment", date(2018, 11, 5)),
        SampleResource("调节阀检修课程", "Course on control valve repair", "course", date(2020, 6, 1)),
        SampleResource("阀门定位器快换装置", "Quick change kit for positioners", "result", date(2021, 7, 1)),
        SampleResource("DCS仿真培训系统", "DCS training simulator", "equipment", date(2020, 1, 1), "jingheng"),
    ),
    "": (
        SampleResource("多功能培训室", "Training room", "venue", date(2017, 1, 1)),
        SampleResource("工匠讲堂", "Craftsmen's lectures", "course", date(2019, 9, 1)),
        SampleResource(
            "检修安全题库", "Question bank on overhaul safety", "questions", date(2018, 3, 1), "", date(2021, 9, 30)
        ),
    ),
}

PURPOSES = (
    "检修班培训",
    "竞赛集训",
    "技能鉴定练习",
    "现场问题攻关",
    "新员工实习",
)
PLACES = ("工作室", "伙伴单位", "检修现场")
AGENDA = "介绍做法、现场演示、讨论。"
OUTPUT = "形成交流纪要，约定下次互访。"
TERMS = "联盟成员单位提前一周申请，免费使用。"
AIMS = "双方共享师资、设备与成果。"
CANCELLED_BECAUSE = (
    "疫情防控，推迟举办。",
    "对方装置抢修。",
)
ENDED_BECAUSE = "对方业务调整。"


def labelled(title: str, title_en: str, field: str = "title") -> dict[str, str]:
    """Both texts, marked as a sample."""
    return {field: f"{title}（示例）", f"{field}_en": f"{title_en} (sample)"}
