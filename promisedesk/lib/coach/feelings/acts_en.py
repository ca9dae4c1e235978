# ruff: noqa: E501  a phrase a line, however long
"""What had better not stand in an English reply, by what it does to the reader."""

# Polite or plain though it looks otherwise; taken out first.
POLITE = """
(as|like) (i|we) (said|wrote|mentioned|explained) (on|in|above|yesterday|this)
oh dear (i|i'm|we|we're|that)
not (your|the customer's) (fault|mistake|problem)
(isn't|wasn't|is not|was not|never) ~1 your (fault|mistake|problem|error)
you (didn't|did not|haven't|have not) (do|done) anything wrong
you (should|will|ought to) (have (it|the|your|a|received|got) ~2|receive|get|see|be able)
(as|like) (you|they) (already |rightly |correctly )?(told|said|wrote|mentioned|asked|say|write)
(as|like) (mentioned|described|shown|stated|agreed|discussed|promised|requested|explained) (on|in|at|above|below|by|earlier|yesterday|today|with|over)
(if|in case|should) you (don't|do not) like (it|the|them|this|that) ~6 (return|exchange|swap|free|refund|send|money|change|choose|back|let me|let us|tell)
if you (don't|do not) (want|wish|need) ~8 (link|unsubscribe|tell us|let us|let me|just|simply|please|switch|can|reply)
(calm|keep|stay) ~1 (the|your) (dog|cat|baby|child|pet*)
how many times (it|the|you can|a|this|per|a day)
good luck (with|in|on|for) (your|the) (new|exam*|interview|wedding|move|match|race|concert|project|studies|business|home|opening|job|marathon|show|presentation|trip|baby|course)
good luck (tomorrow|today|tonight|on|at|for)
(i'd|i would|we'd|we would|i|we) (be )?(grateful|wish i could|am sorry|am afraid)
(glad|happy|pleased|sorry) to
(must|may|might|could) have (been|got|slipped|gone|come|left|happened|failed on)
(it's|it is|it was|was|is|that's|entirely|all|by|through|for) (entirely |all |purely )?(our|my) (own )?(fault|mistake|error|failure|carelessness)
whatever you (like|want|wish|prefer) (on|in|for|with|as)
(we|i) (failed|messed up|were wrong|was wrong|made a mistake|should have)
(obviously|clearly|simply) (our|we|i|not what you|not what we|disappoint*|frustrat*|annoy*|wrong of us)
(i|we) (would|could|can|will|'d|'ll) (gladly|happily) ~6
(please )?stop the (machine|engine|device|subscription|washing|program*|app|service)
no need to (worry|write|send|call|return|pay)
(don't|do not) hesitate
"""

