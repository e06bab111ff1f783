/* eslint-disable max-lines -- all of it reads one bundle in files, served with one fault or another */
// A bundle whose texts are in files of their own: what is fetched when, and what a reader sees until then, or when it
// fails.
import {expect, fixture, html} from '@open-wc/testing';
import type {Bundle, TextReference} from '../../src/policy/bundle.js';
import {audiencesOf, isReference} from '../../src/policy/clauses.js';
import {replaceTexts} from '../../src/policy/texts.js';
import type {PolicyViewer} from './viewer.js';
import {publish, type Published} from '../harness/commands.js';
import {bundle} from './fixtures.js';
import {markup} from './markup.js';
import {
  all,
  aMoment,
  button,
  clauses,
  drawn,
  headings,
  liveRegion,
  once,
  pick,
  picker,
  seen,
  settled,
  show,
  status,
  still,
  until,
  use,
  words,
} from './reader.js';

interface Site extends Published {
  readonly index: Bundle;
}

const hash = async (content: string): Promise<string> => {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(content)));
  return `sha256-${btoa(String.fromCharCode(...digest))}`;
};

const nameOf = (policy: string, effective: string, language: string): string =>
  `texts/${policy}.${effective}.${language}.json`;
const swedish = nameOf('pier', '2019-07-12', 'sv');
const english = nameOf('pier', '2019-07-12', 'en');
const norwegian = nameOf('finder', '2019-07-12', 'nb');
const danish = nameOf('labs', '2019-07-12', 'da');

/**
 * The small bundle as an index and a file for each text, on a server. `harm` changes what stands in a file; the hash
 * is of what then stands there.
 */
const split = async (
  harm: Readonly<Record<string, string>> = {},
  change: (reference: TextReference) => TextReference = (same) => same,
): Promise<Site> => {
  const files: Record<string, string> = {};
  replaceTexts(bundle, (text, policy, {id}, language) => {
    const name = nameOf(policy.id, id, language);
    files[name] = harm[name] ?? JSON.stringify(text);
    return text;
  });
  const hashes = new Map(
    await Promise.all(Object.entries(files).map(async ([name, content]) => [name, await hash(content)] as const)),
  );
  const index = replaceTexts(bundle, (text, policy, {id}, language) => {
    const src = nameOf(policy.id, id, language);
    return isReference(text)
      ? text
      : change({src, integrity: hashes.get(src)!, title: text.title, audiences: [...audiencesOf(text)]});
  });
  return {...(await publish({...files, 'bundle.json': JSON.stringify(index)})), index};
};

const open = (site: Site, attributes: Readonly<Record<string, string>> = {}, inside = ''): Promise<PolicyViewer> => {
  const viewer = document.createElement('policy-viewer');
  for (const [name, value] of Object.entries({lang: 'sv', ...attributes})) viewer.setAttribute(name, value);
  viewer.setAttribute('src', `${site.address}bundle.json`);
  viewer.innerHTML = markup(inside);
  return fixture(viewer as unknown as ReturnType<typeof html>);
};

const loaded = async (site: Site, attributes?: Readonly<Record<string, string>>): Promise<PolicyViewer> => {
  const viewer = await open(site, attributes);
  await once(viewer, 'policy-load');
  await settled(viewer);
  return viewer;
};

const texts = async (site: Site): Promise<string[]> => (await site.requests()).filter((name) => name !== 'bundle.json');
const languages = (viewer: Element): string[] => seen(viewer, '[part=document]').map(({lang}) => lang);

/** Brings a clause up to where it is what is read, below the toolbar. */
const scrollToClause = async (viewer: Element, id: string): Promise<HTMLElement> => {
  const clause = all(viewer, `[data-clause="${id}"]`)[0]!;
  for (let times = 3; times; times--) {
    // Sections have their height only once they are in sight.
    scrollBy({
      top:
        clause.getBoundingClientRect().top -
        Math.max(0, seen(viewer, '[part=toolbar]')[0]!.getBoundingClientRect().bottom) -
        // Not on the very edge: it is what is read.
        10,
      behavior: 'instant',
    });
    await drawn();
  }
  return clause;
};

