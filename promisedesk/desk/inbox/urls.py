"""Addresses about the list itself; they stand before `inbox/<view>/`."""

from django.urls import path

from promisedesk.desk.inbox import batches, saved, views

urlpatterns = [
    path("inbox/numbers/", views.numbers, name="numbers"),
    path("inbox/batches/", batches.batch, name="batches"),
    path("inbox/batches/<str:public_id>/undo/", batches.undo, name="batch-undo"),
    path("inbox/views/", saved.new, name="new-view"),
    path("inbox/views/<str:public_id>/", saved.change, name="saved-view"),
    path("inbox/views/<str:public_id>/delete/", saved.remove, name="delete-view"),
    path("inbox/views/<str:public_id>/up/", saved.up, name="view-up"),
]
