/** Whether a translation tool still means the language that it was given, whatever it calls it. */
import type {LanguageTag} from '../../policy/bundle.js';
import {patterns} from '../../policy/validate.js';

/**
 * Tools add countries, and write scripts as countries: `da` may come back as `da-DK`, `zh-Hant` as `zh-TW` or `zh`,
 * `nb` as `no`.
 */
export function isSameLanguage(theirs: LanguageTag, ours: LanguageTag): boolean {
  const [a, b] = [parse(theirs), parse(ours)];
  if (a === undefined || b === undefined) return true;
  const saysScript = a.isPrecise && b.isPrecise;
  return a.language === b.language && (!saysScript || a.script === b.script);
}

function parse(tag: LanguageTag): {language: string; script: string; isPrecise: boolean} | undefined {
  // Some tools write da_DK; what is no tag at all says nothing of the words.
  const written = tag.replaceAll('_', '-');
  if (!patterns.language.test(written)) return undefined;
  const locale = new Intl.Locale(written);
  const {script = ''} = locale.maximize();
  return {
    language: locale.language === 'no' ? 'nb' : locale.language,
    script,
    isPrecise: locale.script !== undefined || locale.region !== undefined,
  };
}
