"""Bad input gets a clear message naming the field, loses nothing, writes nothing, and is never a server error.

Forms and lists come from the addresses themselves, so a new page is tested without a line here.
"""

import re
from html import unescape

import pytest
from django import forms
from django.db import connection
from django.test import Client, TestCase
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from studio.audit.flow import flow_of
from studio.home.demonstration import OTHER_SLUG, SLUG, load_demonstration
from studio.kit.form_pages import FormPage
from studio.organisation.models import Person, Studio
from studio.organisation.records import StudioRecord
from tests.matrix.pages import PAGES
from tests.matrix.walking import BETTER, form_pages, list_pages, pages, record_of, typed
from training.views import SessionList

pytestmark = pytest.mark.xdist_group("bad input")

NUL, BIDI, HUGE = "pump\0valve", "pump\u202evalve", "泵" * 10_000
DATES = ("2021-02-30", "2021-13-01", "yesterday", "99999-01-01", "2021-01-01\0", "1" * 5000)
NUMBERS = ("many", "NaN", "Infinity", "1e400", "9" * 60, "-" + "9" * 30, "１２x", "0x10")
TEXTS = (HUGE, NUL, BIDI)
CHOICES = ("nonsense", "-1", "9" * 40, "\0", "1' OR '1'='1", "[]")
BAD = {
    forms.DateField: DATES,
    forms.IntegerField: NUMBERS,
    forms.DecimalField: NUMBERS,
    forms.CharField: TEXTS,
    forms.ChoiceField: CHOICES,
    forms.TypedChoiceField: CHOICES,
    forms.ModelChoiceField: CHOICES,
}
ROUNDS = 3  # each field meets that many of its bad values, neighbouring fields different ones
PAIRS = (("from_date", "to_date"), ("effect_from", "effect_to"), ("year", "valid_until"), ("filed_on", "granted_on"))
WRITES = re.compile(r"^(INSERT INTO|UPDATE|DELETE FROM) \W?(?!django_session)")
NOBODY = 10**25


