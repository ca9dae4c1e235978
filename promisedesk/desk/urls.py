"""Agents' pages. URLs are nouns; what belongs to a screen stands together."""

from django.urls import include, path

from promisedesk.desk.contact import views as contact
from promisedesk.desk.conversation import actions, files, taking_part, why
from promisedesk.desk.conversation import views as conversation
from promisedesk.desk.inbox import views as inbox
from promisedesk.desk.today import views as today

app_name = "desk"
OPEN = "inbox/<slug:view>/<str:public_id>/"

urlpatterns = [
    path("", include("promisedesk.desk.sign_in.urls")),
    path("", include("promisedesk.desk.setup.urls")),
    path("", include("promisedesk.desk.settings.urls")),
    path("", include("promisedesk.desk.demo.urls")),
    path("", include("promisedesk.desk.live.urls")),
    path("", include("promisedesk.desk.notices.urls")),
    path("", include("promisedesk.desk.macros.urls")),
    path("", include("promisedesk.desk.conversation.urls_writing")),
    path("", include("promisedesk.desk.conversation.urls_writing_help")),
    path("", include("promisedesk.desk.conversation.urls_together")),
    path("", include("promisedesk.desk.conversation.urls_cooling")),
    path("", include("promisedesk.desk.customers.urls")),
    path("", include("promisedesk.desk.conversation.urls_sorting")),
    path("", include("promisedesk.desk.conversation.urls_promising")),
    path("", include("promisedesk.desk.conversation.urls_making_good")),
    path("", include("promisedesk.desk.conversation.urls_urgent")),
    path("", include("promisedesk.desk.palette.urls")),
    path("", include("promisedesk.desk.reports.urls")),
    path("", today.front_door, name="front-door"),
    path("today/", today.today, name="today"),
    path("", include("promisedesk.desk.today.urls")),
    path("inbox/", inbox.inbox, name="inbox"),
    path("", include("promisedesk.desk.inbox.urls")),
    path("inbox/<slug:slug>/", inbox.view, name="view"),
    path(OPEN, conversation.conversation, name="conversation"),
    path(OPEN + "reply/", conversation.reply, name="reply"),
    path(OPEN + "note/", conversation.note, name="note"),
    path(OPEN + "draft/", conversation.draft, name="draft"),
    path(OPEN + "read/", conversation.read, name="read"),
    path(OPEN + "news/", conversation.news, name="news"),
    path(OPEN + "assignee/", actions.assignee, name="assignee"),
    path(OPEN + "resolution/", actions.resolution, name="resolution"),
    path(OPEN + "reopening/", actions.reopening, name="reopening"),
    path(OPEN + "spam/", actions.spam, name="spam"),
    path(OPEN + "no-spam/", actions.no_spam, name="no-spam"),
    path(OPEN + "blocked-sender/", actions.blocked_sender, name="blocked-sender"),
    path(OPEN + "trusted-sender/", actions.trusted_sender, name="trusted-sender"),
    path(OPEN + "deliveries/<str:message>/", actions.delivery, name="delivery"),
    path(OPEN + "instead/<str:message>/", actions.instead, name="instead"),
    path(OPEN + "undo/<str:message>/", actions.undo, name="undo"),
    path(OPEN + "participants/<str:who>/", taking_part.participant, name="participant"),
    path(OPEN + "knock/", taking_part.knock, name="knock"),
    path(OPEN + "joined/<str:stray>/", taking_part.joined, name="joined"),
    path(OPEN + "customer/", taking_part.customer, name="customer"),
    path(OPEN + "address/", taking_part.address, name="address"),
    path(OPEN + "matters/<str:message>/", taking_part.matter, name="matter"),
    path(OPEN + "contact/", contact.contact, name="contact"),
    path(OPEN + "contact/addresses/<int:number>/", contact.address, name="not-theirs"),
    path(OPEN + "contact/phones/<int:number>/", contact.suggestion, name="suggestion"),
    path("conversations/<str:public_id>/", conversation.by_itself, name="by-itself"),
    path("files/<str:public_id>/", files.attachment, name="attachment"),
    path("messages/<str:public_id>/mail/", files.raw, name="raw"),
    path("files/<str:public_id>/preview/", files.preview, name="preview"),
    path("messages/<str:public_id>/designed/", files.designed, name="designed"),
    path("messages/<str:public_id>/pictures/", files.ask_for_pictures, name="pictures"),
    path("messages/<str:public_id>/fetched/", files.fetched_pictures, name="fetched-pictures"),
    path("messages/<str:public_id>/why/", why.message, name="why"),
]
