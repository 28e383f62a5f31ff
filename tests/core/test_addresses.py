"""Addresses that no page can read get a clear 400."""

import pytest


@pytest.mark.parametrize("query", ["q=%00", "q=%ff%fe", "period=2021%E2%80%AE", "a=%ED%A0%80"])
def test_unreadable_addresses_are_a_clear_400(client, db, query):
    response = client.get(f"/accounts/login/?{query}")
    assert response.status_code == 400
    assert b"Traceback" not in response.content