KINDS = {
    "insult": """
(people|customers|those|anyone|adults) (with|who have|who can|able to) ~2 (common sense|brain*|read|think|eyes) => Let me explain it step by step.
(you|one|everyone|anyone|people) should (know|be able to|understand|have learnt|have learned) (how|by|that|this|the|what|to|better) ~4 (by now|at your age|computer|basics|yourself|without)
(at your age|by now you should|you ought to know) ~4
(my|even my|a|any|our) ~1 (dog|cat|grandma|grandmother|granny|mum|toddler|kid|child|monkey|hamster|goldfish|parrot|nephew|son|daughter) ~1 (could|can|would|knows|understands|manages) ~4
who (doesn't|does not|can't|cannot|hasn't|wouldn't|on earth) ~1 (know|knows|hear|heard|read|do|use|manage|buys|orders|thinks|asks|writes|understand) ~5
(can't|cannot|couldn't|can not) (fix|cure|help|teach) (stupid*|ignorance|laziness|you to think|common sense)
(have|did) you (even|actually|ever) (tried|try|thought|think|considered|looked|look|bothered|bother|opened|open|plugged|switched|used|use|listen*|check*|understand) ~4 => -
(do|done|doing) your (homework|research|own research|job) ~4 => -
(not|isn't|hardly) (exactly )?(einstein|the sharpest|the brightest|very bright|too bright|the smartest|my fault you're|a genius)
(old enough|smart enough|clever enough|grown up enough|intelligent enough|capable enough) to ~4 => -
(imagination|imagining|dreaming|dreamt|made up|delusion*|fantasy|hallucinat*) (it|things|this|again|that up)?
(you|you just|you simply|you still) (don't|do not|can't|cannot|didn't|fail to|never) ~1 (seem to |appear to |even |quite |really )*(grasp|comprehend|get it|understand (basic|simple|plain|english|the basics|anything|how|what i)|understand anything|follow (simple|basic|the simplest)|listen|think|pay attention) ~2
you (don't|do not) (seem|appear) to (understand|grasp|know|get|realise|realize|be able|have) ~3
you (seem|appear) (to be |to have )?(confused|unable|incapable|to think that|to believe that|trouble reading|difficulty) ~3
(hard|difficult|impossible) to believe ~2 (adult|you|grown|anyone|someone|customer) ~5 => -
(adult|grown up|grown man|grown woman|person your age) ~3 (can't|cannot|should|doesn't|needs|unable)
not (a|an|your) (magician|wizard|mind reader|fortune teller|psychic|babysitter|nanny|servant|mother|charity|miracle worker|therapist|search engine|robot|personal shopper|slave) => -
(ask|let|get|have) your (kids|children|grandchildren|kid|child|son|daughter|wife|husband|mum|mother|neighbour|grandson) ~1 (to |show |help |explain |do |read )+ ~5 => -
(too (hard|difficult|complicated|much|complex)|beyond) (for )?you => -
(basic|elementary|simple) ~1 (reading|maths|math|arithmetic|comprehension|logic|english|courtesy|knowledge|skills) => -
(some|a bit of|a little|any) (thought|effort|intelligence|brain|attention|thinking) (would|and|on your) ~3 => -
(read|reading) (comprehension|skills|glasses) => -
(know it all|drama queen|time waster*|troublemaker*|attention seeker*|keyboard warrior)
(customer*|people|buyers|clients) (of|from) your (kind|sort|type)
(your|the) (ignorance|incompetence|stupidity|laziness|arrogance|rudeness|attitude|paranoia|hysteria)
(embarrass* yourself|making a fool|make a fool)
(are|r) you (really |that |just |so |completely |actually |even )*(stupid|dumb|blind|deaf|thick|slow|incapable|illiterate|mad|crazy|an idiot|out of your mind|drunk|retarded) => -
(that|so|too|really|how|being|are|just|simply|are being) ~1 (stupid|dumb|dense|thick) => -
no we won't => I am sorry, this is not possible.
(stupid|idiotic|dumb|silly|ridiculous|absurd|laughable|pathetic) ~1 (question*|customer*|complaint*|demand*|request*|mistake|people|idea|excuse*|claim*|expectation*)
(you|you're|you are|don't be|being|are being|is|are|your ~2 (is|are)) (simply |just |really |being |so |quite |utterly |completely )?(ridiculous|absurd|pathetic|laughable|hysterical|childish|paranoid|unreasonable|delusional|dramatic|silly|annoying|impossible|lazy|naive|ignorant|rude|clueless|hopeless)
(idiot|idiots|moron*|imbecile|fool|crybaby|loser|troll|liar|whiner|cheapskate|freeloader*|muppet)
(shut up|get lost|piss off|fuck*|bugger off|screw you|go away|go to hell|get a life|get over it|get real|grow up|man up|cry me a river|boo hoo|suck it up|tough luck|tough) => -
(use|using|try using|engage|switch on) (your|a|the) (brain*|head|common sense|eyes|google) => -
(have|has|had|got|with) (no|zero|not the slightest|not the faintest|absolutely no) (idea|clue|brain|brains|sense) ~1 (how|what|of|about)?
(no|any|some|lack|lacks|lacking|basic) common sense
(you|you're|you are) (clearly|obviously|evidently|apparently|plainly) (no|not|don't|have|haven't|didn't|can't|cannot|never|unable|confused|ignor*|do not|did not|lack|incapable|too|misread|misunderst*|failed|forgot) ~1
(any|a|even a|my) (~1 child|child|kid|five year old|5 year old|toddler|monkey|grandmother|idiot|beginner|fool|ten year old) (can|could|would|knows|understands|manages)
(even|surely) (you|a child|a monkey|a kid) ~2 (can|could|must|should|know|find|able|understand|see)
(it's|it is|this is|that's|isn't|is) (not )?(rocket science|brain surgery|obvious to (any*|every*)|common sense|kindergarten|not that hard|not that difficult|not hard|not difficult|hardly difficult|really simple|self explanatory|basic stuff) => Let me explain it step by step.
(obvious|clear|plain|evident) to (anyone|everyone|everybody|anybody|any) ~1
(people|customers|clients|someone) like you
you people
(it's|it is) always the same (with|story)
(you|he|she|they) (are|were|'re)? ~1 (lying|a liar|making (this|that|it) up|trying to (cheat|scam|trick|con|fool|rip))
(you're|stop) (lying|making things up|inventing) => -
(get|have) your (eyes|head|ears|hearing) (tested|checked|examined) => -
(learn|learnt|learned|learning) (how )?to (read|write|measure|count|use|listen|spell|behave|type|google) => -
(can't|cannot|can you|can you not|do you know how to|able to) (even )?read => -
(hire|find|get|ask) (someone|somebody|a professional|an adult|a child|a grown-up|an expert) who (knows|can|understands|has)
(you) (just |simply )?(can't|cannot|can not) (be pleased|be satisfied|be helped|please)
(teach you|hold your hand|babysit*|spoon feed|spoonfeed*)
(i'm|i am|we're|we are) not (a |your )?(fortune teller*|psychic*|mind reader*|babysitter*|magician*|wizard*|clairvoyant*|secretary|servant*|slave*|mother|mum|mom|charity|nanny|personal assistant|google|therapist|miracle workers) => -
(you|customer*) ~1 (wasting|waste|wasted) (my|our|everyone's) time
(you) (always|people always|lot|guys) (want|complain|expect|whine|do this)
(stop|quit|enough|your|no) (whining|moaning|complaining|crying|nagging|begging|drama) => -
(drama|whining|whine|tantrum*|moaning|nonsense|hysterics)
(which|what) part of ~4 (understand|get|unclear|clear|grasp)
""",
    "blame": """
(check|get|verify) your facts ~1 => Let us compare what we both have.
before (you )?(accus*|blam*|complain*) (us|me|our|others|anyone) ~2 => Let us compare what we both have.
(if|had) you had ~8 (wouldn't|would not|would have|would know|no need|wouldn't have|none of this) ~6 => I am happy to explain it here.
had you (read|asked|checked|followed|listened|looked|told|ordered|paid|measured) ~8 => I am happy to explain it here.
(problem|fault|issue|error|mistake|cause) ~2 (be|is|lies|was|sits) ~1 (on|at|with|in front of) (your (side|end|part)|you|the screen|the keyboard) => Let us find out together what happened.
(that's|that is|it's|it is|this is|this one's) (all |entirely |purely |solely )?(on you|down to you|of your own making|your own doing|because of you)
(user|human|customer) error => Let us find out together what happened.
you (signed|agreed|accepted|clicked|ticked) ~4 (read it|remember|so|deal|and now) => -
you (obviously|clearly|evidently|probably|apparently|simply|must have|of course) (broke|dropped|damaged|removed|lost|opened|ordered|entered|typed|chose|ignored|forgot|misplaced|skipped|missed|washed|overloaded|spilled) ~3 => Let us find out together what happened.
(obviously|clearly|evidently|apparently) you ~1 (broke|dropped|damaged|removed|lost|opened|ordered|entered|typed|chose|ignored|forgot|haven't|didn't|did|have|don't|can't|never|are|were|skipped|missed) ~3 => Let us find out together what happened.
(you|you've|you have) (only |just )?(yourself|yourselves) to (blame|thank) => Here is what we can do now.
(not|isn't|wasn't) (our|my) fault (that |if |you |when )+ ~6 => Let us find out together what happened.
(because|since|as) you (didn't|did not|couldn't|forgot|failed|refused|ignored|never|were too|chose) ~4
(be|been|being) more (careful|attentive|patient|realistic|reasonable) => -
(pay|paid|paying) (more |better |closer )?attention (next time|to what|for once|before|when) => -
(you) (might|may|could|would) (want|wish|like|do well) to (read|check|learn|reread|re read|think) ~4 (before|first|again|next time|more carefully|properly) => It is in the description; I am glad to point to the place.
(you|you really) should have (checked|looked|read|inspected|examined) ~6 (delivery|arrival|parcel|package|box|courier|it) => Next time, a look at the parcel on delivery helps us both.
you should have (read|checked|looked) ~8 => The details are in the description, and I am happy to go through them with you.
you (should|could|ought to) have (ordered|asked|told|called|written|let|said|contacted|come|informed|reported|thought|kept|known|measured|paid|chosen|noticed|done|been|mentioned|sent|used|taken|given|considered|followed|made|saved|filled|tested|backed|bought|complained|waited|planned|confirmed) ~1 => Next time, a short message to us beforehand makes this easier.
you should've ~1 => Next time, a short message to us beforehand makes this easier.
(it's|it is|that's|that is|this is|is|was|entirely|all|purely|completely|solely)? (entirely |all |clearly |purely |completely |solely )?your (own )?(fault|mistake|error|carelessness|negligence|responsibility alone|doing|own doing|stupidity|bad|impatience) => Here is what we can do now.
(only|just|nobody|no one) ~2 blame (but|is) ~1 (yourself|you) => Here is what we can do now.
(only have|have only|can only blame|blame) yourself ~2 => Here is what we can do now.
(don't|do not|stop) blam* (us|me|our|others|the) ~6 => Let us find out together what happened.
(you) (must|probably|surely|obviously|clearly|evidently|apparently|simply|just)? (must have|probably|surely|obviously|clearly|evidently|simply|just)? (broke|broken|damaged|misused|mishandled|dropped|ruined|destroyed|messed|tampered) (it|the|them|up|this|with|yourself)? => Let us find out together what happened.
(you) (failed|neglected|forgot|didn't bother|couldn't be bothered|refused|omitted|were too) (to|again|lazy|busy) ~3
(if|had) you (had )?(only |actually |bothered to |just |simply )*(read|bothered|listened|checked|looked|followed|paid attention|opened|taken the time|done|asked|told|thought) ~8 (would*|wouldn't|you'd|we'd|won't|could*|know) => I am happy to explain it here.
(if|perhaps if|maybe if) (you|you had|people|customers) (had )?(bothered|actually read|listened|paid attention) => I am happy to explain it here.
(why) (didn't|did|haven't|don't|do) you (just |simply |even |ever )?(not )?(say|read|tell|check|ask|look|mention|think|listen|write|call|follow|come|order|bother|open) ~4 => Thank you for telling us now.
(nobody|no one|no-one|noone) (forced|made) you ~4 => -
(you) (chose|ordered|bought|signed|agreed|accepted|clicked|wanted|picked) ~4 (so|live with|deal with|now|yourself) ~2 => -
you ordered the wrong ~6 => It looks as if another version was ordered.
you (had|have had) (plenty of|enough|ample|lots of|all the) (time|chances|opportunit*|warning) ~6 => -
(that's|this is|it's|that is) what happens when => -
you were supposed to ~6 => Let us see how we can do it now.
(you) (obviously|clearly|evidently|simply|apparently) ~1 (didn't|did not|haven't|have not|misread|ignored) ~1 (follow*|read|look*|check*|pay|bother*|understand|listen*|open*)? => Let us go through the steps together.
(you) (misused|mistreated|abused) => Let us find out together what happened.
(due to|because of|thanks to) your (own )?(mistake|error|negligence|carelessness|fault|inattention|failure|ignorance|impatience)
(so|then) it must be (you|your)
(you) did (it|this|that) (wrong|yourself)
(we|our scales|our system|our staff|our warehouse|our courier*) (never|don't|do not|are never) ~1 (make|made|mistaken|wrong|mistakes) ~2
(think|look|read|check|ask|measure) (twice )?before (you |ordering|buying|clicking|writing)(click*|order*|buy*|write*|complain*|ask*|purchase*)? => The details are in the description, and I am happy to help choose.
(next time|maybe|perhaps|try) (maybe |perhaps |please |try )?(next time )?(read*|think*|check*|look*|listen*) ~4 (before|first|properly|carefully|instead|more|for once) => The details are in the description, and I am happy to help choose.
""",
    "impatient": """
(tired|sick|weary|bored|fed up) (of|with) (answering|explaining|repeating|telling|your|this|you|reading|hearing|these|writing|the same) ~4 => -
you (never|don't ever|rarely) (read|listen|look|check|answer|pay attention|follow|understand) ~4
(not like we're|not as if we|not like we are|we don't (just )?sit|we're not sitting|we are not sitting) ~5 => -
(sitting|sit|waiting) around (waiting|all day|for you) ~2 => -
with all (due )?respect -> -
(last|final) time (i|we) (reply|answer|write|tell|explain|say|respond|repeat|am telling|will) ~4 => -
(don't|do not|fail to|can't|cannot) see (the|any|a) (point|reason|need|sense) ~4 (mail|email|message|this|discussion|letter|continuing|conversation|repeating|further) => -
(already|repeatedly|clearly) (been )?(explained|told|answered|stated|pointed out|covered|clarified|discussed|addressed) ~1 (this|that|it|everything|to you|you|above|in my|on the phone|several|in detail)
(as|like) ~1 (already|previously|repeatedly|clearly) (stated|explained|mentioned|told|advised|informed|pointed out|noted|written|communicated|said) -> -
(as|like) (i|we) (said|wrote|told you|explained|mentioned|pointed out) -> -
(we've|we have|been|i've|gone) (been )?(over|through) this (already|before|many|several|a hundred|again|twice)? => -
(won't|will not|not going to|refuse to|don't intend to|do not intend to|no intention of) (be )?(discuss*|argu*|debat*|repeat*|explain*|entertain*|engag*|answer* any|respond* to|waste|tolerat*) ~4 => -
(spell|lay) it out ~2 => -
(in|using) (plain|simple) (english|words|language|terms) => -
(how is|how was) (that|this|it) (so |not |still )*(hard|difficult|unclear|confusing|clear|complicated) ~3 => Which step may I explain once more?
as you (should|well|surely|must|certainly|would|might) (be |already |well )*(know|aware|remember|have read|understand) ~1 -> -
(for (your|future) (information|reference)|fyi|for the record|just so you know|let's be clear|let me be clear|let me make this clear|to be clear|mark my words) -> -
(read|look at|check) ~4 (again|properly|more carefully|one more time|very carefully) (and|please|then|before)? ~2
(when|if) (we|i) (have|find|get|feel) (the )?(time|around|a moment|like it|a minute|nothing better) => I will write to you as soon as it is checked.
(that's enough now|enough is enough|enough already|i'm done|we're done here|we are done here) ~2 => -
what (do|did|don't|can't|else|more|exactly|part) ~3 (not )?(understand|get|unclear|want me to say|need from me) => Which step may I explain once more?
(as|like) (i|we|i've|we've|i have|we have) (already |repeatedly |clearly |previously |just |now )*(already|repeatedly|told|said|explained|mentioned|stated|written|wrote|informed|made clear) (you )?(already |before |earlier |previously |repeatedly |several times |many times |twice |last week |yesterday |you )* -> -
(i|we) (already|have already|'ve already|just|have repeatedly|repeatedly|had already) (told|explained|said|answered|informed|wrote|written|mentioned|replied) ~1 (you|this|that|it|to you)? -> -
(i've|we've|i have|we have) (told|explained|said|answered|repeated|informed) ~3 (already|before|times|twice|repeatedly|you)
(i|we) (told|explained) ~2 (last|before|yesterday|many|several|times|twice|already|and i'm|and we're)
(you've|you have|you were|this was|this has been|it was|it has been|that was|that has been) (already |repeatedly |clearly )?(been )?(already |repeatedly |clearly )?(told|explained to you|warned|answered|said|informed) ~2 (times|before|already|repeatedly|rules|twice|great detail|clearly|you)
(per|as per|see|read|re-read|reread|refer to) my (last|previous|earlier|first|original) (e-mail|email|mail|message|reply|letter|answer) -> -
(did|do|have|can|could) you (even |actually |ever |not |really |bother to )*(read|listen|look at|look|open|see) (to )?(my|our|what|the|this|it|anything|at all|section|that) => -
(how many|how often) (more )?(times|must|do i) (do i|do we|must i|have i|have we|should i|more|i have)? ~3 => -
(for the|this is the) (last|third|fourth|fifth|hundredth|umpteenth|second|final|tenth) time
(not|won't|never) (going to )?(explain*|repeat*|say*|discuss*|answer*|argue|go through) ~3 (again|once more|a third|a second|twice|anymore|any more|any longer|myself|with you) => -
(i|we) (repeat|'m repeating|am repeating|will repeat|'ll repeat|must repeat|have to repeat) ~1 -> -
(let me|to|i will|i'll) (repeat|say it again|spell it out) ~2 (again|once|myself|you|for the|more|slowly)?
again (no|the answer is|please read|read) ~1
(once again|once more|yet again) (no|you|the answer is|please read|read) ~1
(yet|once) again you
(once and for all|end of (discussion|story|conversation)|full stop|case closed|discussion over|matter closed|that's final|that is final) => -
(i|we) (don't|do not|haven't|have not|have) (have |got |no |any )*(time|all day|the whole day|better things|more important|other things|nerves|patience) ~3
(better|more important) things to do => -
(getting|is|become*|becoming) (really |very |quite |rather )?(tiresome|tiring|boring|old|annoying|ridiculous|silly|exhausting|tedious) => -
(i|we) (really )?(don't|do not) know how ~4 (simpler|clearer|explain|easier|plainer) => Let me try to explain it differently.
(what|which) ~3 (so hard|so difficult|unclear|not clear|hard to understand|don't you understand|don't you get|can't you|can't you understand|is there to understand|confusing you|confuses you) ~4 => Which step may I explain once more?
(is|was) (that|it|this) (really )?(so|too) (hard|difficult|much|complicated) ~4 => -
(i|we) fail to (see|understand) ~4
(what|what's) (exactly |else |more |now |is |the hell |do |on earth |again |now )*(do )?you (want|expect) ~2 (from|me|us|now|more|else) ~3 => How can I help you best?
what (do|did) you (want|expect|think) => How can I help you best?
(what's|what is) your (problem|point|issue) (exactly|now|again|here|then) => What can I do for you?
(oh|ah|not|it's) you again
(are you|you can't be|you cannot be) (really |actually |even )?(serious|kidding|joking|for real) => -
(hurry up|make up your mind|get to the point|come on|for god's sake|for heaven's sake|for crying out loud|good grief|seriously) => -
(rtfm|lmgtfy|google it|just google) => -
(your|the) question ~2 (already )?(been |was )answered
(as|it's|it is|is|was) (already )?(clearly|plainly|explicitly|very clearly) (stated|written|said|stands|explained|shown|visible|described|indicated|mentioned) -> stated
(it|that) (says|said) so (right |clearly )?(on|in|there) ~2 => It is on the label; I am glad to point to the place.
(is|it's|it is) (right )?(in front of (you|your)|under your nose|before your eyes) => -
(it|this|everything|that|all) (is|was|'s) ~1 (written|stated|said|in|explained) (in )?(the|our|your) (description|manual|terms|faq|rules|instructions|contract|e-mail|email|box) (so|you|if|why|read)
(told you so|i told you|we told you) ~1 -> -
(look|listen) (i|we|you|here|lady|mate|buddy|sir|madam|pal)
""",
    "ordering": """
(if|appreciate it if|grateful if|nice if|great if|help if) you (stopped|quit|would stop|could stop|would finally|finally|actually|could finally|didn't|bothered) ~5
(do|try) your (homework|best to (read|listen|understand)|research) ~4 => You will find it in the instructions; I am glad to point to the place.
(get your facts (straight|right)|keep your (hair|shirt|pants) on) ~2 => -
(make|made) up your mind ~2 => -
(next|one more) (time|word|mail) ~1 (think|read|listen|and you|count|try) ~3 => -
(kindly |please |just |will you |could you )*(stop|quit|cease) (flooding|cluttering|clogging|inventing|insisting|pushing|demanding|threatening|repeating|nagging|wasting|making|trying|telling|playing|pretending|changing|badgering|chasing|being|twisting|exaggerating|filling|disturbing|questioning|moaning|copying|accusing|blaming|harassing|overreacting) ~4 => We have your message and will answer it; one is enough.
(don't|do not) (overreact|panic|be (so|such|silly|dramatic|rude|childish|difficult|impatient|unreasonable)|make (a|such|this)|exaggerate|get (upset|angry|emotional|worked up)|take (it|that|this) (out|so)|waste|twist|put words|be like) ~3 => I understand that this is upsetting.
(you need|you have|you'd better|you had better|you ought) (to )?(calm|relax|learn|grow|wait|listen|read (the|our|it|more)|be patient|accept|understand that|get over|stop|think|start) ~3 => I understand that this is upsetting.
(control|contain|compose|behave|explain) yourself => I understand that this is upsetting.
(watch|mind|check) (how|what|your) (you|language|tone|manners|words|speak|attitude) ~2 => -
(accept|respect) (it|that|this|our (rules|decision)) (and|or|like) ~3 => -
calm (yourself |right )?down ~3 => I understand that this is upsetting.
(relax|chill|chill out|take it easy|take a deep breath|lower your voice|watch your (tone|mouth|language)|mind your (tone|manners|language)|pull yourself together|be quiet|cool it|settle down) => I understand that this is upsetting.
(shouting|yelling|screaming|anger|insults|complaining|swearing) ~2 (won't|will not|doesn't|does not|isn't|never) ~2 (help*|change*|work*|make|get|solve*|anything) => I understand that this is upsetting.
(stop|quit|cease) (writing|calling|mailing|emailing|e-mailing|asking|bothering|shouting|yelling|sending|spamming|contacting|harassing|pestering|bombarding|messaging|arguing|insulting|exaggerating|complaining|acting|being) ~2 => We have your message and will answer it; one is enough.
(don't|do not) (write|call|contact|mail|email|bother|ask|message|disturb|come|send) (to )?(me|us) (again|anymore|any more|about|ever|any|with) ~4 => -
(don't|do not|never) (ever )?(write|call|contact|bother|ask|complain|come) (again|anymore|any more|ever|back)
(don't|do not) (ask|bother|argue|complain|shout|yell|whine|moan|start|even|pretend|act|tell me|you dare|take that tone|get smart|exaggerate|make a (fuss|scene)|blame|lie|lecture) ~1
(so|then|and) (don't|do not) (complain|ask|come|blame|expect|argue) ~3 => -
(read|study|check|consult) (the|our|your) (manual*|rules|terms|faq|instructions|description|conditions|documentation|contract|faqs|website|site|guide|policy) (before|first|carefully|properly|again|and|next|you|instead|for once|then|please)? ~6 (before you|before|first|properly|again|carefully|next time|instead|for once|then) => You will find it in the instructions; I am glad to point to the place.
read the (manual|terms|rules|faq|conditions|description|instructions|fine print) => You will find it in the instructions; I am glad to point to the place.
(try|start|maybe|why not|how about) (by )?(reading|looking|thinking|listening|checking|opening) ~2 (faq|manual|first|properly|for once|instructions|description|terms|next time|site|page|email|rules|harder|again) => You will find it in the instructions; I am glad to point to the place.
(do|figure|work|find|sort|look|fix) (it|that|this) (out |up )?yourself => Here is how to do it, step by step.
(be|have some|have a little|a bit of|show some|learn) (patient|patience|respect|manners) (for once|like|please and|will you)?
(just|then|you'll just have to|you will just have to|have to|simply) (be patient|wait like|wait your turn|wait and|deal with|live with|accept|cope|get used|put up|wait until) ~4 => It will take a little longer, and I will write to you the moment it is here.
(deal|live) with it => -
(you) (will|'ll) (have to|just have to) wait => It will take a little longer, and I will write to you the moment it is here.
(wait|waiting) like (everyone|everybody|all|others|the rest|any) ~1 => It will take a little longer, and I will write to you the moment it is here.
(we'll|we will|i'll|i will) ~2 (when we get|when i get|when i have|when we have|when it suits|if i feel|when we feel) ~4
(face|accept) (it|the facts|reality)
""",
    "dismissive": """
(post|write|say|think|believe) (whatever|what) you (like|want) ~1 (nobody|no one|we|i|it|but) ~4 => -
(we|i) (have|had|are|'ve) (got )?(nothing|not) ~1 to do with (it|that|this|your) ~1 => Let us look for a way out together.
not my (circus|monkeys|zoo|cup of|battle|war|fight|concern|cup) => I will find out who can help and get back to you.
(what's|what is|what was) (all )?(the|this) (fuss|big deal|drama|panic|noise|shouting|hysteria) ~2 => -
(mountain|mountains|elephant|drama|scene|fuss|storm|crisis) (out of|in a|about|over) ~2 (molehill*|teacup|nothing|fly|it|small|tiny|trifle*)
(figure|sort|work|puzzle) (it|that|this|things) out (yourself|on your own|alone) =>
figure it out => Let us go through it together.
(everyone|everybody|anyone|anybody|all the others|the others|the rest|others) ~1 (else )?(else|understood|understands|managed|manages|seems to|seem to|could|got it|gets it|knew|knows) ~4 => Thank you for telling us.
(spare|save) (me|us|your breath|yourself|it|the (drama|speech|lecture|details|story|tears)) ~4 => -
(sob|life|sad|long|whole) stor* ~2
(inventing|making up|imagining|looking for|creating|finding|seeking|searching for) ~1 (problem*|things|stories|excuses|trouble|faults|reasons|issues) ~1
(no idea|dunno|how should i know|how would i know|how am i (supposed|meant) to know|don't ask me|beats me|who knows|god knows|search me) ~3 => I will find out and write to you.
you knew (the|what|that|when|very|full|about|it|our|how) ~8 => -
(too much|asking too much|a lot to ask|too much to ask) ~2 (shop|then|buy|go|somewhere|for you) ~3
(not|isn't|wasn't) (worth|interested in) (my|our) (time|while|effort)
(you're|you are|your) (making|blowing|turning|overthinking|exaggerating|imagining|being) ~2 (of (it|nothing)|out|this|it|things|problem*|dramatic|difficult|picky|petty|fussy|paranoid) ~3
(picky|petty|fussy|nitpick*|hairsplitting|splitting hairs|quibbl*|trivial|trifle*) ~1
(cheap|free|discounted|second hand|used) ~3 (what (do|did) you|so don't|you can't expect) ~3
(we|i) (have|'ve) (done|given) (more than|enough|everything|all we) ~3
(live|learn to live|just live) with (it|that|this) => -
(nothing|not much|little) (i|we) (can|could|am able to|are able to) do ~3 => Let me see what else we can do.
sorry not sorry => -
(welcome|free|feel free|happy for you|advise you|suggest you|you can|you may|you could) (to )?(take|bring|move|shop|buy|order|go|look|try) ~2 (your (business|custom|money) )?(elsewhere|somewhere else|another (shop|store|company|provider)|a competitor|the competition) => If it does not suit you, you can of course send it back.
take your (business|custom|money) ~1 (elsewhere|somewhere) => If it does not suit you, you can of course send it back.
(decision|answer|word) is (final|no and) ~6 => I am sorry, I cannot change this.
(not|isn't|is not) (up for|open to|open for) (discussion|debate|negotiation) => I am sorry, I cannot change this.
(you get what you pay|you got what you paid|that's what you get|you can't have everything|can't please everyone|you can't win them all|beggars can't be|first world problem*|life isn't fair|that's business|these things happen deal|stuff happens|it happens get) ~4 => -
(don't|do not|can't|cannot|shouldn't|did you|do you|you) (really |seriously |honestly )?(expect|expecting) ~2 (miracles|luxury|special treatment|the moon|perfection|wonders|much|more) ~4 => -
(for|at) (that|this|such a) (price|money) ~1 (what|you|don't|do not|nobody|one) ~5 => -
(other|most|all|all our|all other|every other|none of our|no other) (customers|guests|people|users|clients|buyers|passengers|customer|guest) ~2 (had no|have no|no|manage*|never|don't|cope|understood|understand|read|happy with|satisfied with|can|seem to) ~3 => Thank you for telling us.
(nobody|no one) (else|ever|is|has|cares|asked|else has) ~1 (complain*|forced|problem*|trouble|interested|has|had|said|for your opinion)
(who|what) (told|made|gives|gave) you (that|the idea|the right|think|to) ~3
(so|and) what (if|do you|am i|now|exactly)? ~2 => -
(we|i) (simply |just |really )?(don't|do not|can't|cannot|won't) (have to|need to|be bothered|care|accept|tolerate|deal with|entertain) ~1 (you|your|customers|people|this|that|such|excuses|complaints)
(bad|tough|hard) luck ~2 => -
(should have thought|should've thought|think) ~2 (of|about) that (before|earlier|sooner|first) => Here is what we can do now.
(too late|too bad) (for|now|you|you should|should have) ~3 => Here is what we can do now.
(no exceptions|no excuses|no ifs|no buts|no refunds no|no discussion) ~2 => -
(that's|this is|it's) (just |simply |how |only )?(the way it is|not my problem|not our concern|above my pay|none of|no excuse|no reason to) ~2 => I know this is not what you hoped for; here is why we do it so.
(you'll|you will|you) (just |simply |'ll )*(survive|live|get over it|manage|cope|have to live) (with it|without)? => -
(not|isn't|hardly|is not|never|nor) (really |exactly |at all )?(our|my|the shop's) (problem|problems|concern|business|fault|job|department|responsibility|issue|headache|worry|duty|task|area) => I will find out who can help and get back to you.
not our (or|nor) ~4
(your|a you) (problem|problems|business|concern) (not (ours|mine|us)|alone) =>
(that's|that is|this is|it's|it is|all) (your|a you) (problem|concern|business) => Let us look for a way out together.
(none of|not any of) (our|my) (business|concern) => -
(i|we|nobody|no one|who) (really |honestly |simply |frankly )?(don't|do not|doesn't|couldn't|could not|can't|can|cares|care) (really |honestly )?(care) ~1 => -
(couldn't care less|who cares|so what|big deal|tough luck|too bad|what of it|not interested|i don't mind what) => -
(if you (don't|do not)|don't) (like|agree|want|trust|believe|accept) ~2 (then |just |you can |you may |please |feel free |go |shop |buy |do not |don't |leave |nobody |no one |find |look |the door|choose |that's |tough|there are |order )~4 => If it does not suit you, you can of course send it back.
(take it or leave it|like it or not|like it or lump it|my way or the highway|love it or leave it) => This is what I can offer.
(buy|shop|go|order|try|look|find|take your (business|money)) (somewhere|someplace|anywhere) else => If it does not suit you, you can of course send it back.
(do (what|as|whatever) you (want|like|please|wish)|suit yourself|be my guest|as you wish|please yourself|up to you then) => What would you like us to do?
(go ahead|feel free|by all means|please do|then|just) (and )?(sue|complain|report|leave|write|post|go|call) ~4 (us|review|court|lawyer*|police|anywhere|elsewhere|boss|all you|as much|if you|wherever|whoever|anyone) ~2 => If you wish to complain, I will tell you gladly to whom.
(complain|sue|shout|cry|threaten|moan) (all|as much as|as often as|however much|wherever|to whoever|whatever) you (like|want|wish) ~4 => -
(you|you can|you may) (can |may |could )?(write|leave|post) (a|your|any|as many) (bad |negative |all the )?review* ~8 (nobody|no one|if you (want|like)|we don't|doesn't|won't) ~3 => -
(rules|policy|terms|that|it) (are|is) (rules|policy|what it is|the rules|our policy and) (and|that's|period)? => I know this is not what you hoped for; here is why we do it so.
(rules are rules|policy is policy|a rule is a rule|it is what it is|that's life|that's how it is|that's how it works|tough luck|that's just how|that's just the way|that's the way) ~2 => I know this is not what you hoped for; here is why we do it so.
(that's|that is) (just |simply |exactly )?(how|the way) (it|things|we|it's|life) (is|are|goes|works|do)? ~1 => I know this is not what you hoped for; here is why we do it so.
(sorry|i'm sorry|i am sorry|we're sorry|we are sorry) (that |if )?(you) (feel|felt|think|see it) (that|this) way ~1 -> I am sorry for the trouble
(sorry|i'm sorry) but (rules|no|that's|it's your|it is your|you|tough)
(we|i) (can't|cannot|can not|won't|will not|don't|are not going to|aren't going to) (do (anything|something)|help) (about (it|that|this)|for you|you|with that|here|more|anything|people) ~4 => Let me see what else we can do.
(there's|there is) nothing (we|i|to) (can |could )?(do|discuss|talk about|add) ~3 => Let me see what else we can do.
(what|and what) (do|did|should|am|would|can) (you want|you expect|i|we) (me|us|to|supposed) ~4 (do )?(about|with|that|it|now|do) ~2 => Let me see what I can do.
(ask|bother|try|call|contact|go to|write to|talk to) (somebody|someone) else => I will find out who can help and get back to you.
not my department ~4 => I will find out who can help and get back to you.
(you're|you are) not (our|the) only ~3 => Thank you for your patience.
(you're|you are) (the )?only one (complaining|who|to|that)
(nobody|no one|none of our|no other|other) (else |other )?(customer*|client*|people|buyers)? (ever |has ever |has |else )?(complain*|has complained|have complained|had (this|any)|ever complained|manage just|manage fine) => Thank you for telling us.
(hundreds|thousands|all|millions|plenty|everyone|everybody|others|other customers|everybody else|everyone else) ~6 (manage|managed|cope|have no problem|happy and|without complain*|understand it|understands it) ~3
(we|i) (don't|do not) owe you ~2 => -
you (have|had|'ve) (got )?(no|zero|absolutely no) (right*|grounds|business|reason|say|case) ~4
you should be (grateful|happy|glad|thankful|pleased) ~4 => -
(what|well what) (did|do|were) you (expect*|think|want|imagine) (for|at|from|when|if|would)? ~6 => -
your (impatience|wedding|holiday*|problem*|hurry|deadline*|personal|schedule|plans|opinion|feelings|situation|finances|trip) ~2 (not|isn't|doesn't|don't|of no|no) ~2 (concern*|interest*|problem*|matter*|business|our|mine|care) => -
(hardly|not|not exactly|isn't|no) (a )?(tragedy|drama|end of the world|disaster|big deal|catastrophe|life and death) => -
(oh please|oh come on|please spare me|spare me|give me a break|cry me) ~1 => -
no (we|i) (won't|will not|don't|can't|do not|cannot) => I am sorry, this is not possible.
(that's|this is) (simply |just )?(impossible|ridiculous|nonsense|absurd|rubbish|a lie|not true and you know|your opinion|your view|your choice|your decision|your loss|your call|on you) => -
(nonsense|rubbish|bullshit|baloney|bollocks|poppycock) => -
(we're|we are|this is|i'm|i am) not (a )?(charity|bank|hotel|kindergarten|welfare) => -
(not|isn't|is not|never was) (my|our) job ~6 => -
(deal with|sort|take) (it|that|this) (up )?(with|out with) (the|your) (courier|bank|post|carrier|manufacturer|seller|provider|landlord|insurance|supplier)
nobody (reads|cares|believes|is interested) ~3 => -
(can't|cannot) help (you )?(people|someone|anyone|those|you if) (who|if|unless|that) ~4 => -
(then|so) (don't|do not) (buy|order|come|shop) ~3 => -
(i|we) (don't|do not) (have to|need to|feel like|intend to) (justify|explain|answer|discuss|tell|listen|argue|take this|put up) ~3 => -
(stop|no) (asking|further) (questions|discussion|correspondence|replies|comments) => -
""",
    "threat": """
(i|we) (will|'ll|shall|can|may|are going to|am going to|'re going to) (just |simply |then |have to )?(close|block|ban|delete|suspend|blacklist|report|cancel|charge|terminate|ignore) (your|you|this|the|all|any) ~2 (account|messages|mails|emails|from|order|if you (keep|continue|don't stop|write)|customer)?
(one|another) more (mail|email|message|word|letter|complaint|call|time|review) ~3 (and|like) ~8 => -
(if|unless) you (keep|continue|go on|don't stop|write|call|insist|post|threaten) ~8 (will|'ll|shall|block*|close*|ban*|consequences|lawyer*|police) => Let us find a solution together.
(our|my) (lawyer*|solicitor*|legal) ~4 (you|contact*|hear*|good|excellent|review)
(see|meet) you in court => -
(you) (will|'ll|would) (regret|be sorry|hear from our|pay for|see what)
(or else|consequences for you|last warning|final warning|be warned|i warn you|i'm warning you|don't push|don't test|don't try me|don't make me)
(think|be|better be) (twice|careful) (before|what) you (write|say|post|wish)
""",
    "sarcasm": """
(oh (sorry|boy|no how|my|wow|great|really|joy|look|the horror)|excuse (me|us) for|forgive (me|us) for (not|being|thinking)|how (dare|could) (we|i)|silly (me|us|you)|poor (you|baby|thing)|my apologies your|if you say so|let me guess|bless your|you know best|since you're so|since you are so|thanks for (stating|pointing out the)|as if we|what a (genius|surprise|tragedy|shame for you|clever)|clearly an expert|aren't you (clever|special)|cry about it|boo hoo|imagine that|who would have thought|believe it or not|in case you (haven't noticed|didn't notice|forgot|can't read|missed)|newsflash|hello is anyone|wakey wakey|earth to)
(maybe|perhaps|next time) (you|your) (should|could|might|can) (try|learn|consider|ask|buy|invest|actually|start|read|hire|think) ~4 => -
i('m| am) sure you (will|'ll|can) (survive|manage|figure|live|cope) ~2 => -
(well )?(good luck|best of luck) (with (that|it|this)|finding|getting|then|proving|explaining) ~2 => -
(congratulations|congrats|well done|bravo|nice work|great job|brilliant|clever|genius|impressive|nice try|good try) (you|on|for)? ~2 (managed|breaking|broke|broken|losing|even that|sherlock|you've|finally|genius|einstein) ~3 => -
(nice try|ha|haha|lol|rofl|sure thing sherlock|yeah right|as if|dream on|keep dreaming|in your dreams|no kidding|no shit|duh|surprise surprise|oh really|oh dear|boo|big surprise|what a surprise|how sad|poor you|poor thing|my heart bleeds|newsflash|news flash|shocking|wow) ~1
(i|we) (do )?hope (you're|you are|that makes you|that made you|you feel) (happy|satisfied|pleased|proud|better|content) (now|about|finally) => -
(sure|right|yeah|oh sure) and (i'm|i am|pigs|the moon|elephants|santa) ~4
(do|did) (yourself|us all|everyone|us|me) a favou?r ~6 => -
(do yourself|do us|do me) a (favour|favor) ~8 => -
(maybe|perhaps) (you should|you could|try|one day|it's time|it is time|someone should|next time) ~3 (learn|read|use|open|ask|try reading|think|buy|listen|grow|check|wear|get) ~4 => -
(how|so) (nice|kind|sweet|clever|convenient|lovely|generous|original|charming) (of you|that you)? ~1 (to finally|to at last|finally|at last|again)
(so|very|too) (sorry|busy) (your majesty|princess|for you)
(your majesty|your highness|princess|darling|sweetheart|my dear lady|genius|einstein|sherlock|smart ass|smartass|mr know)
(thanks|thank you) for (wasting|nothing|sharing|your opinion|the lecture|the novel|your wisdom|enlightening|telling us how)
(surely|i'm sure|i am sure|no doubt) you (can|could|know|will|are|'re|must) (manage|read|able|better|figure|capable|understand|find|work|live|survive|very)
""",
}

