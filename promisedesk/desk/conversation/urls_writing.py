from django.urls import path

from promisedesk.desk.conversation import files, pledges, writing

OPEN = "inbox/<slug:view>/<str:public_id>/"

urlpatterns = [
    path(OPEN + "files/", writing.upload, name="upload"),
    path("files/kept/<str:value>/preview/", files.kept_preview, name="kept-preview"),
    path(OPEN + "colleagues/", writing.colleagues, name="colleagues"),
    path(OPEN + "drafts/<int:number>/", writing.adopted, name="adopted"),
    path(OPEN + "pledges/", pledges.pledges, name="pledges"),
    path(OPEN + "later/", writing.later, name="later"),
    path(OPEN + "later/<str:row>/", writing.scheduled, name="scheduled"),
]
