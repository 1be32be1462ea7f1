// Elements made of words that are never read as HTML, and the page's JSON.

type Attributes = Record<string, string>;

/** An element with its attributes and what stands in it; text stays text. */
export function make<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Attributes = {},
  ...inside: (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...inside);
  return element;
}

/** The JSON that stands in an element's `<script type="application/json">`; null without one. */
export function jsonIn<Shape>(element: ParentNode): Shape | null {
  const script = element.querySelector('script[type="application/json"]');
  if (!script?.textContent) return null;
  try {
    return JSON.parse(script.textContent) as Shape;
  } catch {
    return null;
  }
}

/** The same JSON in an attribute; null where it holds none. */
export function jsonOf<Shape>(words: string | null | undefined): Shape | null {
  if (!words) return null;
  try {
    return JSON.parse(words) as Shape;
  } catch {
    return null;
  }
}

/** Go to an address of this site; any other is left alone. */
export function openAddress(address: string): void {
  const where = new URL(address, location.href);
  if (where.origin === location.origin) location.assign(where);
}

/** Whether keys that are typed belong to the field that has the focus. */
export function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches("input:not([type=checkbox], [type=radio]), textarea, select"))
  );
}

/** Call something once, this long after it was last asked for. */
export function late<Words extends unknown[]>(
  act: (...words: Words) => void,
  milliseconds: number,
): (...words: Words) => void {
  let timer = 0;
  return (...words) => {
    clearTimeout(timer);
    timer = window.setTimeout(() => act(...words), milliseconds);
  };
}
