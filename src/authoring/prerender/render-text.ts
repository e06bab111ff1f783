/**
 * A policy's own words as HTML: the same elements, ids, text and labels as the live view
 * shows, so that an address with `#visitor-contact` leads to the same clause in both. Elements stand in
 * elements as the parts of a text do, so this goes down by itself rather than by the one walk.
 */
import type {Element, ElementContent} from 'hast';
import {h} from 'hastscript';
import type {
  Block,
  Cell,
  Id,
  Inline,
  Item,
  LanguageTag,
  List,
  Section,
  Table,
  Term,
  Text,
} from '../../policy/bundle.js';
import {audiencesOfList} from '../../policy/clauses.js';
import {labelKinds, labelOf, type Label} from '../../policy/label.js';
import type {Wording} from '../../policy/language.js';
import type {Words} from '../../words/words.js';
import {isWide, nameOfTable} from './tables.js';
import {heading, inLanguage, stack, text as textNode} from './html.js';

export interface TextSetting {
  readonly language: LanguageTag;
  /** The interface's words and their language: they introduce the labels. */
  readonly words: Words;
  readonly speaks: LanguageTag;
  readonly vocabulary: ReadonlyMap<Id, Term>;
  /** Where a policy's own page is; absent where it has none, or no address that holds. */
  readonly pageOf?: (policy: Id) => string | undefined;
  /** The ids that something had once, by the one it has: links to them lead there too. */
  readonly formerIds?: ReadonlyMap<Id, readonly Id[]>;
}

export const renderText = ({sections}: Text, level: number, setting: TextSetting): Element[] =>
  sections.map((section) => renderSection(section, level, setting));

/** What links to former ids lead to. In a heading or clause, where it is in nobody's way. */
const renderAnchors = (id: Id, {formerIds}: TextSetting): Element[] =>
  (formerIds?.get(id) ?? []).map((former) => h('span', {id: former}));

const join = (audiences: readonly Id[] | undefined): string | undefined => audiences?.join(' ');

const renderSection = (
  {id, heading: title, audiences, blocks, sections}: Section,
  level: number,
  setting: TextSetting,
): Element =>
  h(
    'section',
    {id, dataFor: join(audiences)},
    stack([
      ...(title
        ? [heading(level, [...renderAnchors(id, setting), ...renderInline(title, setting)])]
        : renderAnchors(id, setting)),
      ...renderBlocks(blocks, true, setting),
      ...(sections ?? []).map((inner) => renderSection(inner, title ? level + 1 : level, setting)),
    ]),
  );

/** `outer`: not inside an item, where a line feed between blocks would be one of the item's own letters. */
const renderBlocks = (blocks: readonly Block[], outer: boolean, setting: TextSetting): ElementContent[] =>
  blocks.flatMap((block) => {
    switch (block.type) {
      case 'list':
        return renderList(block, outer, setting);
      case 'table':
        return [renderTable(block, setting)];
      case 'paragraph':
        return [
          h('p', {id: block.id, dataClause: block.id}, [
            ...renderAnchors(block.id, setting),
            ...renderInline(block.content, setting),
          ]),
        ];
    }
  });

function renderList(list: List, outer: boolean, setting: TextSetting): ElementContent[] {
  const {lead, start, items} = list;
  const dataFor = join(audiencesOfList(list));
  const labels = items.map((item) =>
    outer && start === undefined ? labelOf(item, setting.vocabulary, setting.language) : undefined,
  );
  const labelled = labels.some((label) => label?.data);
  const rendered = items.map((item, i) => {
    const label = labels[i];
    return h('li', {id: item.id, dataClause: item.id, dataFor: join(item.audiences)}, [
      ...(labelled && label ? [renderLabel(label, setting)] : []),
      h('div', {}, renderItem(item, setting)),
    ]);
  });
  const children = outer ? stack(rendered) : rendered;
  return [
    ...(lead ? [h('p', {className: 'lead', dataFor}, renderInline(lead, setting))] : []),
    start !== undefined
      ? h('ol', {start, dataFor}, children)
      : // Without its marks a list is none to VoiceOver, unless the role says so.
        labelled
        ? h('ul', {className: 'labelled', role: 'list', dataFor}, children)
        : h('ul', {dataFor}, children),
  ];
}

