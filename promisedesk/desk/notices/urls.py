from django.urls import path

from promisedesk.desk.notices import app, views

urlpatterns = [
    path("notices/", views.index, name="notices"),
    path("notices/new/", views.new, name="notices-new"),
    path("notices/wishes/", views.wishes, name="notices-wishes"),
    path("notices/subscription/", views.subscription, name="notices-subscription"),
    path("notices/<str:public_id>/", views.notice, name="notice"),
    path("manifest.webmanifest", app.manifest, name="manifest"),
    path("worker.js", app.worker, name="service-worker"),
    path("offline/", app.offline, name="offline"),
]
