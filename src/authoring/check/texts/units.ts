/**
 * Words for periods and for numbers, of many languages at once: none of them means something else in another next to a
 * number.
 */
export type Unit = 'hour' | 'day' | 'week' | 'month' | 'year';

/** How a word begins that may end in any way. Longer words end in one of these in German and the Nordic languages. */
const beginnings: Readonly<Record<Unit, string>> = {
  hour:
    'hours?$ stunden? heures? horas?$ ore$ ora$ uur$ uren timm timer?$ tunti tunn godzin hodin óra órá ' +
    'ώρ час годин ' +
    'saat ساع שעות שעה jam$ giờ valand stund',
  day:
    'days?$ tage?n?$ jours? días? dias?$ giorn dagen$ dag(?:ar|e|er)?$ päiv dni dnů dní dnech ' +
    'nap(?:on|os)?$ zile?$ ημερ ' +
    'ημέρ дн день gün يوم أيام ימים יום hari ngày päeva dien dan(?:a|i)?$ laethanta lá$',
  week:
    'weeks?$ wochen? semaines? semanas? settiman weken$ week$ veck uker?$ uger?$ viikko tydzie tygodni ' +
    'týdn týžd hét$ ' +
    'héten săptăm εβδομ недел тиж hafta أسبوع أسابيع שבוע minggu tuần nädal nedēļ savait tjedn ted[en]',
  month:
    'months?$ monate?n?$ mois$ mes$ meses$ mês$ mes[ei]$ maand månad måned kuukau miesi měsíc mesiac ' +
    'hónap lun[iă]$ μήν ' +
    'μηνών μηνες месец месяц місяц ay$ aylık شهر أشهر שהרים חודש bulan tháng kuu$ mēneš mėnes mjesec mesec',
  year:
    'years?$ jahre?n?$ ans?$ années? años?$ anos?$ ann[io]$ jaar jaren år(?:en|et|s)?$ vuot vuosi lat$ ' +
    'lata$ lat[ao] rok ' +
    'let$ let[yáe]? év$ éve ani$ έτ χρόν год лет рок yıl سنة سنوات عام أعوام שנה שנים שנות tahun năm ' +
    'aasta gad metų metai godin',
};

const ofEnding: Readonly<Record<string, Unit>> = {
  stunden: 'hour',
  timmar: 'hour',
  tage: 'day',
  tagen: 'day',
  dagar: 'day',
  dage: 'day',
  dager: 'day',
  dagen: 'day',
  päivää: 'day',
  päivän: 'day',
  wochen: 'week',
  veckor: 'week',
  monate: 'month',
  monaten: 'month',
  månader: 'month',
  måneder: 'month',
  jahre: 'year',
  jahren: 'year',
};

const patterns = Object.entries(beginnings).map(
  ([unit, words]) => [unit as Unit, new RegExp(`^(?:${words.split(' ').join('|')})`, 'u')] as const,
);

/** Right after the number, without a space or after one. */
const eastern: readonly (readonly [Unit, RegExp])[] = [
  ['hour', /^\s?(?:個?小時|个?小时|時間|시간)/u],
  ['week', /^\s?(?:個?星期|个?星期|[週周주])/u],
  ['month', /^\s?(?:個月|个月|か月|ヶ月|カ月|ケ月|箇月|개월)/u],
  ['day', /^\s?(?:個工作日|个工作日|個?営業日|工作日|工作天|[日天일])/u],
  ['year', /^\s?[年년]/u],
];

/** The unit of a number that these words follow, within two of them. */
export function unitAfter(rest: string): Unit | undefined {
  for (const [unit, pattern] of eastern) if (pattern.test(rest)) return unit;
  const [, first, second] = /^[\s)\]]{0,3}[-–]?(\p{L}[\p{L}\p{M}]*)(?:\s+(\p{L}[\p{L}\p{M}]*))?/u.exec(rest) ?? [];
  for (const word of [first, second]) {
    if (word === undefined) continue;
    const small = word.toLocaleLowerCase('en');
    const ending = Object.keys(ofEnding).find((each) => small.endsWith(each));
    if (ending !== undefined) return ofEnding[ending];
    for (const [unit, pattern] of patterns) if (pattern.test(small)) return unit;
  }
  return undefined;
}

