"""The words for why something is spam, as they are kept."""

# What Conversation.spam_because holds: a word, and after colons what it is about. Sentences
# are made when it is shown, in the reader's language.
PERSON = "person"  # somebody pressed the button
NOT = "not"  # somebody took it out again: never learned as spam
RULE = "rule"  # rule:evil.example
FILTER = "filter"  # filter:X-Spam-Flag, the mail server in front of us said so
LEARNED = "learned"  # learned:14:casino bonus

NO_ANSWER = "no-answer"  # a mark: no acknowledgement may go there, even when it is no spam
