// Rows picked by their boxes, for buttons that act on several: split, merge, file.

/** Let the boxes of a `[data-pick]` pick rows. */
export function show(place: HTMLElement): void {
  let last = -1;
  place.addEventListener("click", (event) => {
    const boxes = boxesOf(place);
    const at = event.target instanceof HTMLInputElement ? boxes.indexOf(event.target) : -1;
    if (at < 0) return;
    if (event.shiftKey && last >= 0) {
      const on = boxes[at]?.checked ?? false;
      for (const box of boxes.slice(Math.min(last, at), Math.max(last, at) + 1)) box.checked = on;
    }
    last = at;
    tell(place);
  });
  place.addEventListener("change", (event) => {
    if (!(event.target instanceof HTMLInputElement)) return;
    if (event.target.matches("[data-pick-all]")) {
      for (const box of boxesOf(place)) box.checked = event.target.checked;
    }
    tell(place);
  });
  tell(place);
}

function boxesOf(place: HTMLElement): HTMLInputElement[] {
  return [...place.querySelectorAll<HTMLInputElement>("input[type=checkbox]:not([data-pick-all])")];
}

function tell(place: HTMLElement): void {
  const picked = boxesOf(place).filter((box) => box.checked).length;
  for (const count of place.querySelectorAll("[data-pick-count]")) count.textContent = `${picked} picked`;
  for (const button of place.querySelectorAll<HTMLButtonElement>("button[data-pick-least]")) {
    button.disabled = picked < Number(button.dataset.pickLeast);
  }
}
