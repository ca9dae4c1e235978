"""Putting conversations together, passing them on, and talks beside them."""

from django.urls import path

from promisedesk.desk.conversation import beside, choosing, merged

OPEN = "inbox/<slug:view>/<str:public_id>/"

urlpatterns = [
    path(OPEN + "merge/", choosing.merge, name="merge"),
    path(OPEN + "merges/<str:merge>/", merged.apart, name="merge-apart"),
    path(OPEN + "links/", choosing.links, name="links"),
    path(OPEN + "links/<str:other>/", choosing.unlink, name="unlink"),
    path(OPEN + "other-customer/", merged.other_customer, name="other-customer"),
    path(OPEN + "sides/", beside.ask, name="side"),
    path(OPEN + "forward/", beside.forward, name="forward"),
]
