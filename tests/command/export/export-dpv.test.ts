/** What is exported for machines: every address a term of DPV 2.3, every clause where it belongs. */
import assert from 'node:assert/strict';
import {existsSync, readFileSync} from 'node:fs';
import {join, resolve} from 'node:path';
import {describe, it} from 'node:test';
import {
  dataSubjectTerms,
  dataTerms,
  legalBasisTerms,
  namespaces,
  purposeTerms,
} from '../../../src/authoring/vocabulary/dpv.js';
import {notions} from '../../../src/authoring/vocabulary/notions.js';
import {folderWith, run} from '../command.js';
import {joined} from '../../harness/joined.js';

const demo = join(import.meta.dirname, '../../../demo/policies');
/**
 * W3C's list of DPV's terms, a line for each with its address first. It is not part of the project; `DPV_TERMS` says
 * where it is.
 */
const list = resolve(import.meta.dirname, '../../../', process.env['DPV_TERMS'] ?? '../shared/dpv/terms.tsv');
const skip = existsSync(list) ? false : `there is no list of DPV's terms at ${list}; say where it is with DPV_TERMS`;

interface Node {
  readonly [key: string]: unknown;
}

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && !Array.isArray(value);

function parse(text: string): {context: Readonly<Record<string, string>>; graph: readonly Node[]} {
  const document: unknown = JSON.parse(text);
  assert.ok(isNode(document));
  const {'@context': context, '@graph': graph} = document;
  assert.ok(isNode(context) && Array.isArray(graph));
  return {
    context: Object.fromEntries(Object.entries(context).map(([prefix, address]) => [prefix, String(address)])),
    graph: graph.filter(isNode),
  };
}

/** Every name with a prefix that stands for an address: keys, types and ids. */
function names(value: unknown, found = new Set<string>()): Set<string> {
  if (Array.isArray(value)) for (const each of value) names(each, found);
  if (!isNode(value)) return found;
  for (const [key, each] of Object.entries(value)) {
    if (key.includes(':')) found.add(key);
    if (key === '@id' || key === '@type')
      for (const name of [each].flat()) if (/^[\w-]+:/.test(String(name))) found.add(String(name));
    names(each, found);
  }
  return found;
}

const idsOf = (value: unknown): string[] =>
  [value].flat().flatMap((each) => (isNode(each) ? [String(each['@id'])] : []));

const inDpv = (name: string): boolean => /^(?:dpv|pd|eu-gdpr):/.test(name);

const text = `# Quay

## Visitors and mentors {#v audience="visitor mentor"}

We use, to verify your identity:

- Contact details (your consent); {#contact}
- Payment details, to process payments (our legal obligations); {#payment}
- Berth preferences. {#berth data="berth"}

## Everybody {#all}

Device details help us to keep statistics (our legitimate interests).

Contact details are deleted after a year.
`;

const settings = `publisher: Quay Ltd
products:
  - {id: one, names: Quay One}
  - {id: two, names: Quay Two}
policies:
  - {id: quay, products: [one, two]}
vocabulary:
  - {id: berth, kind: data, names: {en: Berth preferences}, iri: "https://w3id.org/dpv/pd#Berth"}
`;

const files = {'policies/policies.yaml': settings, 'policies/quay/2026-03-01/en.md': text};

