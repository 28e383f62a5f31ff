"""Courses and plan lines of the demonstration, Chinese and English side by side."""

from dataclasses import dataclass


@dataclass(frozen=True)
class SampleCourse:
    """A course to give; ``tested`` ones end with a score."""

    title: str
    title_en: str
    hours: int
    tested: bool = True


# Per discipline two plan lines, each with its courses; "" is cross-discipline.
PLAN: dict[str, list[tuple[str, str, list[SampleCourse]]]] = {
    "rotating": [
        (
            "机泵检修技能",
            "Pump overhaul skills",
            [
                SampleCourse("离心泵结构与检修", "Centrifugal pump structure and overhaul", 8),
                SampleCourse("机械密封选型与失效分析", "Mechanical seal selection and failure", 4),
                SampleCourse("激光对中", "Laser alignment", 4),
                SampleCourse("转子现场动平衡", "Rotor dynamic balancing on site", 4),
            ],
        ),
        (
            "机组故障诊断",
            "Machine fault diagnosis",
            [
                SampleCourse("滚动轴承故障", "Rolling bearing faults", 4),
                SampleCourse("压缩机气阀检修", "Compressor valve repair", 4),
                SampleCourse("振动分析一级", "Vibration analysis level 1", 16),
                SampleCourse("汽轮机调速系统基础", "Steam turbine governor basics", 8, tested=False),
            ],
        ),
    ],
    "static": [
        (
            "静设备检修技能",
            "Static equipment repair skills",
            [
                SampleCourse("法兰紧固与力矩控制", "Flange bolting and torque control", 4),
                SampleCourse("换热器管束泄漏修复", "Heat exchanger tube leak repair", 8),
                SampleCourse("管道支吊架与应力", "Piping support and stress", 4, tested=False),
                SampleCourse("焊接返修工艺", "Welding repair procedure", 8),
            ],
        ),
        (
            "承压设备检验",
            "Inspection of pressure equipment",
            [
                SampleCourse("压力容器检验", "Pressure vessel inspection", 8),
                SampleCourse("保温层下腐蚀", "Corrosion under insulation", 2, tested=False),
                SampleCourse("安全阀整定与密封试验", "Safety valve set and seal test", 4),
                SampleCourse("塔盘清洗与进塔作业", "Tower tray cleaning and entry", 4),
            ],
        ),
    ],
    "electrical": [
        (
            "电气运行与检修",
            "Electrical operation and repair",
            [
                SampleCourse("电动机启动控制", "Motor start control", 4),
                SampleCourse("变频器参数设置", "Variable-frequency drive parameters", 4),
                SampleCourse("高压开关柜操作", "High-voltage switchgear operation", 8),
                SampleCourse("电缆故障定位", "Cable fault location", 4),
            ],
        ),
        (
            "电气保护与安全",
            "Electrical protection and safety",
            [
                SampleCourse("继电保护整定与试验", "Relay setting and test", 8),
                SampleCourse("防爆电气设备检查", "Explosion-proof equipment check", 4),
                SampleCourse("UPS与直流系统", "UPS and DC system", 4, tested=False),
                SampleCourse("电气安全与作业票", "Electrical safety and permit", 2),
            ],
        ),
    ],
    "instrument": [
        (
            "现场仪表技能",
            "Field instrument skills",
            [
                SampleCourse("变送器校验与HART", "Transmitter calibration and HART", 4),
                SampleCourse("调节阀与定位器", "Control valve and positioner", 8),
                SampleCourse("热电偶与热电阻", "Thermocouple and RTD", 2),
                SampleCourse("振动探头安装调试", "Vibration probe set-up", 4),
            ],
        ),
        (
            "控制与联锁系统",
            "Control and interlock systems",
            [
                SampleCourse("DCS组态", "DCS configuration", 16),
                SampleCourse("SIS回路测试", "SIS loop check", 4),
                SampleCourse("分析仪取样系统", "Analyser sampling system", 4, tested=False),
                SampleCourse("仪表风质量", "Instrument air quality", 2, tested=False),
            ],
        ),
    ],
    "": [
        (
            "跨专业培训",
            "Cross-discipline training",
            [
                SampleCourse("大检修安全与质量", "Turnaround safety and quality", 4),
                SampleCourse("创新方法与合理化建议", "Innovation methods and proposals", 4, tested=False),
                SampleCourse("能量隔离与受限空间作业", "Energy isolation and confined space entry", 2),
            ],
        ),
    ],
}

PLACES = ("培训室A", "实训车间", "检修现场")
CANCELLED_BECAUSE = (
    "装置抢修，人员无法到场。",
    "培训师出差。",
    "疫情防控，暂停集中培训。",
)
