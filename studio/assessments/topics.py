"""The topics that the article's assessors spoke about, and the way to a topic by its name."""

from django.utils.text import slugify

from studio.assessments.models import Topic
from studio.core.text import fold

# Key, Chinese and English name, in the order of the article: three assessed aspects first, then what was asked for.
STANDARD_TOPICS = (
    ("site-utilisation", "场所使用", "Site utilisation"),
    ("transformation-of-innovation-results", "成果转化", "Transformation of innovation results"),
    ("procedures-and-regulations", "制度规程", "Procedures and regulations"),
    ("innovation-work", "创新工作", "Innovation work"),
    ("overall", "总体评价", "Overall"),
    ("improving-system", "健全机制", "Improving system"),
    ("completing-functions", "完善功能", "Completing functions"),
    ("standardising-construction", "规范建设", "Standardising construction"),
    ("transforming-results", "转化成果", "Transforming results"),
    ("integration", "跨行业跨专业融合", "Cross-industry and cross-discipline integration"),
    ("innovation-alliances", "创新联盟", "Innovation alliances"),
)


def load_topics() -> dict[str, Topic]:
    """Make sure that the standard topics exist; returns all topics by key."""
    for order, (key, name, name_en) in enumerate(STANDARD_TOPICS, start=1):
        Topic.objects.get_or_create(key=key, defaults={"name": name, "name_en": name_en, "order": 10 * order})
    return {topic.key: topic for topic in Topic.objects.all()}


def topic_called(name_en: str) -> Topic:
    """The topic with this English name, made when it is new."""
    known = {fold(topic.name_en): topic for topic in load_topics().values()}
    found = known.get(fold(name_en))
    return found or Topic.objects.create(key=_free_key(name_en), name_en=name_en)


def _free_key(name_en: str) -> str:
    base = slugify(name_en)[:50] or "topic"
    taken = set(Topic.objects.filter(key__startswith=base).values_list("key", flat=True))
    return next(key for key in [base, *(f"{base}-{number}" for number in range(2, 1000))] if key not in taken)
