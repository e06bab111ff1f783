// A small web server inside the tests' own: a test publishes files at an address, holds some back, and asks what was
// fetched.
// The page's side is in ./commands.ts.

/**
 * @typedef {{files: Map<string, string>, requests: string[], withheld: Map<string, () => void>, waiting: Map<string,
 * Promise<void>>}} Site
 */

/** @type {Map<string, Site>} */
const sites = new Map();

/** @returns {import('@web/test-runner').TestRunnerPlugin} */
export const published = () => ({
  name: 'published',
  async serve({path}) {
    const [, address, name = ''] = /^(\/published\/\d+\/)(.*)$/.exec(path) ?? [];
    const site = sites.get(address ?? '');
    if (!site) return undefined;
    site.requests.push(name);
    await site.waiting.get(name);
    const body = site.files.get(name);
    // What is not there is a 404, as anywhere.
    return body === undefined ? undefined : {body, type: 'json', headers: {'cache-control': 'no-store'}};
  },
  executeCommand({command, payload}) {
    if (command === 'publish') {
      const address = `/published/${sites.size + 1}/`;
      sites.set(address, {
        files: new Map(Object.entries(/** @type {Record<string, string>} */ (payload))),
        requests: [],
        withheld: new Map(),
        waiting: new Map(),
      });
      return address;
    }
    if (command !== 'published') return undefined; // another plugin's
    const {
      address,
      act,
      name = '',
      content = '',
    } = /** @type {{address: string, act: string, name?: string, content?: string}} */ (payload);
    const site = sites.get(address);
    if (!site) throw new Error(`Nothing was published at ${address}`);
    switch (act) {
      case 'requests':
        return [...site.requests];
      case 'replace':
        site.files.set(name, content);
        return true;
      case 'remove':
        return site.files.delete(name);
      case 'withhold':
        site.waiting.set(name, new Promise((release) => site.withheld.set(name, release)));
        return true;
      case 'release':
        site.waiting.delete(name);
        site.withheld.get(name)?.();
        return true;
      default:
        throw new Error(`published: no act "${act}"`);
    }
  },
});
