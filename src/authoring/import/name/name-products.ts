/* eslint-disable max-lines -- titles and paths are weighed against each other */
/**
 * Gives every imported text its product and policy. Texts whose titles name the
 * same product are texts of one policy: in several languages, or of several dates.
 * A policy of another kind than privacy, on cookies or of terms, is one of its own
 * that covers the same product. Where paths say which texts are one policy in several
 * languages, they say it before the titles do.
 */
import type {Id, LanguageTag} from '../../../policy/bundle.js';
import {groupBy} from '../../collections/group.js';
import type {Doubt} from '../../document/guess.js';
import {wordsOf} from '../../vocabulary/language-words.js';
import {readTitle, toId, type ProductNames} from '../../recognise/recognise-products.js';
import {makeProductIds, plain, type ProductId} from './product-ids.js';

export interface Titled {
  readonly title: string;
  readonly language: LanguageTag;
  /** The names of other products that the text covers. */
  readonly covers: readonly string[];
  /** What the user or the text's front matter says. */
  readonly product: string | undefined;
  readonly policy: Id | undefined;
  /** What is left of its path without language and day. */
  readonly rest?: string;
  /** Whether that says which policy it is: others differ from it in their language only. */
  readonly isOfPath?: boolean;
  /** Whether its path names the language that it is in. */
  readonly fitsPath?: boolean;
  /** Whether a folder is named after its language. */
  readonly isInFolder?: boolean;
}

export interface NamedProduct {
  readonly id: Id;
  readonly name: string;
  /** Each of the names that the name joins, for reading roles with. */
  readonly parts: readonly string[];
}

export interface Identity {
  readonly policy: Id;
  readonly product: NamedProduct;
  readonly covers: readonly NamedProduct[];
  /** How the id came about, where it is not plain from the title. */
  readonly why: string | undefined;
  readonly doubts: readonly Doubt[];
}

/** A product that the folder has already, with all its names. */
export interface KnownName {
  readonly id: Id;
  readonly names: readonly string[];
}

/** A policy that the folder has already. */
export interface KnownPolicy {
  readonly id: Id;
  readonly products: readonly Id[];
}

export function nameProducts(
  texts: readonly Titled[],
  known: readonly KnownName[],
  policies: readonly KnownPolicy[] = [],
): Identity[] {
  const leaders = findLeaders(texts);
  const named = joinByPath(texts, nameByTitle(texts, known, leaders), leaders);
  return named.map((identity, index) => asBefore(identity, texts[index], policies));
}

/**
 * A policy that was called after its path, beside others with its title, is so called too where it is imported alone.
 */
function asBefore(identity: Identity, text: Titled | undefined, policies: readonly KnownPolicy[]): Identity {
  if (text === undefined || text.policy !== undefined || policies.some(({id}) => id === identity.policy))
    return identity;
  const {rest = ''} = text;
  const ends = rest.split('/').map((_, index) => endOf(rest, index + 1));
  const found = policies.find(({id, products}) => ends.includes(id) && products.includes(identity.product.id));
  return found === undefined ? identity : {...identity, policy: found.id, why: 'as the folder has it already'};
}

/** Of the texts that are one policy by their paths, the one that names it, for each text of them. */
function findLeaders(texts: readonly Titled[]): ReadonlyMap<Titled, Titled> {
  const places = groupBy(
    texts.filter(({isOfPath}) => isOfPath === true),
    ({rest = ''}) => rest,
  );
  return new Map(
    [...places.values()].flatMap((members) => {
      const leader =
        members.find(({policy}) => policy !== undefined) ??
        members.find(({language, fitsPath}) => /^en\b/.test(language) && fitsPath === true) ??
        members.find(({language}) => /^en\b/.test(language)) ??
        members[0];
      return leader === undefined ? [] : members.map((member) => [member, leader] as const);
    }),
  );
}

