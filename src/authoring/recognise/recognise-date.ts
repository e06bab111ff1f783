/**
 * The day a text took effect: a label ("Effective date") and a date beside it, in
 * the text's own language.
 */
import type {IsoDate, LanguageTag} from '../../policy/bundle.js';
import {escapePattern, isUnspaced, wordsFor, type Guess, type WordsByLanguage} from '../document/guess.js';
import {wordsOf} from '../vocabulary/language-words.js';
import {findDate} from './written-date.js';

interface Labels {
  /** Words beside the day of effect. */
  readonly effective: readonly string[];
  /** Words beside a day that often, not always, is the same. */
  readonly updated: readonly string[];
}

const labels: WordsByLanguage<Labels> = {
  en: {
    effective: [
      'effective date',
      'date of effect',
      'effective as of',
      'effective from',
      'effective',
      'in effect from',
      'in effect since',
      'in force from',
      'in force since',
      'takes effect on',
      'took effect on',
      'valid from',
      'applies from',
    ],
    updated: ['last updated', 'last modified', 'last revised', 'updated', 'revised', 'version', 'date'],
  },
  sv: {
    effective: [
      'ikraftträdandedatum',
      'datum för ikraftträdande',
      'ikraftträdande',
      'träder i kraft',
      'trädde i kraft',
      'gäller från och med',
      'gäller fr.o.m.',
      'gäller fr o m',
      'gäller från',
      'giltig från',
    ],
    updated: ['senast uppdaterad', 'senast ändrad', 'uppdaterad', 'reviderad', 'version', 'datum'],
  },
  nb: {
    effective: [
      'dato for ikrafttredelse',
      'ikrafttredelsesdato',
      'ikrafttredelse',
      'trer i kraft',
      'trådte i kraft',
      'gjelder fra og med',
      'gjelder fra',
      'gyldig fra',
      'iverksetjing',
      'tredde i kraft',
      'gjeld frå og med',
      'gjeld frå',
      'gyldig frå',
    ],
    updated: ['sist oppdatert', 'sist endret', 'oppdatert', 'revidert', 'versjon', 'dato'],
  },
  da: {
    effective: [
      'ikrafttrædelsesdato',
      'dato for ikrafttrædelse',
      'ikrafttrædelse',
      'ikrafttræden',
      'træder i kraft',
      'trådte i kraft',
      'gældende fra og med',
      'gældende fra',
      'gælder fra',
      'gyldig fra',
    ],
    updated: ['senest opdateret', 'sidst opdateret', 'senest ændret', 'opdateret', 'revideret', 'version', 'dato'],
  },
  nl: {
    effective: [
      'ingangsdatum',
      'datum van inwerkingtreding',
      'inwerkingtreding',
      'van kracht met ingang van',
      'van kracht vanaf',
      'van kracht sinds',
      'met ingang van',
      'geldig vanaf',
      'geldt vanaf',
      'treedt in werking op',
    ],
    updated: ['laatst bijgewerkt', 'laatst gewijzigd', 'bijgewerkt', 'herzien', 'versie', 'datum'],
  },
  de: {
    effective: [
      'datum des inkrafttretens',
      'inkrafttreten',
      'in kraft ab',
      'in kraft seit',
      'tritt in kraft am',
      'trat in kraft am',
      'gültig ab',
      'gültig seit',
      'gilt ab',
      'gilt seit',
      'wirksam ab',
      'wirksam seit',
    ],
    updated: [
      'zuletzt aktualisiert',
      'letzte aktualisierung',
      'zuletzt geändert',
      'aktualisiert',
      'stand',
      'fassung',
      'version',
      'datum',
    ],
  },
  fr: {
    effective: [
      "date d'entrée en vigueur",
      'date d’entrée en vigueur',
      "date d'effet",
      'date d’effet',
      'entrée en vigueur',
      'entre en vigueur le',
      'est entrée en vigueur le',
      'en vigueur depuis',
      'en vigueur à compter du',
      'en vigueur à partir du',
      'applicable à compter du',
      'applicable depuis',
    ],
    updated: ['dernière mise à jour', 'dernière modification', 'mise à jour', 'révisée', 'version', 'date'],
  },
  es: {
    effective: [
      'fecha de entrada en vigor',
      'fecha de vigencia',
      'entrada en vigor',
      'entra en vigor el',
      'entró en vigor el',
      'en vigor desde',
      'vigente desde',
      'vigente a partir del',
      'válida desde',
    ],
    updated: ['última actualización', 'última modificación', 'actualizada', 'actualizado', 'versión', 'fecha'],
  },
  pt: {
    effective: [
      'data de entrada em vigor',
      'data de vigência',
      'entrada em vigor',
      'entra em vigor em',
      'entrou em vigor em',
      'em vigor desde',
      'em vigor a partir de',
      'vigente desde',
      'válida a partir de',
    ],
    updated: ['última atualização', 'última modificação', 'atualizada', 'atualizado', 'versão', 'data'],
  },
  it: {
    effective: [
      'data di entrata in vigore',
      'data di decorrenza',
      'entrata in vigore',
      'entra in vigore il',
      'in vigore dal',
      'in vigore da',
      'valida dal',
    ],
    updated: ['ultimo aggiornamento', 'ultima modifica', 'aggiornata', 'aggiornato', 'versione', 'data'],
  },
  fi: {
    effective: ['voimaantulopäivä', 'voimaantulo', 'tulee voimaan', 'tuli voimaan', 'voimassa alkaen', 'voimassa'],
    updated: ['viimeksi päivitetty', 'päivitetty', 'muutettu', 'versio', 'päivämäärä', 'päiväys'],
  },
  pl: {
    effective: [
      'data wejścia w życie',
      'wchodzi w życie',
      'weszła w życie',
      'obowiązuje od',
      'obowiązująca od',
      'ważna od',
    ],
    updated: ['ostatnia aktualizacja', 'zaktualizowano', 'wersja', 'data'],
  },
  ja: {
    effective: ['施行日', '発効日', '制定日', '適用開始日', '施行', '発効'],
    updated: ['最終更新日', '最終更新', '更新日', '改定日', '改訂日', '日付'],
  },
  zh: {
    effective: ['生效日期', '生效日', '施行日期', '生效時間', '生效时间', '生效', '施行', '起適用', '起适用'],
    updated: ['最近更新', '最後更新', '更新日期', '修訂日期', '最后更新', '修订日期', '日期'],
  },
  ar: {
    effective: [
      'تاريخ السريان',
      'تاريخ سريان المفعول',
      'تاريخ النفاذ',
      'تاريخ بدء السريان',
      'تاريخ بدء العمل',
      'يسري اعتبارا من',
      'يسري اعتبارًا من',
      'تسري اعتبارا من',
      'تسري اعتبارًا من',
      'ساري المفعول اعتبارا من',
      'ساري المفعول اعتبارًا من',
      'سارية اعتبارًا من',
      'اعتبارًا من',
      'اعتبارا من',
      'ابتداءً من',
      'ابتداء من',
    ],
    updated: ['آخر تحديث', 'تاريخ التحديث', 'آخر تعديل', 'التاريخ'],
  },
};