afterEach(() => scrollTo({top: 0, behavior: 'instant'}));

describe('a bundle whose texts are in files of their own', () => {
  it('fetches the texts that are shown and no others', async () => {
    const site = await split();
    const viewer = await loaded(site);
    expect((await texts(site)).sort()).to.deep.equal([norwegian, swedish, danish].sort());
    const inline = await show({lang: 'sv'});
    expect(clauses(viewer)).to.deep.equal(clauses(inline));
    expect(headings(viewer)).to.deep.equal(headings(inline));
    expect(words(status(viewer))).to.equal(words(status(inline)));
  });

  it('counts all clauses once all are there, and those that a choice hides', async () => {
    const site = await split();
    const viewer = await loaded(site, {audience: 'visitor'});
    const inline = await show({lang: 'sv', audience: 'visitor'});
    expect(words(status(viewer))).to.equal(words(status(inline)));
    await use(viewer, button(viewer, 'Visa hela policyn'));
    expect(words(status(viewer))).to.equal(words(status(await show({lang: 'sv'}))));
    expect(await texts(site)).to.have.length(3);
  });

  it('fetches one file for another language, and shows the old text until it is there', async () => {
    const site = await split();
    const viewer = await loaded(site, {product: 'pier'});
    expect(await texts(site)).to.deep.equal([swedish]);
    await site.withhold(english);
    const place = await scrollToClause(viewer, 'v4');
    const {top} = place.getBoundingClientRect();
    expect(top).to.be.within(0, 300);
    viewer.lang = 'en';
    await aMoment();
    expect(languages(viewer)).to.deep.equal(['sv']);
    expect(headings(viewer)).to.include('Besökare');
    expect(words(status(viewer))).to.match(/^Alla punkter visas/);
    await site.release(english);
    await until(() => languages(viewer)[0] === 'en');
    await settled(viewer);
    await still(viewer);
    expect(headings(viewer)).to.include('Visitors');
    expect(picker(viewer, 'Language').value).to.equal('en');
    expect(viewer.getAttribute('lang')).to.equal('en');
    expect(await texts(site)).to.deep.equal([swedish, english]);
    expect(Math.abs(all(viewer, '[data-clause="v4"]')[0]!.getBoundingClientRect().top - top)).to.be.below(2);
  });

  it('waits eight seconds for the text that takes another’s place, and then shows that it waits', async () => {
    const site = await split();
    const viewer = await loaded(site, {product: 'pier'});
    await site.withhold(english);
    const {top} = (await scrollToClause(viewer, 'v4')).getBoundingClientRect();
    const timers: {readonly act: () => void; readonly time: number | undefined}[] = [];
    const patience = (): (() => void) | undefined => timers.find(({time}) => time === 8000)?.act;
    const original = globalThis.setTimeout;
    globalThis.setTimeout = ((act: () => void, time?: number) =>
      time && time > 1000 ? timers.push({act, time}) : original(act, time)) as typeof setTimeout;
    try {
      viewer.lang = 'en';
      await until(patience);
    } finally {
      globalThis.setTimeout = original;
    }
    await settled(viewer);
    expect(languages(viewer)).to.deep.equal(['sv']);
    expect(seen(viewer, '[part=viewer]')[0]?.ariaBusy).to.equal('true');
    expect(words(seen(viewer, '[part=status]')[0])).to.contain('Läser in');
    // Said aloud as well, by the node that is there from the start.
    await until(() => words(liveRegion(viewer)) === 'Läser in policyn …');
    patience()!();
    await until(() => languages(viewer)[0] === 'en');
    expect(words(seen(viewer, '[part=document]')[0])).to.contain('Loading the policy');
    await site.release(english);
    await until(() => clauses(viewer).length);
    await until(() => words(liveRegion(viewer)).startsWith('Northpier · English Showing all points: 19'));
    expect(seen(viewer, '[part=viewer]')[0]?.ariaBusy).to.equal('false');
    await settled(viewer);
    await still(viewer);
    // The reader is where they were, though for a while there was no text to be in.
    expect(Math.abs(all(viewer, '[data-clause="v4"]')[0]!.getBoundingClientRect().top - top)).to.be.below(2);
  });

  it('asks for nothing twice', async () => {
    const site = await split();
    const viewer = await loaded(site, {product: 'pier'});
    for (const language of ['en', 'sv', 'en']) {
      viewer.lang = language;
      await until(() => languages(viewer)[0] === language);
    }
    expect(await texts(site)).to.deep.equal([swedish, english]);
  });

  it('lets go of a text that is no longer wanted', async () => {
    const site = await split();
    const viewer = await loaded(site, {product: 'pier'});
    await site.withhold(english);
    viewer.lang = 'en';
    await until(async () => (await texts(site)).includes(english));
    viewer.lang = 'sv';
    viewer.audience = 'visitor';
    await until(() => /av/.test(words(status(viewer))));
    await site.release(english);
    await aMoment();
    expect(languages(viewer)).to.deep.equal(['sv']);
    viewer.lang = 'en';
    await until(() => languages(viewer)[0] === 'en');
    expect((await texts(site)).filter((name) => name === english)).to.have.length(2);
  });

  it('shows the rest while one text is on its way', async () => {
    const site = await split();
    await site.withhold(norwegian);
    const viewer = await open(site);
    await until(() => seen(viewer, 'policy-viewer-text').length === 2);
    expect(languages(viewer)).to.deep.equal(['sv', 'nb', 'da']);
    const [, waiting] = seen(viewer, '[part=document]');
    expect(words(waiting)).to.contain('Finder: Personvernerklæring').and.contain('Läser in policyn');
    expect(words(status(viewer))).not.to.match(/\d/);
    const shown = once(viewer, 'policy-load');
    await site.release(norwegian);
    await shown;
    await settled(viewer);
    expect(words(status(viewer))).to.equal(words(status(await show({lang: 'sv'}))));
  });

  it('leaves what stands inside the element until the texts are there', async () => {
    const site = await split();
    await site.withhold(swedish);
    const viewer = await open(site, {product: 'pier'}, '<p>The policy as HTML</p>');
    await until(async () => (await texts(site)).length > 0);
    await aMoment();
    expect(viewer.querySelector('p')!.checkVisibility()).to.equal(true);
    const shown = once(viewer, 'policy-load');
    await site.release(swedish);
    await shown;
    await settled(viewer);
    expect(viewer.querySelector('p')!.checkVisibility()).to.equal(false);
    expect(clauses(viewer)).not.to.have.length(0);
  });

  it('fetches from beside the page where the bundle is set as a property', async () => {
    const site = await split({}, (reference) => ({...reference, src: `published/none/${reference.src}`}));
    const viewer = await fixture<PolicyViewer>(
      html`<policy-viewer lang="sv" product="pier" .bundle=${site.index}></policy-viewer>`,
    );
    const error = await once<CustomEvent<{message: string}>>(viewer, 'policy-error');
    expect(error.detail.message).to.contain(new URL(`/published/none/${swedish}`, location.href).href);
  });
});

