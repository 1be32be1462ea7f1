"""The closed lists: words a sentence may hold though no report has them, and words with a task.

A word that is in none of these lists, and in none of the cited words, may not stand in a brief.
"""

from watchword.text.lexicon import lexicon

FUNCTION = lexicon(
    "a an the this that these those its their his her it they he she we who whom which whose "
    "what when where while as of to in on at by for with into onto over there here and or but "
    "so also both be is am are was were been being have has had having do does did than "
    "among between during since until amid within toward towards upon i you my our your them "
    "him us me itself themselves himself herself o off out up down 's s"
)
"""Grammar only. "From", "before", "after", "against", "without", "all", "some" are not here:
they change what is said."""

SPEECH = lexicon(
    "say says said saying tell tells told telling report reports reported reporting state states "
    "stated according accord cite cites cited citing quote quotes quoted quoting told write wrote"
)
"""Neutral words of reporting, which add nothing to what is said."""

TEMPLATE = lexicon(
    "figure figures count counts counted number numbers account accounts differ differs give "
    "gives given put puts range ranges run runs source sources outlet outlets from others other "
    "meanwhile separately likewise voice own same differing diverge vary gave "
    "reporter reporters journalist journalists briefed by"
)
"""Words of a brief's own frame: "figures differ", "the number given runs from … to …"."""

PRONOUNS = lexicon("he she it they we i you who his her its their him them us this that")

MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")

HEARSAY = lexicon(
    "reportedly allegedly alleged purportedly purported supposedly rumour rumor rumours rumors "
    "rumoured rumored hearsay unconfirmed unverified claim claims claimed"
)
ESTIMATE = lexicon(
    "assess assesses assessed assessing assessment believe believes believed believing belief "
    "estimate estimates estimated estimating think thinks thought suspect suspects suspected "
    "judge judges judged conclude concludes concluded reckon reckons reckoned fear fears feared "
    "assume assumes assumed calculate calculates calculated view views probability chance "
    "suggest suggests suggested indicate indicates indicated sign signs predict predicts "
    "predicted forecast forecasts expect expects expected expectation would will should warn "
    "warns warned risk risks threat"
)
PLAN = lexicon(
    "will would plan plans planned planning prepare prepares prepared preparing preparation "
    "preparations expect expects expected expecting expectation intend intends intended intending "
    "intention decide decides decided decision ready readied readying soon promise promises "
    "promised pledge pledges pledged vow vows vowed due set aim aims aimed aiming shall should "
    "agree agrees agreed want wants wanted seek seeks sought going schedule scheduled next "
    "upcoming coming future poised threaten threatens threatened hope hopes hoped propose "
    "proposes proposed proposal call calls called urge urges urged anticipate anticipates "
    "anticipated anticipating won't predict predicts predicted forecast forecasts ll prospect "
    "eventual order ordered "
    "must ought need needs may could might begin until by goal target slated await awaits awaited"
)
CONSIDER = lexicon(
    "consider considers considered considering consideration review reviews reviewed reviewing "
    "weigh weighs weighed weighing mull mulls mulled mulling contemplate contemplates "
    "contemplated contemplating ponder ponders pondered pondering study studies studied studying "
    "examine examines examined examining discuss discusses discussed discussing reconsider "
    "reconsiders reconsidered debate debates debated explore explores explored exploring option "
    "options may might could possibility possible think thinks thinking whether"
)
DENIAL = lexicon(
    "deny denies denied denying denial denials dismiss dismisses dismissed dismissing reject "
    "rejects rejected rejecting refute refutes refuted refuting rebut rebuts rebutted dispute "
    "disputes disputed disputing repudiate repudiates repudiated disavow debunk debunks debunked "
    "contradict contradicts contradicted fake false untrue groundless baseless unfounded rumour "
    "rumor lie lies nonsense fabricated fabrication contradictory hoax disinformation "
    "misinformation wrong incorrect propaganda absurd rubbish"
)
"""Words that say that something is not so."""

MEDIA = lexicon("report reports reported outlet outlets media press")
"""Words that attribute to the press at large."""

TITLES = frozenset(
    {
        "Also reported",
        "Arms and aid",
        "Casualties",
        "Causes and inquiries",
        "Conditions and options",
        "Denials and doubts",
        "Fighting and attacks",
        "Forces and movements",
        "How many",
        "Responses",
        "Sanctions",
        "Talks and treaties",
    }
)
"""Titles of sections that say nothing which a claim would have to bear out."""

JUDGING = lexicon(
    "one two three four five six seven eight nine ten other others word evidence denial deny "
    "denies denied what decision done called condition met count sighting place estimate source "
    "confirm confirms statement itself told second hand beside newer newest report day days old "
    "imagery document claim rest rests either no not outlet named another figure from them"
)
"""Words in which a judgment tells what would change it; all others are its sources' own."""

GIVING = lexicon(
    "give gave given supply supplied deliver provide pay paid export ship shipped transfer receive "
    "donate sell sold hand handed send sent aid help train"
)
"""Words of which a section on what one gives another has to have one."""

FIGHTING = lexicon(
    "fight fought combat battle clash attack strike struck shell shelled assault offensive bomb "
    "raid ambush fire fired capture seize advance front hack hacker intrusion war"
)
"""Words of which a section on fighting has to have one."""

HARM = lexicon(
    "kill wound wounded injure injury dead death die casualty missing drown body evacuate rescue "
    "displace flee homeless"
)
"""Words of which a section on casualties has to have one."""
