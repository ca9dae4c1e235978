# ruff: noqa: E501  a phrase a line, however long
"""What unhappy and angry customers write in English, and what only looks like it."""

# Taken out before anything is looked for: titles, sayings, denials.
HARMLESS = """
(broke|broken|breaking|hurt|sprained) ~1 (arm|leg|wrist|ankle|finger|foot|hip|collarbone|rib)
(bad|sore) (back|knee|weather|luck)
(complaint|complaints) (form|procedure|department|address|book|policy)
i (have |had |just |accidentally )*(lost|misplaced|broke|dropped|forgot|forgotten|cancelled|canceled|deleted|damaged|cracked|scratched) (the|my|a|one) ~1 (mail|email|receipt|glass|password|code|label|manual|lid|key|link|invoice|box|login|card|number|packaging|letter|ticket|order)
(i|we) (have |had |just |accidentally )*(picked|chose|ordered|entered|typed|selected|put|gave|bought|clicked|wrote) ~1 (the )?wrong ~2
(may|might) not (work|fit|suit)
not (come|arrived|received|got) (it )?yet
(still taking|still take) place
(come|comes) off (for|so|when|if|in the wash)
(photo*|picture*) of (the )?(scratch|damage|crack|stain|dent|fault|defect)
(not|never|isn't|aren't|wasn't|no longer|am not|i'm not) ~2 (angry|upset|mad|annoyed|complaining|disappointed|worried|bothered|furious|unhappy|dissatisfied|frustrated|cross|sad|bad|terrible|awful|horrible|broken|damaged|faulty|too bad|lost|late|delayed|a complaint|a problem|a big deal|complain)
(no|without any|without a|zero|not a single) (complaint*|problem*|issue*|worries|rush|hurry|hard feelings|pressure|delay*|hassle|trouble|fuss|regrets)
(don't|do not|please don't|never) (worry|apologise|apologize|be sorry|bother) (about the (delay|wait*|damage|late*|mix up|mistake|problem|missing))?
nothing (wrong|bad|broken|missing)
never (again )?(been|had) (disappointed|let down|a problem|any problem*|any issue*|happier|better)
never (fails|failed|disappoints|let me down)
can't (wait|complain|fault|thank you enough|recommend ~2 enough|say enough|stop smiling)
cannot (wait|complain|fault|thank you enough)
couldn't (be happier|ask for|have asked|be more pleased|fault)
angry (birds|bird|orchard)
killer (whale*|heels|deal|app|feature|queen|sudoku)
(mad|bad|sad) (max|men|hatter|bunny|batteries|weather)
my (bad|fault|mistake|own fault)
(insanely|awfully|terribly|ridiculously|crazy|stupidly|wickedly|horribly|bloody) (good|fast|quick|kind|nice|sorry|cute|comfortable|tasty|delicious|well|cheap|soft|pretty|easy|helpful|beautiful|grateful|happy|impressed|excited)
(crazy|mad|nuts|insane) about
(lost|lose) (weight|property)
(lost|sold) and found
if ~4 (broken|lost|damaged|breaks|fails|cracks|faulty|cancelled|canceled|delayed|late|stops working|wrong|doesn't fit|does not fit|get* lost|gets damaged|goes wrong|doesn't work|don't like)
(in case|should it|should one) ~4 (broken|lost|damaged|breaks|fails|cracks|faulty|cancelled|canceled|delayed|late|wrong|break|fail)
what happens ~2 (if|when) ~6 (lost|damaged|broken|late|breaks)
how (do|can|would|to|should) ~1 ~6 (broken|damaged|faulty|bad|defective|lost|late|fault|problem|complaint)
(repair|fix|replace|return|recycle|dispose of|spare part* for|parts for|against|remove|get rid of) ~3 (broken|damaged|faulty|cracked|smell|bad|defective|awful|terrible|old)
(used to be|was|were) ~1 (worried|afraid|angry|upset|annoyed|sceptical|skeptical|frustrated|about to give up) ~6 but
i was about to give up
(was|were) (afraid|worried) ~2 (it|they|that) would
(late|early) (arrival*|departure*|check|delivery slot|opening|booking*|fee|hours|start)
late (june|july|may|april|march|august|september|october|november|december|january|february|morning|afternoon|evening|night|spring|summer|autumn|checkout|check-out|check out|shift)
(of )?course not
why not
(a|any) (waste|rubbish|trash) (bin*|bag*|disposal|collection)
(rubbish|trash|garbage|waste) (bin*|bag*|can|cans|collection)
hate to (bother|trouble|ask)
sorry (to|for) (bother*|trouble*|disturb*|the trouble|my)
free cancellation
cancellation (policy|insurance|terms)
(lost|wait) no time
waiting list
(my|his|her|our) late (husband|wife|father|mother|brother|sister|grandmother|grandfather|uncle|aunt|partner)
(original|genuine) or ~2
(too late|late) to (change|add|cancel|order|amend|edit|swap)
(can|could|may|want to|like to|would like to|wish to|to) (please )?cancel
worst case
(bargain|deal) of the
dead (sea|line|bolt|lift)
shame (about|on) me
long (wait )?list
cheap (flight*|ticket*|delivery|option|and cheerful)
the (other|old|broken) one
first come
(noise|sound) cancelling
cash on delivery
"""

# Makes up for one fault told as a fact: "a cup is broken, could you send another?"
COURTESY = """
(please|could you|can you|would you|can i|could i|may i|how do i|what do i do|is it possible|i'd like|i would like|kindly)
"""

