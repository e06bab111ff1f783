/** A translator's job as XLIFF 1.2 (OASIS, 2008) or 2.0 (OASIS, 2014). */
import type {Codes, Mark, Tag, Token} from './codes.js';
import type {Job, JobUnit, Note} from './job.js';
import {signature} from './job.js';
import {attribute, escapeText} from '../xml/write.js';

export type XliffVersion = '1.2' | '2.0';

export const writeXliff = (job: Job, version: XliffVersion): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n${version === '1.2' ? writeFirst(job) : writeSecond(job)}\n`;

const original = ({policy, edition, source}: Job): string => `${policy}/${edition}/${source}.md`;

function writeFirst(job: Job): string {
  const note = ({category, text}: Note): string =>
    `<note from=${attribute(`policy-viewer ${category}`)}>${escapeText(text)}</note>`;
  const states = {
    translated: 'translated',
    final: 'final',
    review: 'needs-review-translation',
    initial: 'needs-translation',
  };
  const unit = ({id, source, target, state, notes}: JobUnit): string =>
    [
      // What is not approved is shown as unfinished by Lokalize and others, whatever its state.
      `      <trans-unit id=${attribute(id)} ` +
        `resname=${attribute(id)}${state === 'final' ? ' approved="yes"' : ''} xml:space="preserve">`,
      `        <source xml:lang=${attribute(job.source)}>${inFirst(source)}</source>`,
      ...(target === undefined
        ? []
        : [`        <target xml:lang=${attribute(job.target)} state="${states[state]}">${inFirst(target)}</target>`]),
      ...notes.map((each) => `        ${note(each)}`),
      '      </trans-unit>',
    ].join('\n');
  return [
    '<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">',
    `  <file original=${attribute(original(job))} source-language=${attribute(job.source)} ` +
      `target-language=${attribute(job.target)} datatype="plaintext">`,
    '    <header>',
    ...[{category: 'about', text: signature(job)} as const, ...job.notes].map((each) => `      ${note(each)}`),
    '    </header>',
    '    <body>',
    ...job.units.map(unit),
    '    </body>',
    '  </file>',
    '</xliff>',
  ].join('\n');
}

const firstTypes: Readonly<Record<Mark['kind'], string>> = {
  strong: 'bold',
  emphasis: 'italic',
  link: 'link',
  reference: 'x-reference',
  break: 'lb',
};

const inFirst = (tokens: readonly Token[]): string =>
  tokens
    .map((token) => {
      if (typeof token === 'string') return escapeText(token);
      if (token.type === 'close') return '</g>';
      const equivalent =
        token.mark !== undefined && 'to' in token.mark ? ` equiv-text=${attribute(token.mark.to)}` : '';
      const type = token.mark === undefined ? '' : ` ctype="${firstTypes[token.mark.kind]}"`;
      return token.type === 'open'
        ? `<g id=${attribute(token.id)}${type}${equivalent}>`
        : `<x id=${attribute(token.id)}${type}/>`;
    })
    .join('');

function writeSecond(job: Job): string {
  const note = ({category, text}: Note): string => `<note category=${attribute(category)}>${escapeText(text)}</note>`;
  const states = {translated: 'translated', final: 'final', review: 'initial', initial: 'initial'};
  const unit = ({id, source, target, state, notes, codes}: JobUnit): string =>
    [
      `    <unit id=${attribute(id)} name=${attribute(id)}>`,
      ...(notes.length === 0
        ? []
        : ['      <notes>', ...notes.map((each) => `        ${note(each)}`), '      </notes>']),
      ...originalData(codes),
      '      <segment ' +
        `state="${states[state]}"${state === 'review' ? ' subState="policy-viewer:needs-review-translation"' : ''}>`,
      `        <source>${inSecond(source)}</source>`,
      ...(target === undefined ? [] : [`        <target>${inSecond(target)}</target>`]),
      '      </segment>',
      '    </unit>',
    ].join('\n');
  return [
    '<xliff version="2.0" xmlns="urn:oasis:names:tc:xliff:document:2.0" ' +
      `srcLang=${attribute(job.source)} trgLang=${attribute(job.target)}>`,
    `  <file id=${attribute(`${job.policy}.${job.edition}.${job.source}-${job.target}`)} ` +
      `original=${attribute(original(job))} xml:space="preserve">`,
    '    <notes>',
    ...[{category: 'about', text: signature(job)} as const, ...job.notes].map((each) => `      ${note(each)}`),
    '    </notes>',
    ...job.units.map(unit),
    '  </file>',
    '</xliff>',
  ].join('\n');
}

/** What stands for each mark in the Markdown, before and after what it marks. */
const marksAsWritten = (mark: Mark): readonly [string, string] => {
  switch (mark.kind) {
    case 'strong':
      return ['**', '**'];
    case 'emphasis':
      return ['_', '_'];
    case 'link':
      return ['[', `](${mark.to})`];
    case 'reference':
      return ['[', mark.to.startsWith('../') ? `](${mark.to})` : `](#${mark.to})`];
    case 'break':
      return ['\\', ''];
  }
};

function originalData(codes: Codes): string[] {
  const data = [...codes].flatMap(([id, mark]) => {
    const [before, after] = marksAsWritten(mark);
    return [
      `        <data id="d${id}">${escapeText(before)}</data>`,
      ...(mark.kind === 'break' ? [] : [`        <data id="d${id}e">${escapeText(after)}</data>`]),
    ];
  });
  return data.length === 0 ? [] : ['      <originalData>', ...data, '      </originalData>'];
}

const secondTypes: Readonly<Record<Mark['kind'], string>> = {
  strong: 'type="fmt" subType="xlf:b"',
  emphasis: 'type="fmt" subType="xlf:i"',
  break: 'type="fmt" subType="xlf:lb"',
  link: 'type="link" canDelete="no"',
  reference: 'type="link" canDelete="no"',
};

function inSecond(tokens: readonly Token[]): string {
  const write = (tag: Tag): string => {
    if (tag.type === 'close') return '</pc>';
    const type = tag.mark === undefined ? '' : ` ${secondTypes[tag.mark.kind]}`;
    const reference =
      tag.type === 'open' ? `dataRefStart="d${tag.id}" dataRefEnd="d${tag.id}e"` : `dataRef="d${tag.id}"`;
    return tag.type === 'open'
      ? `<pc id=${attribute(tag.id)}${type} ${reference}>`
      : `<ph id=${attribute(tag.id)}${type} ${reference}/>`;
  };
  return tokens.map((token) => (typeof token === 'string' ? escapeText(token) : write(token))).join('');
}
