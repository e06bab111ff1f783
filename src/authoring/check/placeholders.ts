/** What was to be filled in and was not: `[date]`, `TODO`, `{{company}}`, a blank. */
import type {LanguageTag} from '../../policy/bundle.js';
import {error, type Finding} from '../finding.js';
import {wordsFor, type WordsByLanguage} from '../import/guess.js';
import type {CheckedText} from './checked-text.js';

/** Brackets hold quotations' omissions and notes too: only words that ask to be replaced count. */
interface Asking {
  /** Verbs at the beginning. */
  readonly verbs: readonly string[];
  /** Things: each word in the brackets is one of them, or a small word. */
  readonly things: readonly string[];
  readonly small: readonly string[];
}

const asking: WordsByLanguage<Asking> = {
  en: {
    verbs: ['insert', 'add', 'enter', 'fill in', 'replace', 'specify', 'choose', 'your', 'to be'],
    things: ['date', 'day', 'month', 'year', 'name', 'company', 'organisation', 'organization', 'address', 'email', 'e-mail', 'mail', 'phone', 'telephone', 'number', 'link', 'url', 'website', 'site', 'country', 'city', 'product', 'service', 'contact', 'details', 'amount', 'period', 'placeholder', 'text'],
    small: ['of', 'the', 'a', 'our', 'and', 'or', 'effective', 'legal', 'registered', 'postal', 'here', 'days', 'weeks', 'months', 'years'],
  },
  sv: {
    verbs: ['infoga', 'ange', 'fyll i', 'lägg till', 'skriv', 'ersätt'],
    things: ['datum', 'dag', 'månad', 'år', 'namn', 'företag', 'företaget', 'företagsnamn', 'adress', 'e-post', 'e-postadress', 'telefon', 'telefonnummer', 'nummer', 'länk', 'webbplats', 'land', 'stad', 'ort', 'belopp'],
    small: ['för', 'på', 'och', 'eller', 'här', 'ert', 'ditt'],
  },
  nb: {
    verbs: ['sett inn', 'fyll inn', 'oppgi', 'legg til', 'skriv', 'erstatt'],
    things: ['dato', 'dag', 'måned', 'år', 'navn', 'selskap', 'selskapet', 'firma', 'firmanavn', 'adresse', 'e-post', 'e-postadresse', 'telefon', 'telefonnummer', 'nummer', 'lenke', 'nettsted', 'land', 'by', 'sted', 'beløp'],
    small: ['for', 'på', 'og', 'eller', 'her'],
  },
  da: {
    verbs: ['indsæt', 'angiv', 'udfyld', 'tilføj', 'skriv', 'erstat'],
    things: ['dato', 'dag', 'måned', 'år', 'navn', 'virksomhed', 'virksomheden', 'selskab', 'firma', 'firmanavn', 'adresse', 'e-mail', 'e-mailadresse', 'telefon', 'telefonnummer', 'nummer', 'link', 'hjemmeside', 'land', 'by', 'sted', 'beløb'],
    small: ['for', 'på', 'og', 'eller', 'her'],
  },
  nl: {
    verbs: ['invoegen', 'vul in', 'invullen', 'voeg toe', 'vermeld', 'vervang', 'uw'],
    things: ['datum', 'dag', 'maand', 'jaar', 'naam', 'bedrijf', 'bedrijfsnaam', 'adres', 'e-mail', 'e-mailadres', 'telefoon', 'telefoonnummer', 'nummer', 'link', 'website', 'land', 'stad', 'plaats', 'bedrag'],
    small: ['van', 'het', 'de', 'en', 'of', 'hier', 'invullen', 'invoegen'],
  },
  de: {
    verbs: ['einfügen', 'bitte', 'ergänzen', 'ausfüllen', 'ihr', 'ihre'],
    things: ['datum', 'tag', 'monat', 'jahr', 'name', 'firma', 'firmenname', 'unternehmen', 'adresse', 'anschrift', 'e-mail', 'telefon', 'telefonnummer', 'nummer', 'link', 'webseite', 'website', 'land', 'stadt', 'ort', 'betrag'],
    small: ['der', 'des', 'und', 'oder', 'hier', 'einfügen', 'ergänzen', 'einsetzen'],
  },
  fr: {
    verbs: ['insérer', 'ajouter', 'indiquer', 'compléter', 'préciser', 'votre'],
    things: ['date', 'jour', 'mois', 'année', 'nom', 'société', 'entreprise', 'adresse', 'e-mail', 'courriel', 'téléphone', 'numéro', 'lien', 'site', 'pays', 'ville', 'montant'],
    small: ['de', 'du', 'la', 'le', 'l\'entreprise', 'et', 'ou', 'ici'],
  },
  es: {
    verbs: ['insertar', 'añadir', 'indicar', 'completar', 'introducir', 'su'],
    things: ['fecha', 'día', 'mes', 'año', 'nombre', 'empresa', 'sociedad', 'dirección', 'correo', 'teléfono', 'número', 'enlace', 'sitio', 'país', 'ciudad', 'importe'],
    small: ['de', 'del', 'la', 'el', 'y', 'o', 'aquí', 'electrónico'],
  },
  zh: {
    verbs: ['插入', '填寫', '填写', '輸入', '输入', '請填', '请填', '待定', '待補', '待补'],
    things: ['日期', '年', '月', '日', '名稱', '名称', '姓名', '公司', '公司名稱', '公司名称', '地址', '電子郵件', '电子邮件', '電話', '电话', '號碼', '号码', '連結', '链接', '網站', '网站', '國家', '国家', '城市', '金額', '金额'],
    small: [],
  },
  ar: {
    verbs: ['أدخل', 'أدرج', 'أضف', 'اكتب', 'يرجى'],
    things: ['تاريخ', 'التاريخ', 'اسم', 'الاسم', 'شركة', 'الشركة', 'عنوان', 'العنوان', 'البريد', 'هاتف', 'الهاتف', 'رقم', 'الرقم', 'رابط', 'الرابط', 'الموقع', 'البلد', 'الدولة', 'المدينة', 'المبلغ'],
    small: ['الإلكتروني', 'هنا', 'أو'],
  },
};

