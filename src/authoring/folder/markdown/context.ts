/** What is known of one text while it is read: its attributes, ids and places, and the findings so far. */
import type {Definition, Heading, Paragraph, Root, RootContent, TableCell} from 'mdast';
import type {Id, Inline} from '../../../policy/bundle.js';
import {error, spot, warning, type Finding, type Source, type Spot} from '../../findings/finding.js';
import {listAnd, suggest} from '../../findings/nearest.js';
import {findForeign, readAttributes, type Attributes, type Mention} from './attributes.js';
import {plain, readInline, trimEnd} from './inline.js';
import {Names} from './names.js';
import {rangeOf, type Range} from './range.js';

/** A link to another policy, or to a clause of it. */
export interface Elsewhere {
  readonly policy: Id;
  readonly to?: Id;
  readonly at: Spot;
}

export class Context {
  readonly source: Source;
  readonly findings: Finding[] = [];
  readonly audiences: Mention[] = [];
  readonly terms: Mention[] = [];
  readonly places = new Map<Id, Spot>();
  /** Where each id that somebody wrote is written. */
  readonly written = new Map<Id, Spot>();
  /** Ids that something had once, and the one it has now. */
  readonly aliases = new Map<Id, Id>();
  /** Where inline content stands in the source. */
  readonly ranges = new Map<readonly Inline[], Range>();
  readonly names: Names;
  readonly #attributes = new Map<Heading | Paragraph, Attributes>();
  readonly #definitions = new Map<string, Definition>();
  readonly #used = new Set<string>();
  readonly #formerIds: {readonly name: Id; readonly at: Spot; readonly id: Id}[] = [];
  readonly #references: {to?: Id; policy?: Id; at: Spot}[] = [];

  constructor(source: Source, root: Root) {
    this.source = source;
    this.#survey(root, undefined);
    this.#checkAliases();
    this.names = new Names([...this.written.keys(), ...this.aliases.keys()]);
  }

  attributesOf(node: Heading | Paragraph): Attributes | undefined {
    return this.#attributes.get(node);
  }

  /** Attributes, definitions and written ids, before anything gets an id by its place. */
  #survey(node: Root | RootContent, parent: Root | RootContent | undefined): void {
    if (node.type === 'definition') {
      if (!this.#definitions.has(node.identifier)) this.#definitions.set(node.identifier, node);
    } else if (node.type === 'heading' || node.type === 'paragraph') {
      const attributes = readAttributes(node, this.source, this.findings);
      const foreign = attributes === undefined ? findForeign(node, this.source) : undefined;
      if (foreign !== undefined)
        this.findings.push(
          warning(
            'foreign-attributes',
            foreign,
            'These attributes are another program’s, so readers see them as words. Write {#id} at the end of a ' +
              'heading or item, or take them out.',
          ),
        );
      if (attributes === undefined) return;
      const belongs = node.type === 'heading' || (parent?.type === 'listItem' && parent.children[0] === node);
      if (!belongs) {
        this.findings.push(
          warning(
            'stray-attributes',
            attributes.at,
            'Attributes belong at the end of a heading or list item; here they are text that readers see. ' +
              'Move them, or write \\{ if they are text.',
          ),
        );
        return;
      }
      if (attributes.id !== undefined) {
        this.#write(attributes.id);
        const id = attributes.id.name;
        this.#formerIds.push(...(attributes.aliases ?? []).map((alias) => ({...alias, id})));
      }
      this.#attributes.set(node, attributes);
    } else if ('children' in node) {
      for (const child of node.children) this.#survey(child, node);
    }
  }

