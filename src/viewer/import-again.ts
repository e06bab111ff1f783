/** Asking again for a module that did not come. */

/** In some engines a failed import stays failed for its address, which Chromium and Firefox name: then another. */
export const importAgain = <Module>(error: unknown, load: () => Promise<Module>): Promise<Module> => {
  const address = /https?:[^\s?]+/.exec(String(error))?.[0];
  return address ? import(/* @vite-ignore */ `${address}?retry=${Date.now()}`) : load();
};
