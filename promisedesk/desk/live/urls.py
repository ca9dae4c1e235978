from django.urls import path

from promisedesk.desk.live import views

OPEN = "inbox/<slug:view>/<str:public_id>/"

urlpatterns = [
    path("live/", views.no_stream, name="live"),
    path("live/numbers/", views.numbers, name="live-numbers"),
    path(OPEN + "live/", views.fresh, name="live-news"),
    path(OPEN + "here/", views.here, name="here"),
]
