from tests.training.factories import *


def test_all(at, office, session, course, studio, discipline):
    line = make_plan_line(studio, discipline=discipline)
    row = attend(session)
    for n in ("plan_line", "course", "session", "attendance"):
        r = at(office, f"training:{n}_list")
        assert r.status_code == 200, n
    for n, o in (("plan_line", line), ("course", course), ("session", session), ("attendance", row)):
        r = at(office, f"training:{n}_detail", pk=o.pk)
        assert r.status_code == 200, n
        if n != "attendance":
            assert at(office, f"training:{n}_new").status_code == 200
            assert at(office, f"training:{n}_edit", pk=o.pk).status_code == 200
    for n in ("enrol", "people", "sheet"):
        r = at(office, f"training:session_{n}", pk=session.pk)
        print(n, r.status_code)
    r = at(office, "training:attendance_withdraw", pk=row.pk)
    assert r.status_code == 200
    import re

    r = at(office, "training:session_detail", pk=session.pk)
    print(re.sub(r"\n\s*\n+", "\n", r.content.decode().split("<main")[1]))
