// The days of the map: bars by day, and two sliders that say from when to when is shown.

import { make } from "./marking";

/** Fill a place with the bars and sliders; `shown` is told the first and the last day. */
export function brush(place: HTMLElement, counts: ReadonlyMap<string, number>, shown: (since: string, until: string) => void): void {
  const days = everyDay([...counts.keys()]);
  if (days.length < 2) {
    shown("", "");
    return;
  }
  const last = String(days.length - 1);
  const from = make("input", { type: "range", min: "0", max: last, value: "0", "aria-label": "First day" });
  const to = make("input", { type: "range", min: "0", max: last, value: last, "aria-label": "Last day" });
  const said = make("output");
  const bars = barsOf(days, counts);
  const tell = (): void => {
    const ends = [Number(from.value), Number(to.value)];
    const [low, high] = [Math.min(...ends), Math.max(...ends)];
    const [since, until] = [days[low] ?? "", days[high] ?? ""];
    said.textContent = since === until ? since : `${since} to ${until}`;
    from.setAttribute("aria-valuetext", days[Number(from.value)] ?? "");
    to.setAttribute("aria-valuetext", days[Number(to.value)] ?? "");
    bars.querySelectorAll("rect").forEach((bar, at) => bar.classList.toggle("out", at < low || at > high));
    const whole = low === 0 && high === days.length - 1;
    shown(whole ? "" : since, whole ? "" : until);
  };
  from.addEventListener("input", tell);
  to.addEventListener("input", tell);
  pull(bars, days.length, (low, high) => {
    from.value = String(low);
    to.value = String(high);
    tell();
  });
  place.replaceChildren(bars, make("div", { class: "ends" }, from, to), said);
  tell();
}

function everyDay(told: readonly string[]): string[] {
  const [first, last] = [told[0], told[told.length - 1]];
  if (!first || !last) return [];
  const days: string[] = [];
  for (let at = Date.parse(`${first}T00:00:00Z`); at <= Date.parse(`${last}T00:00:00Z`) && days.length < 4000; at += 86_400_000) {
    days.push(new Date(at).toISOString().slice(0, 10));
  }
  return days;
}

function barsOf(days: readonly string[], counts: ReadonlyMap<string, number>): SVGSVGElement {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("viewBox", `0 0 ${days.length} 10`);
  svg.setAttribute("preserveAspectRatio", "none");
  svg.setAttribute("class", "days");
  svg.setAttribute("aria-hidden", "true");
  const most = Math.max(...counts.values(), 1);
  days.forEach((day, at) => {
    const count = counts.get(day) ?? 0;
    const bar = document.createElementNS("http://www.w3.org/2000/svg", "rect");
    const tall = count ? Math.max(10 * Math.sqrt(count / most), 0.6) : 0.15;
    for (const [name, value] of Object.entries({ x: at + 0.05, y: 10 - tall, width: 0.9, height: tall })) bar.setAttribute(name, String(value));
    const title = document.createElementNS("http://www.w3.org/2000/svg", "title");
    title.textContent = `${day}: ${count}`;
    bar.append(title);
    svg.append(bar);
  });
  return svg;
}

/** Let a pull over the bars choose their days; a click on one, it alone. */
function pull(bars: SVGSVGElement, count: number, chosen: (low: number, high: number) => void): void {
  let start = -1;
  const at = (event: PointerEvent): number => {
    const box = bars.getBoundingClientRect();
    return Math.min(Math.max(Math.floor(((event.clientX - box.left) / box.width) * count), 0), count - 1);
  };
  bars.addEventListener("pointerdown", (event) => {
    start = at(event);
    bars.setPointerCapture(event.pointerId);
    chosen(start, start);
  });
  bars.addEventListener("pointermove", (event) => {
    if (start >= 0) chosen(Math.min(start, at(event)), Math.max(start, at(event)));
  });
  bars.addEventListener("pointerup", () => {
    start = -1;
  });
}
