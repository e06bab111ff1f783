/**
 * The default vocabulary's data categories and legal bases, with the phrases that
 * mean them. A phrase's word may begin or end with `*`, any letters: an inflected
 * ending, or in Arabic the particle written together with the word.
 *
 * A hanging hyphen is a phrase of its own: in "Kontakt- och yrkesuppgifter" the first
 * word alone says contact details. Phrases are whole notions rather than single words,
 * so that "data" or "other" in passing marks nothing.
 *
 * An IRI is given where W3C DPV has the same notion, or the nearest wider one.
 */
import type {TermEntry} from './vocabulary.js';

const pd = 'https://w3id.org/dpv/pd#';
const dpv = 'https://w3id.org/dpv#';

export const terms: readonly TermEntry[] = [
  {
    id: 'contact',
    kind: 'data',
    names: {
      sv: 'Kontaktuppgifter', nb: 'Kontaktopplysninger', da: 'Kontaktoplysninger', nl: 'Contactgegevens',
      'zh-Hant': '聯絡資訊', en: 'Contact details', ar: 'بيانات الاتصال',
    },
    iri: `${pd}Contact`,
    phrases: {
      sv: ['kontaktuppgift*', 'kontaktinformation*', 'kontakt-'],
      nb: ['kontaktopplysning*', 'kontaktinformasjon*', 'kontakt-'],
      da: ['kontaktoplysning*', 'kontaktinformation*', 'kontakt-'],
      nl: ['contactgegevens', 'contactinformatie', 'contact-'],
      'zh-Hant': ['聯絡資訊', '聯絡資料', '聯繫資訊', '聯繫資料'],
      en: [
        'contact details', 'contact data', 'contact information',
        'contact and professional details', 'contact and professional data', 'contact and professional information',
        'contact and verification details', 'contact and verification data', 'contact and verification information',
      ],
      ar: ['*بيانات الاتصال', '*معلومات الاتصال', '*بيانات التواصل', '*معلومات التواصل'],
    },
  },
  {
    id: 'professional',
    kind: 'data',
    names: {
      sv: 'Yrkesuppgifter', nb: 'Arbeidsrelaterte opplysninger', da: 'Faglige oplysninger', nl: 'Professionele gegevens',
      'zh-Hant': '專業資訊', en: 'Professional details', ar: 'البيانات المهنية',
    },
    iri: `${pd}Professional`,
    phrases: {
      sv: ['yrkesuppgift*', 'yrkesinformation*', 'yrkesmässiga uppgift*', 'yrkes-'],
      nb: ['arbeidsrelaterte opplysning*', 'yrkesopplysning*', 'yrkesmessige opplysning*', 'jobbopplysning*', 'yrkes-'],
      da: ['faglige oplysning*', 'arbejdsrelaterede oplysning*', 'erhvervsoplysning*', 'erhvervsmæssige oplysning*'],
      nl: ['professionele gegevens', 'beroepsgegevens', 'zakelijke gegevens', 'werkgegevens', 'beroeps-'],
      'zh-Hant': ['專業資訊', '專業資料', '職業資訊', '職業資料', '職務資料', '職務資訊'],
      en: [
        'professional details', 'professional data', 'professional information',
        'contact and professional details', 'contact and professional data', 'contact and professional information',
      ],
      ar: ['*بيانات المهنية', '*بياناتك المهنية', '*معلومات المهنية', '*بيانات مهنية', '*بيانات العمل'],
    },
  },
  {
    id: 'verification',
    kind: 'data',
    names: {
      sv: 'Verifieringsuppgifter', nb: 'Bekreftelsesopplysninger', da: 'Verifikationsoplysninger', nl: 'Bevestigingsgegevens',
      'zh-Hant': '驗證資訊', en: 'Verification details', ar: 'بيانات التحقق',
    },
    iri: `${pd}Identifying`,
    phrases: {
      sv: ['verifieringsuppgift*', 'verifieringsinformation*', 'identitetsuppgift*', 'verifierings-'],
      nb: ['bekreftelsesopplysning*', 'verifiseringsopplysning*', 'verifikasjonsopplysning*', 'identitetsopplysning*', 'verifiserings-', 'bekreftelses-'],
      da: ['verifikationsoplysning*', 'verificeringsoplysning*', 'bekræftelsesoplysning*', 'identitetsoplysning*', 'verifikations-'],
      nl: ['bevestigingsgegevens', 'verificatiegegevens', 'identiteitsgegevens', 'verificatie-', 'bevestigings-'],
      'zh-Hant': ['驗證資訊', '驗證資料', '核驗資料', '身分驗證資料', '身分驗證資訊'],
      en: [
        'verification details', 'verification data', 'verification information',
        'contact and verification details', 'contact and verification data', 'contact and verification information',
      ],
      ar: ['*بيانات التحقق', '*معلومات التحقق', '*بيانات التحقق من الهوية', '*بيانات إثبات الهوية'],
    },
  },
  {
    id: 'payment',
    kind: 'data',
    names: {
      sv: 'Betalningsuppgifter', nb: 'Betalingsopplysninger', da: 'Betalingsoplysninger', nl: 'Betalingsgegevens',
      'zh-Hant': '付款資訊', en: 'Payment details', ar: 'بيانات الدفع',
    },
    iri: `${pd}Financial`,
    phrases: {
      sv: ['betalningsuppgift*', 'betalningsinformation*', 'betaluppgift*', 'betalnings-'],
      nb: ['betalingsopplysning*', 'betalingsinformasjon*', 'betalings-'],
      da: ['betalingsoplysning*', 'betalingsinformation*', 'betalings-'],
      nl: ['betalingsgegevens', 'betaalgegevens', 'betalingsinformatie', 'betaal-', 'betalings-'],
      'zh-Hant': ['付款資訊', '付款資料', '支付資訊', '支付資料'],
      en: ['payment details', 'payment data', 'payment information'],
      ar: ['*بيانات الدفع', '*معلومات الدفع', '*بيانات السداد'],
    },
  },
  {
    id: 'device-usage',
    kind: 'data',
    names: {
      sv: 'Enhets- och användaruppgifter', nb: 'Enhets- og bruksopplysninger', da: 'Enheds- og brugsoplysninger', nl: 'Apparaat- en gebruiksgegevens',
      'zh-Hant': '裝置和使用資訊', en: 'Device and usage details', ar: 'بيانات الجهاز والاستخدام',
    },
    iri: `${pd}DeviceBased`,
    phrases: {
      sv: ['enhets- och användaruppgift*', 'enhets- och användningsuppgift*', 'enhetsuppgift*', 'användningsuppgift*', 'användaruppgift*'],
      nb: ['enhets- og bruksopplysning*', 'enhetsopplysning*', 'bruksopplysning*'],
      da: ['enheds- og brugsoplysning*', 'enhedsoplysning*', 'brugsoplysning*'],
      nl: ['apparaat- en gebruiksgegevens', 'apparaatgegevens', 'gebruiksgegevens', 'apparaat- en gebruiksinformatie'],
      'zh-Hant': ['裝置和使用資訊', '裝置及使用資訊', '裝置與使用資訊', '裝置和使用資料', '裝置及使用資料', '裝置與使用資料', '裝置資訊', '裝置資料'],
      en: ['device and usage details', 'device and usage data', 'device and usage information', 'device details', 'device data', 'usage details', 'usage data'],
      ar: ['*بيانات الجهاز والاستخدام', '*بيانات الأجهزة والاستخدام', '*معلومات الجهاز والاستخدام', '*بيانات الأجهزة واستخدامها', '*بيانات الجهاز', '*بيانات الاستخدام'],
    },
  },
  {
    id: 'calendar',
    kind: 'data',
    names: {
      sv: 'E-postkalenderuppgifter', nb: 'E-postkalenderopplysninger', da: 'E-mailkalenderoplysninger', nl: 'E-mailkalendergegevens',
      'zh-Hant': '電子郵件行事曆資訊', en: 'E-mail calendar details', ar: 'بيانات تقويم البريد الإلكتروني',
    },
    phrases: {
      sv: ['e-postkalender*', 'kalenderuppgift*', 'kalenderinformation*'],
      nb: ['e-postkalender*', 'kalenderopplysning*', 'kalenderinformasjon*'],
      da: ['e-mailkalender*', '*e-mailkalender*', 'e-mail-kalenderoplysning*', 'kalenderoplysning*'],
      nl: ['e-mailkalender*', '*e-mailkalender*', 'e-mailagenda*', 'agendagegevens', 'kalendergegevens', 'gegevens over de vergaderruimten'],
      'zh-Hant': ['電子郵件行事曆資訊', '電子郵件行事曆資料', '電子郵件行事曆', '行事曆資訊', '行事曆資料'],
      en: ['e-mail calendar details', 'email calendar details', 'e-mail calendar data', 'email calendar data', 'e-mail calendar information', 'email calendar information', 'calendar details', 'calendar data'],
      ar: ['*بيانات تقويم البريد الإلكتروني', '*تقويم البريد الإلكتروني', '*معلومات تقويم البريد الإلكتروني', '*بيانات التقويم'],
    },
  },
  {
    id: 'office-preferences',
    kind: 'data',
    names: {
      sv: 'Kontorsinställningar', nb: 'Kontorpreferanser', da: 'Kontorpræferencer', nl: 'Kantoorvoorkeuren',
      'zh-Hant': '辦公室偏好', en: 'Office preferences', ar: 'تفضيلات المكتب',
    },
    iri: `${pd}Preference`,
    phrases: {
      sv: ['kontorsinställning*', 'kontorspreferens*', 'arbetsplatsinställning*'],
      nb: ['kontorpreferanse*', 'kontorinnstilling*'],
      da: ['kontorpræference*', 'kontorindstilling*'],
      nl: ['kantoorvoorkeur*', 'kantoorinstelling*', 'werkplekvoorkeur*'],
      'zh-Hant': ['辦公室偏好設定', '辦公室偏好', '辦公偏好', '偏好資訊'],
      en: ['office preferences', 'office preference', 'office settings', 'workplace preferences'],
      ar: ['*تفضيلات المكتب', '*تفضيلات المكتبية', '*تفضيلاتك المكتبية', '*تفضيلاتك في المكتب', '*تفضيلات مكتبية'],
    },
  },
  {
    id: 'name-email',
    kind: 'data',
    names: {
      sv: 'Namn och e-postadress', nb: 'Navn og e-postadresse', da: 'Navn og e-mailadresse', nl: 'Naam en e-mailadres',
      'zh-Hant': '姓名和電子郵件地址', en: 'Name and e-mail address', ar: 'الاسم وعنوان البريد الإلكتروني',
    },
    phrases: {
      sv: ['namn och e-postadress', 'namn och din e-postadress', 'namn och mejladress'],
      nb: ['navn og e-postadresse', 'navnet og e-postadressen', 'navnet ditt og e-postadressen din', 'navn og din e-postadresse', 'navn og e-postadressen din'],
      da: ['navn og din e-mailadresse', 'navn og e-mailadresse', 'navn og din mailadresse', 'navn og mailadresse'],
      nl: ['naam en e-mailadres', 'naam en uw e-mailadres', 'naam en mailadres', 'naam en je e-mailadres'],
      'zh-Hant': ['姓名和電子郵件地址', '姓名及電子郵件地址', '姓名與電子郵件地址', '姓名和電子郵件', '姓名及電子郵件', '姓名與電子郵件'],
      en: ['name and e-mail address', 'name and email address', 'name and your e-mail address', 'names and e-mail addresses'],
      ar: ['*اسمك وعنوان بريدك الإلكتروني', '*الاسم وعنوان البريد الإلكتروني', '*اسمك وبريدك الإلكتروني', '*الاسم والبريد الإلكتروني'],
    },
  },
  {
    id: 'communications',
    kind: 'data',
    names: {
      sv: 'Kommunikation', nb: 'Kommunikasjon', da: 'Kommunikation', nl: 'Communicatie',
      'zh-Hant': '通訊內容', en: 'Communications', ar: 'المراسلات',
    },
    iri: `${pd}Communication`,
    phrases: {
      sv: ['kommunikation och andra uppgifter', 'kommunikation som du', 'meddelanden som du skickar', 'meddelanden som du själv'],
      nb: ['kommunikasjon og andre opplysninger', 'kommunikasjon som du', 'kommunikasjon du', 'meldinger du sender', 'meldinger som du sender'],
      da: ['kommunikation og andre oplysninger', 'kommunikation, som du', 'kommunikation, du', 'meddelelser, som du sender', 'meddelelser, du sender'],
      nl: ['communicatie en andere gegevens', 'communicatie die u', 'berichten die u', 'communicatiegegevens'],
      'zh-Hant': ['通訊內容', '通訊資料', '通訊資訊', '往來訊息', '您傳送的訊息'],
      en: ['communications and other data', 'communications that you', 'communications you', 'messages that you send', 'messages you send'],
      ar: ['*المراسلات التي', '*مراسلاتك', '*الرسائل التي'],
    },
  },
  {
    id: 'other',
    kind: 'data',
    names: {
      sv: 'Andra personuppgifter', nb: 'Andre personopplysninger', da: 'Andre personoplysninger', nl: 'Overige persoonsgegevens',
      'zh-Hant': '其他個人資訊', en: 'Other personal data', ar: 'بيانات شخصية أخرى',
    },
    iri: `${dpv}PersonalData`,
    phrases: {
      sv: ['andra personuppgifter', 'övriga personuppgifter'],
      nb: ['andre personopplysninger', 'øvrige personopplysninger'],
      da: ['andre personoplysninger', 'øvrige personoplysninger'],
      nl: ['overige persoonsgegevens', 'andere persoonsgegevens'],
      'zh-Hant': ['其他個人資訊', '其他個人資料', '其它個人資訊', '其它個人資料'],
      en: ['other personal data', 'other personal information', 'other personal details'],
      ar: ['*بيانات شخصية أخرى', '*البيانات الشخصية الأخرى', '*معلومات شخصية أخرى', '*المعلومات الشخصية الأخرى'],
    },
  },
  {
    id: 'contract',
    kind: 'legal-basis',
    names: {
      sv: 'Avtal', nb: 'Avtale', da: 'Kontrakt', nl: 'Overeenkomst',
      'zh-Hant': '合約', en: 'Contract', ar: 'العقد',
    },
    iri: `${dpv}Contract`,
    phrases: {
      sv: ['avtalsmässiga skyldighet*', 'avtalsmässiga förpliktelse*', 'avtalsenliga skyldighet*', 'avtalsförpliktelse*', 'fullgöra vårt avtal', 'fullgöra avtalet', 'fullgöra ett avtal', 'fullgörande av avtal*', 'fullgörandet av avtal*', 'fullgörande av vårt avtal'],
      nb: ['kontraktsforpliktelse*', 'kontraktsmessige forpliktelse*', 'avtaleforpliktelse*', 'avtalemessige forpliktelse*', 'oppfylle vår avtale', 'oppfylle avtalen', 'oppfylle en avtale', 'oppfyllelse av avtale*', 'oppfylle kontrakten'],
      da: ['kontraktmæssige forpligtelse*', 'kontraktlige forpligtelse*', 'kontraktuelle forpligtelse*', 'aftalemæssige forpligtelse*', 'opfylde vores aftale', 'opfylde aftalen', 'opfylde en aftale', 'opfylde vores kontrakt', 'opfylde kontrakten', 'opfyldelse af aftale*', 'opfyldelse af kontrakt*'],
      nl: ['contractuele verplichting*', 'contractuele plicht*', 'uitvoering van onze overeenkomst', 'uitvoering van de overeenkomst', 'uitvoering van een overeenkomst', 'overeenkomst met u', 'een contract met u'],
      'zh-Hant': ['合約義務', '契約義務', '履行我們與您的合約', '履行與您的合約', '履行我們與您之間的合約', '履行與您之間的合約', '履行合約', '履行契約', '履行我們與您訂立的合約', '履行我們與您之間的契約', '履行與您之間的契約', '履行我們與您的契約'],
      en: ['contractual obligation*', 'perform our contract', 'perform a contract', 'perform the contract', 'performance of our contract', 'performance of a contract', 'performance of the contract'],
      ar: ['*التزامات التعاقدية', '*التزاماتنا التعاقدية', '*التزاماتنا بموجب العقد', '*تنفيذ عقدنا', '*تنفيذ العقد', '*الوفاء بعقدنا', '*لتنفيذ عقد'],
    },
  },
  {
    id: 'legal-obligation',
    kind: 'legal-basis',
    names: {
      sv: 'Rättslig förpliktelse', nb: 'Rettslig forpliktelse', da: 'Retlig forpligtelse', nl: 'Wettelijke verplichting',
      'zh-Hant': '法定義務', en: 'Legal obligation', ar: 'الالتزام القانوني',
    },
    iri: `${dpv}LegalObligation`,
    phrases: {
      sv: ['rättsliga skyldighet*', 'rättsliga förpliktelse*', 'rättslig förpliktelse', 'rättslig skyldighet', 'lagstadgade skyldighet*'],
      nb: ['juridiske forpliktelse*', 'rettslige forpliktelse*', 'rettslig forpliktelse', 'rettslige plikt*', 'lovpålagte forpliktelse*', 'lovpålagte plikt*'],
      da: ['juridiske forpligtelse*', 'retlige forpligtelse*', 'retlig forpligtelse', 'lovmæssige forpligtelse*'],
      nl: ['wettelijke verplichting*', 'wettelijke plicht*', 'naleven van de toepasselijke wetgeving', 'naleving van de toepasselijke wetgeving', 'aan de toepasselijke wetgeving te voldoen', 'voldoen aan toepasselijke wetgeving', 'voldoen aan de toepasselijke wetgeving'],
      'zh-Hant': ['法定義務', '法律義務', '法律上的義務'],
      en: ['legal obligation*', 'legal duty', 'legal duties', 'comply with applicable law*', 'comply with the law'],
      ar: ['*التزامات القانونية', '*التزاماتنا القانونية', '*التزام القانوني', '*التزام قانوني', '*واجباتنا القانونية'],
    },
  },
  {
    id: 'legitimate-interests',
    kind: 'legal-basis',
    names: {
      sv: 'Berättigade intressen', nb: 'Legitime interesser', da: 'Legitime interesser', nl: 'Legitieme belangen',
      'zh-Hant': '正當利益', en: 'Legitimate interests', ar: 'المصالح المشروعة',
    },
    iri: `${dpv}LegitimateInterest`,
    phrases: {
      sv: ['berättigade intresse*', 'berättigat intresse', 'legitima intresse*'],
      nb: ['legitime interesse*', 'berettigede interesse*', 'berettiget interesse', 'legitim interesse'],
      da: ['legitime interesse*', 'legitim interesse', 'berettigede interesse*'],
      nl: ['legitieme belang*', 'gerechtvaardigde belang*', 'gerechtvaardigd belang', 'legitiem belang'],
      'zh-Hant': ['正當利益', '合法利益', '正當權益'],
      en: ['legitimate interest*'],
      ar: ['*مصالح المشروعة', '*مصالحنا المشروعة', '*مصلحتنا المشروعة', '*مصلحة المشروعة', '*مصالح مشروعة'],
    },
  },
  {
    id: 'consent',
    kind: 'legal-basis',
    names: {
      sv: 'Samtycke', nb: 'Samtykke', da: 'Samtykke', nl: 'Toestemming',
      'zh-Hant': '同意', en: 'Consent', ar: 'الموافقة',
    },
    iri: `${dpv}Consent`,
    phrases: {
      sv: ['samtycke*'],
      nb: ['samtykke*'],
      da: ['samtykke*'],
      nl: ['toestemming'],
      'zh-Hant': ['您的同意', '您同意', '徵得同意', '取得同意', '撤回同意'],
      en: ['consent'],
      ar: ['*موافقتك', '*موافقتكم', '*الموافقة'],
    },
  },
];
