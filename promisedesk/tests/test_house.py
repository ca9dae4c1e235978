"""The stairs, for what import-linter cannot see: foreign keys named by string."""

import tomllib
from pathlib import Path

from django.apps import apps
from django.conf import settings
from django.test import SimpleTestCase

PYPROJECT = tomllib.loads((Path(__file__).parents[2] / "pyproject.toml").read_text())
LAYERS = PYPROJECT["tool"]["importlinter"]["contracts"][0]["layers"]
FLOOR = {app.strip(" ()"): -n for n, layer in enumerate(LAYERS) for app in layer.split("|")}


class HouseTest(SimpleTestCase):
    def test_foreign_keys_go_down_the_stairs_only(self):
        upward = [
            f"{field}: {model._meta.app_label} -> {target}"
            for model in apps.get_models()
            for field in model._meta.get_fields()
            if field.is_relation and field.concrete and field.related_model
            if model._meta.app_label in FLOOR
            and (target := field.related_model._meta.app_label) in FLOOR
            # Anyone may point at the signed-in agent, as Django's own admin log does.
            if field.related_model._meta.label != settings.AUTH_USER_MODEL
            if target != model._meta.app_label and FLOOR[target] >= FLOOR[model._meta.app_label]
        ]
        self.assertEqual(upward, [])