CALMING = """
(thank*|thx|thnx|cheers|ty|tysm|tnx)
(much|really) appreciated
appreciate (it|you*|the|that)
(great|excellent|fantastic|awesome|amazing|brilliant|wonderful|lovely|superb|outstanding|fabulous|perfect|perfectly|terrific|incredible|delighted|thrilled|impressed|beautiful|gorgeous)
(love|loved|loving|adore|enjoyed|enjoying) (it|the|this|my|your|you|how|these|them|that)
(very|so|really|super|incredibly|extremely) (helpful|friendly|happy|pleased|kind|quick|fast|nice|good|polite|impressed)
(well done|good job|great job|nice job|good work|keep it up|hats off|kudos|props|shout out|shoutout)
(best|fastest|nicest|kindest) ~2 (ever|service|airline|shop|store|team|staff|crew|in the)
works (now|again|perfectly|well|fine|great|like a charm)
(all|everything) (is )?(well|good|fine|sorted|solved|resolved|ok|in order|works|arrived)
(safe and sound|happy with|pleased with|made my day|five stars|5 stars|thumbs up)
(you|they|he|she|team|guys) ~2 (fixed|solved|sorted|resolved|helped) (it|everything|this|that|me|the)
"""

KINDS = {
    "threat": """
(do not|don't|just) (you )?(dare|try) (to )?~1 (charge|touch|call|take|bill|debit|send|contact)
(go|going|went|talk|write|take this) to (the )?(papers|press|newspapers|media|news|police|local paper|bank|council|court|bbc)
(everyone|everybody|people|others|friends|family) ~2 (stay|steer|keep) (clear|away) ~1
(money|refund|cash) back or ~3
(every|any) (legal|possible) (means|avenue|step*)
(my|a|our|contact* ~3|hear from ~2|see|speak* to ~2|consult* ~2|talk to ~2) (lawyer*|solicitor*|attorney*|legal team)
(see|meet) you in court
(take|taking|took) (you|this|it|legal|further) ~2 (court|action|further|legal)
legal (action|proceedings|steps|advice)
small claims
(sue|suing) (you|your|this|the)
i (will|shall|am going to|'ll) sue
(in|to) court
(trading standards|ombudsman|consumer (protection|rights|affairs|association|council)|better business bureau|bbb|citizens advice|regulator|watchdog|attorney general|department of transportation|dot complaint|action fraud)
(report|reporting|reported) (you|this|your|it) ~1 (to|for|as)?
(call*|go* to|contact*|inform*) the police
(file|filing|filed|lodge*|make|making|submit*) ~2 (official|formal|legal|police) (complaint|report)
(charge back|chargeback|charge-back)
(dispute|disputing|reverse|reversing) (the|this|my|your) (charge*|payment|transaction)
(bank|paypal|card company|credit card company) ~3 (dispute|reverse|get ~2 money back)
(leave|leaving|write|writing|post|posting) ~3 (negative|bad|one-star|one star|1-star|1 star|honest|scathing|damning) (review*|feedback|rating*)
(leaving|leave|post|posting|write|writing) ~1 (a|my) review (everyone|everybody|that|so|on|about|unless|if)
(tell|telling|warn|warning|make sure) ~2 (everyone|everybody|all my|my friends|all of my|people|others|the world) ~2
(social media|twitter|facebook|press|newspaper*|media|trustpilot) ~4 (know*|hear*|about this|about you|how you)
(take|taking|took|taken) (my|our) (business|custom|money) elsewhere
(lose|lost|losing) (me|us|a) (as )?~1 customer
(switch|switching|switched|moving|going) to (your )?~1 (competitor*|competition|another (company|airline|shop|provider|supplier))
you (have|'ve got|have got) until ~4
or else
""",
    "insult": """
(thieves|thief|crooks|scammer*|fraudster*|swindler*|con artist*|criminals|liars|liar|cheats|robbers)
(scam|fraud|fraudulent|rip off|rip-off|ripoff|ripping ~1 off|ripped ~1 off|daylight robbery|highway robbery|robbery|stealing|stole my|stole our|theft|bait and switch)
(idiot*|moron*|imbecile*|clown*|jerk*|amateurs|cowboys|bozo*|dumbass|incompetents|monkeys)
(useless|worthless|clueless|brainless|spineless|heartless|gutless) (people|company|bunch|lot|team|staff|support|agent*|customer|service|shop|website|site|app|airline)
(you|you're|you are|they|they're|they are|and|just|all|totally|completely|absolutely) (all |so |just )?(useless|clueless|hopeless|incompetent|pathetic|a joke|a disgrace|crooks|horrible|terrible|the worst|awful|disgusting|liars|rude)
(bunch|pack|gang) of ~2
(what|such|is|you are|you're|your|complete|total|absolute|big|bad|sick|huge|beyond) ~3 (joke|circus|shambles|disgrace|farce|mess|nightmare|disaster|train wreck|dumpster fire|clown show|shitshow)
(kind|sort) of (circus|company|service|business|joke|people|shop|idiot*)
(stupid|dumb) (people|company|rules|policy|policies|system|website|site|app|bot|excuse*|answer*)
(do you|you) (think|take) ~1 (i'm|i am|me|we're|we are) ~2 (stupid|an idiot|idiots|a fool|fools|dumb)
(lied|lying|lies) (to )?(me|us|about|again)?
""",
    "swearing": """
(fuck*|fck*|fkn|effing|freaking|friggin*|frigging|wtf|wth|ffs|stfu|omfg)
(shit*|bullshit|crap|crappy|piss|pissed|pissing|arse*|asshole*|ass|bastard*|bitch*|damn|damned|goddamn|dammit|screw (you|this)|screwed|screwing|bollocks|bugger*|bloody)
(what|how|who|where|why) (the|on earth|in the) (hell|heck|world|earth|hell's)
on earth
(go to|for|like|as|living|absolute|pure) hell
(sucks|suck|sucked|blows)
(give|gives|gave) a (damn|toss|monkey*|rat*|hoot)
""",
    "strong": """
(hope|wish|pray) (you|your ~2) ~3 (bankrupt|close|fail*|burn|rot|lose|sued|shut|bust|under|out of business)
(go|going|gone) (bankrupt|bust|out of business|under|to the wall)
(never|won't|not) ~1 (set foot|darken|touch|see a penny|get another penny|spend another|spend a)
(come|drive|walk) (over|down|round|in) ~1 (there|and|personally|myself) ~2
(cheek|nerve|gall|audacity|temerity|decency) to
(gave|flipped|showed|giving) ~3 finger
(one|a) good reason (not|why|to)
(how|when) (many|much|on earth) ~3 (hundred|thousand|times|before) ~2
(before|until) (anyone|anybody|somebody|someone) ~1 (moves|answers|listens|helps|cares|reacts|does)
(most|least) (useless|helpful|unhelpful|incompetent|ridiculous|frustrating|appalling|disorganised|disorganized|rude|dishonest|unprofessional|pathetic|horrible|disappointing|awful) ~3
(get|pull) your (act|finger|stuff|facts|house) (together|out|in order|straight)
(right now|this minute|this instant|today or|or i will|at once|without (any )?further delay|immediately)
(are|is) (you|you people|anybody|anyone|someone) (all )?(asleep|awake|alive|blind|deaf|sleeping|even there) ~2
(not one|not a single|zero) (answer|reply|call|person|apology|word)
(i'm|i am|we're|we are) (so |just |totally |completely |absolutely )*(done|through|finished|over it|out|fuming|speechless|beside myself|at the end) ~2
(enough|i've had it|had it up to|up to here|what more|hell|seriously wrong|something is seriously) (with|of)? ~1
(beyond|past) (belief|words|comprehension|a joke|frustrated|angry|disappointed|ridiculous|annoyed)
(zero|no) (excuse|excuses|shame|respect|decency|integrity|conscience)
(dumpster|trainwreck|catastroph*|hellish|godawful|horrend*|crooked|predatory|extort*|unethical|immoral|sickening|vile|nasty|ghastly|lousy|hideous|inept|inhuman|inhumane|cruel)
(destroy*|ruin*|wreck*|spoil*) ~1 (our|my|his|her|their|the|whole|entire) (wedding|holiday*|birthday|christmas|day|trip|evening|party|weekend|vacation|life|anniversary|event|funeral|honeymoon)
(on the floor|in tears|in agony|without heating|without water|in the cold|suffering|desperate)
(worst|horrendous*|horrible|horribly|horrid|horrific|terrible|terribly|awful|awfully|dreadful|atrocious|abysmal|appalling|appalled|disgusting|disgusted|disgrace|disgraceful|despicable|shameful|shambles|shambolic|diabolical|deplorable|abominable|revolting)
(unacceptable|inacceptable|unaceptable|intolerable|inexcusable|unforgivable|outrageous|outrage*|outraged|scandalous|scandal|unbelievable|unbelievably|beyond belief|ridiculous|ridiculously|rediculous|ludicrous|laughable|absurd|pathetic|preposterous|insane|insulting|insulted|offensive|insult|unprofessional|negligent|negligence|incompetence|incompetent)
(furious|livid|fuming|enraged|seething|raging|outraged|infuriat*|irate|so angry|very angry|really angry|angry|beyond angry|extremely (angry|upset|disappointed|frustrated|annoyed|unhappy))
(shame on|ashamed of yourselves|should be ashamed|have you no shame|how dare|the audacity|the nerve|the cheek|what a cheek)
never (again|ever|ever again|buying|buy|using|use|flying|fly|ordering|order|shopping|shop|booking|book|recommend*|coming back|do business|dealing|in my life|going to) ~2
(will|would|won't|not) (not |never )?(be )?(buying|ordering|using|flying|shopping|returning|coming back|recommend*|come back|shop|order|buy|fly|use|be back) (from |with |to |here |at )?(you|your|this|again|here|anyone|any more|anymore)
(last|final) time (i|we|that i|you|ever|i'll|i will)
(sick|tired|fed up|had it|done) (and tired )?(of|with) (your|you|this|these|the|being|waiting|all)
(fed up|had enough|enough is enough|my patience|patience ~3 (over|thin|end|limit)|lost (all |my )?patience|last straw|sick to death|at my wits' end|beyond a joke|past a joke)
(hours|days|weeks|months) of my (life|time)
(avoid|stay away|steer clear|boycott|beware|don't (buy|order|shop|fly|use|waste)|do not (buy|order|shop|fly|use|waste)) ~4 (like the plague|company|shop|store|them|airline|at all costs|here|from|your (money|time))
(total|complete|absolute|utter|utterly|such|what|a|pure|absolute|steaming) ~1 (rubbish|trash|garbage|junk|waste|failure|fail|fiasco|disappointment|bollocks|chaos|tosh)
(rubbish|garbage|trash|junk) (product|service|quality|company|support|customer|website|app)
are you (kidding|joking|serious|insane|blind|having a laugh|out of your|actually|for real|people|even)
(you|you've|you have) (got to be|gotta be|must be) (kidding|joking)
(is this|this is|must be) ~2 joke
(how hard|how difficult) (can|is|could) (it|this)
(do|does|did) (you|anyone|anybody|nobody|no one|any of you) (even |actually |ever |people )~2 (read*|care|work*|listen*|look*|check*|know*|answer*)
(nobody|no one|noone|none of you|you don't|you do not|don't|doesn't|clearly) (even )?(cares|care|gives|bothers|bother|bothered)
(stop|quit) (sending (me|us)|ignoring|lying|wasting|telling (me|us)|giving (me|us)|hiding|playing games|your) ~2
(i|we) (demand|insist|require) ~1
(demand|demanding) (a|an|my|to|that|the|your|full|immediate*)
(want|give|gimme|need|where's|where is|get|refund|return|demand) ~3 money (back )?(now|immediately|today|right now|at once)
(give|gimme) ~2 money
(want|get|let|give|speak|talk|put) ~3 (manager|supervisor|boss|somebody in charge|someone in charge|your superior*)
(hung|hang|hangs|hanging|slammed) ~1 up (on )?~1
(rude|arrogant|obnoxious|nasty|condescending|disrespectful|dismissive|hostile|abusive|aggressive|laughed at|yelled|shouted|screamed|swore|mocked|humiliat*|discriminat*)
(ruined|ruining|destroyed|wrecked) (my|our|the|her|his|everything|by|because|a)
(hate|hated|hating|loathe|despise) (you|your|this|the|it|when|that|how|dealing|flying)
(excuses|excuse after excuse|empty promises|broken promises|false promises|copy-paste|copy paste|copypaste|canned (answer*|response*|repl*)|scripted)
(false|misleading|deceptive) (advertis*|information|promise*)
(absolutely|totally|completely|utterly|simply|just) (no|zero|nothing|unbelievable|useless)
how (many|much) (more |longer )?~2 (times|do i|must|longer|emails|calls)
(for the )?(third|fourth|fifth|sixth|seventh|3rd|4th|5th|6th|tenth|10th|umpteenth|hundredth|millionth|nth) (time|email|e-mail|mail|message|call|letter|attempt|wrong|replacement|day in|week in)
(four|five|six|seven|eight|ten|twenty|hundred|countless|dozens of|numerous|multiple|a dozen|a million) (times|emails|e-mails|mails|calls|messages)
(treat*|handle*) ~3 (customer*|people|passengers|us|me) (like|this way|so|in this)
(like|as) (dirt|garbage|cattle|animals|an idiot|a fool|idiots|trash|a criminal)
(zero|0) (stars|communication|help|response|respect|support|sense|customer|empathy|care|accountability)
((fail|epicfail|fails|epic fail|worstairline|neveragain|badservice|customerservicefail|unhappycustomer))
""",
    "sarcasm": """
(congratulations|congrats|bravo|well done|great job|hats off|kudos) ~1 (you|to you|on|for|guys|managed|ruin*|destroy*) ~4 (ruin*|destroy*|fail*|lost|losing|wreck*|break*|broke|managed|worst|mess*|spoil*|late|wrong)
(really|truly|simply|absolutely) (outdone|excelled|impressive how|amazing how|outstanding how)
(love|loving|enjoy|enjoying|nothing (better|like)) (how|being|waiting|sitting|spending|paying|when|it when|that) ~4 (hours|hold|ignored|delay*|late|cancel*|nothing|wait*|lost|broken|stuck|again)
(what|some|such|your) ~1 (great|excellent|wonderful|amazing|fantastic|stellar|top notch|brilliant|five star|first class|premium|awesome) (service|customer|start|way|job|airline|company|communication) (not|when|so far|lol|right|again|as usual|yeah)
(not|never) so (great|smart|fast|easy|friendly|express|priority|premium|good)
(thanks|thank you|thx|thank's|cheers) (a lot |so much |very much )?(for (nothing|ruining|wasting|losing|breaking|ignoring|making me (miss|wait|late)|the (wait|lies|nothing|delay|ruined)|another (delay|ruined|wasted)|leaving me|not ~3|stranding|canceling|cancelling|delaying))
(bravo|congratulations on|congrats on|well done (on|for|you)|slow clap|way to go|nice (one|job|work) (losing|ruining|breaking|on)|great (job|work|start|way) ~1 (losing|ruining|breaking|on|to|with|of)?)
(oh|how) (wonderful|great|lovely|brilliant|fantastic|nice|convenient|joy|marvellous|perfect) (another|yet|so|that|now|of|to|the)?
yet another ~4
(just|simply|absolutely) (great|brilliant|wonderful|fantastic|what i needed)
(your )?(call|patience) is (very |so )?(important|appreciated)
(so much for) ~4
good luck (getting|with|reaching|finding)
(must be nice|lucky me|what a surprise|surprise surprise|big surprise|shocker|shocking|as usual|as always late|typical|classic)
""",
    "ignored": """
(nobody|no one|noone|no-one|not one person|none of you|no body|not a single person) ~3 (answer*|repl*|respond*|call*|rang|ring*|help*|car*|bother*|know*|told|informed|contact*|came|showed|turned|come|read*|listen*|pick*|wrote|work*|available|around|there|at|warned|explain*|to)
(ignore|ignored|ignores|ignoring) (me|my|us|our|by|this|all|for|completely|every)?
(being|been|was|am|feel) ignored
(no|without|not a single|not one|not received a|haven't had a|zero) ~1 (reply|response|answer|replies|responses|answers|feedback|call back|callback|explanation|apology|apologies|communication|information|info|update*|news|reaction|notification|notice|confirmation|sign of|word) (so far|yet|from|at all|to|since|for|whatsoever|either|about|and|about|in|on|received|as to)?
(haven't|hasn't|have not|has not|didn't|did not|never|don't|doesn't|do not|won't|wouldn't|not|cannot|can't) ~2 (answer*|repl*|respond*|call* back|called me|call me|got* back|get* back|heard (back|from|anything)|hear (back|from|anything)|contacted|return* (my|our|calls|the)|ring back|rung|pick* up|acknowledg*|write back|wrote back|follow* up|inform* (me|us|anyone)|tell me|told (me|us)|notify|notified|let me know|let us know|explain)
(your|the) (reply|answer|response|mail|email) ~2 (not|didn't|did not|doesn't|does not) ~3 (question*|problem|issue|help*|answer*)
(can't|cannot|could not|couldn't|can not|unable to|impossible to|not able to|no way to|failed to|trying to|tried to|try to|tried|tried calling|hard to) ~2 (reach*|get through|get thru|get hold|get ahold|contact* (you|anyone|anybody|someone|support)|speak (to|with)|talk (to|with)|calling (you|several|many|all)|get (an answer|a response|help|any help|someone|anyone|a human|a person))
(keep*|kept) (getting|being|giving|telling|sending|putting|hanging|saying|asking|transfer*|passing|waiting|changing) ~2
(passed|sent|transferred|bounced|pushed) ~1 (around|from (one|person|pillar|department)|from ~2 to)
(explain*|repeat*|told|telling) ~4 (whole story|again and again|over and over|every time|to a different|all over)
(fobbed|brushed|fob) ~1 off
(i|we) (was|were|had been|have been|'ve been|am) (promised|assured|guaranteed|misled|lied)
(you|they|your (colleague|agent|team|staff|website|site)|she|he|seller|courier) ~1 (promised|said it|said you|said they|assured|told me|guaranteed|agreed)
(it|which) was agreed
(promised|guaranteed) ~5 (and|but)
(not|don't feel|isn't|never) ~1 taken seriously
(would|could|should) (have|at least|'ve) (at least )?(appreciated|expected|hoped|been nice|been told|been informed|told (me|us)|informed|let (me|us) know|warned|apologi*|called|written)
at least (an|a|some|one|have|apologi*|let|tell|call|reply|answer|say) ~1
""",
    "again": """
(keep*|kept) (asking|requesting|sending|losing|forgetting|changing|repeating|ignoring|demanding|delaying|postponing|cancelling|canceling) ~1
(again|still|yet again) (no|not|nothing|the (wrong|same)|wrong|broken|late|delayed|doesn't|does not|isn't|hasn't|waiting|haven't|can't|cannot|without|missing|failed|won't|down|on hold|sitting|stuck|at the|in the|having|getting)
(same|this) (problem|issue|fault|error|mistake|thing|story) ~3 (again|back|every|as|for the|keeps|keep)
(second|2nd|another|two) ~2 (time|wrong|mistake|failure|fault|delay*|cancel*|broken|damaged|defective|faulty|missed|failed|reminder|complaint|flight|day* in a row)
(once|yet|wrong|late|delayed|broken|cancelled|canceled|down|crashed|failed|disappointed) again
(came|come|comes|is|are|was) back again
(every|each) (single )?(time|day|week|flight|order) ~4 (fail*|late|delay*|wrong|problem*|same|logs|crash*|error*|lose|lost|broken|cancel*|issue*|different)
(several|many|multiple|numerous|countless|so many|three|3|4|5|6|few) ~1 (times|emails|e-mails|mails|calls|messages|attempts|letters|phone calls|reminders|requests)
(wrote|written|called|emailed|mailed|phoned|messaged|contacted|asked|complained|reported|rang) ~3 (twice|several|three|four|many|repeatedly|times|already|again|multiple)
(two|2|three|3) (e-mails|emails|mails|messages|letters|calls) ~4 (no|without|unanswered|nothing|reply|ignored)
(repeatedly|constantly|continually|over and over|time and again|time after time)
""",
    "waiting": """
(still|been|am|are|keep|'m|left|kept|sat|was|were|tired of|hours|forever) (been )?(waiting|wait) ~1 (for|since|on|in|to|at|over|more)?
(waited|waiting|wait) ~3 (hour*|hr*|day*|week*|month*|min*|year*|forever|ages|long|so long|too long|all day)
(still|have|has|had|i've|haven't|hasn't) (not|n't|never|yet to) ~1 (arrived|received|got|gotten|come|been (delivered|shipped|sent|refunded|processed|resolved|fixed)|shipped|appeared|shown up|turned up|had|seen|heard|delivered|refunded)
(haven't|hasn't|hadn't|didn't|never|not|nothing) (even |yet |still )?(been )?(arrived|received|receive|got|get|gotten|come|came|delivered|shipped|showed|shown|turned up|appeared|refunded|happened|deliver|arrive|show up|turn up)
still (nothing|no|not|haven't|hasn't|isn't|have not|has not|on hold|don't|doesn't|can't|unresolved|waiting|missing|open|processing|pending|delayed|sitting|stuck|without|broken|down|have no|wrong|doesnt|cant|havent|hasnt)
(where|wheres|where's) (is|are|the|my|our)? ~2 (parcel|package|order|money|refund|delivery|item|bag*|luggage|stuff|suitcase|driver) (then|now|already)
(it's|it is|it has|has|that's|already|now) (been )?(already |over |almost |nearly |more than |about |now )?(#|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|many|a|an) (days|weeks|months|hours|hrs|week|month|year|years|hour|day) (now|since|and|later|already|ago|for|late|of|that|i)?
(for|after|over|more than|past|last|nearly|almost|about|another|extra|additional) (the )?(last |past |over |more than |almost |nearly )?(#|two|three|four|five|six|seven|eight|nine|ten|several|many|a couple of|a few|an|hours and|days and|weeks and) ~1 (hours|hrs|hour|hr|minutes|mins|min|days|weeks|months|years|wks) (now|already|and|on hold|late|with|without|on the|in|for|because|no|but|waiting|at|delay*|to|of)?
(#|two|three|four|five|six|seven|several) ~1 (hours|hrs|hour|hr|minutes|mins|min|days|weeks|months) (late|delay*|overdue|behind|on hold|on the phone|on the tarmac|on the runway|on the line|on a plane|in line|in a queue|waiting|wait|past|after the|passed|without|ago and|and (no|still|nothing|counting|you|we|i))
(hours|days|weeks|months) (on hold|late|waiting|of waiting|and hours|and (no|still)|without|for a|to get|later|ago and)
(on|be|been|put|keep*|kept|me) (on )?hold (for|over|since|again|music|forever|now|with|times|and|all|to)?
(two|three|four|five|six|#) (weeks|months|days) ago (and|but)
(ordered|paid|bought|returned|sent ~2 back|requested|applied|placed) ~6 (weeks|days|months|week|month) ago
(takes|take|took|taking|has taken) (forever|ages|so long|too long|far too long|way too long|this long|a week|weeks|months|days|hours|six|# (days|weeks|hours|months))
(how long|how much longer|when (are|will|is|can|do)) ~6 (finally|actually|going to|still|ever)
(late|delayed|overdue|behind schedule|running late|slow|delay|delays|delaying) ~1
(supposed|meant|expected|scheduled|promised|due) (to )?(be |have |arrive* |come |get )?~2 (delivered|here|arrive|arrived|come|on|by|last|yesterday|today|monday|tuesday|wednesday|thursday|friday|saturday|sunday|next-day|next day|been|together|ago|free|new|working|within)
(no longer|never) (answer*|pick*|work*)
impatient
(running|run) out of (time|patience)
(by now|long ago|long overdue|at last|finally)
(tarmac|runway|stranded|stuck|trapped|sitting (on|in|at)|sat (on|in)|standing in|long line*|hour line|queue)
""",
    "failure": """
(threw|thrown|tossed|hurled|kicked|chucked|dumped|slammed) ~3 (over|at|against|across|down|into|away|on) ~1
(bubbles|bubbling|peels|peel|wobbles|squeaks|rattles|flickers|stains|shrinks|frays|sags|jams|sticks|drips|buzzes|burns|scratches|chafes|creaks|itches|overheats) ~1 (everywhere|all|badly|off|after|when|already|constantly|so|like|and|on)?
(scratch|scratches|dent|crack|stain|hole|mark) (across|on|in|all|along|through) ~2
(half|partly|completely|mostly|all|already) ~1 (rotten|mouldy|moldy|broken|empty|melted|defrosted|thawed|crushed|burnt|eaten|missing|dead|wilted|spoilt|spoiled)
(minutes|hours|days|weeks) late ~1
(leaks|leaked|leaking|leak|leaky)
(gone|went|goes|was|is|been|keeps going) down ~1 (twice|again|three|for|since|this|all|every|several)?
(keep|keeps|kept|continue|continues|still) ~1 (charging|billing|taking|sending|deduct*|happening|failing|crashing|losing|breaking)
(been|being|was|were|got|get) (charged|billed|debited) ~6 (ended|cancelled|canceled|closed|never|didn't|not|twice|again|left|stopped|already|without)
(far too|way too|much too|too) (dark|small|large|big|short|long|tight|loud|noisy|cold|hot|slow|salty|thin|thick|weak|late|expensive|heavy|hard|light|little|many|few|much|bright) ~1
(hardly|barely|scarcely) (any|work*|usable|used|readable|legible|see|visible|hear|anything|ever)
(can't|cannot|can't even|couldn't) be (used|worn|opened|read|fixed|cleaned|reached|returned|repaired)
(paid|asked|ordered|booked|requested|reserved|chose|wanted) ~7 (but|and) ~1 (got|get|received|was given|were given|it was|they gave|you sent|ended up|not)
(did not|didn't|never|failed to|doesn't|no) (show|turn|come|appear|materialise|materialize|ring|call|knock) ~1
(waited|waiting|wait) (in|at home|around) ~3 (day|morning|afternoon|weekend|hours)
(headache*|allergic reaction|rash|injur*|hurt myself|got hurt|cut myself|sick from|made me ill|food poisoning|burnt my|burned my)
(in an|an|already) opened (box|package|packet|bottle|envelope)
(flight*|trip|delivery|order|booking|reservation|concert|class*|course|appointment|connection|tickets|bag*|service) ~3 (cancelled|canceled|cancled|canx|cancelling|canceling|delayed|lost|postponed|rescheduled|missed|overbooked|diverted|bumped|rebooked|moved|changed)
(cancelled|canceled|cancelling|canceling|postponed|cancled) (my|our|again|on me|without|the|flight*|due|due to|and|last minute|twice|because|order*|w)?
(cancelled|canceled) flight*
(missed|miss|missing|will miss|going to miss|gonna miss) (my|our|the|a) (flight|connection|connecting|wedding|meeting|funeral|birthday|christmas|event|train|plane|game|interview)
(lost|lose|losing|misplaced|damaged|broke|broken|ruined|left behind|forgot) (my|our|her|his|the|their|all|everything|another|two|hours|bag*|luggage|baggage|it|work|data|half|them|one|in)
(bag*|luggage|parcel|package|order|item|suitcase|seat*) ~3 (lost|missing|damaged|broken|stolen|nowhere|gone)
(arrived|came|delivered|received|turned up|it was|is|was|are|were|got|came back|all|completely|totally|already|got here|item) ~2 (broken|damaged|smashed|shattered|cracked|in pieces|faulty|defective|torn|stained|scratched|dirty|soaked|soaking|wet|mouldy|moldy|rotten|expired|opened|incomplete|empty|used|dead|crushed|leaking|ripped|burnt|burned|cold|stale|dry|filthy|bent|chipped|dented|useless|unusable|wrong|misspelt|misspelled|ruined)
(stopped|stops|quit|not|isn't|aren't|doesn't|does not|don't|didn't|won't|wouldn't|never|no longer|not even|doesnt|dont|wont|isnt|didnt) ~1 (work*|turn* on|charg*|start*|fit*|function*|open*|load*|match*|function|cover anything|switch* on|print*|connect*|close|hold|last*|what i (ordered|paid|bought|expected)|what we (ordered|booked|paid)|as (described|advertised|pictured|promised|shown)|like the (photo|picture)|the (right|same|model|size|colour|color|one)|good enough|right|usable)
(fell|falling|falls|came|coming|comes|come) (apart|off|undone|loose|to pieces)
(broke|broken|died|crashed|crashes|crashing|failed|failing|leaked|leaks|leaking|cracked|snapped|peeling|tore|ripped|faded|shrank|shrunk|jammed|exploded|overheats|freezes|crackle*|wobbl*|rattl*|smell*|stinks|stunk) (after|within|on|in|the|my|again|out|already|badly|every|when|and|of|all|from|like|because|half|off|left)?
(wrong|incorrect|different|another) (item|order|size|colour|color|product|model|address|one|thing|book|part|seat*|address|price|amount|date|name|information|info|time)
(missing|without) (the )?(item*|part*|charger|cable|piece*|from|screws|manual|page*|one|bag)
(is|are|was|were) missing
nothing like
not (as|what|like) ~2 (described|advertised|expected|ordered|photo*|picture*|promised|booked|paid|shown)
(but|and) it is (clearly |obviously )?(plastic|fake|used|second)
(charged|billed|debited|deducted|took|taken|overcharged) ~2 (twice|double|again|too much|wrong|extra|full|more|for (delivery|nothing|something|a)|without|by)
(overcharged|overcharging|double charged|double-charged|overpriced|hidden fee*|hidden charge*|extra fee*)
(locked|logged|kicked|shut|thrown|logs|kicks|throws) (me )?out
(locked|blocked|suspended|deactivated|frozen|disabled) (for|since|my|account|without|out|again)
(account|access|card|site|website|app|system|server|page|link|portal) ~3 (locked|blocked|down|broken|crash*|error*|not working|doesn't|does not|won't|fails|failed|unavailable|useless|keeps)
(cannot|can't|can not|couldn't|could not|unable to|cant|won't let me|not able to|impossible to) ~1 (log in|login|access|get (to|in|into|it|my|past|a|the)|use|pay|work|open|book|check in|check-in|change|select|print|sleep|do my job|find (anyone|my|out)|make|believe|even|connect|finish|complete|afford|fly)
(error|errors|glitch*|bug|buggy|outage|breakdown|malfunction*) 
(misleading|misled|mislead|confusing|incomprehensible|inaccurate|incorrect)
(poor|bad|low|cheap|substandard|inferior|terrible|shoddy|lousy|subpar|mediocre|weak|sloppy) ~1 (quality|service|customer|experience|communication|support|material*|workmanship|packag*|condition|job|attitude|design|business|way|idea|day|start|policy|food|planning|staff|trip|flight|management|wifi|product)
(thinner|worse|smaller|weaker|slower) than
(stain|stains|scratch|scratches|crack|dent|hole|mould|mold|mouse|cockroach|hair in|bug in)
(left|dumped|threw|thrown) ~4 (in the rain|outside|on the street|at the door|with a neighbour|over the fence|behind|unattended)
in vain
for nothing
(no|not any|not enough|out of|lack of|without) (food|water|seats|seat|wifi|heating|electricity|internet|hot water|help|record of|compensation|refund*|reason|power|heat|ac|room|space|gate|crew|pilot|plane|agents|staff|one|option*|sense|customer|hotel|voucher*|way)
(doesn't|does not|makes|make|made) ~1 (no )?sense
(refuse*|refusing|denied|deny|denying|declined|rejected) (to|me|my|us|our|a|the|boarding|entry|refund)
(had to|forced to|made to|having to) ~1 (pay|call|return|take a day|drive|wait|buy (a|another|new)|cancel|explain|repeat|sleep|spend|sit|stand|rebook|reschedule|throw|go back|go home|chase|print|send ~2 (back|again)|change|find|use|leave)
(lost|wasted|waste|wasting|spent|spend|cost me) ~2 (hour*|time|money|day*|evening|morning|afternoon|half|fortune|#)
not ~1 (happy|satisfied|pleased|impressed|amused|good|great|cool|okay|ok|acceptable|right|fair|helpful|working|professional|funny|nice|worth|thrilled|enough|fun|smart|true|cheap|the case|customer|friendly|how)
(broke|broken|fault|faulty|defect|defective|damaged|problem|problems|issue|issues|fail|failed|failure)
""",
    "mild": """
(although|even though|despite (having|the fact|paying|all|my|our)) ~1
(none the wiser|no wiser|round in circles|in circles|goose chase|back to square|getting nowhere|nowhere near|at a loss|lost for words)
(was|were) going to ~1 (call|phone|ring|write|come|send|deliver|fix|repair|refund|replace|get back) ~1
(nice|good|better|helpful|useful|kind|polite) (to|if) ~3 (told|informed|known|warned|know|asked|mentioned|said) ~1
(i|we) (had )?(expected|thought|hoped|assumed|believed|understood) ~8 (but|it was|instead|turned out|was mostly|were not|was not|wasn't|isn't)
(seemed|seems|looked|sounded|was|were) (rather |very |quite |so |clearly |a bit |really )*(annoyed|bored|irritated|disinterested|uninterested|impatient|unfriendly|unwilling|cold|arrogant|careless|grumpy)
explained ~4 (to (two|three|four|five|six|several|many|different)|again|times|over)
(missed|miss) (the|our|my|a) (film|show|train|concert|party|start|deadline|play|match|ferry|bus)
(uneasy|let down|not right|not acceptable|not fair|not good|poor show|not what i|not what we|underwhelm*|dismay*|gutted|miffed|peeved|exasperat*|fed up|put out|ashamed|appalling|hurt|sceptical|mistake on your|shocked|shame on|not on)
(feel|feeling|felt) ~3 (let down|cheated|ignored|misled|stupid|ripped|tricked|deceived|neglected|forgotten|disrespected|uneasy|unsafe|bad|fooled|scammed|betrayed|used)
(would not|wouldn't|cannot|can't|won't|will not) (recommend|trust|accept|tolerate|order again|buy again)
(dealt with|handled|treated) (badly|poorly|like|unfairly|so)
(wet|sleepless|miserable|horrible|awful|long|rough) (night|day|trip|wait)
(unhappy|disappoint*|dissapoint*|dissatisf*|unsatisf*|displeased|upset|upsetting|annoy*|frustrat*|irritat*|aggravat*|sad|sadly|saddened|regret|regretting|pity|a shame|shame|real shame|unfortunate|concerned|concerning|worried|worrying|anxious|stressed|stressful|confused|puzzled|baffled|discouraged|dismayed|disheartened|let down|letdown|fed up|cross|bitter|uncomfortable|inconvenien*|embarrass*|unfair|unreasonable|unreliable|unhelpful|useless|poorly|badly|poor|ugh|argh|grr*|smh|meh|sigh|boo|sucks|lame|awkward|painful|nightmare|hassle|headache|complain*|complaint*|complaining|dishonest|careless|disrespect*|noisy|messed up|screwed up|mess|chaos|chaotic|disorganized|disorganised|fiasco|disaster|ripped|expensive|worse|bad|cry|cried|crying|tears|sorry excuse|spoiled|spoilt)
(unfortunately|regrettably|honestly) ~1
(expected|expect|hoped|hoping|deserve*|thought you) (more|better|much more|much better|a lot|for more|you|for better|that)
(lost|losing|no) (trust|confidence|faith|hope|interest)
(don't|do not|can't|cannot|fail to) (understand|see|get|know|think) ~1 (why|how|that is|this is|what|it's|it is|it's)
(why|how come) (am i|was|were|did|does (it|this|everything|nobody) ~2 (take|keep|always)|do (i|we|you (always|keep|never|not))|can't|won't|isn't|don't|has (it|my|nobody|no one|the)|have (you|i|we)|would you|should (i|we)|not|no|must|cant|aren't|hasn't|haven't|doesn't|didn't|wouldn't|even) ~1
what('s|s| is| was)? (going on|the point|wrong with|the problem|happening|the hold up|the deal|up with|use is)
(spoil|spoiled|spoilt|ruin|ruins) ~3
(seriously|come on|c'mon|wow|omg|geez|jeez|sheesh|yikes|oh well)
(if only|i wish|i regret|had hoped|would have expected)
(downhill|gone down|going down|used to be (good|great|better))
(paid (extra|good money|full price))
(not cool|not ok|no good|no thanks to|no fun|big fail|so bad|too bad|very bad|really bad|pretty bad)
(unable|failing|fails|failed|failure) to
(clearly|obviously) (not|no|never|you)
(compensat*|reimburs*)
(no excuse|don't work|don't bother)
""",
}
