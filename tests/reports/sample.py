# ruff: noqa: E501
"""A frozen document with realistic, invented content: what the writers are tested on without a database."""

import hashlib

from studio.reports.freeze import FORMAT
from studio.reports.words import words

DISCIPLINES = [
    ("rotating", "Rotating equipment", "动设备", "#1864AB"),
    ("static", "Static equipment", "静设备", "#2B7A3B"),
    ("electrical", "Electrical", "电气", "#A45100"),
    ("instrument", "Instrument", "仪表", "#6741D9"),
]
COURSES = [
    ("Centrifugal pump structure and overhaul", "离心泵结构与检修"),
    ("Mechanical seal selection and failure analysis", "机械密封选型与失效分析"),
    ("Laser alignment of couplings", "联轴器激光对中"),
    ("Flange bolting and torque control", "法兰螺栓紧固与力矩控制"),
    ("Relay setting and test", "继电保护整定与校验"),
    ("SIS loop check and bypass management", "安全仪表系统（SIS）回路检查与旁路管理"),
]
TRAINERS = [
    ("Lin Haotian", "林昊天"),
    ("Ma Xianghao", "马骧·昊"),
    ("Chen Zhe", "陈喆"),
    ("Guo Yi", "郭䶮"),
    ("Wu Kun", "吴堃"),
]


def b(en, zh=None):
    """A text in both languages."""
    return {"en": en, "zh": en if zh is None else zh}


def n(value, text=None, url=""):
    """A number with its text and, perhaps, its link."""
    made = {"value": value, "text": b(text if text is not None else f"{value:,}")}
    return {**made, "url": url} if url else made


def link(figure, value):
    return f"/s/sample/training/sessions/?figure={figure}&from=2021-01-01&to=2021-12-31&reported={value}"


def column(en, zh, kind="text", unit=("", ""), width=None):
    numeric = kind not in ("text", "date")
    return {
        "label": b(en, zh),
        "kind": kind,
        "unit": b(*unit),
        "align": "right" if numeric else "left",
        "width": str(width) if width else None,
    }


def figures():
    made = [
        ("sessions_held", ("Sessions held", "已开展场次"), ("sessions", "场"), 64, "64"),
        ("person_times", ("Person-times", "培训人次"), ("person-times", "人次"), 1286, "1,286"),
        ("class_hours", ("Class hours", "学时"), ("hours", "学时"), "212.5", "212.5"),
        ("pass_rate", ("Pass rate", "合格率"), ("%", "%"), "93.4", "93.4"),
    ]
    return {
        "type": "figures",
        "title": b(""),
        "figures": [
            {
                "key": f"training.{key}",
                "label": b(*label),
                "unit": b(*unit),
                **n(value, text, link(f"training.{key}", value)),
                **({"parts": {"numerator": 1032, "denominator": 1105}} if key == "pass_rate" else {}),
            }
            for key, label, unit, value, text in made
        ],
    }


def by_discipline():
    rows = [
        (("Sessions held (sessions)", "已开展场次（场）"), [19, 17, 12, 13, 3, 64]),
        (("Person-times (person-times)", "培训人次（人次）"), [402, 345, 221, 260, 58, 1286]),
        (("Class hours (hours)", "学时（学时）"), [61, 55, 40, 46, 10, 212]),
    ]
    columns = [column("Figure", "指标", width=2.6)]
    columns += [column(en, zh, "number") for _key, en, zh, _colour in DISCIPLINES]
    columns += [column("Cross-discipline", "跨专业", "number"), column("All", "合计", "number")]
    return {
        "type": "table",
        "title": b("Training by discipline", "按专业统计的培训"),
        "columns": columns,
        "rows": [[{"text": b(*name)}, *[n(value, url=link("x", value)) for value in values]] for name, values in rows],
        "total": None,
        "source": b(""),
        "empty": b("Nothing recorded in this period.", "本期没有记录。"),
    }


def bars():
    return {
        "type": "chart",
        "kind": "bar",
        "title": b("Class hours by discipline", "各专业学时"),
        "unit": b("hours", "学时"),
        "format": "hours",
        "source": b(""),
        "categories": [b(en, zh) for _key, en, zh, _colour in DISCIPLINES] + [b("Cross-discipline", "跨专业")],
        "colours": [key for key, *_rest in DISCIPLINES] + [None],
        "series": [
            {"label": b("Class hours", "学时"), "discipline": None, "values": [n(v) for v in (61, 55, 40, 46, 10)]}
        ],
    }


def months(kind="stacked"):
    return {
        "type": "chart",
        "kind": kind,
        "title": b("Sessions held by month", "每月开展场次"),
        "unit": b("sessions", "场"),
        "format": "count",
        "source": b("Source: session records of the studio", "来源：工作室培训场次记录"),
        "categories": [b(f"2021-{month:02}") for month in range(1, 13)],
        "colours": None,
        "series": [
            {
                "label": b(en, zh),
                "discipline": key,
                "values": [n((month * (place + 3) + place) % 4 + (1 if kind == "line" else 0)) for month in range(12)],
            }
            for place, (key, en, zh, _colour) in enumerate(DISCIPLINES)
        ],
    }


