/** What is wrong with a page that is published, as readers' tools see it: each finding says what to change. */
import {sha256, sha384, sha512} from '@noble/hashes/sha2.js';
import type {Bundle} from '../../policy/bundle.js';
import {isReference} from '../../policy/clauses.js';
import {clausesOf, clauseText} from '../../policy/walk.js';
import {error, warning, type Finding} from '../findings/finding.js';
import type {Answer, LivePage, Part} from './page.js';
import {findForbidden} from './security-policy.js';

/** Of what a page names, what was answered; nothing where there was no answer, which is told of already. */
export interface Surroundings {
  readonly parts: ReadonlyMap<string, Answer>;
  readonly bundles: ReadonlyMap<string, {readonly answer: Answer; readonly bundle?: Bundle}>;
}

/** Seconds. */
const day = 86_400;
/** Shorter files travel as fast unpacked. */
const worthPacking = 10_000;

const algorithms: Readonly<Record<string, (bytes: Uint8Array) => Uint8Array>> = {sha256, sha384, sha512};
const base64 = (bytes: Uint8Array): string => btoa(String.fromCharCode(...bytes));

export function examinePage(page: LivePage, {parts, bundles}: Surroundings): Finding[] {
  const {answer, viewers, articles, policies} = page;
  const {finalAddress: own} = answer;
  const findings = examineDocument(page);
  if (viewers === 0 && articles === 0)
    findings.push(
      warning(
        'no-policy',
        own,
        'There is no <policy-viewer> and no prerendered policy in the HTML that the server sends. Give the address ' +
          'of the page that has one, or put the element into the HTML instead of making it by a script.',
      ),
    );
  for (const part of page.parts) {
    const got = parts.get(part.address);
    if (got !== undefined) findings.push(...examinePart(part, got, own));
  }
  for (const [address, {answer: got, bundle}] of bundles) {
    findings.push(...examineBundle(address, got, own));
    if (bundle !== undefined) findings.push(...examineWords(page, bundle));
  }
  const needs = {
    page: own,
    scripts: page.parts.filter(({isScript}) => isScript).map(({address}) => address),
    bundles: [...bundles.keys()],
  };
  if (viewers > 0)
    for (const policy of policies)
      findings.push(...findForbidden(policy, needs).map((message) => error('security-policy', own, message)));
  return findings;
}

function examineDocument({answer, language, hasCharset}: LivePage): Finding[] {
  const {finalAddress: own, headers, bytes} = answer;
  const type = headers.get('content-type') ?? '';
  return [
    ...(/^(?:text\/html|application\/xhtml\+xml)\b/iu.test(type)
      ? []
      : [
          error(
            'content-type',
            own,
            `The page is sent as “${type || 'nothing'}”. Send it as text/html; charset=utf-8.`,
          ),
        ]),
    ...(/charset=/iu.test(type) || hasCharset
      ? []
      : [
          warning(
            'content-type',
            own,
            'Neither the header nor the page says its encoding, so letters may be shown wrong. ' +
              'Send it as text/html; charset=utf-8, or begin its head with <meta charset="utf-8">.',
          ),
        ]),
    ...(language === undefined || language === ''
      ? [warning('no-lang', own, 'The page does not say its language. Write it at its beginning: <html lang="en">.')]
      : []),
    ...packing(own, headers, bytes),
  ];
}

const packing = (place: string, headers: Answer['headers'], bytes: Uint8Array): Finding[] =>
  bytes.length < worthPacking || headers.has('content-encoding')
    ? []
    : [
        warning(
          'uncompressed',
          place,
          `These ${Math.round(bytes.length / 1024)} kB are sent unpacked. Let the server compress them, with gzip or ` +
            'brotli.',
        ),
      ];

const unreachable = ({status, address}: Answer, what: string): Finding[] =>
  status >= 200 && status < 300
    ? []
    : [
        error(
          'unreachable',
          address,
          `The server answers with status ${status}, and the page needs this ${what}. Put it there, or correct the ` +
            'address in the page.',
        ),
      ];

const isShared = ({headers}: Answer, origin: string): boolean =>
  [origin, '*'].includes(headers.get('access-control-allow-origin') ?? '');

function examinePart({address, integrity, isScript}: Part, got: Answer, own: string): Finding[] {
  const gone = unreachable(got, isScript ? 'script' : 'file');
  if (gone.length > 0) return gone;
  const isElsewhere = new URL(address).origin !== new URL(own).origin;
  const findings: Finding[] = [];
  const type = got.headers.get('content-type') ?? '';
  if (isScript && !/javascript|ecmascript/iu.test(type))
    findings.push(
      error(
        'content-type',
        address,
        `This script is sent as “${type || 'nothing'}”, and browsers run no module that is not JavaScript. ` +
          'Send it as text/javascript.',
      ),
    );
  if (integrity !== undefined) findings.push(...examineIntegrity(address, integrity, got.bytes));
  else if (isElsewhere && isScript)
    findings.push(
      warning(
        'no-integrity',
        address,
        'This script comes from another site, and the page does not say its hash: whoever changes it there changes ' +
          `your page. Add integrity="sha384-${base64(sha384(got.bytes))}" and crossorigin="anonymous".`,
      ),
    );
  if (isElsewhere && isScript && !isShared(got, new URL(own).origin))
    findings.push(
      error(
        'cross-origin',
        address,
        'This script comes from another site, which does not let the page read it. Let it send ' +
          'Access-Control-Allow-Origin: *.',
      ),
    );
  return [...findings, ...examineCaching(got, isHashed(address)), ...packing(address, got.headers, got.bytes)];
}

