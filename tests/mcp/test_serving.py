"""A real client of the protocol: over standard input and output, and over HTTP on loopback."""

import json
import sys
from collections.abc import Awaitable, Callable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import anyio
import httpx2
import pytest
from jsonschema import Draft202012Validator
from mcp.client.stdio import StdioServerParameters
from mcp.client.streamable_http import streamable_http_client
from mcp.shared.exceptions import MCPError
from tests.access.conftest import CHEAP, PASSWORD, TERMINAL
from tests.conftest import desk_over, serving

import watchword
from mcp import Client
from watchword.access.accounts import Accounts, create_accounts
from watchword.access.passwords import Hashing
from watchword.access.people import NewPerson, add_person
from watchword.access.tokens import TokenWish, make_token
from watchword.config import Settings
from watchword.desk.catalogue import ACTIONS, VIEWS
from watchword.mcp.offers import LOOKS, PLACES
from watchword.mcp.quoting import NOTICE, UNTRUSTED
from watchword.model.principal import Membership, Right, Role
from watchword.serve.app import create_app
from watchword.serve.safety import Safety

Session = Callable[[Client], Awaitable[None]]


def over_stdio(place: Path, session: Session, *words: str) -> None:
    """Hold a session with the command, started as an assistant starts it."""
    program = StdioServerParameters(
        command=sys.executable,
        args=["-m", "watchword", "mcp", "--store", str(place), *words],
        env={"PYTHONPATH": str(Path(watchword.__file__).parents[1])},
    )

    async def hold() -> None:
        async with Client(program) as client:
            await session(client)

    anyio.run(hold)


def over_http(address: str, session: Session, token: str | None = None) -> None:
    """Hold a session with a server."""
    headers = {"Authorization": f"Bearer {token}"} if token else {}

    async def hold() -> None:
        async with httpx2.AsyncClient(headers=headers, timeout=60) as http:
            transport = streamable_http_client(f"{address}/mcp", http_client=http)
            async with Client(transport) as client:
                await session(client)

    anyio.run(hold)


async def ask(client: Client, tool: str, **given: object) -> dict[str, Any]:
    """What a tool gives."""
    answer = await client.call_tool(tool, given)
    assert not answer.is_error, answer.content
    assert json.loads(answer.content[0].text) == answer.structured_content  # type: ignore[union-attr]
    found: dict[str, Any] = answer.structured_content
    assert found["notice"] == NOTICE
    return found


async def look_around(client: Client) -> None:
    """Call every tool and read every resource, and hold each answer against its schema."""
    tools = {each.name: each for each in (await client.list_tools()).tools}
    assert set(tools) == set(LOOKS.values())
    keys = await keys_of(client)
    for name, tool in tools.items():
        Draft202012Validator.check_schema(tool.input_schema)
        assert tool.annotations is not None
        assert tool.annotations.read_only_hint
        wanted = what_to_ask(tool.input_schema.get("required", ()), keys, name)
        if wanted is None:
            continue  # the example has no such thing: an indicator, a matrix
        Draft202012Validator(tool.input_schema).validate(wanted)
        found = await client.call_tool(name, wanted)
        assert not found.is_error, (name, found.content)
        assert tool.output_schema is not None
        Draft202012Validator(tool.output_schema).validate(found.structured_content)
    await read_resources(client, keys)


async def read_resources(client: Client, keys: dict[str, str]) -> None:
    for resource in (await client.list_resources()).resources:
        content = (await client.read_resource(resource.uri)).contents[0]
        assert json.loads(content.text)["notice"] == NOTICE  # type: ignore[union-attr]
    found = await client.list_resource_templates()
    uris = {each.uri_template for each in found.resource_templates}
    assert uris == {f"watchword://situation/{{name}}/{place}/{{key}}" for place in PLACES.values()}
    for tool, place in (("get_track", "tracks"), ("get_claim", "claims"), ("get_story", "stories")):
        address = f"watchword://situation/troops/{place}/{keys[tool]}?as_of=2024-11-24"
        content = (await client.read_resource(address)).contents[0]
        told = json.loads(content.text)  # type: ignore[union-attr]
        assert told["as_of"] < "2024-11-25"
        assert keys[tool] in json.dumps(told[UNTRUSTED])


async def keys_of(client: Client) -> dict[str, str]:
    """The key of something for each tool that shows one thing."""
    hits = (await ask(client, "search_claims", q="troops in Kursk", limit=3))[UNTRUSTED]["hits"]
    lists = {
        "get_track": ("figure_tracks", "tracks", "track_id"),
        "get_story": ("list_stories", "stories", "key"),
        "get_actor": ("list_actors", "actors", "key"),
        "get_source": ("list_sources", "sources", "name"),
        "get_position": ("positions", "questions", "key"),
    }
    found = {
        tool: (await ask(client, listing))[UNTRUSTED][name][0][key]
        for tool, (listing, name, key) in lists.items()
    }
    claim = hits[0]["claim"]
    of_hits = {"get_claim": claim, "get_corroboration": claim, "get_report": hits[0]["report"]}
    return {**found, **of_hits}


def what_to_ask(
    required: Sequence[str], keys: dict[str, str], tool: str
) -> dict[str, object] | None:
    """Values for whatever a tool must be asked; None where there is nothing of its kind."""
    if "key" in required and tool not in keys:
        return None
    given: dict[str, object] = {
        "q": "how many troops are in Kursk",
        "claim": [keys["get_claim"]],
        "sentence": "Troops were in Kursk.",
        "key": keys.get(tool, ""),
    }
    told = {name: given[name] for name in required}
    return {**told, "one": "North Korea", "other": "Russia"} if tool == "get_relation" else told


