"""Promises of a conversation, and calls."""

from django.urls import path

from promisedesk.desk.conversation import promising

OPEN = "inbox/<slug:view>/<str:public_id>/"

urlpatterns = [
    path(OPEN + "promises/", promising.further, name="further-promise"),
    path(OPEN + "promises/<str:promise>/renewal/", promising.renewal, name="renewal"),
    path(OPEN + "promises/<str:promise>/done/", promising.fulfilled, name="fulfilled"),
    path(OPEN + "promises/<str:promise>/withdrawal/", promising.dropped, name="withdrawal"),
    path(OPEN + "call/", promising.call, name="call"),
]