KIND_SIGNS = {
    "greeting": """
(hi|hello|dear|hey|good (morning|afternoon|evening|day)|greetings)
""",
    "thanks": """
(thank you|thanks|many thanks|thank|grateful|cheers)
(appreciate|appreciated)
""",
    "empathy": """
(sorry|apologise|apologize|apologies|apology|regret|forgive)
(i|we) (understand|see|know|can (see|understand|imagine)|can't imagine|realise|realize|hear) ~3
(you (are|were) (absolutely |quite |completely )?right|what a (shame|pity)|how (annoying|frustrating|disappointing)|that (must|sounds)|don't worry|no worries|no problem|let you down|easy to miss|didn't do anything wrong)
""",
    "offer": """
(happy|glad|pleased|delighted|gladly|pleasure|love) (to|with)?
(would|shall|may|can|could) (i|we|you prefer|you like|that help|it help) ~2
(let (me|us) know|just reply|get in touch|write (to us )?any time|i'm here|i am here|shout if|feel free|at our (cost|expense)|free of charge|of course|sure|certainly|with pleasure|personally|as a gift|on us|if (anything|you need|you have) ~4)
""",
    "wishes": """
(have a|enjoy|wish you|look forward|looking forward|see you|all the best|(kind|warm|best) regards|best wishes|congratulations|great (to hear|news|question|that)|good (news|question|luck)|welcome|take care|hope (you|it|this|that))
""",
}
