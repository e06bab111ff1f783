/** What policies speak of in any language: audiences, personal data, legal bases and purposes, by their ids. */
import type {Id} from '../../policy/bundle.js';

export interface Notion {
  readonly id: Id;
  /** The same notion in W3C DPV, or the nearest wider one. */
  readonly iri?: string;
}

export type NotionKind = 'audiences' | 'data' | 'legal-bases' | 'purposes';

/** In the order in which readers are shown them. */
export type Notions = Readonly<Record<NotionKind, readonly Notion[]>>;

export {notions} from './generated/notions.js';
