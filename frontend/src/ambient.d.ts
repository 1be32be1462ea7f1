// Nothing here is built: what TypeScript has to know of a package without types of its own.

declare module "vega-interpreter" {
  export const expressionInterpreter: object;
}

declare module "htmx.org/dist/htmx.min.js" {
  export { default } from "htmx.org/dist/htmx.esm.js";
}
