"""Making good what went wrong."""

from django.urls import path

from promisedesk.desk.conversation import making_good

HERE = "inbox/<slug:view>/<str:public_id>/making-good/"

urlpatterns = [
    path(HERE, making_good.making_good, name="making-good"),
    path(HERE + "apology/", making_good.apology, name="apology"),
    path(HERE + "<str:given>/withdrawal/", making_good.taken_back, name="compensation"),
]
