// What the server has to say after an act: `HX-Trigger: {"said": {"words": ..., "kind": ...}}`.

import { make } from "./marking";

interface Said {
  words?: string;
  kind?: string; // "done" or "wrong"
  link?: { href: string; words: string };
}

const STAYS = 8000; // milliseconds; what went wrong stays until it is closed

/** Show what is said in `#toasts`, and say when the server does not answer. */
export function hearSaid(): void {
  document.addEventListener("said", (event) => say((event as CustomEvent<Said>).detail));
  document.addEventListener("htmx:sendError", () =>
    say({ kind: "wrong", words: "The server does not answer. What you did was not kept." }),
  );
  document.addEventListener("htmx:responseError", (event) => {
    const { xhr } = (event as CustomEvent<{ xhr: XMLHttpRequest }>).detail;
    if (xhr.getResponseHeader("HX-Trigger")?.includes('"said"')) return;
    say({ kind: "wrong", words: wordsOf(xhr) });
  });
}

/** Show some words for a while. */
export function say(said: Said): void {
  const place = document.getElementById("toasts");
  if (!place || !said.words) return;
  const wrong = said.kind === "wrong";
  const close = make("button", { type: "button", "aria-label": "Close" }, "×");
  const inside: (Node | string)[] = [make("span", {}, said.words)];
  if (said.link) inside.push(make("a", { href: said.link.href }, said.link.words));
  const toast = make("div", { class: `toast ${wrong ? "wrong" : "done"}`, role: wrong ? "alert" : "status" }, ...inside, close);
  close.addEventListener("click", () => toast.remove());
  if (!wrong) setTimeout(() => toast.remove(), STAYS);
  place.append(toast);
}

function wordsOf(xhr: XMLHttpRequest): string {
  const told = xhr.getResponseHeader("Content-Type") ?? "";
  try {
    const problem = told.includes("json") ? (JSON.parse(xhr.responseText) as { detail?: unknown; title?: unknown }) : {};
    const words = problem.detail ?? problem.title;
    if (typeof words === "string") return words;
  } catch {
    // no problem that can be read: the status says what there is
  }
  return `It was refused (${xhr.status}). Reload the page and try again.`;
}
