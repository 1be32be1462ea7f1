// The slider of `as_of`: the page as it was known at an instant, with how much came in when.

import { jsonOf, late } from "./marking";
import { styled, TURNED } from "./theming";

type Instant = string | { at: string; count?: number };

const WAIT = 500; // milliseconds after the last step before the page is asked for

/** Set up the sliders within a part of the page. */
export function slideIn(part: ParentNode): void {
  for (const slider of part.querySelectorAll<HTMLInputElement>("input[type=range][data-as-of]")) {
    if (slider.dataset.slides) continue;
    const instants = jsonOf<Instant[]>(slider.dataset.days) ?? [];
    if (instants.length > 1) slide(slider, instants);
  }
}

function slide(slider: HTMLInputElement, instants: readonly Instant[]): void {
  slider.dataset.slides = "";
  slider.min = "0";
  slider.max = String(instants.length - 1);
  slider.step = "1";
  const asked = new URL(location.href).searchParams.get("as_of");
  slider.value = String(asked ? nearest(instants, asked) : instants.length - 1);
  const told = slider.parentElement?.querySelector("output");
  const tell = (): void => {
    const words = wordsOf(instants, Number(slider.value));
    slider.setAttribute("aria-valuetext", words);
    if (told) told.textContent = words;
  };
  const open = late(() => go(instants, Number(slider.value)), WAIT);
  slider.addEventListener("input", () => {
    tell();
    open();
  });
  tell();
  drawCounts(slider, instants);
}

function instantOf(each: Instant | undefined): string {
  return typeof each === "string" ? each : (each?.at ?? "");
}

function nearest(instants: readonly Instant[], asked: string): number {
  // A day without an hour means its end, as the server reads it.
  const wanted = Date.parse(asked.length === 10 ? `${asked}T23:59:59Z` : asked);
  const after = instants.findIndex((each) => Date.parse(instantOf(each)) > wanted);
  return after < 0 ? instants.length - 1 : Math.max(after - 1, 0);
}

function wordsOf(instants: readonly Instant[], at: number): string {
  const said = instantOf(instants[at]);
  const day = said.slice(0, 10);
  return at === instants.length - 1 ? `now (newest ${day})` : `as of ${day}`;
}

function go(instants: readonly Instant[], at: number): void {
  const where = new URL(location.href);
  if (at === instants.length - 1) where.searchParams.delete("as_of");
  else where.searchParams.set("as_of", instantOf(instants[at]));
  if (where.href !== location.href) location.assign(where);
}

/** Bars under the slider: how many reports came on each of its days. */
function drawCounts(slider: HTMLInputElement, instants: readonly Instant[]): void {
  const beside = jsonOf<number[]>(slider.dataset.counts);
  const counts = beside ?? instants.map((each) => (typeof each === "string" ? 0 : (each.count ?? 0)));
  const most = Math.max(...counts);
  if (most <= 0) return;
  const canvas = document.createElement("canvas");
  canvas.className = "as-of-counts";
  canvas.setAttribute("aria-hidden", "true");
  slider.after(canvas);
  const draw = (): void => paint(canvas, counts, most);
  new ResizeObserver(draw).observe(canvas);
  document.addEventListener(TURNED, draw);
}

function paint(canvas: HTMLCanvasElement, counts: readonly number[], most: number): void {
  const sharp = window.devicePixelRatio || 1;
  const [width, height] = [canvas.clientWidth * sharp, canvas.clientHeight * sharp];
  if (!width || !height) return;
  [canvas.width, canvas.height] = [width, height];
  const brush = canvas.getContext("2d");
  if (!brush) return;
  brush.fillStyle = styled("--soft", "#767676");
  const step = width / counts.length;
  counts.forEach((count, at) => {
    const tall = Math.sqrt(count / most) * height; // a root, so that a quiet day is still seen
    brush.fillRect(at * step, height - tall, Math.max(step - sharp, sharp), tall);
  });
}
