// Sets the theme before anything is painted, so that a dark page never flashes white.

const kept = ((): string | null => {
  try {
    return localStorage.getItem("theme");
  } catch {
    return null; // storage may be forbidden; the system's theme holds then
  }
})();
if (kept === "light" || kept === "dark") document.documentElement.dataset.theme = kept;
document.documentElement.classList.add("scripted");
