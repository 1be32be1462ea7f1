// The navigation of a narrow screen, which the menu's button opens.

/** Let `[data-menu]` open and close what it controls; Escape and a click beside it close it. */
export function hearMenu(): void {
  document.addEventListener("click", (event) => {
    const button = document.querySelector<HTMLElement>("[data-menu]");
    const menu = document.getElementById(button?.getAttribute("aria-controls") ?? "");
    if (!button || !menu || !(event.target instanceof Element)) return;
    const asked = event.target.closest("[data-menu]") !== null;
    if (asked) open(button, menu, !menu.classList.contains("open"));
    else if (!menu.contains(event.target)) open(button, menu, false);
  });
  document.addEventListener("keydown", (event) => {
    const button = document.querySelector<HTMLElement>("[data-menu]");
    const menu = document.getElementById(button?.getAttribute("aria-controls") ?? "");
    if (event.key !== "Escape" || !button || !menu?.classList.contains("open")) return;
    open(button, menu, false);
    button.focus();
  });
}

function open(button: HTMLElement, menu: HTMLElement, shown: boolean): void {
  menu.classList.toggle("open", shown);
  button.setAttribute("aria-expanded", String(shown));
}