def test_an_assistant_that_starts_the_command_can_ask_everything(own_record: Path) -> None:
    over_stdio(own_record, look_around)


def test_an_assistant_on_this_machine_can_ask_everything(served_example: str) -> None:
    over_http(served_example, look_around)


def test_what_was_learnt_later_is_not_told(served_example: str) -> None:
    async def session(client: Client) -> None:
        found = await ask(client, "search_claims", q="Kursk", as_of="2024-10-19", limit=50)
        days = [each["published"] for each in found[UNTRUSTED]["hits"]]
        assert all(day < "2024-10-20" for day in days)
        assert found["as_of"] < "2024-10-20"

    over_http(served_example, session)


def test_a_sentence_is_held_against_its_claims(served_example: str) -> None:
    async def session(client: Client) -> None:
        found = await ask(client, "search_claims", q="Pentagon 10,000 troops in Kursk", limit=20)
        hit = next(each for each in found[UNTRUSTED]["hits"] if each["source"] == "Pentagon")
        lie = "The Pentagon said that 77,000 penguins were in Kursk."
        checked = await ask(client, "check_sentence", sentence=lie, claim=[hit["claim"]])
        assert checked[UNTRUSTED]["is_borne_out"] is False
        rules = {each["rule"] for each in checked[UNTRUSTED]["problems"]}
        assert {"number", "word"} & rules

    over_http(served_example, session)


def test_what_cannot_be_asked_is_told_in_words(served_example: str) -> None:
    async def session(client: Client) -> None:
        for given in ({"as_of": "soon"}, {"situation": "elsewhere"}, {"situation": 7}):
            refused = await client.call_tool("search_claims", given)
            assert refused.is_error
            assert "Traceback" not in str(refused.content)
        with pytest.raises(MCPError):
            await client.call_tool("do_grade", {"source": "Neva Herald", "grade": "A"})
        for uri in (
            "watchword://situation/elsewhere",
            "watchword://situation/troops/tracks/none",
            "watchword://situation/troops/../../etc/passwd",
            "file:///etc/passwd",
        ):
            with pytest.raises(MCPError):
                await client.read_resource(uri)

    over_http(served_example, session)


def test_every_tool_is_of_a_view_that_is_there() -> None:
    assert set(LOOKS) <= {view.name for view in VIEWS}
    assert set(PLACES) <= set(LOOKS)


def test_an_assistant_decides_only_where_that_was_allowed(own_record: Path) -> None:
    async def session(client: Client) -> None:
        names = {each.name for each in (await client.list_tools()).tools}
        deeds = {each.name for each in ACTIONS if each.right is Right.DECIDE}
        assert names - set(LOOKS.values()) == {f"do_{each.replace('-', '_')}" for each in deeds}
        assert not {"do_add_feed", "do_add_channel", "do_publish", "do_mark"} & names
        made = await ask(client, "do_grade", source="Neva Herald", grade="D", why="a test")
        undone = await ask(client, "do_undo", decision=made[UNTRUSTED]["decision"])
        assert undone[UNTRUSTED]["said"] == "undone"

    over_stdio(own_record, session, "--allow-decide")


@pytest.fixture
def accounts(tmp_path: Path) -> Iterator[Accounts]:
    """Ben reads "troops", Cem reads another situation."""
    with create_accounts(str(tmp_path / "accounts.watchword")) as made:
        for name, situation in (("Ben", "troops"), ("Cem", "other")):
            membership = Membership(situation=situation, role=Role.READER)
            new = NewPerson(name=name, memberships=(membership,), password=PASSWORD)
            add_person(cheap(made), TERMINAL, new)
        yield made


def cheap(accounts: Accounts) -> Accounts:
    return replace(accounts, hashing=Hashing(CHEAP))


def token_of(accounts: Accounts, name: str) -> str:
    wish = TokenWish(
        person=name, scopes=(Right.READ,), expires_at=datetime.now(UTC) + timedelta(days=1)
    )
    return make_token(accounts, TERMINAL, wish)[0]


def test_with_accounts_a_token_is_needed_and_opens_its_own_situations(
    own_record: Path, user_settings: Settings, accounts: Accounts
) -> None:
    app = create_app(desk_over(own_record, user_settings), Safety(accounts=accounts))

    async def reading(client: Client) -> None:
        assert (await ask(client, "overview"))["situation"] == "troops"

    async def locked_out(client: Client) -> None:
        assert (await client.list_resources()).resources == []
        for given in ({}, {"situation": "troops"}):
            assert (await client.call_tool("overview", given)).is_error

    with serving(app) as address:
        over_http(address, reading, token_of(accounts, "Ben"))
        over_http(address, locked_out, token_of(accounts, "Cem"))
        ping = {"jsonrpc": "2.0", "id": 1, "method": "tools/list"}
        accept = {"Accept": "application/json, text/event-stream"}
        for headers in ({}, {"Authorization": "Bearer ww_guessed"}, {"Cookie": "watchword=x"}):
            found = httpx2.post(f"{address}/mcp", json=ping, headers={**accept, **headers})
            assert found.status_code == 401


def test_a_name_that_was_bent_to_this_machine_opens_nothing(served_example: str) -> None:
    ping = {"jsonrpc": "2.0", "id": 1, "method": "tools/list"}
    accept = {"Accept": "application/json, text/event-stream"}
    bent = httpx2.post(
        f"{served_example}/mcp", json=ping, headers={**accept, "Host": "evil.example"}
    )
    assert bent.status_code == 421
    crossed = httpx2.post(
        f"{served_example}/mcp", json=ping, headers={**accept, "Origin": "https://evil.example"}
    )
    assert crossed.status_code == 403
