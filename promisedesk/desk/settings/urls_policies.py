"""Settings of what is promised."""

from django.urls import path

from promisedesk.desk.settings import policies

urlpatterns = [
    path("settings/promises/", policies.index, name="settings-policies"),
    path("settings/promises/new/", policies.new, name="settings-policy-new"),
    path("settings/promises/inbox/<str:public_id>/", policies.own, name="settings-policy-own"),
    path("settings/promises/<str:public_id>/", policies.edit, name="settings-policy"),
    path("settings/promises/<str:public_id>/place/", policies.place, name="settings-policy-place"),
]
