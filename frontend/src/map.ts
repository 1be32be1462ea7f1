// A world map of what is told to happen where, by day and by how narrowly the place is told.

import { geoContains, geoEqualEarth, geoPath, type GeoPermissibleObjects } from "d3-geo";
import { feature } from "topojson-client";
import { jsonIn, make, openAddress } from "./marking";
import { brush } from "./map_days";
import { drag, type Frame, wheel, zoomButtons } from "./map_frame";

interface Place {
  key: string;
  name: string;
  latitude: number;
  longitude: number;
  precision: string; // city, district, region, country or area
  a3: string | null;
  texts?: number; // with those of no day
  days: [string, number][];
  href?: string;
}

interface Country {
  type: "Feature";
  id?: string | number;
  properties: { name?: string; a3?: string };
  geometry: object;
}

const SVG = "http://www.w3.org/2000/svg";
const WIDE = 960;
const TALL = 480;
const FINE_FROM = 3; // times magnified from which the finer outlines are fetched

/** Draw the map of a `[data-map]`; its `[data-place]` rows are the list beside it. */
export async function show(element: HTMLElement): Promise<void> {
  const places = jsonIn<{ places: Place[] }>(element)?.places;
  const stage = element.querySelector<HTMLElement>("[role=img]");
  const address = element.dataset.world;
  if (!places || !stage || !address) return;
  const coarse = await countries(address);
  if (!coarse) {
    stage.replaceChildren(make("p", {}, "The map's outlines could not be read; the list has every place."));
    return;
  }
  const frame: Frame = { x: 0, y: 0, scale: 1, wide: WIDE, tall: TALL };
  const map = new WorldMap(stage, places, frame);
  map.outline(coarse);
  const fine = element.dataset.worldFine;
  let fetched = false;
  const moved = (): void => {
    map.place();
    if (fetched || !fine || frame.scale < FINE_FROM) return;
    fetched = true;
    void countries(fine).then((found) => {
      if (found) map.outline(found);
    });
  };
  frameAround(frame, map.spots());
  moved();
  drag(map.svg, frame, moved);
  wheel(map.svg, frame, moved);
  stage.after(zoomButtons(frame, moved, () => frameAround(frame, map.spots())));
  const days = element.querySelector<HTMLElement>("[data-map-days]");
  if (days) brush(days, countsOf(places), (since, until) => map.during(since, until));
  else map.during("", "");
}

async function countries(address: string): Promise<Country[] | null> {
  try {
    const answer = await fetch(address);
    const world = await answer.json();
    const name = "countries" in world.objects ? "countries" : Object.keys(world.objects)[0];
    const found = feature(world, world.objects[name ?? ""]) as unknown as { features?: Country[] };
    return found.features ?? null;
  } catch {
    return null;
  }
}

function countsOf(places: readonly Place[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const [day, count] of places.flatMap((place) => place.days)) counts.set(day, (counts.get(day) ?? 0) + count);
  return new Map([...counts].sort(([one], [other]) => (one < other ? -1 : 1)));
}

/** Texts of a place on days from one to another; those of no day count where no end is set. */
function countOf(place: Place, since: string, until: string): number {
  if (!since && !until && place.texts !== undefined) return place.texts;
  return place.days
    .filter(([day]) => (!since || day >= since) && (!until || day <= until))
    .reduce((sum, [, count]) => sum + count, 0);
}

/** Frame what is shown with room around it; the whole world where that is nearly as large. */
function frameAround(frame: Frame, spots: readonly [number, number][]): void {
  const [xs, ys] = [spots.map(([x]) => x), spots.map(([, y]) => y)];
  const [left, right] = [Math.min(...xs) - 40, Math.max(...xs) + 40];
  const [top, below] = [Math.min(...ys) - 30, Math.max(...ys) + 30];
  const scale = spots.length ? Math.min(WIDE / (right - left), TALL / (below - top), 12) : 1;
  frame.scale = scale < 1.25 ? 1 : scale;
  frame.x = frame.scale === 1 ? 0 : WIDE / 2 - ((left + right) / 2) * frame.scale;
  frame.y = frame.scale === 1 ? 0 : TALL / 2 - ((top + below) / 2) * frame.scale;
}

class WorldMap {
  readonly svg: SVGSVGElement;
  private readonly places: readonly Place[];
  private readonly frame: Frame;
  private readonly whole = draw("g", {});
  private readonly land = draw("g", { class: "land" });
  private readonly hatched = draw("g", { class: "hatched" });
  private readonly marks = draw("g", { class: "marks" });
  private readonly projection = geoEqualEarth().fitExtent(
    [
      [4, 4],
      [WIDE - 4, TALL - 4],
    ],
    { type: "Sphere" },
  );
  private world: readonly Country[] = [];
  private counted = new Map<string, number>();
  private picked = "";