describe('export --format dpv', () => {
  it('has a process for each product and audience, and in it one for each clause', async (test) => {
    const folder = await folderWith(test, files);
    const {code, stdout} = await run(folder, 'export', 'policies', '--format', 'dpv');
    assert.equal(code, 0);
    const {graph} = parse(stdout);
    const node = (id: string): Node => graph.find((each) => each['@id'] === id) ?? assert.fail(`no ${id}`);
    assert.deepEqual(
      graph.filter((each) => each['@type'] === 'dpv:Process').map((each) => each['@id']),
      [
        '#product.one.quay.2026-03-01.mentor',
        '#product.two.quay.2026-03-01.mentor',
        '#quay.2026-03-01.mentor.contact',
        '#quay.2026-03-01.mentor.payment',
        '#quay.2026-03-01.mentor.berth',
        '#product.one.quay.2026-03-01.visitor',
        '#product.two.quay.2026-03-01.visitor',
        '#quay.2026-03-01.visitor.contact',
        '#quay.2026-03-01.visitor.payment',
        '#quay.2026-03-01.visitor.berth',
        '#product.one.quay.2026-03-01.everyone',
        '#product.two.quay.2026-03-01.everyone',
        '#quay.2026-03-01.everyone.all.p1',
      ],
    );
    assert.deepEqual(node('#quay.2026-03-01.visitor.contact'), {
      '@id': '#quay.2026-03-01.visitor.contact',
      '@type': 'dpv:Process',
      'dpv:hasDataSubject': {'@id': '#audience.visitor'},
      'dpv:hasPersonalData': [{'@id': 'pd:Contact'}],
      'dpv:hasPurpose': [{'@id': 'dpv:IdentityVerification'}],
      'dpv:hasLegalBasis': [{'@id': 'dpv:Consent'}, {'@id': 'eu-gdpr:A6-1-a'}],
      'rdfs:seeAlso': [{'@id': 'quay/en.html#contact'}],
    });
    const whole = node('#product.two.quay.2026-03-01.mentor');
    assert.deepEqual(idsOf(whole['dpv:hasDataSubject']), ['#audience.mentor']);
    assert.deepEqual(idsOf(whole['dpv:hasPersonalData']), ['pd:Contact', 'pd:Financial', '#data.berth']);
    assert.deepEqual(idsOf(whole['dpv:hasPurpose']), ['dpv:IdentityVerification', 'dpv:PaymentManagement']);
    assert.deepEqual(idsOf(whole['dpv:hasService']), ['#product.two']);
    assert.deepEqual(idsOf(node('#quay.2026-03-01.everyone.all.p1')['dpv:hasDataSubject']), ['dpv:DataSubject']);
    assert.deepEqual(node('#audience.mentor')['@type'], ['dpv:DataSubject']);
    assert.deepEqual(node('#audience.visitor')['@type'], ['dpv:DataSubject', 'dpv:Visitor']);
  });

  it('gives what is no term of DPV a concept of its own, and says so', async (test) => {
    const folder = await folderWith(test, files);
    const {code, stdout, stderr} = await run(folder, 'export', 'policies', '--format', 'dpv');
    assert.equal(code, 0);
    assert.match(
      stderr,
      joined(
        /policies {2}warning {2}The term “berth” names https:\/\/w3id\.org\/dpv\/pd#Berth, which is no/,
        / kind of personal data in DPV 2\.3, so it was exported as a concept of its own\./,
      ),
    );
    const {graph} = parse(stdout);
    assert.deepEqual(
      graph.find((node) => node['@id'] === '#data.berth'),
      {
        '@id': '#data.berth',
        '@type': ['dpv:PersonalData'],
        'rdfs:label': [{'@value': 'Berth preferences', '@language': 'en'}],
      },
    );
    assert.ok(!stdout.includes('pd#Berth') && !stdout.includes('pd:Berth'));
  });

  it('says the same of a folder and of the bundle built from it', async (test) => {
    const folder = await folderWith(test, files);
    assert.equal((await run(folder, 'build', 'policies', '--out', 'bundle.json')).code, 0);
    assert.equal(
      (await run(folder, 'export', 'bundle.json', '--format', 'dpv')).stdout,
      (await run(folder, 'export', 'policies', '--format', 'dpv')).stdout,
    );
  });

  it('names in the demo nothing but these terms', async (test) => {
    const {code, stdout} = await run(await folderWith(test, {}), 'export', demo, '--format', 'dpv');
    assert.equal(code, 0);
    const {context, graph} = parse(stdout);
    assert.deepEqual(Object.fromEntries(Object.entries(context).slice(0, 3)), namespaces);
    assert.deepEqual([...names(graph)].filter((name) => !inDpv(name)).sort(), [
      'dcterms:title',
      'dcterms:valid',
      'rdfs:label',
      'rdfs:seeAlso',
      'xsd:date',
    ]);
    const pinned = `
      dpv:DataController dpv:PersonalData dpv:DataSubject dpv:PrivacyNotice dpv:Process dpv:Service
      dpv:hasDataController dpv:hasDataSubject dpv:hasLegalBasis dpv:hasNotice dpv:hasPersonalData dpv:hasProcess \
dpv:hasPurpose dpv:hasService
      dpv:Customer dpv:Employee dpv:Member dpv:User dpv:Visitor
      dpv:Consent dpv:Contract dpv:LegalObligation dpv:LegitimateInterest eu-gdpr:A6-1-a eu-gdpr:A6-1-b \
eu-gdpr:A6-1-c eu-gdpr:A6-1-f
      pd:Communication pd:Contact pd:DeviceBased pd:EmailAddress pd:Financial pd:Identifying pd:Name pd:OfficialID \
pd:Preference
      pd:Professional pd:Profile pd:TelephoneNumber
    `
      .trim()
      .split(/\s+/);
    const values = new Set([...pinned, ...notions.purposes.map(({iri = ''}) => iri.replace(namespaces.dpv, 'dpv:'))]);
    assert.deepEqual(
      [...names(graph)].filter((name) => inDpv(name) && !values.has(name)),
      [],
    );
  });
});

