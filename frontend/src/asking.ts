// Dialogs: opened by a button, closed by a click beside them; and "are you sure?" before an act.

import { make } from "./marking";

let agreed: Element | null = null;

/** Let `[data-open]` open its dialog, `[data-close]` close it, and `[data-confirm]` ask first. */
export function hearDialogs(): void {
  document.addEventListener("click", askFirst, true);
  document.addEventListener("click", (event) => {
    if (!(event.target instanceof Element)) return;
    const opener = event.target.closest<HTMLElement>("[data-open]");
    const dialog = opener && document.getElementById(opener.dataset.open ?? "");
    if (dialog instanceof HTMLDialogElement) dialog.showModal();
    if (event.target.closest("[data-close]")) event.target.closest("dialog")?.close();
    if (event.target instanceof HTMLDialogElement && isBeside(event, event.target)) event.target.close();
  });
}

function isBeside(event: MouseEvent, dialog: HTMLDialogElement): boolean {
  const box = dialog.getBoundingClientRect();
  const inside =
    event.clientX >= box.left && event.clientX <= box.right && event.clientY >= box.top && event.clientY <= box.bottom;
  return !inside && event.detail > 0; // a click by the keyboard is nowhere
}

function askFirst(event: MouseEvent): void {
  if (!(event.target instanceof Element)) return;
  const asked = event.target.closest<HTMLElement>("[data-confirm]");
  if (!asked || asked === agreed) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  const yes = make("button", { type: "button", class: "primary" }, asked.dataset.confirmYes ?? "Yes");
  const no = make("button", { type: "button", "data-close": "", autofocus: "" }, "Cancel");
  const question = make("p", {}, asked.dataset.confirm ?? "");
  const dialog = make("dialog", { class: "confirm" }, question, make("p", { class: "buttons" }, yes, no));
  yes.addEventListener("click", () => {
    dialog.close();
    agreed = asked;
    asked.click();
    agreed = null;
  });
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}
