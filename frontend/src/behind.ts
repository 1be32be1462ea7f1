// A page that is behind, while a newer one is worked out: the newer one takes its place.

import { htmx } from "./swapping";

const WAITS = [1000, 1500, 2500, 4000, 6000, 9000, 15_000, 30_000, 60_000]; // milliseconds between tries

/** Ask for the page again until it is no longer behind, and put its content in place. */
export function show(_note: HTMLElement): void {
  const [first, ...rest] = WAITS;
  setTimeout(() => void renew(rest), first);
}

async function renew(waits: readonly number[]): Promise<void> {
  const main = document.querySelector("main");
  if (!main) return;
  const fresh = await newest();
  if (fresh && !isBusy(main)) {
    htmx.swap(main, fresh.outerHTML, { swapStyle: "outerHTML", swapDelay: 0, settleDelay: 20 });
    return;
  }
  const [next, ...rest] = waits;
  if (next) setTimeout(() => void renew(rest), next);
}

/** The content of the page as it is now; null while that is behind too, or cannot be had. */
async function newest(): Promise<Element | null> {
  try {
    const answer = await fetch(location.href, { headers: { Accept: "text/html" } });
    if (answer.status !== 200) return null;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    return page.querySelector("[data-behind]") ? null : page.querySelector("main");
  } catch {
    return null;
  }
}

/** Whether somebody types, reads a dialog or has something open there: then it is left as it is. */
function isBusy(main: Element): boolean {
  const focused = main.contains(document.activeElement) && document.activeElement !== main;
  return focused || document.querySelector("dialog[open]") !== null || main.querySelector("details[open]") !== null;
}
