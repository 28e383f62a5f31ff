"""The catalogues that every installation starts with: kinds of rules a studio keeps, and what money is spent on."""

# Key, Chinese and English name.
KINDS = (
    ("meeting", "会议制度", "Meetings"),
    ("study", "学习培训制度", "Study and training"),
    ("management", "工作室管理办法", "Management of the studio"),
    ("incentive", "激励奖励办法", "Incentives and rewards"),
    ("project", "创新项目管理办法", "Innovation projects"),
    ("evaluation", "成果评价办法", "Evaluation of results"),
    ("transformation", "成果转化与奖励办法", "Transformation of results and its rewards"),
    ("intellectual-property", "知识产权与保密规定", "Intellectual property and confidentiality"),
    ("duties", "领衔人与成员职责", "Duties of lead and members"),
    ("joining", "成员加入与考勤规定", "Joining and attendance"),
    ("discipline", "纪律与资料管理规定", "Conduct and care of data"),
    ("equipment", "设备与计量管理规定", "Equipment and calibration"),
    ("safety", "安全管理规定", "Safety"),
    ("emergency", "应急处置预案", "Emergency plan"),
    ("funds", "经费使用管理办法", "Use of funds"),
    ("plan-summary", "计划总结与报备制度", "Plans, summaries and filing"),
    ("ledger", "台账档案管理规定", "Ledger and files"),
    ("assessment", "年度考核办法", "Yearly assessment"),
    ("apprenticeship", "师带徒管理办法", "Master-apprentice programme"),
    ("sharing", "共建共享管理办法", "Joint building and sharing"),
    ("visitors", "来访接待规定", "Reception of visitors"),
    ("succession", "领衔人接续办法", "Succession of the lead"),
)
CATEGORIES = (
    ("research", "项目研究", "Project research"),
    ("equipment", "设备购置", "Equipment"),
    ("material", "材料与工具", "Materials and tools"),
    ("training", "培训", "Training"),
    ("exchange", "交流", "Exchange"),
    ("publicity", "成果宣传", "Publicity of results"),
    ("award", "奖励", "Awards"),
    ("other", "其他支出", "Other spending"),
)


def load_catalogue(model, rows) -> None:
    """Add the rows that are missing; what an administrator has renamed stays."""
    for order, (key, name, name_en) in enumerate(rows, start=1):
        model.objects.get_or_create(key=key, defaults={"name": name, "name_en": name_en, "order": order})
