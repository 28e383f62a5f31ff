"""Titles and texts of the demonstration, Chinese and English. Everything here is invented."""

from datetime import date

Two = tuple[str, str]
SAMPLE = "示例"

# Key of the kind, title, and from when each version held; reviews are due three years later.
RULES: tuple[tuple[str, Two, tuple[date, ...]], ...] = (
    ("meeting", ("工作室例会制度", "Meetings of the studio"), (date(2018, 3, 1), date(2021, 2, 1))),
    ("study", ("学习培训制度", "Study and training"), (date(2018, 3, 1), date(2020, 9, 1))),
    ("management", ("工作室管理办法", "Management of the studio"), (date(2017, 6, 1), date(2020, 4, 1))),
    ("incentive", ("成员激励奖励办法", "Incentives for members"), (date(2019, 1, 1), date(2021, 7, 1))),
    ("project", ("创新项目管理办法", "Innovation projects"), (date(2020, 3, 1),)),
    ("evaluation", ("创新成果评价办法", "Evaluation of results"), (date(2020, 3, 1), date(2021, 9, 1))),
    ("transformation", ("成果转化与奖励办法", "Transformation of results"), (date(2021, 3, 1),)),
    ("intellectual-property", ("知识产权与保密规定", "Intellectual property and confidentiality"), (date(2020, 6, 1),)),
    ("duties", ("领衔人与成员职责规定", "Duties of lead and members"), (date(2017, 6, 1), date(2020, 4, 1))),
    ("equipment", ("设备与计量管理规定", "Equipment and calibration"), (date(2018, 6, 1), date(2022, 3, 1))),
    ("safety", ("实训场所安全管理规定", "Safety in the practice area"), (date(2018, 9, 1), date(2021, 5, 1))),
    ("funds", ("经费使用管理办法", "Use of funds"), (date(2020, 1, 1),)),
    ("plan-summary", ("计划总结与报备制度", "Plans, summaries and filing"), (date(2020, 5, 1),)),
    ("ledger", ("台账档案管理规定", "Ledger and files"), (date(2019, 10, 1), date(2021, 11, 1))),
    ("apprenticeship", ("师带徒管理办法", "Master-apprentice programme"), (date(2020, 8, 1),)),
    ("sharing", ("共建共享管理办法", "Joint building and sharing"), (date(2021, 6, 1),)),
    ("visitors", ("来访接待规定", "Reception of visitors"), (date(2020, 10, 1),)),
)
# Kinds asked for since 2020; of the last one nothing is in force.
REQUIRED = (
    "meeting", "study", "management", "incentive", "project", "evaluation", "transformation", "intellectual-property",
    "duties", "equipment", "safety", "funds", "plan-summary", "ledger", "apprenticeship", "sharing", "emergency",
)  # fmt: skip
DRAFT = ("emergency", ("应急处置预案", "Emergency plan"))
CHANGES = ("按年度考核意见修订职责与周期。", "补充记录表格和责任人。")
TEXT = (
    "一、目的：规范“{0}”相关工作。\n二、适用范围：工作室及各专业组全体成员。\n三、要求：责任人按职责落实，"
    "过程留有记录，每年对照检查一次。\n四、本规定自生效之日起执行。（示例文本）"
)

# Account or position, and the duty.
DUTIES: tuple[tuple[str, Two], ...] = (
    ("lead", ("领衔人职责", "Lead of the studio")),
    ("office", ("日常管理", "Day-to-day management")),
    ("office", ("台账档案管理", "Keeper of ledger and files")),
    ("finance", ("经费管理", "Care of funds")),
    ("trainer", ("培训组织", "Organiser of training")),
)
GROUP_DUTIES: tuple[Two, ...] = (("专业组组长职责", "Leader of the group"), ("安全员", "Safety officer"))
DUTY_TEXT = "按岗位职责落实，每季度向领衔人报告一次。（示例）"

DECISIONS = (
    "1. 通过上月工作小结。\n2. 明确本月攻关项目节点，由各专业组组长负责。（示例）",
    "1. 培训计划调整，下月增加一次现场授课。\n2. 创新成果材料月底前报齐。（示例）",
    "1. 安全检查问题限期整改。\n2. 竞赛集训名单确定。（示例）",
)
CANCELLED_BECAUSE = "装置抢修，人员无法到会。（示例）"
PLACES = ("工作室会议室（示例）", "检修车间会议室（示例）", "培训基地201（示例）")

# Source, title, budget in 10,000 CNY by year.
FUNDS: tuple[tuple[str, Two, tuple[int, int]], ...] = (
    ("company", ("企业创新专项经费", "Innovation fund of the company"), (320, 350)),
    ("union", ("工会劳模创新工作室补助", "Trade union grant for model worker studios"), (30, 40)),
    ("government", ("技能人才政府补贴", "Government subsidy for skilled talents"), (10, 15)),
)
GROUP_FUND: Two = ("机械密封攻关专项", "Fund for tackling mechanical seals")
PURPOSES: dict[str, tuple[str, ...]] = {
    "research": (
        "密封试验台研制",
        "状态监测研究",
        "阀门定位器研究",
    ),
    "equipment": ("激光对中仪", "动平衡仪", "过程校验仪"),
    "material": ("实训耗材", "专用工具"),
    "training": ("外请讲师", "教材印制"),
    "exchange": ("兄弟单位交流", "联盟活动"),
    "publicity": ("成果展板", "宣传片"),
    "award": ("优秀成果奖励", "合理化建议奖励"),
}
SHARES = (("research", 38), ("equipment", 24), ("material", 14), ("training", 9), ("exchange", 5), ("publicity", 4),
          ("award", 6))  # fmt: skip


def labelled(title: Two) -> dict[str, str]:
    """The title in both languages, marked as a sample."""
    return {"title": f"{title[0]}（示例）", "title_en": f"{title[1]} (sample)"}
