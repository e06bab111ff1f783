/** Registers a tag. A page that loads two copies keeps the first. */
export const defineTag = (tag: string, element: CustomElementConstructor): void => {
  if (!customElements.get(tag)) customElements.define(tag, element);
};
