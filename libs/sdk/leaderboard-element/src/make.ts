/** Makes an element of the shadow tree, with its class as its part too: what a page may style. */
export function make<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  { part, text, ...attributes }: Readonly<Record<string, string>> = {},
  ...children: readonly Node[]
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
  if (part !== undefined) {
    element.className = part;
    element.setAttribute('part', part);
  }
  if (text !== undefined) element.textContent = text;
  for (const [attribute, value] of Object.entries(attributes)) element.setAttribute(attribute, value);
  element.append(...children);
  return element;
}
