"""Customers that were there before they could be found."""

from django.db import migrations


def index(apps, editor):
    from promisedesk.contacts.indexing import KIND, words_of
    from promisedesk.search import indexing

    Contact = apps.get_model("contacts", "Contact")
    rows = Contact.objects.filter(merged_into=None).prefetch_related("identities")
    for contact in rows.iterator(chunk_size=500):
        own = [
            one.value
            for one in contact.identities.all()
            if one.kind != "offered" and not one.is_suggested
        ]
        text = words_of(contact.name, contact.company, own, contact.fields)
        indexing.put(KIND, contact.pk, text, group=None, language=contact.language)


class Migration(migrations.Migration):
    dependencies = [
        ("contacts", "0004_fields_and_merged_cards"),
        ("search", "0002_words"),
    ]
    operations = [migrations.RunPython(index, migrations.RunPython.noop)]