/** What no policy means, in any language. */
const unmistakable = [
  /\{\{[^{}]*\}\}/gu, /\$\{[^{}]*\}/gu, /<%[^%]*%>/gu, /%%[\p{L}\p{N}_ -]+%%/gu, /(?<![{\p{L}])\{[\p{L}][\p{L}\p{N}_.]*\}(?!\})/gu,
  /(?<![\p{L}\p{N}])(?:TBD|TBC|FIXME|XXX+)(?![\p{L}\p{N}])/gu,
  /\[\s*(?:[●•■▪◼*]+|_+|[xX]{2,}|TODO.*?|TBD.*?|TBC.*?)\s*\]/gu,
  /(?<![\p{L}\p{N}])(?:20XX|XX(?:[./-]XX)+(?:[./-](?:20)?XX)?|DD[./-]MM[./-]YY(?:YY)?|MM[./-]DD[./-]YY(?:YY)?|YYYY-MM-DD)(?![\p{L}\p{N}])/gu,
  /lorem\s+ipsum/giu,
  /_{5,}/gu,
  /<[\p{L}][\p{L}\p{N}_ -]{1,40}>/gu,
];
const todo = /(?<![\p{L}\p{N}])TODO(?![\p{L}\p{N}])/gu;
/** In Spanish and its neighbours it is a word; there it needs its colon. */
const todoMarked = /(?<![\p{L}\p{N}])TODO\s*:/gu;
const bracketed = /[[［【]\s*([^[\]［］【】]{1,80}?)\s*[\]］】]/gu;
/** In Markdown that is not escaped, HTML's own elements aside: the reading leaves it out. */
const unescaped = /(?<!\\)<(?!\/?(?:a|abbr|b|big|br|center|cite|code|del|dfn|div|em|font|h[1-6]|hr|i|img|ins|kbd|li|mark|ol|p|pre|q|s|samp|small|span|strike|strong|sub|sup|table|tbody|td|th|thead|tr|tt|u|ul|var|wbr)\b)[\p{L}][\p{L}\p{N}_ -]*>/giu;

export function findPlaceholders({language, wordings}: CheckedText): Finding[] {
  const patterns = [...unmistakable, /^(?:es|pt|gl|ast|ca|it|eo)\b/.test(language) ? todoMarked : todo];
  return wordings.flatMap(({words, written, at}) => {
    const report = (found: string, place: ReturnType<typeof at>): Finding =>
      error('placeholder', place, `“${found}” was to be filled in. Write what belongs here, or take it out.`);
    const findings: Finding[] = [];
    if (/[[［【{<$%_]|[A-Z]{2}|lorem/iu.test(words)) {
      let free = words;
      const add = (index: number, found: string): void => {
        // Two patterns may mean one and the same.
        free = free.slice(0, index) + ' '.repeat(found.length) + free.slice(index + found.length);
        findings.push(report(found, at(index, index + found.length)));
      };
      for (const {0: found, 1: inner = '', index} of words.matchAll(bracketed)) if (asks(inner, language)) add(index, found);
      for (const pattern of patterns) for (const {0: found, index} of free.matchAll(pattern)) add(index, found);
    }
    if (written !== undefined && written.markdown.includes('<')) {
      for (const {0: found, index} of written.markdown.matchAll(unescaped)) {
        if (!words.includes(found)) findings.push(report(found, written.at(index, index + found.length)));
      }
    }
    return findings;
  });
}

/** Whether what stands in brackets asks to be replaced, in the text's language or in English. */
function asks(inner: string, language: LanguageTag): boolean {
  const text = inner.toLocaleLowerCase('en').replace(/[.:]+$/u, '');
  return [wordsFor(asking, language), asking['en']].some((known) => {
    if (known === undefined) return false;
    const begins = known.verbs.some((verb) => text.startsWith(verb) && !/^[\p{Script=Latin}\p{Script=Arabic}]/u.test(text.slice(verb.length)));
    if (begins) return true;
    const words = text.split(/[\s_/]+/u);
    return words.every((word) => known.things.includes(word) || known.small.includes(word)) && words.some((word) => known.things.includes(word));
  });
}
