"""Widgets come from Jinja2 where Django has it, and from the template settings otherwise."""

import django_filters
from django import forms
from django.forms.renderers import get_default_renderer
from django.template.backends.jinja2 import Template as Jinja2Template

from studio.core.renderers import JinjaFirst


class Form(forms.Form):
    name = forms.CharField(max_length=5)
    kind = forms.ChoiceField(choices=[("a", "<A>"), ("b", "B")])


def test_it_is_the_default():
    assert isinstance(get_default_renderer(), JinjaFirst)


def test_widgets_of_django_are_drawn_by_jinja2_and_escaped():
    renderer = JinjaFirst()
    assert isinstance(renderer.get_template("django/forms/widgets/select.html"), Jinja2Template)
    assert "&lt;A&gt;" in str(Form()["kind"])


def test_same_markup_as_djangos_own():
    from django.forms.renderers import DjangoTemplates

    def squeezed(form):
        return " ".join(form.as_div().split())

    assert squeezed(Form()) == squeezed(Form(renderer=DjangoTemplates()))


def test_widgets_without_jinja2_are_found():
    renderer = JinjaFirst()
    assert renderer.get_template("admin/widgets/split_datetime.html")
    assert "min" in django_filters.widgets.RangeWidget().render("hours", None)


def test_found_templates_are_remembered():
    renderer = JinjaFirst()
    name = "django/forms/widgets/text.html"
    assert renderer.get_template(name) is renderer.get_template(name)
