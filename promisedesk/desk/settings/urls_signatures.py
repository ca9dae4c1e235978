from django.urls import path

from promisedesk.desk.settings import signatures

urlpatterns = [
    path("me/signatures/new/", signatures.new_own, name="my-signature-new"),
    path("me/signatures/look/", signatures.look_at_own, name="my-signature-look"),
    path("me/signatures/<str:public_id>/", signatures.edit_own, name="my-signature"),
    path(
        "me/signatures/<str:public_id>/removal/", signatures.remove_own, name="my-signature-removal"
    ),
    path("settings/signatures/", signatures.index, name="settings-signatures"),
    path("settings/signatures/new/", signatures.new, name="settings-signature-new"),
    path("settings/signatures/look/", signatures.look, name="settings-signature-look"),
    path("settings/signatures/<str:public_id>/", signatures.edit, name="settings-signature"),
    path(
        "settings/signatures/<str:public_id>/removal/",
        signatures.remove,
        name="settings-signature-removal",
    ),
]
