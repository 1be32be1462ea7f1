// Checks what is typed against the record, and marks under the field what is not borne out.

import { late, make } from "./marking";

interface Mark {
  start: number;
  end: number;
  kind: string; // "supported", "unsupported" or what the server calls it
  words?: string; // why
}

interface Verdict {
  text?: string;
  marks?: Mark[];
}

const WAIT = 600; // milliseconds after the last key

/** Check a `textarea[data-verify]` as it is typed in. */
export function show(field: HTMLElement): void {
  if (!(field instanceof HTMLTextAreaElement)) return;
  const told = make("div", { class: "verified", "aria-live": "polite" });
  field.after(told);
  const check = late(() => void verify(field, told), WAIT);
  field.addEventListener("input", check);
  if (field.value.trim()) check();
}

async function verify(field: HTMLTextAreaElement, told: HTMLElement): Promise<void> {
  const text = field.value;
  const address = field.dataset.verify;
  if (!address || !text.trim()) {
    told.replaceChildren();
    return;
  }
  try {
    const body = new FormData(field.form ?? undefined);
    body.set(field.name || "text", text);
    const answer = await fetch(address, { method: "POST", body, headers: token() });
    if (field.value !== text) return; // typed on meanwhile: a newer answer comes
    if (!answer.ok) throw new Error(String(answer.status));
    mark(told, text, (await answer.json()) as Verdict);
  } catch {
    told.replaceChildren(make("p", { class: "wrong" }, "This could not be checked. It is checked again when it is kept."));
  }
}

function token(): HeadersInit {
  const kept = document.querySelector<HTMLMetaElement>("meta[name=csrf]")?.content;
  return { Accept: "application/json", ...(kept ? { "X-CSRF-Token": kept } : {}) };
}

function mark(told: HTMLElement, text: string, verdict: Verdict): void {
  const marks = [...(verdict.marks ?? [])].sort((one, other) => one.start - other.start);
  const words = make("p", { class: "marked" });
  const reasons = make("ul");
  let at = 0;
  for (const each of marks) {
    if (each.start < at || each.end > text.length) continue;
    const why = { "data-kind": each.kind, title: each.words ?? each.kind };
    words.append(text.slice(at, each.start), make("mark", why, text.slice(each.start, each.end)));
    if (each.words) reasons.append(make("li", { "data-kind": each.kind }, each.words));
    at = each.end;
  }
  words.append(text.slice(at));
  told.replaceChildren(words, ...(reasons.childElementCount ? [reasons] : []));
}
