let page: Document | null = null;

/** Outside a browser charts are drawn into a document that is given. */
export function drawInto(document: Document): void {
  page = document;
}

/** The document that charts are drawn into. */
export const pageOf = (): Document => page ?? document;

/** Whether texts can be measured: there is a browser that sets them. */
export const isLive = (): boolean => page === null;

type Attributes = Readonly<Record<string, string | number | boolean | null>>;

/** An HTML element with attributes and children; an attribute that is null or false is left away. */
export function html<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: readonly (Node | string | null)[]
): HTMLElementTagNameMap[Tag] {
  const element = pageOf().createElement(tag);
  decorate(element, attributes);
  element.append(...children.filter((child) => child !== null));
  return element;
}

/** The same for SVG. */
export function svg<Tag extends keyof SVGElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: readonly (Node | string | null)[]
): SVGElementTagNameMap[Tag] {
  const element = pageOf().createElementNS('http://www.w3.org/2000/svg', tag);
  decorate(element, attributes);
  element.append(...children.filter((child) => child !== null));
  return element;
}

function decorate(element: Element, attributes: Attributes): void {
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== null && value !== false) element.setAttribute(name, value === true ? '' : String(value));
  }
}
