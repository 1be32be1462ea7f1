"""The examples that `--help` shows below the options."""


def _shown(*lines: str) -> str:
    """Lines as they stand: the mark keeps them from being filled into a paragraph."""
    return "\n".join(["\b", "Examples:", *(f"  {line}" for line in lines)])


WATCHWORD = _shown(
    "watchword brief examples/troops-to-russia -o brief.html",
    "watchword verify brief.html",
    "watchword read reports/ --json > claims.jsonl",
)
BRIEF = _shown(
    "watchword brief reports/ -o brief.html -o brief.json",
    "watchword brief reports/ https://example.org/statement -o brief.pdf",
    "watchword brief reports/ --as-of 2024-10-25 --title 'The strait' -o brief.html",
    "watchword brief reports/ --since monday.json -o tuesday.html",
    "watchword brief reports/ --length pages -o brief.pdf -o brief.docx",
    "watchword brief --template daily --length screen --format md",
    "watchword brief reports/ --question 'Will South Korea send weapons to Ukraine?' -o q.html",
    "watchword brief reports/ --between 'North Korea' Russia -o pair.html",
    "watchword brief export.csv --map id=nr,text=body -o brief.html",
    "watchword brief - --format md < report.txt",
    "watchword brief reports/ --word --answers answers/ -o brief.html",
)
TEMPLATES = _shown(
    "watchword templates",
    "watchword templates daily > ours.toml",
    "watchword brief reports/ --template ours.toml --length pages -o brief.pdf",
)
READ = _shown(
    "watchword read reports/",
    "watchword read reports/ --json > claims.jsonl",
    "watchword read reports/ --implications",
    "watchword read reports/ --positions --json > positions.jsonl",
    "watchword read reports/ --events --json > events.jsonl",
    "watchword read export.csv --map id=nr,text=body,outlet=paper",
    "watchword read reports/ --keep archive/ --json > claims.jsonl",
)
MODEL = _shown(
    "watchword model --check",
    "watchword brief reports/ --word --answers answers/ -o brief.html",
    "watchword model questions brief.json",
    "watchword model translate reports/statement-ko.html --to English",
)
PARSE = _shown(
    "watchword parse reports/",
    "watchword parse reports/ --json > sentences.jsonl",
    "watchword parse - < report.txt",
)
INIT = _shown(
    "watchword init",
    "watchword init kursk.watchword --title 'Troops to Russia'",
    "watchword init 'postgresql://ana@db.example.org/office?schema=kursk'",
)
ADD = _shown(
    "watchword add feed https://example.org/news.rss --outlet 'Gulf Post'",
    "watchword add feed https://example.org --full-text --every 15m",
    "watchword add sitemap https://example.org/news-sitemap.xml",
    "watchword add folder ~/reports",
    "watchword add mailbox imaps://ana@mail.example.org/INBOX --secret MAIL_PASSWORD",
    "watchword add opml feeds.opml",
)
COLLECT = _shown(
    "watchword collect",
    "watchword collect --every 5m",
    "watchword collect reports/",
    "watchword collect export.csv --map id=nr,text=body",
    "watchword collect reports/ --store kursk.watchword",
)
SEARCH = _shown(
    "watchword search troops Kursk",
    "watchword search '\"missile know-how\" OR fuel' --actor Russia",
    "watchword search denied sending troops --modality denied --since 2024-10-20",
    "watchword search --reports --outlet 'Gulf Post' --json",
)
STORIES = _shown(
    "watchword stories --least 3",
    "watchword stories 5e1c2a9b8d7f6043",
    "watchword stories --lines --limit 200",
    "watchword decide other-story REPORT STORY --why 'another convoy'",
)
POSITIONS = _shown(
    "watchword positions 'arms to countries at war' --from examples/troops-to-russia",
    "watchword positions --suggest --limit 5",
    "watchword positions 'talks with Russia' --actor Ukraine --as-of 2022-03-31 --json",
    "watchword decide question 'arms to countries at war'",
)
CHANGES = _shown(
    "watchword changes",
    "watchword changes --since 2024-10-25 --actor 'South Korea'",
    "watchword changes --since brief --peek --json",
    "watchword changes --since 2024-10-25 --from examples/troops-to-russia",
)
CLAIM = _shown(
    "watchword claim 5e1c2a9b8d7f6043",
    "watchword claim 5e1c --from examples/troops-to-russia --json",
)
CONTRADICTIONS = _shown(
    "watchword contradictions",
    "watchword contradictions --actor 'North Korea' --as-of 2024-10-25",
    "watchword contradictions --from examples/troops-to-russia --json",
)
DRIFT = _shown(
    "watchword drift",
    "watchword drift --from examples/troops-to-russia --json",
)
SOURCES = _shown(
    "watchword sources",
    "watchword sources 'National Intelligence Service'",
    "watchword sources --from examples/troops-to-russia --json",
    "watchword decide grade 'Gulf Post' B --why 'right in nine of ten cases'",
)
TRACKS = _shown(
    "watchword tracks",
    "watchword tracks 'troops in Kursk' --plot kursk.svg",
    "watchword tracks --actor 'North Korea' --as-of 2024-11-01 --json",
    "watchword tracks --from examples/troops-to-russia",
)
TIMELINE = _shown(
    "watchword timeline",
    "watchword timeline --actor 'North Korea' --since 2024-10-01 --days 10",
    "watchword timeline --from examples/troops-to-russia --markdown > timeline.md",
)
DIGEST = _shown(
    "watchword digest --from examples/troops-to-russia --words 60",
    "watchword digest --actor 'South Korea' --as-of 2024-11-01 --json",
)
ACTORS = _shown(
    "watchword actors",
    "watchword actors 'Volodymyr Zelensky'",
    "watchword actors --proposals",
    "watchword decide accept 5e1c2a9b8d7f6043",
)
RELATIONS = _shown(
    "watchword relations",
    "watchword relations Russia Ukraine --plot relation.png",
    "watchword relations 'North Korea' Russia --exchanges",
    "watchword relations RUS UKR --grain day --since-event 2022-02-24",
    "watchword relations 'North Korea' Russia --from examples/troops-to-russia --json",
)
DECIDE = _shown(
    "watchword decide grade 'Gulf Post' B --why 'right in nine of ten cases'",
    "watchword decide withdraw 1f0c9a2b7d3e4f56 --why 'a satire'",
    "watchword decide undo 5e1c2a9b8d7f6043",
)
FORECASTS = _shown(
    "watchword forecasts ask 'Will Seoul send weapons to Kyiv by July?' --closes 2025-06-30",
    "watchword forecasts ask 'How many troops in Kursk at year end?' --number troops"
    " --closes 2024-12-31",
    "watchword forecasts say 5e1c2a9b8d7f6043 20% --why 'the standing policy'",
    "watchword forecasts say 7a0c 10%:8000,50%:11000,90%:15000",
    "watchword forecasts resolve 5e1c no --why 'the day passed'",
    "watchword forecasts score",
    "watchword forecasts score --plot calibration.png",
    "watchword forecasts base-rate 5e1c --like 'Seoul sends weapons to Kyiv' --say",
    "watchword forecasts base-rate --event SANCTION --actor Russia --window 30d",
    "watchword forecasts review 5e1c",
)
STORE = _shown(
    "watchword store backup monday.watchword",
    "watchword store copy 'postgresql://ana@db.example.org/office?schema=kursk'",
    "watchword store export > rows.jsonl",
    "watchword store check",
)
EXPORT = _shown(
    "watchword export --form csv > claims.csv",
    "watchword export --form stix --tlp green --actor 'North Korea' -o troops.stix.json",
    "watchword export --form prov --brief last -o brief.prov.json",
    "watchword export --form archive -o troops.watchword.zip",
)
MCP = _shown("watchword mcp --store troops.watchword")
IMPORT = _shown(
    "watchword import troops.watchword.zip --store troops.watchword",
    "watchword import bundle.stix.json",
)
SCENARIOS = _shown(
    "watchword scenarios suggest --from examples/troops-to-russia -o troops.json",
    "watchword scenarios edit troops.json --chance fight=likely --why 'units seen at the front'",
    "watchword scenarios attach troops.json fight=yes --claim 5e1c2a9b8d7f6043",
    "watchword scenarios run troops.json --target threat --what-if fight=no",
    "watchword scenarios run troops.json --target threat --do fight=no --json",
    "watchword scenarios run troops.json --plot troops.svg",
    "watchword scenarios convert alarm.bif alarm.json",
)
HYPOTHESES = _shown(
    "watchword hypotheses new 'Were troops sent?' --hypothesis H1='Troops were sent to Russia.'",
    "watchword hypotheses suggest 'Were troops sent?'",
    "watchword hypotheses add 'Were troops sent?' --claim 5e1c2a9b8d7f6043",
    "watchword hypotheses set 'Were troops sent?' E1 H1=C --because 'it says so in part'",
    "watchword hypotheses show examples/troops-to-russia.hypotheses.json",
    "watchword hypotheses sensitivity examples/troops-to-russia.hypotheses.json",
    "watchword hypotheses export examples/troops-to-russia.hypotheses.json matrix.html",
)
VERIFY = _shown(
    "watchword verify brief.json",
    "watchword verify brief.html --json",
    "watchword verify brief.json --reports reports/",
)
LEDGER = _shown(
    "watchword ledger claims",
    "watchword ledger claims --show 50",
    "watchword ledger claims --update --reason 'figures in tables are now read'",
    "watchword ledger mutations",
    "watchword ledger mutations reports/ brief.json",
    "watchword ledger model",
    "watchword ledger model --only trees,names --json",
    "watchword ledger model --beside runs/first/exact",
)
INDICATORS = _shown(
    "watchword indicators",
    "watchword indicators test 'North Korean troops sent to Russia' --from reports/",
    "watchword indicators add 'North Korean troops sent to Russia' --importance high",
    "watchword indicators show 'North Korean troops sent to Russia'",
)
ADD_INDICATOR = _shown(
    "watchword indicators add 'more troops are sent to Kursk' --actor 'North Korea'",
    "watchword indicators add 'troops in Kursk' --counted troops --at-least 10000 --back",
    "watchword indicators add 'weapons for Ukraine' --actor 'South Korea' --position reviews",
    "watchword indicators add --name Clashes --actor Russia --actor Ukraine --event ASSAULT",
    "watchword indicators add 'statements of the foreign ministry' --silence 14d",
)
ALERTS = _shown(
    "watchword alerts",
    "watchword alerts --since 2024-10-20 --json",
    "watchword alerts --atom alerts.xml",
)
ARCHIVE = _shown(
    "watchword archive read news/ crawl.warc.gz --to parts",
    "watchword archive read news/ --to parts --cluster 10.0.0.1:6379",
    "watchword archive status parts",
    "watchword archive load parts --store troops.watchword",
)
ADD_CHANNEL = _shown(
    "watchword channels",
    "watchword channels add webhook https://example.org/alerts --secret ALERTS_KEY",
    "watchword channels add email desk@example.org --server smtps://ana@mail.example.org"
    " --secret MAIL_PASSWORD",
    "watchword channels add atom alerts.xml --least high",
    "watchword channels add webhook https://example.org/night --secret ALERTS_KEY"
    " --quiet 22:00-07:00 --zone Asia/Seoul",
)
HOOKS = _shown(
    "watchword hooks",
    "watchword hooks add 'wire desk' --secret WATCHWORD_HOOK_WIRE",
    "watchword hooks remove 'wire desk'",
)
SERVE = _shown(
    "watchword serve",
    "watchword serve --store troops.watchword --store strait.watchword --port 8800",
)
PEOPLE = _shown(
    "watchword people add Ana --role owner",
    "watchword people add Ben --role analyst --situation troops",
    "watchword people role Ben editor --situation troops",
    "watchword people remove Ben",
)
TOKENS = _shown(
    "watchword tokens",
    "watchword tokens add Ben --label 'nightly export' --scope read --scope publish --days 30",
    "watchword tokens revoke 3f9a12c0",
)
