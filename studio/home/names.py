"""Fictional names for the demonstration, Chinese and pinyin side by side."""

import random
from collections.abc import Iterator

FAMILY = "陈林黄张李王吴刘蔡杨许郑谢郭洪邱曾廖赖徐周叶苏庄吕江何罗高潘"
GIVEN = "志明建华文斌海涛晓峰国强丽君秀英永康振宇雪梅家豪俊杰玉珍德胜思远春燕立新红伟金水宏达慧敏长青一鸣"


def fictional_names(rng: random.Random, count: int, canary: str = "") -> Iterator[tuple[str, str]]:
    """Yield ``count`` different pairs of Chinese and English name; ``canary`` goes in front of both."""
    from pypinyin import lazy_pinyin  # here, because its dictionaries cost every start a quarter of a second

    pairs = [family + given for family in FAMILY for given in _given_names()]
    for name in rng.sample(pairs, count):
        family, *given = lazy_pinyin(name)
        name_en = f"{family.capitalize()} {''.join(given).capitalize()}"
        yield (f"{canary}{name}", f"{canary} {name_en}".strip())


def _given_names() -> list[str]:
    return [GIVEN[index : index + 2] for index in range(0, len(GIVEN), 2)]