function renderLabel(label: Label, {words, speaks, language}: TextSetting): Element {
  const render = (each: Wording): ElementContent =>
    each.language === language ? textNode(each.text) : h('span', inLanguage(each.language, language), each.text);
  return h(
    'div',
    {className: 'label'},
    labelKinds.flatMap((kind) => {
      const named = label[kind]?.flatMap((each, i) => [textNode(i > 0 ? ' · ' : ' '), render(each)]);
      return named ? [h('p', {}, [render({text: words.labels[kind](), language: speaks}), ...named])] : [];
    }),
  );
}

const renderItem = ({id, content, blocks}: Item, setting: TextSetting): ElementContent[] => [
  ...renderAnchors(id, setting),
  ...renderInline(content, setting),
  ...renderBlocks(blocks ?? [], false, setting),
];

const renderTable = (table: Table, setting: TextSetting): Element =>
  // What may scroll the keyboard has to reach, and so it needs a name.
  h(
    'div',
    {className: 'table', ...(isWide(table) && {tabIndex: 0, role: 'group', ariaLabel: nameOfTable(table)})},
    h('table', {}, [
      ...(table.head.length > 0
        ? [
            h(
              'thead',
              {},
              h(
                'tr',
                {},
                table.head.map((cell) => h('th', {scope: 'col'}, renderInline(cell, setting))),
              ),
            ),
          ]
        : []),
      h(
        'tbody',
        {},
        table.rows.map(({id, cells}) =>
          h(
            'tr',
            {id, dataClause: id},
            cells.map((cell, column) =>
              renderCell(cell, column, setting, column === 0 ? renderAnchors(id, setting) : []),
            ),
          ),
        ),
      ),
    ]),
  );

const renderCell = (cell: Cell, column: number, setting: TextSetting, anchors: readonly Element[]): Element => {
  const content = [...anchors, ...renderInline(cell, setting)];
  return column === 0 ? h('th', {scope: 'row'}, content) : h('td', {}, content);
};

/** `linked`: inside a link, where HTML allows no other. */
const renderInline = (content: readonly Inline[], setting: TextSetting, linked = false): ElementContent[] =>
  content.flatMap((piece) => (typeof piece === 'string' ? breakLines(piece) : renderMarked(piece, setting, linked)));

function renderMarked(piece: Exclude<Inline, string>, setting: TextSetting, linked: boolean): ElementContent[] {
  const inside = (within = linked): ElementContent[] => renderInline(piece.content, setting, within);
  switch (piece.type) {
    case 'strong':
      return [h('strong', {}, inside())];
    case 'emphasis':
      return [h('em', {}, inside())];
    case 'link':
      return linked ? inside() : [h('a', {href: piece.href}, inside(true))];
    case 'reference': {
      const page = piece.policy === undefined ? '' : setting.pageOf?.(piece.policy);
      const href = `${page ?? ''}${piece.to === undefined ? '' : `#${piece.to}`}`;
      return linked || page === undefined ? inside() : [h('a', {href}, inside(true))];
    }
    case 'annotation':
      return piece.terms.some((id) => setting.vocabulary.get(id)?.kind === 'defined-term')
        ? [h('span', {className: 'term'}, inside())]
        : inside();
  }
}

/** A line feed in a bundle is a line break, which has to hold without a style sheet. */
const breakLines = (text: string): ElementContent[] =>
  text
    .split('\n')
    .flatMap((line, i): ElementContent[] => [...(i > 0 ? [h('br')] : []), ...(line === '' ? [] : [textNode(line)])]);
