// New reports while the page is open: told in a bar, shown when the reader wants them.

import { jsonOf, make } from "./marking";
import { htmx } from "./swapping";

interface Tick {
  words?: string;
  reports?: number;
}

const FIRST = 2000; // milliseconds to the first new try
const LONGEST = 60_000;

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
  events.addEventListener("tick", (event) => tell(element, jsonOf<Tick>(event.data as string) ?? {}));
  events.addEventListener("error", () => {
    events.close();
    if (element.isConnected) setTimeout(() => listen(element, address, Math.min(next * 2, LONGEST)), next);
  });
  window.addEventListener("pagehide", () => events.close(), { once: true });
}

function tell(element: HTMLElement, tick: Tick): void {
  const come = Number(element.dataset.come ?? 0) + (tick.reports ?? 0);
  element.dataset.come = String(come);
  const words = tick.words ?? (come ? `${come.toLocaleString("en")} new report${come === 1 ? "" : "s"}` : "Something changed");
  const show = make("button", { type: "button" }, "Show");
  show.addEventListener("click", () => {
    element.replaceChildren();
    delete element.dataset.come;
    reload();
  });
  element.setAttribute("role", "status");
  element.replaceChildren(make("span", {}, `${words} `), show);
}

/** Ask for the page again and put its live parts in place. */
function reload(): void {
  const parts = [...document.querySelectorAll<HTMLElement>("[data-live-part][id]")].map((part) => `#${CSS.escape(part.id)}`);
  if (!parts.length) location.reload();
  else void htmx.ajax("get", location.href, { source: document.body, target: "body", swap: "none", selectOOB: parts.join(",") });
}