/** A paragraph longer than this tells about a date rather than giving it. */
const longest = 160;

export interface FoundDate extends Guess<IsoDate> {
  /** Which of the given paragraphs it stands in. */
  readonly paragraph: number;
}

export function recogniseDate(paragraphs: readonly string[], language: LanguageTag): FoundDate | undefined {
  const known = [
    wordsFor(labels, language),
    wordsOf(language)?.dates,
    language.startsWith('en') ? undefined : labels['en'],
  ].filter((entry) => entry !== undefined);
  const effective = findLabelled(
    paragraphs,
    language,
    known.flatMap((entry) => entry.effective),
  );
  const [first] = effective;
  if (first !== undefined) {
    const other = effective.find(({value}) => value !== first.value);
    if (other === undefined || first.doubt !== undefined) return first;
    return {
      ...first,
      doubt: {
        message: `It gives two dates of effect, “${first.why}” and “${other.why}”; the first was taken.`,
        remedy: `if the other is right, say --effective ${other.value}`,
      },
    };
  }
  const [updated] = findLabelled(
    paragraphs,
    language,
    known.flatMap((entry) => entry.updated),
  );
  if (updated !== undefined)
    return doubtful(updated, `“${updated.why}” may be when the text was changed, not when it took effect.`);
  for (const [paragraph, text] of paragraphs.slice(0, 6).entries()) {
    const date = text.length <= 60 ? findDate(text, language) : undefined;
    if (date !== undefined)
      return doubtful({...date, why: text.trim(), paragraph}, `“${text.trim()}” may not be the day it took effect.`);
  }
  return undefined;
}

const doubtful = (date: FoundDate, message: string): FoundDate => ({
  ...date,
  doubt: {message, remedy: 'say the day with --effective, for example --effective 2024-05-31'},
});

/** Making one takes longer than using it. */
const labelPatterns = new Map<string, RegExp>();

function findLabelled(paragraphs: readonly string[], language: LanguageTag, known: readonly string[]): FoundDate[] {
  if (known.length === 0) return [];
  const start = isUnspaced(language) ? '' : '(?<!\\p{L})';
  const source = known.map((words) => `${start}${escapePattern(words)}`).join('|');
  const label = labelPatterns.get(source) ?? new RegExp(source, 'iu');
  labelPatterns.set(source, label);
  return paragraphs.flatMap((text, paragraph) => {
    if (text.length > longest || !label.test(text)) return [];
    const date = findDate(text, language);
    return date === undefined ? [] : [{...date, why: text.trim(), paragraph}];
  });
}
