// A chart from its Vega-Lite specification, run without evaluating any text as code.

import { type Config, parse, type TooltipHandler, type Loader, View } from "vega";
import { expressionInterpreter } from "vega-interpreter";
import { compile, type TopLevelSpec } from "vega-lite";
import { jsonIn, make, openAddress } from "./marking";
import { styled, themeShown, TURNED } from "./theming";

/** Everything a chart shows stands in its specification: nothing is ever fetched for it. */
const CLOSED = {
  load: () => Promise.reject(new Error("a chart fetches nothing")),
  sanitize: () => Promise.reject(new Error("a chart links by its points")),
  http: () => Promise.reject(new Error("a chart fetches nothing")),
  file: () => Promise.reject(new Error("a chart fetches nothing")),
  options: {},
} as unknown as Loader;

/** Draw the chart of a `figure[data-chart]`, and again whenever the theme turns. */
export function show(figure: HTMLElement): void {
  const spec = jsonIn<TopLevelSpec>(figure);
  const place = figure.querySelector<HTMLElement>("[role=img]");
  if (!spec || !place) return;
  let drawn = draw(place, spec);
  document.addEventListener(TURNED, () => {
    drawn?.finalize();
    drawn = draw(place, spec); // at once, since a printer does not wait
  });
}

function draw(place: HTMLElement, spec: TopLevelSpec): View | null {
  place.replaceChildren();
  try {
    const compiled = compile(spec, { config: look(place.clientWidth) as object });
    const view = new View(parse(compiled.spec, undefined, { ast: true }), {
      expr: expressionInterpreter,
      loader: CLOSED,
      renderer: "canvas",
      container: place,
      hover: true,
      tooltip: tell,
    });
    view.addEventListener("click", (_, item) => {
      const href = (item?.datum as { href?: unknown } | undefined)?.href;
      if (typeof href === "string") openAddress(href);
    });
    view.run();
    return view;
  } catch {
    place.replaceChildren(make("p", {}, "This chart cannot be drawn; its table has all of it."));
    return null;
  }
}

/** Vega's settings from the page's colours. */
function look(wide: number): Config {
  const dark = themeShown() === "dark";
  const ink = styled("--ink", dark ? "#e7e4dd" : "#1c1f23");
  const muted = styled("--soft", dark ? "#a9adb4" : "#555b63");
  const line = styled("--plot-grid", dark ? "#353a42" : "#dcdad4");
  const colours = (dark ? LIGHTER : DARKER).map((colour, at) => styled(`--plot-${at}`, colour));
  const axis = { labelColor: muted, titleColor: muted, gridColor: line, domainColor: line, tickColor: line };
  return {
    background: "transparent",
    font: getComputedStyle(document.body).fontFamily,
    axis: { ...axis, labelFontSize: 12, titleFontSize: 12, titleFontWeight: "normal" },
    legend: {
      labelColor: ink,
      titleColor: muted,
      labelFontSize: 12,
      labelLimit: 220,
      symbolOpacity: 1,
      symbolBaseFillColor: muted,
      symbolBaseStrokeColor: muted,
      columns: wide < 480 ? 2 : 4,
      layout: { bottom: { anchor: "start", direction: "vertical", margin: 8 } },
    },
    text: { color: ink, fill: ink },
    rule: { color: muted },
    view: { stroke: line },
    title: { color: ink },
    range: { category: colours },
  } as unknown as Config;
}

// Told apart by the colour-blind too; what the page's style sheet has comes first.
const DARKER = ["#0067a5", "#b84a00", "#00735c", "#a2407f", "#6f5a00", "#5450a6", "#555b63", "#7a4a2b"];
const LIGHTER = ["#5cb3ea", "#ff9d5c", "#35c5a0", "#e79ac8", "#e3c84e", "#b1adf5", "#a9adb4", "#d3a98c"];

const tip = make("dl", { class: "tip", hidden: "" });

/** What a point tells, beside it; its words are text and never read as HTML. */
const tell: TooltipHandler = (_handler, event, _item, told) => {
  if (told === null || told === undefined || told === "") {
    tip.hidden = true;
    return;
  }
  const lines: [string, unknown][] = typeof told === "object" ? Object.entries(told as object) : [["", told]];
  tip.replaceChildren(
    ...lines
      .filter(([, value]) => value !== null && value !== undefined && value !== "")
      .flatMap(([name, value]) => [make("dt", {}, name), make("dd", {}, String(value))]),
  );
  if (!tip.isConnected) document.body.append(tip);
  tip.hidden = false;
  if (!(event instanceof MouseEvent)) return;
  const left = Math.min(event.clientX + 14, document.documentElement.clientWidth - tip.offsetWidth - 8);
  const below = event.clientY + 14;
  const top = below + tip.offsetHeight > window.innerHeight ? event.clientY - tip.offsetHeight - 10 : below;
  tip.style.left = `${Math.max(left, 8)}px`;
  tip.style.top = `${Math.max(top, 8)}px`;
};
