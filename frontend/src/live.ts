// New reports while the page is open: told in a bar, shown when the reader wants them.

import { jsonOf, make } from "./marking";
import { htmx } from "./swapping";

/** How much came since the stream began. */
interface Tick {
  reports?: number;
  claims?: number;
  alerts?: number;
}

const FIRST = 2000; // milliseconds to the first new try, where the browser has given up
const LONGEST = 60_000;
const TRIES = 5; // a page that is worked out anew is asked for again so often
const PARTS = "[data-live-part]";

/** Listen to `[data-live]` of a part of the page. */
export function listenIn(part: ParentNode): void {
  for (const element of part.querySelectorAll<HTMLElement>("[data-live]")) {
    if (element.dataset.listens || !element.dataset.live) continue;
    element.dataset.listens = "";
    listen(element, element.dataset.live, FIRST);
  }
}

function listen(element: HTMLElement, address: string, wait: number): void {
  const events = new EventSource(address);
  let next = wait;
  events.addEventListener("open", () => {
    next = FIRST;
  });
  events.addEventListener("tick", (event) => tell(element, jsonOf<Tick>(event.data as string) ?? {}, again));
  events.addEventListener("error", () => {
    // Else the browser tries again by itself, and tells the server where it was.
    if (events.readyState !== EventSource.CLOSED || !element.isConnected) return;
    setTimeout(() => listen(element, address, Math.min(next * 2, LONGEST)), next);
  });
  window.addEventListener("pagehide", () => events.close(), { once: true });

  function again(): void {
    events.close();
    listen(element, address, FIRST);
  }
}

function tell(element: HTMLElement, tick: Tick, again: () => void): void {
  const words = wordsOf(tick);
  if (!words) return;
  const show = make("button", { type: "button" }, "Show");
  show.addEventListener("click", () => {
    element.replaceChildren();
    again();
    void reload(TRIES);
  });
  element.setAttribute("role", "status");
  element.replaceChildren(make("span", {}, `${words} `), show);
}

function wordsOf(tick: Tick): string {
  const kinds: [number | undefined, string][] = [
    [tick.reports, "report"],
    [tick.alerts, "alert"],
  ];
  const told = kinds.flatMap(([count, noun]) => (count ? [`${count.toLocaleString("en")} new ${noun}${count === 1 ? "" : "s"}`] : []));
  return told.join(", ");
}

/** Ask for the page again and put its live parts in place of those that are shown. */
async function reload(tries: number): Promise<void> {
  const parts = [...document.querySelectorAll<HTMLElement>(PARTS)];
  if (!parts.length) {
    location.reload();
    return;
  }
  const answer = await fetch(location.href, { headers: { Accept: "text/html" } });
  if (answer.status === 202 && tries > 0) {
    setTimeout(() => void reload(tries - 1), FIRST);
    return;
  }
  const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").querySelectorAll(PARTS);
  if (!answer.ok || fresh.length !== parts.length) {
    location.reload();
    return;
  }
  parts.forEach((part, at) => htmx.swap(part, fresh[at]?.outerHTML ?? "", { swapStyle: "outerHTML", swapDelay: 0, settleDelay: 20 }));
}
