"""The demonstration links projects with what they led to, inside each studio."""

import pytest
from django.apps import apps
from django.test import TestCase

from studio.home.demonstration import load_demonstration
from studio.links.models import Link

pytestmark = pytest.mark.xdist_group("demonstration")


class Demonstration(TestCase):
    @classmethod
    def setUpTestData(cls):
        load_demonstration()

    def test_both_ends_of_every_link_stand_in_its_studio(self):
        links = list(Link.objects.all())
        self.assertGreater(len(links), 10)
        for link in links:
            for end in (link.first, link.second):
                kind, _colon, pk = end.partition(":")
                record = apps.get_model(kind)._base_manager.get(pk=pk)
                self.assertEqual(record.studio_id, link.studio_id)
