// The theme that is shown, the button that turns it, and who wants to know when it turns.

export const TURNED = "theme-turned";

/** The theme that the page is shown in. */
export function themeShown(): "light" | "dark" {
  const chosen = document.documentElement.dataset.theme;
  if (chosen === "light" || chosen === "dark") return chosen;
  return matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
}

/** Let every `[data-theme-toggle]` turn the theme, and keep it for the next page. */
export function turnThemes(): void {
  document.addEventListener("click", (event) => {
    if (!(event.target instanceof Element) || !event.target.closest("[data-theme-toggle]")) return;
    const next = themeShown() === "dark" ? "light" : "dark";
    document.documentElement.dataset.theme = next;
    try {
      localStorage.setItem("theme", next);
    } catch {
      // not kept: the page is turned all the same
    }
    tellTurn();
  });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", tellTurn);
  window.addEventListener("beforeprint", printLight);
  tellState();
}

/** Paper is light: plots are drawn so before they are printed, and as they were afterwards. */
function printLight(): void {
  const chosen = document.documentElement.dataset.theme;
  document.documentElement.dataset.theme = "light";
  document.dispatchEvent(new CustomEvent(TURNED));
  const restore = (): void => {
    if (chosen) document.documentElement.dataset.theme = chosen;
    else delete document.documentElement.dataset.theme;
    document.dispatchEvent(new CustomEvent(TURNED));
  };
  window.addEventListener("afterprint", restore, { once: true });
}

function tellTurn(): void {
  tellState();
  document.dispatchEvent(new CustomEvent(TURNED));
}

function tellState(): void {
  for (const button of document.querySelectorAll("[data-theme-toggle]")) {
    button.setAttribute("aria-pressed", String(themeShown() === "dark"));
  }
}

/** A colour or length of the page's style sheet, or what stands for it where it has none. */
export function styled(name: string, otherwise: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim() || otherwise;
}
