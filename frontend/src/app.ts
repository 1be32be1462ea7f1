// What every page has: swaps, theme, keys, dialogs, times, news; the rest comes when needed.

import { hearDialogs } from "./asking";
import { hearCopying } from "./copying";
import { hearKeys } from "./keys";
import { listenIn } from "./live";
import { hearMenu } from "./menu";
import { hearSaid } from "./saying";
import { htmx } from "./swapping";
import { turnThemes } from "./theming";
import { tellTimes, tellTimesIn } from "./times";

type Island = (element: HTMLElement) => Promise<void> | void;

/** What comes only with a page that has the mark for it. */
const ISLANDS: Record<string, () => Promise<{ show: Island }>> = {
  "figure[data-chart]": () => import("./chart"),
  "[data-network]": () => import("./network"),
  "[data-map]": () => import("./map"),
  "[data-behind]": () => import("./behind"),
  "details[data-as-of]": () => import("./as_of"),
  "textarea[data-verify]": () => import("./verifying"),
  "[data-pick]": () => import("./picking"),
};

hearDialogs();
hearKeys();
hearMenu();
hearSaid();
hearCopying();
turnThemes();
tellTimes();
htmx.onLoad((part) => {
  if (!(part instanceof Element)) return;
  const whole = part === document.body ? document : part;
  for (const set of [tellTimesIn, listenIn]) set(whole);
  for (const [mark, load] of Object.entries(ISLANDS)) void land(whole, mark, load);
});

async function land(part: ParentNode, mark: string, load: () => Promise<{ show: Island }>): Promise<void> {
  const found = [...part.querySelectorAll<HTMLElement>(mark)].filter((each) => !each.dataset.shown);
  if (part instanceof HTMLElement && part.matches(mark) && !part.dataset.shown) found.push(part);
  if (!found.length) return;
  for (const element of found) element.dataset.shown = "";
  const { show } = await load();
  for (const element of found) await show(element);
}
