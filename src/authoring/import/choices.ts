/** What a person says of all texts that are imported together. */
import type {TextChoices} from '../recognise/choices.js';
import type {AudienceChoices} from '../recognise/recognise-structure.js';

export interface ImportChoices {
  readonly of: (file: string) => TextChoices;
  readonly audiences: AudienceChoices;
  /** The address that the files' site has, for links that have it in full. */
  readonly baseUrl?: string;
  /** The headings as they were typed. */
  readonly headings: ReadonlyMap<string, string>;
}

/** Nothing is said: everything is left to be recognised. */
export const noChoices: ImportChoices = {of: () => ({}), audiences: new Map(), headings: new Map()};