function nameByTitle(
  texts: readonly Titled[],
  known: readonly KnownName[],
  leaders: ReadonlyMap<Titled, Titled>,
): Identity[] {
  // Each name is looked up, not compared with all others: there may be thousands of either.
  const knownAs = new Map<string, KnownName>();
  for (const product of known)
    for (const name of product.names) if (!knownAs.has(plain(name))) knownAs.set(plain(name), product);
  const asWritten = texts.map((text) => ({text, names: namesOf(text, knownAs)}));
  const nominatives = new Set([...asWritten.flatMap(({names}) => names.parts.map(plain)), ...knownAs.keys()]);
  const read = asWritten.map(({text, names}) => ({text, names: withoutGenitive(names, text.language, nominatives)}));
  // A translated title is no other product's.
  const baseOf = new Map(read.map(({text, names}) => [text, names.parts[0]]));
  const naming = read.filter(({text, names}) => {
    const leader = leaders.get(text) ?? text;
    const base = baseOf.get(leader) ?? '';
    return leader === text || (text.isInFolder !== true && isOther(text, names.parts[0], leader, base));
  });
  const bases = [...naming.map(({names}) => names.parts[0]), ...known.flatMap(({names}) => names)];
  const firsts = new Set(read.map(({names}) => plain(names.parts[0])));
  const knownIds = new Set(known.map(({id}) => id));
  const ids = makeProductIds(
    naming.flatMap(({text, names: {parts}}) =>
      knownAs.has(plain(parts[0])) ? [] : [{name: parts[0], stem: stemOf(text.rest)}],
    ),
    bases,
    knownIds,
  );
  const others = makeProductIds(
    texts.flatMap(({covers}) =>
      covers.flatMap((name) => (knownAs.has(plain(name)) || firsts.has(plain(name)) ? [] : [{name, stem: undefined}])),
    ),
    [],
    new Set([...knownIds, ...[...ids.values()].map(({id}) => id)]),
  );
  const idOf = (name: string): ProductId => {
    const kept = knownAs.get(plain(name));
    if (kept !== undefined) return {id: kept.id, brand: '', origin: 'name'};
    return ids.get(plain(name)) ?? others.get(plain(name)) ?? {id: toId(name), brand: '', origin: 'name'};
  };
  return read.map(({text, names}) => {
    const [base] = names.parts;
    const kind = names.isNamed ? names.kind : undefined;
    const whole = knownAs.get(plain(names.name));
    const fromPolicy =
      text.policy !== undefined && text.product === undefined && kind === undefined ? text.policy : undefined;
    const found = idOf(base);
    // One notice for employees has as many titles as languages.
    const forWhom = text.product === undefined ? idForWhom(names) : undefined;
    const id = fromPolicy ?? whole?.id ?? forWhom ?? found.id;
    const doubts: Doubt[] = [];
    if (fromPolicy === undefined && whole === undefined && forWhom === undefined) doubts.push(...doubtsOf(base, found));
    if (!names.isNamed && text.policy === undefined) {
      doubts.push({message: `The title “${text.title}” names no product.`, remedy: 'name it with --product NAME'});
    }
    const covers = text.covers
      .filter((name) => ![names.name, ...names.parts].map(plain).includes(plain(name)))
      .map((name) => ({id: idOf(name).id, name, parts: [name]}))
      .filter((covered) => covered.id !== id);
    return {
      policy: text.policy ?? (kind === undefined ? id : `${id}-${kind.id}`),
      product: {id, name: names.name, parts: [names.name, ...names.parts]},
      covers,
      why:
        kind !== undefined && text.policy === undefined
          ? `as the title says “${kind.words}”`
          : explain(base, found, id, names, whole !== undefined),
      doubts,
    };
  });
}

/** The id of a text for those whom its title names, and whose it is: notices of two firms are two. */
const idForWhom = ({audiences, owner = ''}: ProductNames): Id | undefined =>
  audiences === undefined ? undefined : [toId(owner), ...audiences].filter((part) => part !== '').join('-');

function doubtsOf(name: string, {id, origin, sameAs}: ProductId): Doubt[] {
  const remedy = 'give it one with --policy ID';
  if (origin !== 'name')
    return [
      {
        message: (
          `No id of its own can be made of “${name}”, so ${origin === 'file' ? 'after its file' : ''} the ` +
          `product was called “${id}”.`
        ).replace('  ', ' '),
        remedy,
      },
    ];
  return sameAs === undefined
    ? []
    : [
        {
          message: `“${name}” was taken for the product “${id}”, as “${sameAs}” is.`,
          remedy: 'if it is another, give it an id with --policy ID',
        },
      ];
}

/** A word for a file by what is left of its path: its name, or its folder's where many files have that name. */
export const stemOf = (rest: string | undefined): string | undefined =>
  rest
    ?.split('/')
    .reverse()
    .find(
      (part) => toId(part) !== '' && !/^(?:_?index|readme|default|page|main|text|content|document|\d+)$/u.test(part),
    );

/** Texts of one policy by their paths are texts of one policy, whatever their titles say. */
function joinByPath(
  texts: readonly Titled[],
  byTitle: readonly Identity[],
  leaders: ReadonlyMap<Titled, Titled>,
): Identity[] {
  const places = groupBy(
    texts.filter((text) => leaders.has(text)),
    ({rest = ''}) => rest,
  );
  const named = new Map(texts.map((text, index) => [text, byTitle[index]]));
  const policies = policiesOf(
    [...new Set(leaders.values())].map((leader) => ({rest: leader.rest ?? '', own: named.get(leader)?.policy ?? ''})),
  );
  return byTitle.map((own, index) => {
    const text = texts[index];
    const first = text && leaders.get(text);
    const leader = first && named.get(first);
    if (text === undefined || first === undefined || leader === undefined) return own;
    const {rest = ''} = text;
    const differs = first !== text && isOther(text, baseOf(own), first, baseOf(leader));
    if (differs && text.isInFolder !== true)
      return {
        ...own,
        doubts: [
          ...own.doubts,
          {
            message:
              `Its path says that it is of the policy with the title “${first.title}”, and its own title names ` +
              'another product, so they were kept apart.',
            remedy: `if they are one, say --policy FILE=${policies.get(rest) ?? leader.policy} for it`,
          },
        ],
      };
    const chosen = text.policy ?? policies.get(rest) ?? leader.policy;
    const isLeader = leader === own;
    const doubts: Doubt[] = [
      ...(isLeader ? own.doubts : []),
      ...(isLeader && text.policy === undefined && chosen !== own.policy
        ? [
            {
              message:
                `Another text has the title “${text.title}” too, so the policy was called “${chosen}” after its ` +
                'path.',
              remedy: 'give it another id with --policy ID',
            },
          ]
        : []),
      ...(differs
        ? [
            {
              message:
                `Its title “${text.title}” seems to name another product than “${first.title}”; its path says that ` +
                'they are one policy.',
              remedy: 'if they are not, give it an id of its own with --policy ID',
            },
          ]
        : []),
    ];
    const isAlone = (places.get(rest) ?? []).length === 1;
    return {
      policy: chosen,
      product: isLeader
        ? own.product
        : {...productOf(text, own, leader), id: text.product === undefined ? leader.product.id : own.product.id},
      covers: own.covers,
      why: isAlone && chosen === own.policy ? own.why : `as its path says, “${rest === '' ? '.' : rest}”`,
      doubts,
    };
  });
}

