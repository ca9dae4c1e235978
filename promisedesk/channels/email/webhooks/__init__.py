"""Mail that providers post to the desk: Mailgun, Postmark, SendGrid, Amazon SES, own scripts.

`views` is the door, `bodies` reads what was posted, `shapes` finds the mail in it, `hooks` keeps
the secret addresses. Only raw mails are taken, and nothing is parsed before they are safe.
"""
