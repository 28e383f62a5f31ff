"""Titles and texts of the demonstration, Chinese and English. Everything here is invented."""

Two = tuple[str, str]

# Six projects per discipline.
PROJECTS: dict[str, tuple[Two, ...]] = {
    "rotating": (
        ("热油泵口环间隙控制", "Wear ring clearance control for hot oil pumps"),
        ("国产密封替代进口密封", "Local seals in place of imported ones"),
        ("汽轮机缸盖拆卸工具", "Tool for removing turbine casings"),
        ("压缩机气阀拆装工具", "Tool for compressor valves"),
        ("风机现场动平衡方法", "On-site fan balancing method"),
        ("十台最差机泵整治", "Renewal of the ten worst pumps"),
    ),
    "static": (
        ("多功能弯管器", "Multi-purpose pipe bender"),
        ("保温铁皮收紧器", "Tightener for insulation sheets"),
        ("换热器管束抽装小车", "Trolley for pulling exchanger bundles"),
        ("带压堵漏卡具", "Clamp for sealing leaks on line"),
        ("螺栓载荷记录表", "Bolt-load record sheet"),
        ("疏水阀普查小程序", "Survey app for steam traps"),
    ),
    "electrical": (
        ("电动机抗晃电再启动方案", "Anti-sag restart scheme for motors"),
        ("电动机轴承温度报警", "Bearing temperature alarm for motors"),
        ("备用抽屉试验台", "Test bench for spare drawers"),
        ("蓄电池巡检表", "Battery inspection sheet"),
        ("装置照明节能", "Energy saving in unit lighting"),
        ("变频器冷却风扇更新", "Renewal of drive cooling fans"),
    ),
    "instrument": (
        ("阀门定位器快换组件", "Quick change kit for valve positioners"),
        ("安全仪表系统旁路管理看板", "Bypass management board for the SIS"),
        ("分析仪样品伴热改造", "Heat tracing of analyser samples"),
        ("回路记录电子化", "Digital loop record form"),
        ("振动探头间隙工具", "Gap tool for vibration probes"),
        ("DCS报警泛滥治理", "Cutting the DCS alarm flood"),
    ),
}

# What proposals are about, and what they want: each pair makes one title.
SUBJECTS: dict[str, tuple[Two, ...]] = {
    "rotating": (
        ("离心泵机械密封", "centrifugal pump seals"),
        ("联轴器对中", "coupling alignment"),
        ("滚动轴承", "rolling bearings"),
        ("往复压缩机填料", "reciprocating compressor packing"),
        ("风机叶轮", "fan impellers"),
        ("润滑油站", "lube oil stations"),
        ("汽轮机调速器", "turbine governors"),
        ("齿轮箱", "gearboxes"),
        ("屏蔽泵", "canned motor pumps"),
    ),
    "static": (
        ("法兰螺栓紧固", "flange bolting"),
        ("换热器管束", "exchanger bundles"),
        ("压力容器人孔", "vessel manholes"),
        ("安全阀", "safety valves"),
        ("管道支吊架", "piping supports"),
        ("塔盘", "tower trays"),
        ("储罐浮盘", "tank floating roofs"),
        ("保温层下腐蚀", "corrosion under insulation"),
        ("加热炉炉管", "furnace tubes"),
    ),
    "electrical": (
        ("低压抽屉柜", "low-voltage drawers"),
        ("变频器", "variable-frequency drives"),
        ("继电保护定值", "relay settings"),
        ("电缆终端头", "cable terminations"),
        ("防爆接线箱", "explosion-proof boxes"),
        ("UPS电源", "UPS units"),
        ("直流系统", "DC systems"),
        ("高压电动机", "high-voltage motors"),
        ("接地装置", "earthing"),
    ),
    "instrument": (
        ("压力变送器", "pressure transmitters"),
        ("调节阀定位器", "control valve positioners"),
        ("在线分析仪", "on-line analysers"),
        ("热电偶", "thermocouples"),
        ("导压管", "impulse tubes"),
        ("联锁回路", "interlock loops"),
        ("仪表风系统", "instrument air"),
        ("液位计", "level gauges"),
        ("可燃气体报警器", "gas detectors"),
    ),
}
ASPECTS: tuple[Two, ...] = (
    ("拆装工具改进", "Better dismantling tools for"),
    ("检查标准卡", "Inspection card for"),
    ("备件通用化", "Common spare parts for"),
    ("故障预警方法", "Early warning for"),
    ("防错标识", "Error-proof labels for"),
    ("检修周期优化", "Better overhaul intervals for"),
    ("现场测试装置", "Field test device for"),
    ("作业步骤简化", "Fewer work steps on"),
    ("泄漏与污染治理", "Less leakage and dirt at"),
)

PROBLEMS: tuple[str, ...] = (
    "现有做法费时，易损伤零件。（示例）",
    "故障发现晚，影响装置运行。（示例）",
    "各班组做法不一，质量不稳。（示例）",
)
IDEAS: tuple[str, ...] = (
    "制作专用工具，一次到位。（示例）",
    "统一标准，列出检查要点并拍照留存。（示例）",
    "改用通用备件，减少库存。（示例）",
)
DECISIONS: dict[str, tuple[str, ...]] = {
    "adopted": ("",),
    "rejected": ("投入大于效果。", "已有同类做法。"),
    "archived": ("待大检修时一并考虑。",),
}
CALCULATION = "按改进前后工时、备件与年用量计算，扣除投入。（示例）"
VERDICTS: tuple[str, ...] = (
    "凭证齐全，按实际用量确认。",
    "价格按当年结算价调整。",
    "扣除其他措施的作用。",
)
PLACES: tuple[Two, ...] = (
    ("一联合装置（示例）", "Combined unit one (sample)"),
    ("二联合装置（示例）", "Combined unit two (sample)"),
    ("储运车间（示例）", "Tank farm workshop (sample)"),
    ("公用工程车间（示例）", "Utilities workshop (sample)"),
    ("兄弟企业检修中心（示例）", "Maintenance centre of a sister company (sample)"),
)

PROPERTY_WORDS: dict[str, Two] = {
    "invention": ("方法", "method"),
    "utility": ("结构", "structure"),
    "design": ("外观", "design"),
    "software": ("软件", "software"),
    "paper": ("研究", "study"),
}


def labelled(title: Two) -> dict[str, str]:
    """The title in both languages, marked as a sample."""
    return {"title": f"{title[0]}（示例）", "title_en": f"{title[1]} (sample)"}


def titled_after(record, words: Two) -> dict[str, str]:
    """A labelled title that goes on from the one of ``record``."""
    return {
        "title": record.title.replace("（示例）", f"·{words[0]}（示例）"),
        "title_en": record.title_en.replace(" (sample)", f": {words[1]} (sample)"),
    }
