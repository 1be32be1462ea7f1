// The keyboard: `g` and a letter for a page, `/` to search, `j` and `k` for rows, `?` for help.

import { isTyping } from "./marking";

const WAIT = 1200; // milliseconds in which the letter after a `g` counts
let since = Number.NEGATIVE_INFINITY; // when a `g` was typed
let current: Element | null = null;

/** Hear the keys of the whole page. */
export function hearKeys(): void {
  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Escape") closeAll();
    if (isTyping(event.target) || document.querySelector("dialog[open]")) return;
    if (heard(event)) event.preventDefault();
  });
}

function heard(event: KeyboardEvent): boolean {
  const now = performance.now();
  const after = now - since < WAIT;
  const leads = event.key === "g" && !after;
  since = leads ? now : Number.NEGATIVE_INFINITY;
  if (leads) return false;
  if (after) return go(event.key);
  const act = ACTS[event.key];
  return act ? act(event) : false;
}

const ACTS: Record<string, (event: KeyboardEvent) => boolean> = {
  "/": () => focused("[data-search]"),
  "?": () => shown("keys"),
  j: () => moved(1),
  k: () => moved(-1),
  "[": () => stepped(-1),
  "]": () => stepped(1),
  u: () => clicked("[data-undo]"),
  Enter: (event) => opened(event),
};

function go(letter: string): boolean {
  const link = [...document.querySelectorAll<HTMLAnchorElement>("a[data-key]")].find(
    (each) => each.dataset.key === letter,
  );
  link?.click();
  return link !== undefined;
}

function focused(selector: string): boolean {
  const field = document.querySelector<HTMLElement>(selector);
  field?.focus();
  if (field instanceof HTMLInputElement) field.select();
  return field !== null;
}

function shown(id: string): boolean {
  const dialog = document.getElementById(id);
  if (!(dialog instanceof HTMLDialogElement)) return false;
  dialog.showModal();
  return true;
}

function clicked(selector: string): boolean {
  const button = document.querySelector<HTMLElement>(selector);
  button?.click();
  return button !== null;
}

function moved(step: number): boolean {
  const rows = [...document.querySelectorAll<HTMLElement>("[data-rows] > *")].filter(
    (row) => row.getClientRects().length > 0,
  );
  if (!rows.length) return false;
  const at = current ? rows.indexOf(current as HTMLElement) : -1;
  const next = at < 0 ? (step > 0 ? 0 : rows.length - 1) : Math.min(Math.max(at + step, 0), rows.length - 1);
  current?.classList.remove("current");
  const row = rows[next];
  if (!row) return false;
  row.classList.add("current");
  row.tabIndex = -1;
  row.focus({ preventScroll: true });
  row.scrollIntoView({ block: "nearest" });
  current = row;
  return true;
}

function opened(event: KeyboardEvent): boolean {
  if (event.target !== current || !current) return false; // a link or a button has the focus
  const link = current.querySelector<HTMLElement>("a[data-opens], a[href]");
  link?.click();
  return link !== null;
}

/** A day back or on, from the day that is shown; after the newest there is none. */
function stepped(step: number): boolean {
  const place = document.querySelector<HTMLElement>("[data-as-of]");
  if (!place) return false;
  const newest = place.dataset.now ?? new Date().toISOString().slice(0, 10);
  const where = new URL(location.href);
  const asked = where.searchParams.get("as_of")?.slice(0, 10);
  if (!asked && step > 0) return false;
  const from = Date.parse(`${asked ?? newest}T00:00:00Z`);
  if (Number.isNaN(from)) return false;
  const day = new Date(from + step * 86_400_000).toISOString().slice(0, 10);
  where.searchParams.delete("cursor");
  if (day >= newest) where.searchParams.delete("as_of");
  else where.searchParams.set("as_of", day);
  location.assign(where);
  return true;
}

function closeAll(): void {
  for (const dialog of document.querySelectorAll<HTMLDialogElement>("dialog[open]")) dialog.close();
}