/** In the smaller of two units that are whole multiples: a year is twelve months, a week is seven days. */
export function inSmallest(value: number, unit: Unit): string {
  switch (unit) {
    case 'year':
      return `${value * 12} months`;
    case 'month':
      return `${value} months`;
    case 'week':
      return `${value * 168} hours`;
    case 'day':
      return `${value * 24} hours`;
    case 'hour':
      return `${value} hours`;
  }
}

/** How numbers from two on are written in letters. “One” is a small word in most languages, and is none here. */
const written: Readonly<Record<string, string>> = {
  en:
    'two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\\w*teen|twenty|thirty|forty|fifty|sixty|' +
    'seventy|eighty|ninety|hundred|thousand|million',
  de: 'zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|\\p{L}*(?:zehn|zig|ßig)|hundert|tausend|million',
  fr:
    'deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|vingt|trente|' +
    'quarante|cinquante|soixante|cent|mille|million|vingtaine|trentaine',
  es:
    'dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce|trece|catorce|quince|veint|treinta|' +
    'cuarenta|cincuenta|sesenta|setenta|ochenta|noventa|cien|mil|millon',
  pt:
    'dois|duas|três|quatro|cinco|seis|sete|oito|nove|dez|onze|doze|treze|quatorze|catorze|quinze|vinte|' +
    'trinta|quarenta|cinquenta|sessenta|setenta|oitenta|noventa|cem|cento|mil|milh',
  it:
    'due|tre|quattro|cinque|sei|sette|otto|nove|dieci|undici|dodici|tredici|quattordici|quindici|venti|' +
    'trenta|quaranta|cinquanta|sessanta|settanta|ottanta|novanta|cento|mille|mila|milion',
  nl:
    'twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|dertien|veertien|\\p{L}*tig|honderd|' + 'duizend|miljoen',
  sv: 'två|tre|fyra|fem|sex|sju|åtta|nio|tio|elva|tolv|\\p{L}*ton|tjugo|trettio|\\p{L}*tio|hundra|tusen|miljon',
  nb: 'to|tre|fire|fem|seks|sju|syv|åtte|ni|ti|elleve|tolv|\\p{L}*ten|tjue|tretti|\\p{L}+ti|hundre|tusen|million',
  da:
    'to|tre|fire|fem|seks|syv|otte|ni|ti|elleve|tolv|\\p{L}*ten|tyve|tredive|fyrre|halvtreds|tres|' +
    'halvfjerds|firs|halvfems|hundrede|tusind|million',
  fi:
    'kak\\p{L}*|kah\\p{L}*|kolm\\p{L}*|nelj\\p{L}*|vii\\p{L}*|kuu[sd]\\p{L}*|seitsem\\p{L}*|' +
    'kahdeks\\p{L}*|yhdeks\\p{L}*|kymmen\\p{L}*|sata|tuha\\p{L}*|miljoon\\p{L}*',
  pl:
    'dw\\p{L}*|trz\\p{L}*|czter\\p{L}*|pię\\p{L}*|sześ\\p{L}*|siedem\\p{L}*|siedm\\p{L}*|osiem\\p{L}*|' +
    'ośm\\p{L}*|dziewię\\p{L}*|dziesię\\p{L}*|sto|tysią\\p{L}*|milion\\p{L}*',
  cs:
    'dv\\p{L}*|tř\\p{L}*|čtyř\\p{L}*|pět\\p{L}*|pat\\p{L}*|šest\\p{L}*|sedm\\p{L}*|osm\\p{L}*|' +
    'devě\\p{L}*|deset\\p{L}*|dese\\p{L}*|sto|tisí\\p{L}*|milion\\p{L}*',
  sk:
    'dv\\p{L}*|tr\\p{L}*|štyr\\p{L}*|pä\\p{L}*|šes\\p{L}*|sed\\p{L}*|os\\p{L}*|dev\\p{L}*|des\\p{L}*|sto|' +
    'tisíc\\p{L}*|milión\\p{L}*',
  ru:
    'дв\\p{L}*|тр\\p{L}*|четыр\\p{L}*|пят\\p{L}*|шест\\p{L}*|сем\\p{L}*|восем\\p{L}*|восьм\\p{L}*|' +
    'девят\\p{L}*|десят\\p{L}*|сорок\\p{L}*|сто|тысяч\\p{L}*|миллион\\p{L}*',
  uk:
    'дв\\p{L}*|тр\\p{L}*|чотир\\p{L}*|п.ят\\p{L}*|шіст\\p{L}*|шест\\p{L}*|сім\\p{L}*|сем\\p{L}*|' +
    'вісім\\p{L}*|восьм\\p{L}*|дев.ят\\p{L}*|десят\\p{L}*|сорок\\p{L}*|сто|тисяч\\p{L}*|мільйон\\p{L}*',
  hu:
    'két\\p{L}*|kett\\p{L}*|háro?m\\p{L}*|négy\\p{L}*|öt\\p{L}*|hat\\p{L}*|hét\\p{L}*|nyolc\\p{L}*|' +
    'kilenc\\p{L}*|tíz\\p{L}*|tizen\\p{L}*|hús\\p{L}*|huszon\\p{L}*|harminc\\p{L}*|száz\\p{L}*|' +
    'ezer\\p{L}*|millió\\p{L}*',
  ro: 'doi|două|trei|patru|cinci|șase|șapte|opt|nouă|zece|\\p{L}*sprezece|\\p{L}*zeci|sut\\p{L}*|mii|milio\\p{L}*',
  el:
    'δύο|δυο|τρε\\p{L}*|τρι\\p{L}*|τέσσερ\\p{L}*|πέντε|έξι|ε[πφ]τά|ο[χκ]τώ|ενν[έι]\\p{L}*|δέκα\\p{L}*|' +
    'είκοσι|τριάντα|σαράντα|πενήντα|εξήντα|ενενήντα|εκατό\\p{L}*|χίλι\\p{L}*|εκατομμύρι\\p{L}*',
  tr:
    'iki\\p{L}*|üç\\p{L}*|dört\\p{L}*|beş\\p{L}*|altı\\p{L}*|yedi\\p{L}*|sekiz\\p{L}*|dokuz\\p{L}*|on|' +
    'yirmi\\p{L}*|otuz\\p{L}*|kırk\\p{L}*|elli\\p{L}*|altmış\\p{L}*|doksan\\p{L}*|yüz\\p{L}*|bin|' +
    'milyon\\p{L}*',
  id: 'dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh|sebelas|\\p{L}*belas|puluh|ratus|ribu|juta',
};
const unspaced: Readonly<Record<string, RegExp>> = {
  zh: /[二兩两三四五六七八九十百千萬万]/u,
  ja: /[二三四五六七八九十百千万]/u,
  ko: /(?:다섯|여섯|일곱|여덟|아홉|[두세네열십백천만])\s?(?:[개명번달주일년]|가지|시간)/u,
  ar: new RegExp(
    'يومان|يومين|شهران|شهرين|سنتان|سنتين|عامين|ساعتين|أسبوعين|' +
      'ثلاث|أربع|خمس|ست|سبع|ثمان|تسع|عشر|مائة|مئة|ألف|مليون|اثن',
    'u',
  ),
  he: /שני|שתי|שלוש|ארבע|חמש|שש|שבע|שמונ|תשע|עשר|מאה|אלף|יומיים|חודשיים|שנתיים|שבועיים/u,
};

const compiled = new Map<string, RegExp>();

/** Whether a wording has numbers in letters; in languages that this knows nothing of, it may always. */
export function writesNumbers(words: string, language: string): boolean {
  const base = language.split('-')[0] ?? language;
  const table = base === 'nn' || base === 'no' ? 'nb' : base;
  const eastern = unspaced[table];
  if (eastern !== undefined) return eastern.test(words);
  const list = written[table];
  if (list === undefined) return true;
  const pattern = compiled.get(table) ?? new RegExp(`(?<![\\p{L}\\p{N}])(?:${list})(?![\\p{L}\\p{N}])`, 'iu');
  compiled.set(table, pattern);
  return pattern.test(words);
}
