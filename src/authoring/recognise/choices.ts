/** What a person says of a text, instead of leaving it to be recognised. */
import type {Id, LanguageTag} from '../../policy/bundle.js';

export interface TextChoices {
  readonly policy?: Id;
  readonly product?: string;
  readonly language?: LanguageTag;
  readonly effective?: string;
  readonly title?: string;
}

/** Without what was not chosen. */
export function given({
  policy,
  product,
  language,
  effective,
  title,
}: {readonly [key in keyof TextChoices]-?: string | undefined}): TextChoices {
  return {
    ...(policy !== undefined && {policy}),
    ...(product !== undefined && {product}),
    ...(language !== undefined && {language}),
    ...(effective !== undefined && {effective}),
    ...(title !== undefined && {title}),
  };
}
