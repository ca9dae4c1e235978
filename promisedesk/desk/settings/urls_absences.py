"""Settings of absences."""

from django.urls import path

from promisedesk.desk.settings import absence

HERE = "settings/absences/"

urlpatterns = [
    path(HERE, absence.index, name="settings-absences"),
    path(HERE + "new/", absence.new, name="settings-absence-new"),
    path(HERE + "preview/", absence.preview, name="settings-absence-preview"),
    path(HERE + "<str:public_id>/", absence.edit, name="settings-absence"),
    path(HERE + "<str:public_id>/end/", absence.end, name="settings-absence-end"),
    path(HERE + "<str:public_id>/days/", absence.days, name="settings-absence-days"),
]