  #write({name, at}: Mention): void {
    const first = this.written.get(name);
    if (first === undefined) this.written.set(name, at);
    else
      this.findings.push(
        error(
          'duplicate-id',
          at,
          `The id “${name}” stands in line ${first.line} already. Give one of the two another id.`,
        ),
      );
  }

  /** Once all ids are known: an alias may be none of them, and leads to one thing. */
  #checkAliases(): void {
    for (const {name, at, id} of this.#formerIds) {
      const owner = this.written.has(name) ? name : this.aliases.get(name);
      if (owner === undefined) this.aliases.set(name, id);
      else
        this.findings.push(
          error(
            'duplicate-id',
            at,
            `A link to “${name}” would lead to two places: ` +
              `${owner === name ? 'something here has that id' : `it is an alias of “${owner}” already`}. ` +
              'Take it out of one of the two.',
          ),
        );
    }
  }

  noteNames(attributes: Attributes | undefined, around: readonly Id[] | undefined): void {
    const {audiences, data = [], at} = attributes ?? {};
    this.audiences.push(...(audiences ?? []));
    this.terms.push(...data);
    if (around === undefined || audiences === undefined || at === undefined) return;
    const outside = audiences.filter(({name}) => !around.includes(name));
    const whom = listAnd(around.map((name) => `“${name}”`));
    for (const {name, at: where} of outside) {
      this.findings.push(
        error(
          'wider-audience',
          where,
          `“${name}” would never see this: what stands around it is for ${whom} only. ` +
            'Name some of those, or end the section around it with “---” first.',
        ),
      );
    }
    if (audiences.length === 0) {
      this.findings.push(
        error(
          'wider-audience',
          at,
          `This cannot be for everyone: what stands around it is for ${whom} only. End that section with “---” first.`,
        ),
      );
    }
  }

  content(node: Heading | Paragraph): Inline[] {
    const all = this.inline(node.children);
    const attributes = this.#attributes.get(node);
    const content = attributes === undefined ? all : trimEnd(all, plain(attributes.written));
    this.#note(content, rangeOf(node, this.source.text, attributes?.written));
    return content;
  }

  cell(node: TableCell): Inline[] {
    const content = this.inline(node.children, true);
    this.#note(content, rangeOf(node, this.source.text));
    return content;
  }

  /** A paragraph made of what is no paragraph in Markdown: all of it is written anew, if it is. */
  block(content: readonly Inline[], node: RootContent): void {
    const [start, end] = [node.position?.start.offset, node.position?.end.offset];
    if (!this.ranges.has(content) && start !== undefined && end !== undefined)
      this.ranges.set(content, {start, end, form: 'block'});
  }

  #note(content: readonly Inline[], range: Range | undefined): void {
    if (range !== undefined) this.ranges.set(content, range);
  }

  inline(children: Paragraph['children'], inCell = false): Inline[] {
    return readInline(children, {
      inCell,
      source: this.source,
      definitions: this.#definitions,
      used: this.#used,
      findings: this.findings,
      references: this.#references,
      aliases: this.aliases,
    });
  }

  checkReferences(): void {
    for (const {to, policy, at} of this.#references) {
      if (policy !== undefined || to === undefined || this.places.has(to)) continue;
      this.findings.push(
        error(
          'dead-reference',
          at,
          `Nothing in this text has the id “${to}”.${suggest(to, this.written.keys())} Write {#${to}} where ` +
            'it should lead, or change the link.',
        ),
      );
    }
  }

  /** Links to other policies, which nobody can follow from here. */
  get elsewhere(): readonly Elsewhere[] {
    return this.#references.flatMap(({policy, ...rest}) => (policy === undefined ? [] : [{policy, ...rest}]));
  }

  checkDefinitions(): void {
    for (const [identifier, node] of this.#definitions) {
      if (!this.#used.has(identifier))
        this.report(
          node,
          'unused-definition',
          'No link uses this address, so it was left out. Write a link with its name, or take it away.',
        );
    }
  }

  report(node: RootContent, code: string, message: string): void {
    this.findings.push(warning(code, this.spot(node), message));
  }

  place(id: Id, node: RootContent | undefined): void {
    if (node !== undefined) this.places.set(id, this.spot(node));
  }

  spot(node: RootContent): Spot {
    return spot(this.source, node.position?.start.offset ?? 0, node.position?.end.offset);
  }
}
