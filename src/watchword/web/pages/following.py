"""Pages of what is followed: stories, actors, sources, feeds."""

from watchword.web.entries import Group, Page

PAGES: tuple[Page, ...] = (
    Page(
        path="/stories",
        view="stories",
        template="stories.html.jinja",
        label="Stories",
        group=Group.WATCH,
        letter="s",
    ),
    Page(
        path="/stories/{key}",
        view="story",
        template="story.html.jinja",
        label="Story",
        parent="/stories",
    ),
    Page(
        path="/stories/{key}/weight",
        view="story-weight",
        also=("story",),
        template="story-weight.html.jinja",
        label="What weighs",
        parent="/stories",
    ),
    Page(
        path="/stories/{key}/history",
        view="story",
        template="story-history.html.jinja",
        label="History",
        parent="/stories",
    ),
    Page(
        path="/stories/{key}/regroup",
        view="regrouping",
        template="regroup.html.jinja",
        label="Regroup",
        parent="/stories",
    ),
    Page(
        path="/feeds",
        view="feeds",
        template="feeds.html.jinja",
        label="Feeds",
        group=Group.GATHER,
        letter="e",
    ),
    Page(
        path="/feeds/collecting",
        view="collecting",
        template="collecting.html.jinja",
        label="Collecting",
        parent="/feeds",
    ),
    Page(
        path="/feeds/{key}",
        view="feed",
        template="feed.html.jinja",
        label="Feed",
        parent="/feeds",
    ),
)