def sessions(count=46):
    rows = []
    for place in range(count):
        course, trainer = COURSES[place % len(COURSES)], TRAINERS[place % len(TRAINERS)]
        day = f"2021-{place % 12 + 1:02}-{place % 27 + 1:02}"
        hours, heads = (place % 4) * 2 + 2, 12 + place * 7 % 31
        rows.append(
            [{"text": b(day), "value": day}, {"text": b(*course), "url": f"/s/sample/training/sessions/{place}/"},
             {"text": b(*trainer)}, n(hours), n(heads), n(f"{80 + place % 20}.5", f"{80 + place % 20}.5")]
        )  # fmt: skip
    return {
        "type": "table",
        "title": b("Sessions held in 2021", "2021年已开展的培训场次"),
        "columns": [
            column("Date", "日期", "date", width=1.3),
            column("Course", "课程", width=4),
            column("Trainer", "授课人", width=1.6),
            column("Hours", "学时", "hours"),
            column("Heads", "人数", "count"),
            column("Passed", "合格率", "percent", ("%", "%")),
        ],
        "rows": rows,
        "total": [{"text": b("Total", "合计")}, {"text": b("–")}, {"text": b("–")}, n(212), n(1286), {"text": b("–")}],
        "source": b("Sample records, all names fictional.", "样例数据，人名均为虚构。"),
        "empty": b("None", "无"),
    }


def benefits():
    rows = [
        (
            ("Wear ring clearance control for hot oil pumps", "热油泵口环间隙控制"),
            ("Rotating equipment", "动设备"),
            "1864200.00",
            "186.42",
        ),
        (
            ("Exchanger bundle pulling trolley", "换热器管束抽芯小车"),
            ("Static equipment", "静设备"),
            "920500.00",
            "92.05",
        ),
        (("Valve positioner quick change kit", "阀门定位器快换套件"), ("Instrument", "仪表"), "412000.00", "41.20"),
    ]
    return {
        "type": "table",
        "title": b("Benefit confirmed by finance", "财务确认的效益"),
        "columns": [
            column("Result", "成果", width=4),
            column("Discipline", "专业", width=2),
            column("Net benefit", "净效益", "money", ("CNY 10,000", "万元"), width=1.4),
        ],
        "rows": [[{"text": b(*name)}, {"text": b(*where)}, n(value, text)] for name, where, value, text in rows],
        "total": [{"text": b("Total", "合计")}, {"text": b("–")}, n("3196700.00", "319.67")],
        "source": b(""),
        "empty": b("None", "无"),
    }


OWN = b(
    "Training follows the work: every course of the year began with a fault that had stopped a machine, and ended when the"
    " group could do the repair without help.\n\nIn the second half-year the four groups taught each other. Static"
    " equipment learned alignment from rotating equipment; instrument and electrical shared one bench.",
    "培训跟着现场走：全年每一门课都从一次真实的停机故障开始，以班组能够独立完成检修为止。“干什么、学什么，缺什么、补什么”，"
    "课堂就设在机泵旁。\n\n下半年四个专业组互为师徒：静设备组向动设备组学习联轴器对中，仪表与电气共用一座实训台；"
    "DCS、SIS 等 5 门课程由跨专业小组共同开发，效果优于单独授课。",
)


