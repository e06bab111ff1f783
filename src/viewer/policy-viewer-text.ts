/**
 * The words of one policy, and nothing else. No template has white space where the text's own would show. It renders
 * a text once: choosing another audience changes one rule, in a style sheet that all texts of a viewer share, because
 * rendering 10,000 clauses anew took twice as long as hiding them.
 */

import {LitElement, html, nothing, unsafeCSS, type PropertyValues, type TemplateResult} from 'lit';
import base from '../look/base.css?inline';
import look from '../look/text.css?inline';
import type {Block, Id, Inline, Item, List, Section, Term, Text} from '../policy/bundle.js';
import {audiencesOfList} from '../policy/clauses.js';
import {labelKinds, labelOf, type Label} from '../policy/label.js';
import {direction, type Wording} from '../policy/language.js';
import {localize} from '../words/localize.js';
import {words} from '../words/words.js';
import {renderHeading} from './heading.js';
import own from './text.css?inline';

type Piece = string | TemplateResult;

const join = (audiences: readonly Id[] | undefined): unknown => audiences?.join(' ') ?? nothing;

/**
 * @csspart section - a section of the text
 * @csspart heading - its heading
 * @csspart clause - a paragraph, list item or table row
 */
export class PolicyViewerText extends LitElement {
  static override styles = unsafeCSS(base + look + own);

  static override properties = {
    text: {attribute: false},
    language: {attribute: false},
    speaks: {attribute: false},
    vocabulary: {attribute: false},
    level: {attribute: false},
    filter: {attribute: false},
  };

  declare text: Text;
  /** The language the text is in. */
  declare language: string;
  /** The interface's language, which labels are introduced in. */
  declare speaks: string;
  declare vocabulary: ReadonlyMap<Id, Term>;
  /** The level of the outermost headings, 1 to 6. */
  declare level: number;
  /** Hides what is not for the reader. */
  declare filter: CSSStyleSheet;

  /** Another filter takes the place of the last, and nothing is rendered anew for it. */
  protected override shouldUpdate(changed: PropertyValues<this>): boolean {
    if (!changed.has('filter')) return true;
    // The first is the text's look.
    (this.renderRoot as ShadowRoot).adoptedStyleSheets.splice(1, 1, this.filter);
    return changed.size > 1;
  }

  /** The element of a section or clause, by its id. */
  find(id: Id): HTMLElement | null {
    return this.renderRoot.querySelector(`[id="${id}"],[data-clause="${id}"]`);
  }

  protected override render(): unknown {
    return localize(this.speaks, () => this.text.sections.map((section) => this.#renderSection(section, this.level)));
  }

  #renderSection({id, heading, audiences, blocks, sections}: Section, level: number): TemplateResult {
    const inner = heading ? level + 1 : level;
    const title = heading ? renderHeading(level, this.#inline(heading)) : nothing;
    const nested = sections?.map((section) => this.#renderSection(section, inner));
    return html`<section part="section" id=${id} data-for=${join(audiences)}
      >${title}${this.#renderBlocks(blocks, true)}${nested}</section>`;
  }

  #renderBlocks(blocks: readonly Block[], outer: boolean): unknown {
    return blocks.map((block) => {
      switch (block.type) {
        case 'list':
          return this.#renderList(block, outer);
        case 'table':
          return html`<div class="table"><table><thead><tr>${block.head.map(
            (cell) => html`<th scope="col">${this.#inline(cell)}</th>`,
          )}</tr></thead><tbody>${block.rows.map(
            ({id, cells}) =>
              html`<tr part="clause" data-clause=${id}>${cells.map((cell, column) =>
                column ? html`<td>${this.#inline(cell)}</td>` : html`<th scope="row">${this.#inline(cell)}</th>`,
              )}</tr>`,
          )}</tbody></table></div>`;
        default:
          return html`<p part="clause" data-clause=${block.id}>${this.#inline(block.content)}</p>`;
      }
    });
  }

  #renderList(list: List, outer: boolean): unknown {
    const {lead, start, items} = list;
    const audiences = join(audiencesOfList(list));
    const labels = items.map((item) =>
      outer && start === undefined ? labelOf(item, this.vocabulary, this.language) : undefined,
    );
    const labelled = labels.some((label) => label?.data);
    const rendered = items.map(
      (item, i) => html`<li part="clause" data-clause=${item.id} data-for=${join(item.audiences)}
        >${labelled ? this.#renderLabel(labels[i]) : nothing}<div>${this.#renderItem(item)}</div></li>`,
    );
    return [
      lead ? html`<p class="lead" data-for=${audiences}>${this.#inline(lead)}</p>` : nothing,
      start === undefined
        ? html`<ul class=${labelled ? 'labelled' : nothing} role=${labelled ? 'list' : nothing} data-for=${audiences}
            >${rendered}</ul>`
        : html`<ol start=${start} data-for=${audiences}>${rendered}</ol>`,
    ];
  }

  #renderLabel(label: Label | undefined): unknown {
    const inLanguage = ({text, language}: Wording): unknown =>
      language === this.language ? text : html`<span lang=${language} dir=${direction(language)}>${text}</span>`;
    return (
      label &&
      html`<div class="label">${labelKinds.map(
        (kind) =>
          label[kind] &&
          html`<p>${inLanguage({text: words.labels[kind](), language: this.speaks})} ${label[kind].map((each, i) => [
            i ? ' · ' : '',
            inLanguage(each),
          ])}</p>`,
      )}</div>`
    );
  }

  #renderItem({content, blocks}: Item): unknown {
    return blocks ? [this.#inline(content), this.#renderBlocks(blocks, false)] : this.#inline(content);
  }

  /** Pieces of text, neighbouring strings joined: most clauses are then a single text node. */
  #inline(content: readonly Inline[], pieces: Piece[] = []): Piece | Piece[] {
    for (const piece of content) {
      if (typeof piece === 'string') {
        const last = pieces.length - 1;
        if (typeof pieces[last] === 'string') pieces[last] += piece;
        else pieces.push(piece);
      } else if (
        piece.type === 'annotation' &&
        !piece.terms.some((id) => this.vocabulary.get(id)?.kind === 'defined-term')
      ) {
        this.#inline(piece.content, pieces);
      } else pieces.push(this.#renderMarked(piece));
    }
    const [only = pieces] = pieces;
    return pieces.length === 1 ? only : pieces;
  }

  #renderMarked(piece: Exclude<Inline, string>): TemplateResult {
    const content = this.#inline(piece.content);
    switch (piece.type) {
      case 'strong':
        return html`<strong>${content}</strong>`;
      case 'emphasis':
        return html`<em>${content}</em>`;
      case 'link':
        return html`<a href=${piece.href}>${content}</a>`;
      case 'reference':
        return html`<a href="#${piece.to ?? ''}" data-policy=${piece.policy ?? nothing}>${content}</a>`;
      case 'annotation':
        return html`<span class="term">${content}</span>`;
    }
  }
}
