/** `check --url`: fetches a page that is published and what it names, and says what is wrong with them. */
import {loadTexts} from '../../authoring/bundle/load-texts.js';
import {parseBundle} from '../../authoring/bundle/parse-bundle.js';
import {mapSome} from '../../authoring/collections/map-some.js';
import {decode} from '../../authoring/files/decode.js';
import {error, type Finding} from '../../authoring/findings/finding.js';
import {examinePage, type Surroundings} from '../../authoring/live/examine.js';
import {readPage, type Answer} from '../../authoring/live/page.js';
import type {Bundle} from '../../policy/bundle.js';
import {referencesIn} from '../../policy/texts.js';
import {get, web} from '../web/get.js';

/** A page may name thousands of files; what comes after these is not looked at. */
const mostParts = 60;
/** Texts in files of their own: enough to see whether one of them is on the page. */
const mostTexts = 60;

export async function checkPage(address: string): Promise<Finding[]> {
  const got = await get(address);
  if (!got.ok) return [...got.issues];
  const {status, finalAddress} = got.value;
  if (status < 200 || status >= 300)
    return [
      error(
        'unreachable',
        address,
        `The server answers with status ${status}. Check the address, or publish the page.`,
      ),
    ];
  const page = readPage(got.value);
  const {origin} = new URL(finalAddress);
  const findings: Finding[] = [];
  const fetchAll = async (addresses: readonly string[]): Promise<Map<string, Answer>> => {
    const answers = await mapSome(addresses, async (each) => get(each, {origin}));
    findings.push(...answers.flatMap((each) => (each.ok ? [] : each.issues)));
    return new Map(answers.flatMap((each): [string, Answer][] => (each.ok ? [[each.value.address, each.value]] : [])));
  };
  const parts = await fetchAll(page.parts.slice(0, mostParts).map((part) => part.address));
  const bundles = new Map<string, Surroundings['bundles'] extends ReadonlyMap<string, infer Value> ? Value : never>();
  for (const [src, answer] of await fetchAll(page.bundles)) {
    const bundle = answer.status === 200 ? await readBundle(answer, findings) : undefined;
    bundles.set(src, {answer, ...(bundle !== undefined && {bundle})});
  }
  return [...findings, ...examinePage(page, {parts, bundles})];
}

async function readBundle({address, bytes}: Answer, findings: Finding[]): Promise<Bundle | undefined> {
  const source = decode(address, bytes);
  const bundle = source.ok ? parseBundle(source.value) : source;
  if (!bundle.ok) {
    findings.push(...bundle.issues);
    return undefined;
  }
  if (referencesIn(bundle.value).length > mostTexts) return bundle.value;
  const whole = await loadTexts(web, bundle.value, address);
  if (whole.ok) return whole.value;
  findings.push(...whole.issues);
  return bundle.value;
}
