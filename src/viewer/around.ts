/** What is around an element, out through shadow roots. */

const outward = (node: Node): Node | null =>
  (node instanceof Element && node.assignedSlot) || (node.parentNode ?? (node instanceof ShadowRoot ? node.host : null));

const find = (node: Node, matches: (element: HTMLElement) => unknown): HTMLElement | undefined => {
  for (let around = outward(node); around; around = outward(around))
    if (around instanceof HTMLElement && matches(around)) return around;
  return undefined;
};

/** The `lang` of the nearest element around that has one (HTML, "the lang attribute"). */
export const nearestLanguage = (element: Element): string | undefined => find(element, ({lang}) => lang)?.lang;

/** What scrolls when the reader scrolls past an element. */
export const scroller = (element: Element): Element =>
  find(element, (around) => around !== document.body && around.scrollHeight > around.clientHeight && /auto|scroll/.test(getComputedStyle(around).overflowY)) ??
  document.scrollingElement ?? document.documentElement;
