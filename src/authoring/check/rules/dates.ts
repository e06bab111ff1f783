/** A line that gives the day of effect, and the folder that gives another. */
import {isDay} from '../../../policy/day.js';
import {error, type Finding} from '../../findings/finding.js';
import {recogniseDate} from '../../recognise/recognise-date.js';
import {daysIn} from '../../recognise/written-date.js';
import type {CheckedText} from '../texts/checked-text.js';

/**
 * A line about a law, or about the edition before, gives their days. The words of all languages at once: none means
 * something else in another.
 */
const ofOthers = new RegExp(
  [
    '(?<!\\p{L})(?:GDPR|UK GDPR|RGPD|DSGVO|DS-GVO|AVG|CCPA|CPRA|LGPD|PIPL|FADP|revDSG|HIPAA|COPPA)(?!\\p{L})',
    '\\d{1,4}/\\d{2,4}/(?:EU|EC|EG|EF|CE|UE)',
    '\\(?(?:EU|EC|EG|EF|CE|UE)\\)?\\s*(?:nr\\.?\\s*)?\\d{4}/\\d+',
    '(?<!\\p{L})(?:regulation|directive|(?:data )?protection act|privacy ' +
      'act|forordning|förordning|direktiv|dataskyddslag|databeskyttelseslov|personopplysningslov|' +
      'verordening|richtlijn|uitvoeringswet|verordnung|richtlinie|datenschutzgesetz|règlement|' +
      'reglamento|ley ' +
      'orgánica|regulamento|regolamento|asetus|tietosuojalaki)',
    '\\p{L}(?:forordning|förordning|verordening|verordnung|loven|lagen|gesetz)',
    '(?<!\\p{L})(?:replac|supersed|previous|earlier|former|prior|erstatter|tidligere|forrige|' +
      'ersätter|tidigare|föregående|vervang|vorige|eerdere|ersetzt|frühere|vorherige|bisherige|' +
      'remplace|précédent|antérieur|sustituye|anterior|substitui|sostituisce|precedent|korvaa|aiem|' +
      'zastępuje|poprzedni|заменяет|предыдущ)',
    '(?<!\\p{L})(?:la loi|loi n|la ley|a lei|la legge|das gesetz)(?!\\p{L})',
    '[法例則则]》|取代|先前|以前|前一版|舊版|旧版|旧規',
    'تحل محل|يحل محل|السابق|اللائحة|القانون|المرسوم',
  ].join('|'),
  'iu',
);

/** A date that is only mentioned, or that may be read in two ways, contradicts nothing. */
export function findDates({edition, language, wordings}: CheckedText): Finding[] {
  if (!isDay(edition)) return [];
  const lines = wordings
    .filter(({isPreamble, words}) => isPreamble && /\p{N}|[○一二三四五六七八九]年/u.test(words))
    .flatMap((wording) => {
      const date = recogniseDate([wording.words], language);
      return date === undefined || date.doubt !== undefined
        ? []
        : [{wording, date: date.value, fits: daysIn(wording.words, language).includes(edition)}];
    });
  if (lines.some(({fits}) => fits)) return [];
  const first = lines.find(({wording}) => !ofOthers.test(wording.words));
  if (first === undefined) return [];
  return [
    error(
      'other-date',
      first.wording.at(),
      `This says that the text took effect on ${first.date}, and its folder says ${edition}. ` +
        'Correct the one that is wrong.',
    ),
  ];
}