def annex():
    made = []
    for key, label, unit, value in [
        ("training.sessions_held", ("Sessions held", "已开展场次"), ("sessions", "场"), 64),
        ("training.person_times", ("Person-times", "培训人次"), ("person-times", "人次"), 1286),
        ("training.class_hours", ("Class hours", "学时"), ("hours", "学时"), 212),
    ]:
        scopes = [("all", "All", "合计", ""), *list(DISCIPLINES)]
        for place, (_scope, en, zh, _colour) in enumerate(scopes):
            ids = list(range(1, (value // (place + 1)) % 70 + 2))
            made.append(
                {
                    "key": key, "label": b(*label), "unit": b(*unit), "kind": "flow",
                    "definition": b(
                        "Sessions in the state held or closed whose day lies in the period, each counted once.",
                        "日期在本期内、状态为已开展或已结业的培训场次，每场计一次。",
                    ),
                    "discipline": {"scope": "all" if place == 0 else str(place), "name": b(en, zh)},
                    "from": "2021-01-01", "to": "2021-12-31", "as_of": "2021-12-31",
                    "value": value // (place + 1), "numerator": None, "denominator": None,
                    "text": b(f"{value // (place + 1):,}"), "url": link(key, value), "row_count": len(ids), "rows": ids,
                    "rows_sha256": hashlib.sha256(",".join(map(str, ids)).encode()).hexdigest(),
                }
            )  # fmt: skip
    return made


def document():
    """The whole document."""
    heading = lambda en, zh, level=2: {"type": "heading", "text": b(en, zh), "level": level}  # noqa: E731
    facts = {
        "type": "facts",
        "pairs": [
            {"label": b("Construction mode", "建设模式"), "text": b("1 + N")},
            {
                "label": b("Layout", "总体布局"),
                "text": b("one platform, three bases, five functions", "一个平台、三个基地、五项功能"),
            },
            {"label": b("Founded on", "成立日期"), "text": b("–")},
            {"label": b("Members", "成员"), **n(67, url=link("members", 67))},
        ],
    }
    quote = {
        "type": "text", "kind": "quote", "by": b("Li Shufeng, closing speech", "李树峰，总结讲话"),
        "text": b("Persistent efforts on improving system, completing functions and transforming results.",
                  "在完善体系、健全功能、规范建设、转化成果上持续用力。"),
    }  # fmt: skip
    note = {"type": "note", "text": b("All records of this year are samples.", "本年度记录均为样例。")}
    return {
        "format": FORMAT,
        "report": {"key": "assessment-briefing", "title": b("Assessment briefing", "考核汇报材料")},
        "site": "http://127.0.0.1:8000",
        "studio": {
            "slug": "sample",
            "name": b("Zhang Zhaohong Model Worker Innovation Studio", "张兆宏劳模创新工作室"),
            "company": b("Sample Petrochemical Company", "样例石化有限公司"),
            "lead": b("Zhang Zhaohong", "张兆宏"),
            "honours": [
                {"title": b("National Model Worker and Craftsman Talent Innovation Studio", "全国示范性劳模和工匠人才创新工作室"), "year": 2020}
            ],
        },
        "period": {"key": "2021", "from": "2021-01-01", "to": "2021-12-31", "label": b("2021", "2021年")},
        "as_of": "2021-12-31",
        "discipline": None,
        "made": {"on": "2022-01-15", "by": b("Office Clerk", "办公室")},
        "words": words(),
        "disciplines": [{"key": key, "name": b(en, zh), "colour": colour} for key, en, zh, colour in DISCIPLINES],
        "chapters": [
            {"key": "basics", "title": b("Basic facts", "基本情况"), "own": None, "blocks": [facts, heading("Layout", "布局"), note]},
            {
                "key": "training",
                "title": b("Employee training", "员工培训"),
                "own": OWN,
                "blocks": [
                    figures(), heading("By discipline", "分专业情况"), by_discipline(), bars(), months(),
                    heading("Sessions", "场次明细"), sessions(),
                ],
            },
            {
                "key": "innovation",
                "title": b("Innovation and profit creation", "创新创效"),
                "own": None,
                "blocks": [heading("Benefit", "效益"), benefits(), months("line"), quote,
                           {**benefits(), "rows": [], "total": None}],
            },
        ],
        "figures": annex(),
    }  # fmt: skip


WIDE = [
    ("Entry number", "参赛编号", "text", ("RX-2021-0{0:03}", "RX-2021-0{0:03}")),
    ("Competitor", "选手", "text", ("Ma Xianghao", "马骧·昊")),
    ("Unit", "单位", "text", ("Maintenance centre, workshop {0}", "检修中心第{0}车间（炼油一部）")),
    ("Occupation", "工种", "text", ("Instrument maintenance worker", "化工仪表维修工")),
    ("Theory", "理论成绩", "number", None),
    ("Practice", "实操成绩", "number", None),
    ("Total", "总成绩", "number", None),
    ("Rank", "名次", "count", None),
    ("Award", "奖项", "text", ("First prize, promoted to technician", "一等奖，破格晋升技师")),
    ("Remark", "备注", "text", (
        "Second attempt after the alignment of the coupling was measured again",
        "联轴器对中复测后第二次评分，裁判组长签字确认，“回避”关系已核对；无异议。",
    )),
    ("Judge responsible", "主裁判", "text", ("Ouyang Zhenhuan", "欧阳震寰")),
    ("Certificate", "证书编号", "text", ("SY-RX-2021-{0:06}", "SY-RX-2021-{0:06}")),
]  # fmt: skip


def wide(columns: int, count: int) -> dict:
    """A table of up to twelve columns with long cells."""
    chosen = WIDE[:columns]
    rows = [
        [n(60 + (row * 7 + place) % 40) if say is None else {"text": b(*(one.format(row) for one in say))}
         for place, (_en, _zh, _kind, say) in enumerate(chosen)]
        for row in range(1, count + 1)
    ]  # fmt: skip
    return {
        "type": "table",
        "title": b(f"Results in {columns} columns", f"{columns} 列成绩表"),
        "columns": [column(en, zh, kind) for en, zh, kind, _say in chosen],
        "rows": rows,
        "total": None,
        "source": b("Sample records, all names fictional.", "样例数据，人名均为虚构。"),
        "empty": b("None", "无"),
    }


def wide_document() -> dict:
    """Tables of eight, ten and twelve columns in a chapter of their own."""
    made = document()
    heading = {"type": "heading", "text": b("Results", "成绩"), "level": 2}
    made["chapters"][1] |= {"blocks": [heading, wide(8, 12), wide(10, 60), months(), wide(12, 24), bars()]}
    return made