/** The titles' ids, and where two places would have the same, the shortest end of each path that tells them apart. */
function policiesOf(all: readonly {readonly rest: string; readonly own: Id}[]): ReadonlyMap<string, Id> {
  const policies = new Map<string, Id>();
  const taken = new Set<Id>();
  const alike = [...groupBy(all, ({own}) => own).values()];
  for (const [first, ...others] of alike) {
    if (first === undefined || others.length > 0) continue;
    policies.set(first.rest, first.own);
    taken.add(first.own);
  }
  const rivals = alike.filter(({length}) => length > 1).flat();
  for (let count = 1; rivals.some(({rest}) => !policies.has(rest)); count++) {
    const left = rivals.filter(({rest}) => !policies.has(rest));
    const wishes = groupBy(left, ({rest, own}) => endOf(rest, count) || own);
    for (const [id, [first, ...others]] of wishes) {
      const longest = first === undefined || first.rest.split('/').length <= count;
      if (first === undefined || ((others.length > 0 || taken.has(id)) && !longest)) continue;
      let free = id;
      for (let number = 2; taken.has(free); number++) free = `${id}-${number}`;
      policies.set(first.rest, free);
      taken.add(free);
    }
  }
  return policies;
}

const endOf = (rest: string, count: number): Id =>
  toId(
    rest
      .split('/')
      .filter((part) => part !== stemless)
      .slice(-count)
      .join('-'),
  );

/** A name that says nothing of what is in the file. */
const stemless = 'index';

/** A title without a word for a policy is all name; then the name is that of the others. */
function productOf(text: Titled, own: Identity, leader: Identity): NamedProduct {
  const isWhole = text.product === undefined && plain(own.product.name) === plain(text.title);
  const leads = leader.product.parts;
  const mentions = leads.filter((name) => plain(text.title).includes(plain(name)));
  return isWhole && mentions.length > 0 ? {...leader.product, name: leader.product.name} : own.product;
}

/** Whether a title names another product than the texts beside it do: one name goes on where the other ends. */
function isOther(text: Titled, base: string, leader: Titled, leading: string): boolean {
  const [one, other] = [plain(base), plain(leading)];
  const mayBeAll = (titled: Titled, name: string): boolean =>
    plain(titled.title) === name && wordsOf(titled.language) === undefined;
  return (
    text.policy === undefined &&
    (one.startsWith(`${other} `) || other.startsWith(`${one} `)) &&
    !mayBeAll(text, one) &&
    !mayBeAll(leader, other)
  );
}

const baseOf = ({product: {name, parts}}: Identity): string => parts[1] ?? name;

/** A word is the same wherever it may be broken. */
const withoutSoftHyphens = (title: string): string => title.replace(/[\u00ad\u200b]/gu, '');

function namesOf(text: Titled, known: ReadonlyMap<string, KnownName>): ProductNames {
  const names = readTitle(withoutSoftHyphens(text.title), text.language);
  if (text.product !== undefined) return {...names, name: text.product, parts: [text.product], isNamed: true};
  // A product may be called what sounds like a policy.
  const {title} = text;
  return known.has(plain(title)) ? {name: title, parts: [title], isNamed: true} : names;
}

/** In "Kajens sekretesspolicy" the product is "Kajen", but only another text can tell that it is not "Kajens". */
function withoutGenitive(names: ProductNames, language: LanguageTag, others: ReadonlySet<string>): ProductNames {
  if (!/^(?:sv|nb|nn|da|de)\b/u.test(language) || !/[^sxz]s$/iu.test(names.name)) return names;
  const shorter = names.name.slice(0, -1);
  return names.parts.length === 1 && others.has(plain(shorter)) ? {...names, name: shorter, parts: [shorter]} : names;
}

function explain(base: string, {brand}: ProductId, id: Id, names: ProductNames, isKnown: boolean): string | undefined {
  if (isKnown) return 'as the folder has it already';
  if (brand !== '' && id === toId(base.slice(brand.length)))
    return `without “${brand}”, which other products’ names begin with too`;
  return names.parts.length > 1 ? `after “${base}”, the first product that the title names` : undefined;
}
