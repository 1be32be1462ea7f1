// `[data-copy]`: its words, or those of the element that it names with `#id`, to the clipboard.

import { say } from "./saying";

/** Let every copying button of the page copy. */
export function hearCopying(): void {
  document.addEventListener("click", (event) => {
    const button = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-copy]") : null;
    if (button) void copy(button.dataset.copy ?? "");
  });
}

async function copy(asked: string): Promise<void> {
  const named = asked.startsWith("#") ? document.getElementById(asked.slice(1)) : null;
  const words = named instanceof HTMLInputElement ? named.value : (named?.textContent?.trim() ?? asked);
  try {
    await navigator.clipboard.writeText(words);
    say({ kind: "done", words: "Copied." });
  } catch {
    say({ kind: "wrong", words: "The browser does not let a page copy here. Select the words and copy them." });
  }
}