/** The strongest algorithm that is named decides, as in browsers. */
function examineIntegrity(address: string, integrity: string, bytes: Uint8Array): Finding[] {
  const named = integrity
    .trim()
    .split(/\s+/u)
    .flatMap((each) => each.split('?')[0] ?? []);
  const strongest = ['sha512', 'sha384', 'sha256'].find((name) => named.some((each) => each.startsWith(`${name}-`)));
  const today = strongest === undefined ? undefined : `${strongest}-${base64(algorithms[strongest]?.(bytes) ?? bytes)}`;
  if (today === undefined)
    return [
      warning(
        'integrity',
        address,
        `“${integrity}” is no hash that browsers know, so nothing is held to it. Write sha384-….`,
      ),
    ];
  return named.includes(today)
    ? []
    : [
        error(
          'integrity',
          address,
          'The file is not the one whose hash the page says, so browsers refuse it. Put the right file there, or, if ' +
            `it is this one, write integrity="${today}".`,
        ),
      ];
}

/** Whether a name has a hash in it, as in `part-B7xK2p9q.js`. */
const isHashed = (address: string): boolean =>
  (new URL(address).pathname.split('/').at(-1) ?? '')
    .split(/[.-]/u)
    .slice(1, -1)
    .some((piece) => piece.length >= 8 && /\d/u.test(piece) && /[a-z]/iu.test(piece));

function examineCaching({address, headers}: Answer, hashed: boolean): Finding[] {
  const control = headers.get('cache-control') ?? '';
  const age = Number(/max-age=(\d+)/iu.exec(control)?.[1] ?? Number.NaN);
  const isKept = !/no-store|no-cache/iu.test(control) && age >= day;
  if (hashed && !isKept)
    return [
      warning(
        'caching',
        address,
        'This file has a hash in its name, so it never changes, and browsers fetch it again and again. Send ' +
          'Cache-Control: public, max-age=31536000, immutable.',
      ),
    ];
  if (!hashed && isKept)
    return [
      warning(
        'caching',
        address,
        `Browsers keep this file for ${Math.round(age / day)} days, and would show what it was. ` +
          'Send Cache-Control: no-cache.',
      ),
    ];
  return [];
}

function examineBundle(address: string, got: Answer, own: string): Finding[] {
  const gone = unreachable(got, 'bundle');
  if (gone.length > 0) return gone;
  const page = new URL(own);
  const {origin, protocol} = new URL(got.finalAddress);
  return [
    ...(page.protocol === 'https:' && protocol === 'http:'
      ? [
          error(
            'mixed-content',
            address,
            'The page is sent by https: and its bundle is not. Send the bundle by https: too.',
          ),
        ]
      : []),
    ...(origin !== new URL(address).origin
      ? [
          error(
            'redirected',
            address,
            `The bundle is redirected to ${origin}, which the viewer does not follow. Let src name that address.`,
          ),
        ]
      : []),
    ...(origin !== page.origin && !isShared(got, page.origin)
      ? [
          error(
            'cross-origin',
            address,
            'The bundle is on another site, which does not let the page read it. Let it send ' +
              'Access-Control-Allow-Origin: *.',
          ),
        ]
      : []),
    ...examineCaching(got, isHashed(address)),
    ...packing(address, got.headers, got.bytes),
  ];
}

const squeeze = (text: string): string => text.replace(/\s+/gu, '');

/** Whether what the bundle says can be read without scripts: in any language and edition, of one policy at least. */
function examineWords({answer, words, viewers}: LivePage, {policies}: Bundle): Finding[] {
  const page = squeeze(words);
  const best = policies
    .flatMap(({id, editions}) =>
      editions.flatMap(({texts}) =>
        Object.entries(texts).flatMap(([language, text]) => {
          if (isReference(text)) return [];
          const clauses = clausesOf(text).map((clause) => squeeze(clauseText(clause)));
          const there = clauses.filter((clause) => page.includes(clause)).length;
          return clauses.length === 0
            ? []
            : [{id, language, there, all: clauses.length, share: there / clauses.length}];
        }),
      ),
    )
    .sort((a, b) => b.share - a.share)[0];
  if (best === undefined || viewers === 0 || best.share >= 0.9) return [];
  return [
    warning(
      'no-words',
      answer.finalAddress,
      `Without scripts ${best.there === 0 ? 'none' : `${best.there} of ${best.all}`} of the clauses of “${best.id}” ` +
        `${best.there === 1 ? 'is' : 'are'} on the page: search engines, archives and readers whose script fails see ` +
        `no more. Put what “prerender --fragment” writes for “${best.language}” inside <policy-viewer>.`,
    ),
  ];
}
