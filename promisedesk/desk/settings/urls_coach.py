"""Settings of the coach."""

from django.urls import path

from promisedesk.desk.settings import coach

urlpatterns = [
    path("settings/coach/", coach.edit, name="settings-coach"),
    path("settings/coach/words/", coach.add_word, name="settings-coach-words"),
    path("settings/coach/words/<int:number>/", coach.remove_word, name="settings-coach-word"),
]
