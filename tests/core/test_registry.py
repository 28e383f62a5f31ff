import pytest
from django.core.exceptions import ImproperlyConfigured

from studio.core.registry import Registry, our_apps


def test_a_key_declared_twice_stops_the_start():
    registry = Registry("things")
    registry.register("a", 1)
    with pytest.raises(ImproperlyConfigured, match="things: 'a' is declared twice"):
        registry.register("a", 2)


def test_items_come_in_the_order_of_declaration():
    registry = Registry("things")
    for key in "cab":
        registry.register(key, key.upper())
    assert list(registry) == ["C", "A", "B"]
    assert "b" in registry and registry.get("x") is None and len(registry) == 3


def test_only_our_own_apps_are_searched():
    assert "studio.organisation" in our_apps()
    assert not any(name.startswith(("django.", "allauth", "crispy")) for name in our_apps())
