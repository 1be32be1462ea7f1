// The slider of `as_of`: the page as it was known on a day, with how much came in when.

import { late, make } from "./marking";
import { styled, TURNED } from "./theming";

type Day = [string, number];

const WAIT = 500; // milliseconds after the last step before the page is asked for

/** Put a slider into a `details[data-as-of]` when it is opened; its form works without it. */
export function show(details: HTMLElement): void {
  if (!(details instanceof HTMLDetailsElement)) return;
  let asked = false;
  const open = (): void => {
    if (asked || !details.open) return;
    asked = true;
    void daysAt(details.dataset.asOf ?? "").then((days) => {
      if (days.length > 1) details.append(sliderOf(days));
    });
  };
  details.addEventListener("toggle", open);
  open();
}

async function daysAt(address: string): Promise<Day[]> {
  try {
    const answer = await fetch(address, { headers: { Accept: "application/json" } });
    const told = (await answer.json()) as { record?: { days?: Day[] } };
    return answer.ok ? (told.record?.days ?? []) : [];
  } catch {
    return []; // the field for a day is there all the same
  }
}

function sliderOf(days: readonly Day[]): HTMLElement {
  const last = days.length - 1;
  const asked = new URL(location.href).searchParams.get("as_of")?.slice(0, 10);
  const slider = make("input", { type: "range", min: "0", max: String(last), step: "1", "aria-label": "As of day" });
  slider.value = String(asked ? atDay(days, asked) : last);
  const told = make("output");
  const tell = (): void => {
    told.textContent = wordsOf(days, Number(slider.value));
    slider.setAttribute("aria-valuetext", told.textContent);
  };
  const open = late(() => openDay(days, Number(slider.value)), WAIT);
  slider.addEventListener("input", () => {
    tell();
    open();
  });
  tell();
  return make("div", { class: "as-of-slider" }, barsOf(days), slider, told);
}

function atDay(days: readonly Day[], asked: string): number {
  const after = days.findIndex(([day]) => day > asked);
  return after < 0 ? days.length - 1 : Math.max(after - 1, 0);
}

function wordsOf(days: readonly Day[], at: number): string {
  const [day, count] = days[at] ?? ["", 0];
  const came = `${count.toLocaleString("en")} report${count === 1 ? "" : "s"} came`;
  return at === days.length - 1 ? `now; ${came} on ${day}` : `as of ${day}, when ${came}`;
}

function openDay(days: readonly Day[], at: number): void {
  const where = new URL(location.href);
  where.searchParams.delete("cursor");
  if (at === days.length - 1) where.searchParams.delete("as_of");
  else where.searchParams.set("as_of", days[at]?.[0] ?? "");
  if (where.href !== location.href) location.assign(where);
}

/** A bar for each day, as tall as the root of how many reports came, so that few are still seen. */
function barsOf(days: readonly Day[]): HTMLCanvasElement {
  const canvas = make("canvas", { class: "as-of-counts", "aria-hidden": "true" });
  const most = Math.max(...days.map(([, count]) => count), 1);
  const draw = (): void => {
    const sharp = window.devicePixelRatio || 1;
    const [width, height] = [canvas.clientWidth * sharp, canvas.clientHeight * sharp];
    const brush = canvas.getContext("2d");
    if (!width || !height || !brush) return;
    [canvas.width, canvas.height] = [width, height];
    brush.fillStyle = styled("--strong-line", "#767676");
    const step = width / days.length;
    days.forEach(([, count], at) => {
      const tall = Math.sqrt(count / most) * height;
      brush.fillRect(at * step, height - tall, Math.max(step - sharp, sharp), tall);
    });
  };
  new ResizeObserver(draw).observe(canvas);
  document.addEventListener(TURNED, draw);
  return canvas;
}
