"use strict";
// Opens a citation's words in a panel, steps between citations, and turns the theme.
// Without this script a citation is a link to the same words further down the page.
(() => {
  const root = document.documentElement;
  const panel = document.getElementById("panel");
  const body = document.getElementById("panel-body");
  const title = document.getElementById("panel-title");
  const citations = [...document.querySelectorAll("a.cite")];
  let current = -1;

  const copyOf = (id) => {
    const copy = document.getElementById(id).cloneNode(true);
    for (const element of [copy, ...copy.querySelectorAll("[id]")]) element.removeAttribute("id");
    return copy;
  };

  const show = (place) => {
    current = (place + citations.length) % citations.length;
    const citation = citations[current];
    const parts = [];
    const sentence = citation.closest(".line")?.querySelector(".sentence");
    if (sentence) {
      const told = document.createElement("p");
      told.className = "panel-sentence";
      const copy = sentence.cloneNode(true);
      copy.removeAttribute("data-sentence");
      told.append(copy);
      parts.push(told);
    }
    parts.push(copyOf(`head-${citation.dataset.source}`));
    for (const label of citation.dataset.quotes.split(" ")) parts.push(copyOf(`quote-${label}`));
    body.replaceChildren(...parts);
    body.scrollTop = 0;
    title.textContent = `Source ${citation.dataset.source} · citation ${current + 1} of ${citations.length}`;
    for (const one of citations) one.classList.toggle("open", one === citation);
    if (!panel.open) panel.showModal();
    title.focus();
  };

  if (typeof panel.showModal === "function") {
    citations.forEach((citation, place) => {
      citation.setAttribute("aria-haspopup", "dialog");
      citation.addEventListener("click", (event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
        event.preventDefault();
        show(place);
      });
      citation.addEventListener("keydown", (event) => {
        if (event.key !== " ") return;
        event.preventDefault();
        show(place);
      });
    });
    panel.addEventListener("keydown", (event) => {
      if (event.key === "ArrowRight") show(current + 1);
      else if (event.key === "ArrowLeft") show(current - 1);
      else return;
      event.preventDefault();
    });
    panel.addEventListener("click", (event) => {
      if (event.target === panel) panel.close();
    });
    panel.addEventListener("close", () => {
      for (const one of citations) one.classList.remove("open");
      citations[current]?.focus();
    });
    document.getElementById("next").addEventListener("click", () => show(current + 1));
    document.getElementById("previous").addEventListener("click", () => show(current - 1));
    document.getElementById("close").addEventListener("click", () => panel.close());
  }

  const themes = { auto: "as the system", light: "light", dark: "dark" };
  const button = document.getElementById("theme");
  const kept = () => {
    try {
      return localStorage.getItem("watchword-theme");
    } catch {
      return null;
    }
  };
  const set = (theme) => {
    if (theme === "auto") delete root.dataset.theme;
    else root.dataset.theme = theme;
    button.textContent = `Theme: ${themes[theme]}`;
    try {
      localStorage.setItem("watchword-theme", theme);
    } catch {
      // A page opened from a file may be refused storage; the theme then holds until it closes.
    }
  };
  const order = Object.keys(themes);
  let theme = order.includes(kept()) ? kept() : "auto";
  set(theme);
  button.hidden = false;
  button.addEventListener("click", () => {
    theme = order[(order.indexOf(theme) + 1) % order.length];
    set(theme);
  });

  let opened = [];
  addEventListener("beforeprint", () => {
    opened = [...document.querySelectorAll("details:not([open])")];
    for (const one of opened) one.open = true;
  });
  addEventListener("afterprint", () => {
    for (const one of opened) one.open = false;
  });
})();