class BadInput(TestCase):
    """Sent by the administrator, to whom most is open, to the demonstration with its two studios."""

    @classmethod
    def setUpTestData(cls):
        load_demonstration()
        cls.studio, cls.other = Studio.objects.get(slug=SLUG), Studio.objects.get(slug=OTHER_SLUG)
        cls.person = Person.objects.get(login="admin")

    def setUp(self):
        self.client = Client(headers={"accept-language": "en"})
        self.client.force_login(self.person)

    def address(self, name: str, **kwargs) -> str:
        return reverse(name, kwargs={"studio": SLUG, **kwargs})

    def refused(self, url: str, data: dict, *wrong: str):
        """POST ``data``; each field of ``wrong`` is named in the summary, keeps what was typed; nothing is written."""
        with CaptureQueriesContext(connection) as queries:
            answer = self.client.post(url, data)
        self.assertIn(answer.status_code, (409, 422), f"{url}: {answer.status_code}")
        self.told_in_words(answer)
        if answer.status_code == 422:
            written = [query["sql"][:90] for query in queries if WRITES.match(query["sql"])]
            self.assertEqual(written, [], url)
        form = answer.context["form"]
        summary = unescape(answer.content.decode()).partition('id="error-summary"')[2].partition("</section>")[0]
        for name in wrong:
            self.assertIn(name, form.errors, f"{url} took {data.get(name)!r:.60}")
            self.assertIn(f"{form.fields[name].label}:", summary)
            if not isinstance(form.fields[name], forms.ModelMultipleChoiceField):
                self.assertEqual(form[name].value(), data[name], f"{url} lost what was typed in {name}")
        return form

    def each_form(self):
        """(address, form as first shown) of every form page."""
        for ending in ("_new", "_edit"):
            for name in form_pages(ending):
                kwargs = {} if ending == "_new" else record_of(name, self.studio)
                with self.subTest(page=name):
                    self.assertIsNotNone(kwargs, f"the demonstration holds no record for {name}")
                    url = self.address(name, **kwargs)
                    answer = self.client.get(url)
                    self.assertEqual(answer.status_code, 200, url)
                    if not answer.context["locked"]:
                        yield url, answer.context["form"]

    def test_bad_values_are_named(self):
        """Impossible dates, absurd numbers, unreadable and endless texts, choices that do not exist."""
        for url, form in self.each_form():
            fields = [(name, field) for name, field in form.fields.items() if not field.disabled]
            kinds = {
                name: BAD[type(field)] for name, field in fields if type(field) in BAD and not form[name].is_hidden
            }
            with self.subTest(url=url):
                for turn in range(ROUNDS):
                    bad = {name: values[(turn + at) % len(values)] for at, (name, values) in enumerate(kinds.items())}
                    self.refused(url, typed(form) | bad, *bad)

    def test_numbers_out_of_range_are_told_in_words(self):
        for url, form in self.each_form():
            names = [
                name for name, field in form.fields.items() if type(field) in (forms.IntegerField, forms.DecimalField)
            ]
            names = [name for name in names if not form[name].is_hidden]
            for bad in ("-3", "0", "32000") if names else ():
                with self.subTest(url=url, bad=bad):
                    answer = self.client.post(url, typed(form) | dict.fromkeys(names, bad))
                    self.assertIn(answer.status_code, (302, 409, 422))
                    self.told_in_words(answer)

    def told_in_words(self, answer):
        """No message shows a constraint's name or blames somebody who was not there."""
        self.assertNotContains(answer, "Constraint ", status_code=answer.status_code)
        self.assertNotContains(answer, "contradicts another record", status_code=answer.status_code)

    def test_records_of_another_studio_do_not_exist(self):
        found = 0
        for url, form in self.each_form():
            foreign = {name: self.foreign(field) for name, field in form.fields.items() if not field.disabled}
            foreign = {name: keys for name, keys in foreign.items() if keys}
            if foreign:
                found += len(foreign)
                with self.subTest(url=url):
                    self.refused(url, typed(form) | foreign, *foreign)
        self.assertGreater(found, 20)

    def foreign(self, field):
        """The key of a record that only the other studio has."""
        model = field.queryset.model if isinstance(field, forms.ModelChoiceField) else None
        if model is Person:
            found = Person.objects.of_studio(self.other).exclude(pk__in=Person.objects.of_studio(self.studio)).first()
        elif model and issubclass(model, StudioRecord):
            found = model._base_manager.filter(studio=self.other).first()
        else:
            return None
        self.assertIsNotNone(found, f"the other studio has no {model.__name__}")
        key = str(field.prepare_value(found))
        return [key] if isinstance(field, forms.ModelMultipleChoiceField) else key

    def test_periods_do_not_end_before_they_start(self):
        found = 0
        for url, form in self.each_form():
            for start, end in PAIRS:
                if not {start, end} <= form.fields.keys() or form.fields[start].disabled or form.fields[end].disabled:
                    continue
                found += 1
                early = {start: "2021" if start == "year" else "2021-06-01", end: "2019-01-01"}
                with self.subTest(url=url, end=end):
                    self.refused(url, typed(form) | early, end)
        self.assertGreater(found, 4)

    def test_an_empty_or_broken_request_is_answered_with_the_form(self):
        for url, form in self.each_form():
            required = [name for name, field in form.fields.items() if field.required and not field.disabled]
            with self.subTest(url=url):
                for answer in (
                    self.client.post(url, {}),
                    self.client.post(url, "[1, 2", content_type="application/json"),
                    self.client.post(url, {"version": "9" * 30, "form_key": "\0"}),
                ):
                    self.assertIn(answer.status_code, (302, 409, 422))
                    if answer.status_code == 422 and required:
                        self.assertTrue(set(required) & set(answer.context["form"].errors))

    def test_a_form_sent_twice_makes_one_record(self):
        made = 0
        for name in form_pages("_new"):
            url = self.address(name)
            form = self.client.get(url).context["form"]
            model, data = form._meta.model, typed(form)
            before = model._base_manager.count()
            with self.subTest(page=name):
                first = self.client.post(url, data)
                self.assertIn(first.status_code, (302, 409, 422), url)
                if first.status_code != 302:
                    self.assertEqual(model._base_manager.count(), before)
                    continue
                made += 1
                second = self.client.post(url, data)
                self.assertEqual((second.status_code, second.url), (302, first.url))
                self.assertEqual(model._base_manager.count(), before + 1)
        self.assertGreater(made, 12, "too few forms could be filled in; see BETTER in walking.py")

    QUERIES = {
        "sort": ("nonsense", "-", "--", "studio__secret", "-9", "password"),
        "page": ("0", "-1", "x", "9" * 30, "1e9", "２", "①"),
        "after": ("x", "[1]", "[[],{}]", '["x", "y"]', f"[1, {NOBODY}]", f"[{NOBODY}, 1]", '["2021-99-99", 3]', "null"),
        "cols": ("nonsense", "../../etc", "9" * 2000),
        "period": ("2021-13", "2021-Q5", "0000", "99999", "2021-02-30..2021-03-01", "2021-06-01..2021-01-01", "x"),
        "discipline": ("nonsense", str(NOBODY), "-1", "²"),
        "figure": ("nonsense", "x" * 3000),
        "part": ("nonsense",),
    }
    TOLD = ("sort", "period", "discipline", "figure")

    def test_lists_tell_what_they_cannot_read(self):
        longest = max(map(len, self.QUERIES.values()))
        for name, view in list_pages():
            for turn in range(longest):
                query = {key: values[turn % len(values)] for key, values in self.QUERIES.items()}
                if view is not SessionList and turn > ROUNDS:
                    continue
                if turn % 2:
                    del query["figure"]  # which would set period and discipline
                with self.subTest(list=name, **{key: value[:20] for key, value in query.items()}):
                    answer = self.client.get(self.address(name), query)
                    self.assertEqual(answer.status_code, 200)
                    told = answer.context["selection"].errors
                    self.assertEqual(len(told), len([key for key in self.TOLD if key in query]), told)

    def test_marks_of_pages_that_were_tampered_with_are_left_out(self):
        for turn, (name, view) in enumerate(list_pages()):
            sort = "-" * (turn % 2) + next(iter(view.columns.columns))
            for after in self.QUERIES["after"][turn % 2 :: 2]:
                with self.subTest(page=name, after=after):
                    answer = self.client.get(self.address(name), {"after": after, "sort": sort})
                    self.assertEqual(answer.status_code, 200)

    def test_filters_tell_which_of_them_cannot_be_read(self):
        found = 0
        for name, view in list_pages():
            if not view.filters:
                continue
            url, form = self.address(name), self.client.get(self.address(name)).context["selection"].filters.form
            for field_name, field in form.fields.items():
                names = [f"{field_name}_after", f"{field_name}_min"] if hasattr(field, "fields") else [field_name]
                for value in ("nonsense" * 500, str(NOBODY)):
                    answer = self.client.get(url, dict.fromkeys(names, value))
                    with self.subTest(page=name, filter=field_name):
                        self.assertEqual(answer.status_code, 200)
                        if type(field) is not forms.CharField and value != str(NOBODY):
                            found += 1
                            self.assertIn(f"{field.label}:", " ".join(answer.context["selection"].errors))
        self.assertGreater(found, 25)

    def test_windows_of_figures_tell_which_end_is_wrong(self):
        fine = {"figure": "training.sessions_held", "from": "2021-01-01", "to": "2021-12-31"}
        url = self.address("training:session_list")
        self.assertEqual(self.client.get(url, fine).context["selection"].errors, [])
        for wrong in (
            {"from": "2021-02-30"},
            {"to": ""},
            {"to": "2020-01-01"},
            {"from": "9999-99-99"},
            {"as_of": "soon"},
            {"as_of": "1999-01-01"},
            {"discipline": "nonsense"},
            {"discipline": str(NOBODY)},
            {"reported": "many"},
            {"reported": "1e999999"},
            {"reported": "NaN"},
        ):
            with self.subTest(wrong=wrong):
                answer = self.client.get(url, fine | wrong)
                self.assertEqual(answer.status_code, 200)
                self.assertTrue(answer.context["selection"].errors)

    def test_unknown_formats_are_refused(self):
        for name in (name for name in PAGES if name.endswith("_export")):
            with self.subTest(page=name):
                self.assertEqual(self.client.post(self.address(name), {"format": "exe"}).status_code, 400)
                self.assertEqual(self.client.get(self.address(name)).status_code, 405)

    def test_home_tells_what_it_cannot_read(self):
        for query in ({"period": "2021-13"}, {"discipline": "nonsense"}, {"period_from": "2021-03-01"}):
            with self.subTest(query=query):
                answer = self.client.get(self.address("home:home"), query)
                self.assertContains(answer, 'role="alert"')

    def test_records_that_do_not_exist_are_not_found(self):
        for name, page in PAGES.items():
            if page.model and not page.arguments:
                for pk in (987_654_321, NOBODY):
                    closed = page.permission and not self.person.has_perm(page.permission, self.studio)
                    with self.subTest(page=name, pk=pk):
                        found = self.client.get(self.address(name, pk=pk)).status_code
                        self.assertIn(found, (403,) if closed else (404, 405))

    def test_unreadable_addresses_are_bad_requests(self):
        url = self.address("training:session_list")
        for query in ("?sort=%00", "?sort=%FF%FE", "?page=%E2%80%AE1"):
            with self.subTest(query=query):
                self.assertEqual(self.client.get(url + query).status_code, 400)

    def test_unknown_languages_change_nothing(self):
        for language in ("xx", "", "e" * 5000, "zh\0", "../en"):
            with self.subTest(language=language[:20]):
                self.assertIn(self.client.post(reverse("set_language"), {"language": language}).status_code, (204, 302))
                answer = self.client.get(self.address("home:home"), headers={"accept-language": language[:500]})
                self.assertEqual(answer.status_code, 200)
        self.assertEqual(Person.objects.get(pk=self.person.pk).language, self.person.language)

    def test_moves_ask_again(self):
        for name in (name for name in PAGES if name.endswith("_move")):
            record = PAGES[name].record(self.studio)
            self.assertEqual(self.client.get(self.address(name, pk=record.pk, move="nonsense")).status_code, 404)
            for move in flow_of(record).moves:
                url = self.address(name, pk=record.pk, move=move)
                if self.client.get(url).status_code != 200:
                    continue
                form = self.client.get(url).context["form"]
                bad = {key: NUL for key, field in form.fields.items() if not form[key].is_hidden}
                with self.subTest(move=url):
                    if bad:
                        self.refused(url, {"version": record.version} | bad, *bad)
                    self.assertIn(self.client.post(url, {"version": "x"}).status_code, (409, 422))
                    self.assertIn(self.client.post(url, {"version": "9" * 30}).status_code, (409, 422))
                    fresh = type(record)._base_manager.get(pk=record.pk)
                    self.assertEqual(fresh.version, record.version)

    def test_a_report_is_asked_for_with_things_that_exist(self):
        url = self.address("reports:report_new")
        fine = typed(self.client.get(url).context["form"])
        for wrong in (
            {"report": "nonsense"},
            {"period": "2021-13"},
            {"period": "2021-06-01..2021-01-01"},
            {"period": HUGE},
            {"discipline": "nonsense"},
            {"languages": ["xx"]},
            {"languages": []},
            {"formats": ["exe"]},
            {"formats": []},
        ):
            with self.subTest(wrong={key: value[:30] for key, value in wrong.items()}):
                self.refused(url, fine | wrong, *wrong)
        for period in ("2021-13", "x", "\0"):
            text = {"studio": SLUG, "period": period, "chapter": "training"}
            self.assertIn(self.client.get(reverse("reports:text_edit", kwargs=text)).status_code, (400, 404))


def test_guesses_name_existing_fields():
    """``BETTER`` holds nothing that no form asks for any more."""
    known = {name for _page, view, _options in pages(FormPage) for name in view.form_class.base_fields}
    assert set(BETTER) - known == set()
