"""Fictional units and alliances, Chinese and English side by side."""

from datetime import date
from typing import NamedTuple


class Partner(NamedTuple):
    """A unit outside."""

    name: str
    name_en: str
    kind: str
    region: str


class SampleAlliance(NamedTuple):
    """An alliance with the studio's role and its other units: pairs of partner and role."""

    name: str
    name_en: str
    level: str
    cluster: str
    cluster_en: str
    role: str
    from_date: date
    to_date: date | None
    units: tuple[tuple[str, str], ...]


PARTNERS: dict[str, Partner] = {
    "donggang": Partner("东港石化检修创新工作室", "Donggang Petrochemical Maintenance Studio", "studio", "福建"),
    "haiwan": Partner("海湾电力继保创新工作室", "Haiwan Power Relay Protection Studio", "studio", "福建"),
    "linjiang": Partner("临江化纤仪表创新工作室", "Linjiang Fibre Instrument Studio", "studio", "浙江"),
    "hengyuan": Partner("恒远机泵制造公司", "Hengyuan Pump Works", "enterprise", "江苏"),
    "beiling": Partner("北岭压缩机公司", "Beiling Compressor Company", "enterprise", "辽宁"),
    "xinchuan": Partner("新川阀门公司", "Xinchuan Valve Company", "enterprise", "四川"),
    "huayue": Partner("华岳电气公司", "Huayue Electric Company", "enterprise", "福建"),
    "jingheng": Partner("精衡自控公司", "Jingheng Automation Company", "enterprise", "浙江"),
    "haixi": Partner("海西职业技术学院", "Haixi Vocational College", "school", "福建"),
    "qingyuan": Partner("清源理工大学", "Qingyuan University of Technology", "school", "福建"),
    "inspection": Partner("承压设备检测研究院", "Pressure Equipment Inspection Institute", "institute", "福建"),
    "union": Partner("示例区总工会", "Sample District Federation of Trade Unions", "union", "福建"),
}

ALLIANCES = (
    SampleAlliance(
        "海峡西岸设备检修工匠联盟",
        "West Strait Equipment Maintenance Alliance",
        "city",
        "设备检修",
        "equipment maintenance",
        "council",
        date(2018, 6, 1),
        None,
        (("donggang", "leading"), ("hengyuan", "member"), ("beiling", "member"), ("haixi", "member")),
    ),
    SampleAlliance(
        "电仪技术创新联盟",
        "Electrical and Instrument Innovation Alliance",
        "provincial",
        "电气与仪表",
        "electrical and instrument",
        "member",
        date(2020, 9, 15),
        None,
        (("haiwan", "leading"), ("linjiang", "council"), ("qingyuan", "member")),
    ),
    SampleAlliance(
        "大检修互助联盟",
        "Turnaround Mutual Aid Alliance",
        "city",
        "石化检修",
        "petrochemical overhaul",
        "member",
        date(2017, 3, 1),
        date(2020, 12, 31),
        (("donggang", "leading"), ("inspection", "member")),
    ),
)
