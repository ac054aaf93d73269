/** Elements with properties and children; texts are texts, never markup. */
type Child = Node | string | null | undefined | false;

export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  properties: Partial<HTMLElementTagNameMap[Name]> = {},
  ...children: Child[]
): HTMLElementTagNameMap[Name] {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children.filter((child): child is Node | string => Boolean(child)));
  return made;
}

export function shape(name: string, attributes: Record<string, string>, ...children: Child[]): SVGElement {
  const made = document.createElementNS('http://www.w3.org/2000/svg', name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children.filter((child): child is Node | string => Boolean(child)));
  return made;
}

/** The one with that id, which the page has. */
export function part(id: string): HTMLElement {
  return document.getElementById(id) as HTMLElement;
}

/** Brings something into sight where it scrolls, and leaves the page where it is. */
export function scrollTo(frame: HTMLElement, inside: HTMLElement | undefined): void {
  if (!inside) return;
  const [outer, inner] = [frame.getBoundingClientRect(), inside.getBoundingClientRect()];
  const isInSight = inner.top >= outer.top && inner.bottom <= outer.bottom;
  if (!isInSight) frame.scrollTop += inner.top - outer.top - outer.height / 3;
  if (inner.right > outer.right || inner.left < outer.left) frame.scrollLeft += inner.left - outer.left;
}
