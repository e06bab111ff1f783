/**
 * What tells languages apart. Loading it takes longer than most commands do their work, so that it is loaded when it
 * is first wanted.
 */

interface Detectors {
  readonly eld: {
    detect(text: string): {
      readonly language: string;
      isReliable(): boolean;
      getScores(): Readonly<Record<string, number>>;
    };
    info(): {readonly Languages: Readonly<Record<string, string>>};
  };
  /** Traditional Chinese characters as simplified ones. */
  readonly simplify: (text: string) => string;
}

async function load(): Promise<Detectors> {
  const [{eld}, {Converter}] = await Promise.all([import('eld/extrasmall'), import('opencc-js/t2cn')]);
  return {eld, simplify: Converter({from: 't', to: 'cn'})};
}

let loading: Promise<Detectors> | undefined;
let loaded: Detectors | undefined;

/** To be awaited before any text is asked for its language. */
export async function loadDetectors(): Promise<void> {
  loaded = await (loading ??= load());
}

export function detectors(): Detectors {
  if (loaded === undefined) throw new Error('loadDetectors() comes first');
  return loaded;
}
