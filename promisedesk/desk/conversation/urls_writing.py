from django.urls import path

from promisedesk.desk.conversation import coach, files, pledges, writing

OPEN = "inbox/<slug:view>/<str:public_id>/"

urlpatterns = [
    path(OPEN + "files/", writing.upload, name="upload"),
    path("files/kept/<str:value>/preview/", files.kept_preview, name="kept-preview"),
    path(OPEN + "colleagues/", writing.colleagues, name="colleagues"),
    path(OPEN + "drafts/<int:number>/", writing.adopted, name="adopted"),
    path(OPEN + "pledges/", pledges.pledges, name="pledges"),
    path(OPEN + "coach/", coach.coach, name="coach"),
    path(OPEN + "coach/aside/", coach.put_aside, name="coach-aside"),
    path(OPEN + "coach/words/", coach.add_word, name="coach-words"),
    path(OPEN + "later/", writing.later, name="later"),
    path(OPEN + "later/<str:row>/", writing.scheduled, name="scheduled"),
]
