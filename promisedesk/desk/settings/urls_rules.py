"""Rules: the list, one of them, the log, and what customers are silent about."""

from django.urls import path

from promisedesk.desk.settings import rules, rules_form, rules_log, rules_silence

ONE = "settings/rules/<str:public_id>/"

urlpatterns = [
    path("settings/rules/", rules.index, name="settings-rules"),
    path("settings/rules/new/", rules_form.new, name="settings-rule-new"),
    path("settings/rules/log/", rules_log.log, name="settings-rules-log"),
    path("settings/rules/silence/", rules_silence.new, name="settings-silence-new"),
    path("settings/rules/example/", rules.example, name="settings-rule-example"),
    path(ONE, rules_form.edit, name="settings-rule"),
    path(ONE + "switch/", rules.switch, name="settings-rule-switch"),
    path(ONE + "place/", rules.move, name="settings-rule-place"),
    path(ONE + "removal/", rules.removal, name="settings-rule-removal"),
    path(ONE + "silence/", rules_silence.edit, name="settings-rule-silence"),
]