describe('the terms of DPV', () => {
  const known: readonly [string, readonly (string | undefined)[], ReadonlySet<string>][] = [
    ['the default data categories', notions.data.map(({iri}) => iri), dataTerms],
    ['the default legal bases', notions['legal-bases'].map(({iri}) => iri), legalBasisTerms],
    ['the default purposes', notions.purposes.map(({iri}) => iri), purposeTerms],
    ['the default audiences', notions.audiences.map(({iri}) => iri), dataSubjectTerms],
  ];
  for (const [what, iris, all] of known) {
    it(`hold ${what}`, () => {
      const given = iris.filter((iri) => iri !== undefined);
      assert.ok(given.length > 0);
      assert.deepEqual(
        given.filter((iri) => !all.has(iri)),
        [],
      );
    });
  }

  it(
    'are all in W3C’s list, and what the demo’s export names is in it, of the kind that stands there',
    {skip},
    async (test) => {
      const rows = readFileSync(list, 'utf8')
        .split('\n')
        .slice(1)
        .map((line) => line.split('\t'));
      const broader = new Map(
        rows.map(([iri = '', , , type = '', parents = '']) => [iri, [type, ...parents.split(';')]]),
      );
      for (const all of [dataTerms, purposeTerms, legalBasisTerms, dataSubjectTerms])
        assert.deepEqual(
          [...all].filter((iri) => !broader.has(iri)),
          [],
        );
      const {context, graph} = parse((await run(await folderWith(test, {}), 'export', demo, '--format', 'dpv')).stdout);
      const whole = (name: string): string =>
        name.replace(/^[\w-]+:/, (prefix) => context[prefix.slice(0, -1)] ?? prefix);
      const named = [...names(graph)].filter(inDpv).map(whole);
      assert.ok(named.length > 30);
      assert.deepEqual(
        named.filter((iri) => !broader.has(iri)),
        [],
      );
      const isUnder = (iri: string, root: string): boolean =>
        iri === root || (broader.get(iri) ?? []).some((parent) => parent !== '' && isUnder(parent, root));
      const types = new Map(graph.map((node) => [String(node['@id']), [node['@type'] ?? []].flat().map(String)]));
      const wanted = {
        hasPersonalData: 'PersonalData',
        hasPurpose: 'Purpose',
        hasLegalBasis: 'LegalBasis',
        hasDataSubject: 'DataSubject',
        hasService: 'Service',
        hasDataController: 'DataController',
        hasNotice: 'Notice',
        hasProcess: 'Process',
      };
      const wrong = graph.flatMap((node) =>
        Object.entries(wanted).flatMap(([property, root]) =>
          idsOf(node[`dpv:${property}`] ?? [])
            .filter((id) => ![id, ...(types.get(id) ?? [])].some((name) => isUnder(whole(name), whole(`dpv:${root}`))))
            .map((id) => `${property} ${id}`),
        ),
      );
      assert.deepEqual([...new Set(wrong)], []);
    },
  );
});
