// Which part of the map is seen: by buttons, keys, the wheel and the hand.

import { make } from "./marking";

export interface Frame {
  x: number;
  y: number;
  scale: number;
  readonly wide: number;
  readonly tall: number;
}

const NEAREST = 40; // times magnified at most
const STEP = 80; // units of the sheet that an arrow moves

/** Magnify around a point of the sheet, within bounds. */
function zoom(frame: Frame, factor: number, x: number, y: number): void {
  const scale = Math.min(Math.max(frame.scale * factor, 1), NEAREST);
  frame.x = x - ((x - frame.x) * scale) / frame.scale;
  frame.y = y - ((y - frame.y) * scale) / frame.scale;
  frame.scale = scale;
  hold(frame);
}

/** Keep the sheet within sight. */
function hold(frame: Frame): void {
  frame.x = Math.min(Math.max(frame.x, frame.wide * (1 - frame.scale)), 0);
  frame.y = Math.min(Math.max(frame.y, frame.tall * (1 - frame.scale)), 0);
}

/** Let a hand or a mouse move the map. */
export function drag(svg: SVGSVGElement, frame: Frame, moved: () => void): void {
  let last: { x: number; y: number } | null = null;
  svg.addEventListener("pointerdown", (event) => {
    if (event.button === 0) last = { x: event.clientX, y: event.clientY };
  });
  svg.addEventListener("pointermove", (event) => {
    if (!last || !(event.buttons & 1)) return;
    const unit = frame.wide / svg.clientWidth;
    frame.x += (event.clientX - last.x) * unit;
    frame.y += (event.clientY - last.y) * unit;
    last = { x: event.clientX, y: event.clientY };
    hold(frame);
    moved();
  });
  for (const name of ["pointerup", "pointerleave", "pointercancel"]) {
    svg.addEventListener(name, () => {
      last = null;
    });
  }
}

/** Let the wheel magnify while Control is held, as in other maps; else it scrolls the page. */
export function wheel(svg: SVGSVGElement, frame: Frame, moved: () => void): void {
  svg.addEventListener(
    "wheel",
    (event) => {
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      const box = svg.getBoundingClientRect();
      const unit = frame.wide / box.width;
      zoom(frame, 1.0015 ** -event.deltaY, (event.clientX - box.left) * unit, (event.clientY - box.top) * unit);
      moved();
    },
    { passive: false },
  );
}

/** Buttons that do all of it; while one of them has the focus the arrows, + and - do too. */
export function zoomButtons(frame: Frame, moved: () => void, fit: () => void): HTMLElement {
  const [x, y] = [frame.wide / 2, frame.tall / 2];
  const shift = (right: number, down: number) => () => {
    frame.x -= right;
    frame.y -= down;
    hold(frame);
  };
  const acts: Record<string, () => void> = {
    "+": () => zoom(frame, 1.4, x, y),
    "-": () => zoom(frame, 1 / 1.4, x, y),
    ArrowLeft: shift(-STEP, 0),
    ArrowRight: shift(STEP, 0),
    ArrowUp: shift(0, -STEP),
    ArrowDown: shift(0, STEP),
  };
  const world = (): void => zoom(frame, 0, x, y);
  const shown: [string, string, () => void][] = [
    ["+", "Zoom in", acts["+"] as () => void],
    ["−", "Zoom out", acts["-"] as () => void],
    ["←", "Move west", acts.ArrowLeft as () => void],
    ["→", "Move east", acts.ArrowRight as () => void],
    ["↑", "Move north", acts.ArrowUp as () => void],
    ["↓", "Move south", acts.ArrowDown as () => void],
    ["Places", "Show every place", fit],
    ["World", "Show the whole world", world],
  ];
  const bar = make("p", { class: "zooms" });
  for (const [words, name, act] of shown) {
    const button = make("button", { type: "button", "aria-label": name, title: name }, words);
    button.addEventListener("click", () => {
      act();
      moved();
    });
    bar.append(button);
  }
  bar.addEventListener("keydown", (event) => {
    const act = acts[event.key];
    if (!act) return;
    event.preventDefault();
    act();
    moved();
  });
  return bar;
}
