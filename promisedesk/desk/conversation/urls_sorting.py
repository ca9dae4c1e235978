"""Sorting a conversation: who has it, until when, under which tags."""

from django.urls import path

from promisedesk.desk.conversation import sorting, sorting_details, walking

OPEN = "inbox/<slug:view>/<str:public_id>/"

urlpatterns = [
    path(OPEN + "next/", walking.following, name="next"),
    path(OPEN + "previous/", walking.previous, name="previous"),
    path(OPEN + "assignment/", sorting.assignment, name="assignment"),
    path(OPEN + "takeover/", sorting.takeover, name="takeover"),
    path(OPEN + "snooze/", sorting.snooze, name="snooze"),
    path(OPEN + "waking/", sorting.waking, name="waking"),
    path(OPEN + "tags/", sorting.tags, name="tags"),
    path(OPEN + "resolving/", sorting.resolving, name="resolving"),
    path(OPEN + "thanks/<str:message>/", sorting.no_thanks, name="no-thanks"),
    path(OPEN + "details/", sorting_details.details, name="details"),
    path(OPEN + "following/", sorting_details.following_it, name="following"),
    path(OPEN + "time/", sorting_details.time_spent, name="time-spent"),
]
