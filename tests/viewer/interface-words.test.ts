// The language that the interface is in: the one wanted once its words are there, English until then and where they
// fail.
import {expect} from '@open-wc/testing';
import {InterfaceWords} from '../../src/viewer/controllers/interface-words.js';
import {interfaceLanguages, isLoaded, loadWords, localize} from '../../src/words/localize.js';

const host = {
  addController: () => undefined,
  removeController: () => undefined,
  requestUpdate: () => undefined,
  updateComplete: Promise.resolve(true),
};

describe('the interface’s words', () => {
  it('are English where a language is not loaded', () => {
    expect(isLoaded('nl')).to.equal(false);
    expect(localize('nl', (words) => words.language())).to.equal('Language');
    expect(localize('tlh', (words) => words.language())).to.equal('Language');
  });

  it('go back to the language before when what is said throws', async () => {
    await loadWords('da');
    expect(() =>
      localize('da', () => {
        throw new Error('as intended');
      }),
    ).to.throw('as intended');
    expect(localize('en', (words) => words.language())).to.equal('Language');
    expect(localize('da', (words) => words.language())).to.equal('Sprog');
  });

  it('are gone over to only when told, and waited for also where others are wanted meanwhile', async () => {
    let wanted = 'sv';
    const words = new InterfaceWords(host, () => wanted);
    expect(words.isReady).to.equal(false);
    words.adopt();
    expect(words.language).to.equal('en');
    const coming = words.load();
    wanted = 'ar';
    await coming;
    expect(words.isReady).to.equal(true);
    expect(words.language).to.equal('en');
    words.adopt();
    expect(words.language).to.equal('ar');
  });

  for (const language of interfaceLanguages)
    it(`are there in ${language}`, async () => {
      await loadWords(language);
      expect(isLoaded(language)).to.equal(true);
      expect(localize(language, (words) => words.retry())).not.to.equal('');
    });
});
