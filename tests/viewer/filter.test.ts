// Choosing who one is hides and shows what is rendered; it renders nothing anew.
import {expect} from '@open-wc/testing';
import {skip} from '../harness/commands.js';
import {all, box, button, clauses, isSeen, show, use, visitorClauses} from './reader.js';

/** What changes in the tree of a text while something is done. */
const changes = async (text: HTMLElement, act: () => Promise<void>): Promise<MutationRecord[]> => {
  const watch = new MutationObserver(() => undefined);
  watch.observe(text.shadowRoot!, {subtree: true, childList: true, characterData: true, attributes: true});
  await act();
  const records = watch.takeRecords();
  watch.disconnect();
  return records;
};

describe('choosing who one is', () => {
  it('leaves every node of the text as it is', async () => {
    const viewer = await show({product: 'pier'});
    const [text] = all(viewer, 'policy-viewer-text') as [HTMLElement];
    const before = all(viewer, '[data-clause], section');
    const records = await changes(text, async () => {
      await use(viewer, box(viewer, 'visitor'));
      expect(visitorClauses(viewer)).to.have.length(8);
      expect(clauses(viewer)).to.have.length(14);
      await use(viewer, box(viewer, 'member'));
      await use(viewer, button(viewer, 'Show the whole policy'));
    });
    expect(records).to.deep.equal([]);
    expect(all(viewer, '[data-clause], section')).to.deep.equal(before);
  });

  it('leaves the other viewer on the page alone', async () => {
    const first = await show({product: 'pier'});
    const second = await show({product: 'pier', audience: 'member'});
    await use(first, box(first, 'visitor'));
    expect(clauses(second).filter((id) => id.startsWith('m'))).to.have.length(5);
    expect(visitorClauses(second)).to.have.length(0);
  });

  it('hides a list’s lead with the last of its items', async () => {
    const viewer = await show({product: 'pier', audience: 'visitor'});
    const leads = all(viewer, '.lead');
    expect(leads.map(isSeen)).to.deep.equal([false, true]);
  });
});

describe('a section out of sight', () => {
  it('is not laid out, where the engine keeps the place of what is read', async function () {
    const viewer = await show({product: 'pier'});
    const sections = all(viewer, 'section');
    if (!CSS.supports('overflow-anchor', 'auto')) {
      expect(sections.map((section) => getComputedStyle(section).contentVisibility)).not.to.include('auto');
      await skip(
        this,
        'this engine does not anchor scrolling, so that sections of estimated height would make the page jump',
      );
    }
    expect(sections).not.to.have.length(0);
    for (const section of sections) expect(getComputedStyle(section).contentVisibility).to.equal('auto');
  });
});
