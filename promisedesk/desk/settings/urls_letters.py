from django.urls import path

from promisedesk.desk.settings import letters

urlpatterns = [
    path("settings/letters/", letters.edit, name="settings-letters"),
    path("settings/letters/look/", letters.look, name="settings-letters-look"),
    path("settings/letters/page/", letters.page, name="settings-letter-page"),
]
