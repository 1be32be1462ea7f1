// Who has to do with whom: a network whose lines are signed, beside a list that says the same.

import cytoscape, { type Core, type EdgeSingular, type NodeSingular, type StylesheetJson } from "cytoscape";
import { jsonIn, late, make, openAddress } from "./marking";
import { styled, themeShown, TURNED } from "./theming";

interface Actor {
  id: string;
  name: string;
  weight: number; // happenings with anybody
  href?: string;
}

interface Pair {
  id: string;
  one: string;
  other: string;
  happenings: number;
  score: number; // below nought: conflict prevails
  material: boolean; // whether deeds prevail over words
  href?: string;
}

interface Network {
  actors: Actor[];
  pairs: Pair[];
}

const NO_STYLE = "__________cytoscape_stylesheet"; // Cytoscape writes a style element unless this is there

/** Draw the network of a `[data-network]`; its `[data-pair]` rows are the list beside it. */
export function show(place: HTMLElement): void {
  const network = jsonIn<Network>(place);
  const canvas = place.querySelector<HTMLElement>("[role=img]");
  if (!network || !canvas || !network.actors.length) return;
  if (!document.getElementById(NO_STYLE)) document.head.append(make("template", { id: NO_STYLE }));
  const graph = cytoscape({
    container: canvas,
    elements: [...network.actors.map(nodeOf(network.actors.length)), ...network.pairs.map(edgeOf)],
    style: look(1),
    layout: {
      name: "cose",
      randomize: false, // the same network lies the same way each time
      animate: false,
      nodeRepulsion: () => 120_000,
      idealEdgeLength: () => 110,
      nodeOverlap: 24,
      numIter: 1500,
      padding: 30,
    },
    userZoomingEnabled: false, // the wheel scrolls the page; the buttons zoom
    minZoom: 0.2,
    maxZoom: 4,
  });
  hear(graph, place);
  place.append(buttons(graph));
  const restyle = (): void => void graph.style(look(graph.zoom()));
  restyle();
  graph.on("zoom", late(restyle, 60));
  document.addEventListener(TURNED, restyle);
  window.addEventListener("beforeprint", () => print(graph, canvas));
  new ResizeObserver(() => {
    graph.resize();
    graph.fit(undefined, 30);
  }).observe(canvas);
}

/** A picture stands in for the network on paper: a printer does not wait for the next frame. */
function print(graph: Core, canvas: HTMLElement): void {
  graph.style(look(graph.zoom()));
  const picture = make("img", { class: "printed", alt: "", src: graph.png({ full: true, scale: 2 }) });
  canvas.append(picture);
  window.addEventListener("afterprint", () => picture.remove(), { once: true });
}

function nodeOf(count: number) {
  return (actor: Actor, at: number): cytoscape.ElementDefinition => {
    const turn = (2 * Math.PI * at) / count;
    return {
      group: "nodes",
      data: { id: actor.id, name: actor.name, size: 14 + 5 * Math.sqrt(actor.weight), href: actor.href },
      position: { x: 300 * Math.cos(turn), y: 300 * Math.sin(turn) },
    };
  };
}

function edgeOf(pair: Pair): cytoscape.ElementDefinition {
  const sign = pair.score < 0 ? "conflict" : "cooperation";
  return {
    group: "edges",
    data: { id: pair.id, source: pair.one, target: pair.other, wide: Math.min(1 + Math.sqrt(pair.happenings), 9), href: pair.href },
    classes: `${sign} ${pair.material ? "material" : "verbal"}`,
  };
}

/** The look of nodes and lines; names are as large on the screen however far away they are. */
function look(zoom: number): StylesheetJson {
  const far = 1 / Math.min(zoom, 1);
  const dark = themeShown() === "dark";
  const ink = styled("--ink", dark ? "#e8e6e1" : "#1d1d1b");
  const ground = styled("--paper", dark ? "#171a1e" : "#ffffff");
  return [
    {
      selector: "node",
      style: {
        width: "data(size)",
        height: "data(size)",
        "background-color": styled("--strong-line", "#767676"),
        label: "data(name)",
        color: ink,
        "font-size": 12 * far,
        "font-family": getComputedStyle(document.body).fontFamily,
        "text-valign": "bottom",
        "text-margin-y": 3 * far,
        "text-wrap": "wrap",
        "text-max-width": `${100 * far}px`,
        "text-outline-color": ground,
        "text-outline-width": 2 * far,
      },
    },
    { selector: "edge", style: { width: "data(wide)", "curve-style": "straight", opacity: 0.8 } },
    { selector: "edge.cooperation", style: { "line-color": styled("--plot-0", dark ? "#5cb3ea" : "#0067a5") } },
    { selector: "edge.conflict", style: { "line-color": styled("--plot-1", dark ? "#ff9d5c" : "#b84a00") } },
    { selector: "edge.verbal", style: { "line-style": "dashed" } },
    { selector: ".faded", style: { opacity: 0.12 } },
    { selector: "node.picked", style: { "border-width": 3, "border-color": ink } },
  ] as StylesheetJson;
}

/** A click on a node keeps its own lines and rows; one on a line opens the two. */
function hear(graph: Core, place: HTMLElement): void {
  const pick = (node: NodeSingular | null): void => {
    graph.elements().removeClass("faded picked");
    if (node) {
      graph.elements().difference(node.closedNeighborhood()).addClass("faded");
      node.addClass("picked");
    }
    filter(node ? (node.id() as string) : null, node ? (node.data("name") as string) : "");
  };
  graph.on("tap", "node", (event) => {
    const node = event.target as NodeSingular;
    pick(node.hasClass("picked") ? null : node);
  });
  graph.on("tap", "edge", (event) => {
    const href = (event.target as EdgeSingular).data("href") as string | undefined;
    if (href) openAddress(href);
  });
  graph.on("tap", (event) => {
    if (event.target === graph) pick(null);
  });
  place.addEventListener("change", (event) => {
    if (!(event.target instanceof HTMLSelectElement) || !event.target.matches("[data-network-pick]")) return;
    const node = event.target.value ? graph.getElementById(event.target.value) : null;
    pick(node?.isNode() ? (node as unknown as NodeSingular) : null);
  });
  const canvas = graph.container();
  graph.on("mouseover", "node, edge", () => canvas?.classList.add("pointing"));
  graph.on("mouseout", "node, edge", () => canvas?.classList.remove("pointing"));
}

/** Show of the rows beside the network those of one actor; all of them for null. */
function filter(actor: string | null, name: string): void {
  for (const row of document.querySelectorAll<HTMLElement>("[data-pair]")) {
    row.hidden = actor !== null && row.dataset.one !== actor && row.dataset.other !== actor;
  }
  for (const said of document.querySelectorAll("[data-network-said]")) said.textContent = actor ? `of ${name}` : "";
  const chooser = document.querySelector<HTMLSelectElement>("[data-network-pick]");
  if (chooser) chooser.value = actor ?? "";
}

function buttons(graph: Core): HTMLElement {
  const middle = () => ({ x: graph.width() / 2, y: graph.height() / 2 });
  const by = (factor: number) => () => graph.zoom({ level: graph.zoom() * factor, renderedPosition: middle() });
  const acts: [string, string, () => void][] = [
    ["+", "Zoom in", by(1.3)],
    ["−", "Zoom out", by(1 / 1.3)],
    ["Whole", "Show the whole network", () => graph.fit(undefined, 30)],
  ];
  const made = acts.map(([words, name, act]) => {
    const button = make("button", { type: "button", "aria-label": name }, words);
    button.addEventListener("click", act);
    return button;
  });
  return make("p", { class: "zooms" }, ...made);
}
