# ruff: noqa: E501  a phrase a line, however long
"""English wording that tells the customer nothing: no time, no certainty, empty politeness."""

SOON = """
(as soon as (possible|we can|we possibly can|practicable)|asap|a s a p|soonest|at (our|the) earliest (convenience|opportunity|possible)|in due (course|time)|in the (near|foreseeable|not too distant) future|at some point|some time (soon|later|this)|sometime (soon|later|next)|shortly|sooner or later|before long|in a timely manner|as time (permits|allows)|when time (permits|allows)|when we get a chance|one of these days|in the coming (days|weeks)|over the next (few|couple of) (days|weeks)|in a few (days|weeks)|within a reasonable time*|without undue delay|at a later (date|time|stage))
(get back|come back|write|answer|reply|ship|send|call|contact|arrive*|deliver*|dispatch*|refund*) ~3 (very soon|quite soon|really soon|pretty soon|you soon|it soon|back soon|back to you soon)
"""
UNSURE = """
(it|this|that|they|there|which) (should|might|may|could|ought to) (probably|perhaps|maybe|possibly|theoretically|hopefully) ~1
(i|we) (think|guess|suppose|believe|assume|reckon) ~2 (might|may|could|maybe|perhaps|probably)
(probably|perhaps|maybe|possibly|presumably) ~2 (should|might|could|may)
(in theory|theoretically|more or less|as far as i know|if i remember (rightly|correctly)|if i'm not mistaken|or something (like that|similar)|kind of|sort of|somehow or other|some kind of problem|a while|some time|hopefully)
(should be|will be) (fine|ok|okay|alright) ~1 (i (think|guess|hope)|probably|maybe)
"""
EMPTY = """
please be (advised|informed|aware) that -> -
please be (advised|informed|aware) -> please note
(we|i) (would like to|wish to|want to|are writing to|am writing to|hereby|beg to|are pleased to) (inform|advise|notify) you that -> -
(this is to|we hereby) (inform|advise|notify|certify) (you )?that -> -
(kindly|please) be so kind (as )?to -> please
at this (moment|point|present moment) (in time)? -> now
at the present (time|moment) -> now
in (the )?event that -> if
due to the fact that -> because
in view of the fact that -> because
in (order|an effort) to -> to
(with|in) (regard|regards|reference|respect|relation) to -> about
pertaining to -> about
in the amount of -> of
(please )?do not hesitate to -> please
(please )?don't hesitate to -> please
feel free to -> please
for the purpose of ~0 -> for
prior to -> before
subsequent to -> after
a (large|great) number of -> many
has the ability to -> can
is able to -> can
enclosed please find -> here is
attached please find -> attached is
please find (attached|enclosed) -> attached is
as per your (request|enquiry|inquiry|mail|email) -> as you asked
(aforementioned|above mentioned|abovementioned) -> -
(herewith|hereby|herein|heretofore|hereinafter) -> -
we (value your business|appreciate your patience and understanding|apologise for any inconvenience caused|apologize for any inconvenience caused|apologise for any inconvenience this may have caused|apologize for any inconvenience this may have caused)
your (call|business|satisfaction|opinion) is (very )?important to us
(according to|in accordance with|in line with|as per) (our |the )?(internal )?(established |standard |usual )?(procedure*|regulations|protocol)
"""
DOUBLE = """
not (impossible|unlikely|uncommon|unusual|unreasonable|unnecessary|incorrect|untrue)
(can't|cannot|can not|couldn't) not
not without (reason|problems|difficult*)
not (entirely|completely|totally) (unlike|dissimilar|without)
(don't|doesn't|didn't) (have|know|see|need|get|want|do|say) (no|nothing|nobody|none)
"""
CONCRETE = """
(today|tonight|tomorrow|monday|tuesday|wednesday|thursday|friday|saturday|sunday|noon|midnight|january|february|march|april|june|july|august|september|october|november|december)
#
"""
