/** What a page's Content Security Policy keeps the viewer from doing. */

/** Directives by name; of two of one name the first holds. */
const parse = (policy: string): ReadonlyMap<string, readonly string[]> => {
  const found = new Map<string, readonly string[]>();
  for (const directive of policy.split(';')) {
    const [name = '', ...values] = directive.trim().split(/\s+/u);
    const key = name.toLowerCase();
    if (key !== '' && !found.has(key)) found.set(key, values);
  }
  return found;
};

/** Whether a list of sources lets an address through; what is decided by a nonce or hash nobody can tell from here. */
function allows(sources: readonly string[], address: URL, page: URL): boolean {
  return sources.some((source) => {
    const plain = source.toLowerCase();
    if (/^'(?:nonce-|sha\d+-|strict-dynamic)/u.test(plain)) return true;
    if (plain === "'self'") return address.origin === page.origin;
    if (plain === '*') return /^https?:$/u.test(address.protocol);
    if (/^[a-z][a-z\d+.-]*:$/u.test(plain)) return address.protocol === plain;
    const [, scheme, host = '', port, path] =
      /^(?:([a-z][a-z\d+.-]*):\/\/)?([^/:]+)(?::(\d+|\*))?(\/.*)?$/u.exec(plain) ?? [];
    if (
      scheme !== undefined &&
      `${scheme}:` !== address.protocol &&
      !(scheme === 'http' && address.protocol === 'https:')
    )
      return false;
    const isHost = host.startsWith('*.') ? address.hostname.endsWith(host.slice(1)) : host === address.hostname;
    const isPort = port === '*' || (port ?? '') === address.port;
    const isPath =
      path === undefined || (path.endsWith('/') ? address.pathname.startsWith(path) : address.pathname === path);
    return isHost && isPort && isPath;
  });
}

export interface Needs {
  readonly page: string;
  readonly scripts: readonly string[];
  readonly bundles: readonly string[];
}

/** One sentence for each thing that a policy forbids and the viewer needs. */
export function findForbidden(policy: string, {page, scripts, bundles}: Needs): readonly string[] {
  const directives = parse(policy);
  const own = new URL(page);
  const sourcesFor = (...names: string[]): readonly [name: string, sources: readonly string[]] | undefined => {
    const name = names.find((each) => directives.has(each));
    return name === undefined ? undefined : [name, directives.get(name) ?? []];
  };
  const found: string[] = [];
  const look = (kind: string, addresses: readonly string[], ...names: string[]): void => {
    const rule = sourcesFor(...names);
    if (rule === undefined) return;
    for (const address of addresses)
      if (!allows(rule[1], new URL(address), own))
        found.push(
          `The Content Security Policy does not allow ${kind} at ${address}. Add ` +
            `${new URL(address).origin === own.origin ? "'self'" : new URL(address).origin} to its ${names[0] ?? ''}.`,
        );
  };
  look('the script', scripts, 'script-src-elem', 'script-src', 'default-src');
  look('the bundle', bundles, 'connect-src', 'default-src');
  const types = directives.get('trusted-types');
  const mustBeTrusted = directives.get('require-trusted-types-for')?.includes("'script'") === true;
  if (
    types !== undefined &&
    !types.includes('*') &&
    !types.includes('policy-viewer') &&
    (mustBeTrusted || types.length > 0)
  )
    found.push(
      'The Content Security Policy allows Trusted Types policies by name, and not the viewer’s: it stays what stands ' +
        'inside its element. Add policy-viewer to its trusted-types.',
    );
  return found;
}
