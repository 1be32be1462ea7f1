"""The protocol: tools and resources of the desk, served to one assistant or to many.

Read-only unless it was said otherwise when it was started. Refusals are results of a call, in words
that an assistant can act on; nothing of this program's inside goes out.
"""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

import anyio.to_thread
import mcp_types as types
from mcp.server.lowlevel import Server
from mcp.shared.exceptions import MCPError

from watchword import __version__
from watchword.errors import WatchwordError
from watchword.mcp.answering import Asker, call, read, resources, templates
from watchword.mcp.offers import Offer, input_schema, offers, output_schema
from watchword.mcp.quoting import NOTICE, as_text, visible

Context = Any
"""The request that a message came with, as the library hands it over."""
_JSON = "application/json"
INSTRUCTIONS = (
    "Watchword keeps what is claimed in reports on a situation: who says what, on whose authority,"
    " how firmly, with which figures. Search claims, look at who agrees and who does not, cite"
    f" claims by their keys, and check what you write with check_sentence. {NOTICE}"
)


def create_server(
    asker_of: Callable[[Context], Asker], *, may_decide: bool = False
) -> Server[dict[str, Any]]:
    """A server of the protocol.

    Args:
        asker_of: tells who asks, from the request that a message came with.
        may_decide: whether actions are offered.
    """
    answers = _Answers(asker_of, offers(may_decide=may_decide))
    return Server(
        "watchword",
        version=__version__,
        title="Watchword",
        instructions=INSTRUCTIONS,
        on_list_tools=answers.list_tools,
        on_call_tool=answers.call_tool,
        on_list_resources=answers.list_resources,
        on_list_resource_templates=answers.list_templates,
        on_read_resource=answers.read_resource,
    )


class _Answers:
    """What is answered to each message; the desk is asked on threads, since it may take long."""

    def __init__(self, asker_of: Callable[[Context], Asker], known: Mapping[str, Offer]) -> None:
        self._asker_of = asker_of
        self._known = known

    async def list_tools(self, _context: Context, _params: object) -> types.ListToolsResult:
        """The tools that are offered."""
        return types.ListToolsResult(tools=[_tool(offer) for offer in self._known.values()])

    async def call_tool(
        self, context: Context, params: types.CallToolRequestParams
    ) -> types.CallToolResult:
        """What a tool gives, or why it gives nothing."""
        offer = self._known.get(params.name)
        if offer is None:
            raise MCPError(code=types.INVALID_PARAMS, message="there is no such tool")
        work = partial(call, self._asker_of(context), offer, params.arguments or {})
        try:
            return _told(await anyio.to_thread.run_sync(work))
        except WatchwordError as error:
            return _refused(error)

    async def list_resources(self, context: Context, _params: object) -> types.ListResourcesResult:
        """The situations that may be read."""
        found = await anyio.to_thread.run_sync(resources, self._asker_of(context))
        return types.ListResourcesResult(
            resources=[
                types.Resource(uri=uri, name=visible(title), mime_type=_JSON)
                for uri, title in found.items()
            ]
        )

    async def list_templates(
        self, _context: Context, _params: object
    ) -> types.ListResourceTemplatesResult:
        """The addresses of single things."""
        return types.ListResourceTemplatesResult(
            resource_templates=[
                types.ResourceTemplate(uri_template=uri, name=told, mime_type=_JSON)
                for uri, told in templates().items()
            ]
        )

    async def read_resource(
        self, context: Context, params: types.ReadResourceRequestParams
    ) -> types.ReadResourceResult:
        """What stands behind an address."""
        uri = str(params.uri)
        try:
            found = await anyio.to_thread.run_sync(read, self._asker_of(context), uri)
        except WatchwordError as error:
            raise MCPError(code=types.INVALID_PARAMS, message=visible(str(error))) from error
        content = types.TextResourceContents(uri=uri, mime_type=_JSON, text=as_text(found))
        return types.ReadResourceResult(contents=[content])


def _tool(offer: Offer) -> types.Tool:
    return types.Tool(
        name=offer.tool,
        description=offer.summary,
        input_schema=input_schema(offer),
        output_schema=output_schema(),
        annotations=types.ToolAnnotations(
            read_only_hint=not offer.changes,
            destructive_hint=False,
            idempotent_hint=not offer.changes,
            open_world_hint=False,
        ),
    )


def _told(found: Mapping[str, object]) -> types.CallToolResult:
    text = types.TextContent(type="text", text=as_text(found))
    return types.CallToolResult(content=[text], structured_content=dict(found))


def _refused(error: WatchwordError) -> types.CallToolResult:
    text = types.TextContent(type="text", text=visible(str(error)))
    return types.CallToolResult(content=[text], is_error=True)