  constructor(stage: HTMLElement, places: readonly Place[], frame: Frame) {
    this.places = places;
    this.frame = frame;
    this.svg = draw("svg", { viewBox: `0 0 ${WIDE} ${TALL}`, class: "world", "aria-hidden": "true" });
    const hatch = draw("pattern", { id: "hatch", width: "6", height: "6", patternUnits: "userSpaceOnUse", patternTransform: "rotate(45)" });
    hatch.append(draw("line", { x1: "0", y1: "0", x2: "0", y2: "6" }));
    const kept = draw("defs", {});
    kept.append(hatch);
    this.whole.append(this.land, this.hatched, this.marks);
    this.svg.append(kept, this.whole);
    stage.replaceChildren(this.svg);
    new ResizeObserver(() => this.place()).observe(this.svg);
  }

  /** Where the places lie on the sheet. */
  spots(): [number, number][] {
    return this.places.flatMap((place) => {
      const at = this.projection([place.longitude, place.latitude]);
      return at ? [at] : [];
    });
  }

  /** Draw the countries' outlines, in place of those there are. */
  outline(world: readonly Country[]): void {
    this.world = world;
    const path = geoPath(this.projection);
    this.land.replaceChildren(
      ...world.map((country) => draw("path", { d: path(country as unknown as GeoPermissibleObjects) ?? "" })),
    );
    this.redraw();
  }

  /** Count what is told on days from one to another; empty ends are open. */
  during(since: string, until: string): void {
    this.counted = new Map(this.places.map((place) => [place.key, countOf(place, since, until)]));
    for (const row of document.querySelectorAll<HTMLElement>("[data-place]")) {
      const count = this.counted.get(row.dataset.place ?? "") ?? 0;
      row.hidden = count === 0;
      const told = row.querySelector("[data-count]");
      if (told) told.textContent = count.toLocaleString("en");
    }
    this.redraw();
  }

  /** Move what is drawn to where the frame is; marks keep their size. */
  place(): void {
    const { x, y, scale } = this.frame;
    this.whole.setAttribute("transform", `translate(${x} ${y}) scale(${scale})`);
    const small = WIDE / (this.svg.clientWidth || WIDE); // marks are as large on a phone
    for (const mark of this.marks.children) {
      const [left, top] = [mark.getAttribute("data-x"), mark.getAttribute("data-y")];
      mark.setAttribute("transform", `translate(${left} ${top}) scale(${Math.min(small, 2.4) / scale})`);
    }
    this.svg.querySelector("pattern")?.setAttribute("patternTransform", `rotate(45) scale(${1 / scale})`);
  }

  private redraw(): void {
    const path = geoPath(this.projection);
    this.hatched.replaceChildren();
    this.marks.replaceChildren();
    const shown = this.places.filter((place) => (this.counted.get(place.key) ?? 0) > 0);
    for (const place of [...shown].sort((one, other) => this.count(other) - this.count(one))) {
      const country = place.precision === "country" ? this.countryOf(place) : undefined;
      const mark = country
        ? draw("path", { d: path(country as unknown as GeoPermissibleObjects) ?? "", fill: "url(#hatch)" })
        : this.markOf(place);
      (country ? this.hatched : this.marks).append(this.named(mark, place));
    }
    this.place();
  }

  private count(place: Place): number {
    return this.counted.get(place.key) ?? 0;
  }

  private countryOf(place: Place): Country | undefined {
    return (
      this.world.find((country) => place.a3 && country.properties.a3 === place.a3) ??
      this.world.find((country) => geoContains(country as never, [place.longitude, place.latitude]))
    );
  }

  private markOf(place: Place): SVGElement {
    const [x, y] = this.projection([place.longitude, place.latitude]) ?? [0, 0];
    const group = draw("g", { "data-x": x.toFixed(2), "data-y": y.toFixed(2) });
    const size = Math.min(3.5 + 2 * Math.sqrt(this.count(place)), 16);
    const narrow = place.precision === "city";
    const radius = narrow ? size : place.precision === "area" ? size + 14 : size + 5;
    group.append(draw("circle", { r: radius.toFixed(1), class: narrow ? "dot" : "ring" }));
    if (!narrow) group.append(draw("circle", { r: "2", class: "dot" }));
    return group;
  }

  private named(mark: SVGElement, place: Place): SVGElement {
    mark.classList.add("mark", place.precision);
    mark.classList.toggle("picked", place.key === this.picked);
    const title = draw("title", {});
    title.textContent = `${place.name} (${place.precision}): ${this.count(place).toLocaleString("en")}`;
    mark.append(title);
    mark.addEventListener("click", () => this.pick(place));
    mark.addEventListener("dblclick", () => place.href && openAddress(place.href));
    return mark;
  }

  private pick(place: Place): void {
    this.picked = this.picked === place.key ? "" : place.key;
    for (const row of document.querySelectorAll<HTMLElement>("[data-place]")) {
      row.classList.toggle("current", row.dataset.place === this.picked);
      if (row.dataset.place === this.picked) row.scrollIntoView({ block: "nearest" });
    }
    this.redraw();
  }
}

function draw<Name extends keyof SVGElementTagNameMap>(name: Name, attributes: Record<string, string>): SVGElementTagNameMap[Name] {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  return element;
}
