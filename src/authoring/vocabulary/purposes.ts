/**
 * Purposes that texts name in words of their own, found only where a folder or bundle
 * is exported as DPV: readers are shown the words themselves. Each is a DPV term, with
 * phrases as in the default vocabulary; a vocabulary's own purposes come beside them.
 */
import {namespaces} from './dpv.js';
import type {Phrases} from './vocabulary.js';

export interface PurposeEntry {
  /** The IRI of the purpose in DPV. */
  readonly id: string;
  readonly phrases: Phrases;
}

const purpose = (name: string, phrases: Phrases): PurposeEntry => ({id: `${namespaces.dpv}${name}`, phrases});

export const purposes: readonly PurposeEntry[] = [
  purpose('Marketing', {
    en: ['marketing', 'newsletter*', 'promotional message*', 'offers and news'],
    sv: ['marknadsföring*', 'nyhetsbrev*'],
    nb: ['markedsføring*', 'nyhetsbrev*'],
    da: ['markedsføring*', 'nyhedsbrev*'],
    nl: ['marketing', 'nieuwsbrief', 'nieuwsbrieven'],
    'zh-Hant': ['行銷', '電子報', '促銷訊息'],
    ar: ['*التسويق', '*تسويقية', '*نشرة إخبارية', '*نشرات إخبارية', '*نشراتنا الإخبارية'],
  }),
  purpose('IdentityVerification', {
    en: [
      'verify your identity',
      'confirm your identity',
      'check your identity',
      'to identify you',
      'verification of identity',
    ],
    sv: [
      'verifiera din identitet',
      'bekräfta din identitet',
      'kontrollera din identitet',
      'identifiera dig',
      'identitetskontroll*',
    ],
    nb: [
      'bekrefte identiteten din',
      'bekrefte din identitet',
      'verifisere identiteten din',
      'identifisere deg',
      'identitetskontroll*',
    ],
    da: ['bekræfte din identitet', 'verificere din identitet', 'identificere dig', 'identitetskontrol*'],
    nl: [
      'uw identiteit te controleren',
      'uw identiteit te bevestigen',
      'uw identiteit te verifiëren',
      'u te identificeren',
      'identiteitscontrole*',
    ],
    'zh-Hant': ['驗證您的身分', '確認您的身分', '核實您的身分', '識別您的身分'],
    ar: ['*التحقق من هويتك', '*التأكد من هويتك', '*تأكيد هويتك'],
  }),
  purpose('PaymentManagement', {
    en: [
      'process payment*',
      'process your payment*',
      'take payment',
      'collect payment',
      'payment of invoices',
      'charge for',
      'to charge you',
      'to invoice',
      'billing',
    ],
    sv: ['ta betalt', 'behandla betalning*', 'fakturera', 'fakturering*'],
    nb: ['ta betalt', 'ta imot betaling', 'behandle betaling*', 'fakturere', 'fakturering*'],
    da: ['tage betaling', 'opkræve betaling', 'modtage betaling', 'behandle betaling*', 'fakturere', 'fakturering*'],
    nl: [
      'betalingen te verwerken',
      'betaling te verwerken',
      'de betaling voor',
      'huur te innen',
      'te factureren',
      'facturering',
    ],
    'zh-Hant': ['處理付款', '收取款項', '收取費用', '收款', '開立發票'],
    ar: ['*معالجة المدفوعات', '*معالجة الدفع', '*تحصيل', '*إصدار الفواتير'],
  }),
  purpose('CommunicationForCustomerCare', {
    en: [
      'answer your question*',
      'answer your inquiry',
      'answer your enquiry',
      'respond to your',
      'reply to your',
      'customer support',
      'customer service',
    ],
    sv: [
      'besvara din fråga',
      'besvara dina frågor',
      'svara på dina frågor',
      'svara när du skriver',
      'kundtjänst',
      'kundsupport',
    ],
    nb: [
      'svare på spørsmål*',
      'besvare henvendelse*',
      'svare på henvendelse*',
      'svare når du skriver',
      'kundeservice',
      'kundestøtte',
    ],
    da: [
      'besvare dine spørgsmål',
      'besvare dit spørgsmål',
      'besvare din henvendelse',
      'svare, når du skriver',
      'kundeservice',
      'kundesupport',
    ],
    nl: ['uw vraag te beantwoorden', 'uw vragen te beantwoorden', 'klantenservice', 'klantondersteuning'],
    'zh-Hant': ['回答您的問題', '回覆您的', '回應您的', '客戶服務', '客服'],
    ar: ['*الرد على استفسار*', '*الرد على أسئلت*', '*الإجابة عن أسئلت*', '*خدمة العملاء'],
  }),
  purpose('EnforceSecurity', {
    en: [
      'security of our',
      'safety and security',
      'keep the building safe',
      'secure network',
      'a safe building',
      'prevent misuse',
      'preventing misuse',
      'cctv',
    ],
    sv: [
      'säkerheten i',
      'ett tryggt hus',
      'ett säkert nät',
      'skydda det mot missbruk',
      'förhindra missbruk',
      'kamerabevakning',
    ],
    nb: ['sikkerheten i', 'et trygt hus', 'et sikkert nett', 'forhindre misbruk', 'hindre misbruk', 'kameraovervåk*'],
    da: [
      'sikkerheden i',
      'et trygt hus',
      'et sikkert netværk',
      'forhindre misbrug',
      'forebygge misbrug',
      'videoovervågning*',
    ],
    nl: [
      'een veilig gebouw',
      'een veilig netwerk',
      'de veiligheid van',
      'het voorkomen van misbruik',
      'cameratoezicht',
    ],
    'zh-Hant': ['維護安全', '確保安全', '安全的網路', '防止濫用', '監視錄影'],
    ar: ['*أمن المبنى', '*سلامة المبنى', '*شبكة آمنة', '*منع إساءة الاستخدام'],
  }),
  purpose('LegalCompliance', {
    en: [
      'comply with the law',
      'comply with applicable law*',
      'comply with our legal obligation*',
      'required by law',
      'money laundering',
    ],
    sv: ['följa lagen', 'följa tillämplig lag*', 'penningtvätt'],
    nb: ['overholde loven', 'følge loven', 'overholde gjeldende lov*', 'hvitvasking*'],
    da: ['overholde loven', 'overholde gældende lov*', 'hvidvask*'],
    nl: [
      'voldoen aan de wet',
      'voldoen aan de toepasselijke wetgeving',
      'naleven van de toepasselijke wetgeving',
      'witwassen',
    ],
    'zh-Hant': ['遵守法律', '遵守適用法律', '遵循法令', '洗錢'],
    ar: ['*الامتثال للقانون', '*الامتثال للقوانين', '*غسل الأموال'],
  }),
  purpose('ServiceUsageAnalytics', {
    en: [
      'statistics',
      'analyse how',
      'analyze how',
      'analyse the use',
      'analyze the use',
      'usage analytics',
      'how our spaces are used',
    ],
    sv: ['statistik', 'analysera hur', 'analysera användningen'],
    nb: ['statistikk', 'analysere hvordan', 'analysere bruken'],
    da: ['statistik', 'statistikker', 'analysere, hvordan', 'analysere brugen'],
    nl: ['statistieken', 'analyseren hoe', 'het gebruik te analyseren'],
    'zh-Hant': ['統計', '分析使用'],
    ar: ['*إحصاءات', '*إحصائيات', '*تحليل استخدام'],
  }),
  purpose('FraudPreventionAndDetection', {
    en: ['fraud', 'prevent fraud', 'fraud prevention'],
    sv: ['bedrägeri*'],
    nb: ['bedrageri*', 'svindel'],
    da: ['svindel', 'svig', 'bedrageri*'],
    nl: ['fraude', 'fraudepreventie'],
    'zh-Hant': ['詐騙', '詐欺'],
    ar: ['*الاحتيال'],
  }),
  purpose('EstablishContractualAgreement', {
    en: [
      'set up your contract',
      'set up your agreement',
      'draw up your agreement',
      'draw up your contract',
      'enter into a contract',
      'enter into an agreement',
    ],
    sv: ['upprätta ditt avtal', 'ingå avtal', 'ingå ett avtal'],
    nb: ['sette opp avtalen', 'opprette avtalen', 'inngå avtale*', 'inngå en avtale'],
    da: ['oprette din aftale', 'udarbejde din aftale', 'indgå aftale*', 'indgå en aftale'],
    nl: ['uw overeenkomst op te stellen', 'een overeenkomst te sluiten', 'een overeenkomst aan te gaan'],
    'zh-Hant': ['訂立合約', '簽訂合約', '擬定您的合約'],
    ar: ['*إبرام العقد', '*إعداد عقدك', '*إبرام عقد'],
  }),
];
