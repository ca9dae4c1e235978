"""Addresses about the list itself; they stand before `inbox/<view>/`."""

from django.urls import path

from promisedesk.desk.inbox import views

urlpatterns = [
    path("inbox/numbers/", views.numbers, name="numbers"),
]
