"""Help with writing by the server the shop set."""

from django.urls import path

from promisedesk.desk.conversation import writing_help

OPEN = "inbox/<slug:view>/<str:public_id>/writing-help/"

urlpatterns = [
    path(OPEN, writing_help.helps, name="writing-help"),
    path(OPEN + "<str:asked>/", writing_help.answer, name="writing-help-answer"),
]
