/** `check --against`: what is checked beside a bundle that is published, policy by policy. */
import {join} from 'node:path';
import {findAgainst} from '../../authoring/check/against.js';
import {isError, type Finding} from '../../authoring/findings/finding.js';
import {open, type InspectOptions, type Opened} from '../inspect/inspect.js';
import {kindOf} from '../disk/files.js';

/** What is wrong with `path` beside `published`, a bundle or folder; or what keeps `published` from being read. */
export async function checkAgainst(path: string, published: string, options: InspectOptions): Promise<Finding[]> {
  const before = await open(published, options);
  try {
    if (before.index === undefined) return before.findings.filter(isError);
    const now = await open(path, options);
    try {
      return await compare(path, before, now);
    } finally {
      await now.close();
    }
  } finally {
    await before.close();
  }
}

async function compare(path: string, before: Opened, now: Opened): Promise<Finding[]> {
  // What cannot be made a bundle has errors, which are told of already.
  if (now.index === undefined) return [];
  const kind = await kindOf(path);
  const isFolder = kind.ok && kind.value === 'folder';
  const today = new Date().toISOString().slice(0, 10);
  const own = new Map(now.index.policies.map((policy) => [policy.id, policy]));
  const findings: Finding[] = [];
  for (const each of before.index?.policies ?? []) {
    const same = own.get(each.id);
    const published = await before.whole(each);
    const current = same === undefined ? undefined : await now.whole(same);
    if (!published.ok) findings.push(...published.issues);
    else if (current?.ok === false) findings.push(...current.issues);
    else
      findings.push(
        ...findAgainst({
          published: published.value,
          own: current?.value,
          today,
          fileOf: (edition, language) =>
            isFolder
              ? join(
                  path,
                  same === undefined ? '' : each.id,
                  edition ?? '',
                  language === undefined ? '' : `${language}.md`,
                )
              : path,
        }),
      );
  }
  return findings;
}
