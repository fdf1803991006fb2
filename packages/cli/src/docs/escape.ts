const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text for HTML and SVG, in elements and attributes: nothing in a rulebook becomes markup, and control characters are left out. */
export function escape(text: string): string {
  return text.replaceAll(/(?![\n\t])\p{Cc}/gu, '').replaceAll(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);
}

/** The target of a link to an element of this page. */
export const linkTo = (id: string): string => `#${encodeURIComponent(id)}`;
