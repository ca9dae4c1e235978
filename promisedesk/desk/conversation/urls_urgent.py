"""What is urgent."""

from django.urls import path

from promisedesk.desk.conversation import urgent

urlpatterns = [
    path("inbox/<slug:view>/<str:public_id>/urgent/", urgent.urgent, name="urgent"),
]
