from django.urls import path

from promisedesk.desk.conversation import cooling

OPEN = "inbox/<slug:view>/<str:public_id>/"

urlpatterns = [
    path(OPEN + "heat/<str:message>/", cooling.not_angry, name="not-angry"),
    path(OPEN + "cooling/<str:row>/", cooling.held, name="cooling"),
]