describe('a text that cannot be shown', () => {
  const failing = async (site: Site): Promise<{viewer: PolicyViewer; message: string; issues: readonly unknown[]}> => {
    const viewer = await open(site);
    const {detail} = await once<CustomEvent<{message: string; issues: readonly unknown[]}>>(viewer, 'policy-error');
    await until(() => seen(viewer, 'policy-viewer-text').length === 2);
    await settled(viewer);
    return {viewer, ...detail};
  };
  const article = (viewer: Element): HTMLElement => seen(viewer, '[part=document]')[1]!;

  it('is asked for again by the reader, and costs no other text', async () => {
    const site = await split();
    await site.remove(norwegian);
    const {viewer, message} = await failing(site);
    expect(message).to.contain(`${site.address}${norwegian} answered 404.`);
    expect(words(article(viewer).querySelector('[role=alert]')))
      .to.contain('finns inte på den angivna adressen')
      .and.contain('Försök igen');
    expect(article(viewer).querySelector('[role=alert]')?.closest('[lang]')?.getAttribute('lang')).to.equal('sv');
    expect(words(status(viewer))).not.to.match(/\d/);
    await site.replace(norwegian, JSON.stringify(bundle.policies[1]!.editions[0]!.texts['nb']));
    await use(viewer, button(viewer, 'Försök igen'));
    await until(() => seen(viewer, 'policy-viewer-text').length === 3);
    await settled(viewer);
    expect(words(status(viewer))).to.equal(words(status(await show({lang: 'sv'}))));
    const asked = await texts(site);
    expect(asked.filter((name) => name === swedish)).to.have.length(1);
  });

  it('is not shown where its hash is another', async () => {
    const site = await split();
    await site.replace(norwegian, JSON.stringify({title: 'Other', sections: []}));
    const {viewer, message} = await failing(site);
    expect(message).to.contain(`${site.address}${norwegian}`).and.contain('hash');
    expect(words(article(viewer))).to.contain('Försök igen');
    expect(seen(viewer, '[part=document]')).to.have.length(3);
  });

  it('is told with every issue where it is no text', async () => {
    const site = await split({
      [norwegian]: JSON.stringify({
        title: 'x',
        sections: [
          {
            id: 's',
            blocks: [
              {type: 'paragraph', id: 'p', content: [{type: 'link', href: 'javascript:alert(1)', content: ['x']}]},
            ],
          },
          {id: 's', blocks: 1},
        ],
      }),
    });
    const {viewer, message, issues} = await failing(site);
    expect(message).to.contain(`${site.address}${norwegian}`).and.contain('sections[0].blocks[0].content[0].href');
    expect(issues).to.have.length.above(1);
    expect(all(viewer, 'a[href^="javascript"]')).to.have.length(0);
    expect(words(article(viewer).querySelector('[role=alert]'))).to.match(/fel/);
  });

  for (const [what, content] of [
    ['a web page', '<!doctype html><title>Not found</title>'],
    ['a list', '[]'],
    [
      'a template result',
      '{"_$litType$": 1, "strings": ["<img src=x onerror=alert(1)>"], "values": [], "title": ' +
        '{"_$litType$": 1}, "sections": []}',
    ],
    [
      'nested without end',
      '{"title": "x", "sections": ' +
        Array.from({length: 5_000}, (_, n) => `[{"id": "s${n}", "blocks": [], "sections": `).join('') +
        `[]${'}]'.repeat(5_000)}}`,
    ],
  ] as const) {
    it(`is refused where it is ${what}`, async () => {
      const site = await split({[norwegian]: content});
      const {viewer, message} = await failing(site);
      expect(message).to.contain(`${site.address}${norwegian}`);
      expect(all(viewer, 'img')).to.have.length(0);
    });
  }

  for (const [what, change] of [
    ['an integrity of a form that browsers pass over', {integrity: 'md5-CY9rzUYh03PK3k6DJie09g=='}],
    ['no integrity', {integrity: ''}],
    ['an address on another host', {src: 'https://example.org/text.json'}],
    ['an address on another host without a scheme', {src: '//example.org/text.json'}],
  ] as const) {
    it(`is not even fetched where its reference has ${what}`, async () => {
      const site = await split({}, (reference) =>
        reference.src === norwegian ? {...reference, ...change} : reference,
      );
      const {message} = await failing(site);
      expect(message).to.contain('was not fetched');
      expect(await texts(site)).not.to.include(norwegian);
    });
  }

  it('leaves the way back when it was to be another language', async () => {
    const site = await split();
    await site.remove(english);
    const viewer = await loaded(site, {product: 'pier'});
    const failed = once(viewer, 'policy-error');
    viewer.lang = 'en';
    await failed;
    await until(() => languages(viewer)[0] === 'en');
    expect(words(seen(viewer, '[role=alert]')[0])).to.contain('Try again');
    await pick(viewer, 'Language', 'Svenska');
    await until(() => clauses(viewer).length);
    expect(languages(viewer)).to.deep.equal(['sv']);
    expect(seen(viewer, '[role=alert]')).to.deep.equal([]);
    expect(headings(viewer)).to.include('Besökare');
  });
});
