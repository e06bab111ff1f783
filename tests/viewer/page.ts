/** A page of its own in a frame: other rules, other scripts, another width. */
import {fixture, html} from '@open-wc/testing';
import type {PolicyViewer} from './viewer.js';
import {once, settled} from './reader.js';

/** Opens a page; its scripts have run. */
export const open = async (markup: string, width = 800, height = 600): Promise<Window & typeof globalThis> => {
  const frame = await fixture<HTMLIFrameElement>(
    html`<iframe style="inline-size: ${width}px; block-size: ${height}px; border: 0"></iframe>`,
  );
  const loaded = once(frame, 'load');
  frame.srcdoc = `<!doctype html>${markup}`;
  await loaded;
  return frame.contentWindow as Window & typeof globalThis;
};

/** JSON that may stand in a script element. */
export const data = (value: unknown): string =>
  `<script type="application/json">${JSON.stringify(value).replaceAll('<', '\\u003c')}</script>`;

/** The page's viewer, once its bundle is shown. */
export const viewerOf = async (page: Window): Promise<PolicyViewer> => {
  const viewer = page.document.querySelector('policy-viewer') as PolicyViewer;
  if (!('updateComplete' in viewer)) throw new Error('The viewer is not defined in this page');
  await settled(viewer);
  return viewer;
};
