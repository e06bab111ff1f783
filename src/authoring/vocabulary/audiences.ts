/**
 * The audiences that policies speak to, with the words for them in each language.
 *
 * A name reads on after "I am a …". A phrase is a whole word or group of words
 * as a heading has it, in any case; `*` stands for any ending of the word. Arabic
 * phrases are without the article and the joined "and": the reader of headings
 * allows for both, as it does for a genitive -s. Words that are verbs too are left
 * out ("bruker" is "user" and "use" in Norwegian).
 */
import type {TableAudience} from './table-words.js';
import {widerAudiences} from './wider-audiences.js';

const dpv = 'https://w3id.org/dpv#';

export const audienceTable: readonly TableAudience[] = [
  {
    id: 'member',
    iri: `${dpv}Member`,
    names: {
      en: 'member',
      sv: 'medlem',
      nb: 'medlem',
      da: 'medlem',
      nl: 'lid',
      'zh-Hant': '會員',
      ar: 'عضو',
    },
    phrases: {
      en: ['member', 'members', 'business member*', 'company member*', 'corporate member*'],
      sv: ['medlem*', 'företagsmedlem*'],
      nb: ['medlem*', 'bedriftsmedlem*', 'firmamedlem*'],
      da: ['medlem*', 'erhvervsmedlem*', 'virksomhedsmedlem*', 'firmamedlem*'],
      nl: ['lid', 'leden', 'bedrijfslid', 'bedrijfsleden', 'lidbedrijf', 'lidbedrijven'],
      zh: ['會員', '企業會員', '公司會員', '成員', '会员', '企业会员', '公司会员', '成员'],
      ar: ['عضو', 'أعضاء', 'عضو شركة', 'أعضاء شركات', 'أعضاء الشركات'],
    },
  },
  {
    id: 'client',
    iri: `${dpv}Customer`,
    names: {
      en: 'customer',
      sv: 'kund',
      nb: 'kunde',
      da: 'kunde',
      nl: 'klant',
      'zh-Hant': '客戶',
      ar: 'عميل',
    },
    phrases: {
      en: ['client', 'clients', 'customer', 'customers'],
      sv: ['kund', 'kunden', 'kunder', 'kunderna', 'klient', 'klienten', 'klienter', 'klienterna'],
      nb: ['kunde', 'kunden', 'kunder', 'kundene', 'klient', 'klienten', 'klienter', 'klientene'],
      da: ['kunde', 'kunden', 'kunder', 'kunderne', 'klient', 'klienten', 'klienter', 'klienterne'],
      nl: ['klant', 'klanten', 'cliënt', 'cliënten', 'afnemer', 'afnemers'],
      zh: ['客戶', '顧客', '客户', '顾客'],
      ar: ['عميل', 'عملاء', 'زبون', 'زبائن'],
    },
  },
  {
    id: 'employee',
    iri: `${dpv}Employee`,
    names: {
      en: 'employee',
      sv: 'anställd',
      nb: 'ansatt',
      da: 'medarbejder',
      nl: 'medewerker',
      'zh-Hant': '員工',
      ar: 'موظف',
    },
    phrases: {
      en: ['employee', 'employees', 'staff', 'worker', 'workers', 'personnel'],
      sv: ['anställd', 'anställda', 'medarbetare', 'medarbetarna', 'personal'],
      nb: ['ansatt', 'ansatte', 'medarbeider', 'medarbeidere', 'arbeidstaker', 'arbeidstakere'],
      da: ['ansat', 'ansatte', 'medarbejder', 'medarbejdere', 'personale'],
      nl: ['medewerker', 'medewerkers', 'werknemer', 'werknemers', 'personeel'],
      zh: ['員工', '雇員', '僱員', '员工', '雇员'],
      ar: ['موظف', 'موظفو', 'موظفي', 'موظفون', 'موظفين', 'عامل', 'عاملون', 'عاملين'],
    },
  },
  {
    id: 'partner',
    names: {
      en: 'partner',
      sv: 'partner',
      nb: 'partner',
      da: 'partner',
      nl: 'partner',
      'zh-Hant': '合作夥伴',
      ar: 'شريك',
    },
    phrases: {
      en: ['partner', 'partners', 'business partner*'],
      sv: ['partner', 'partnern', 'partners', 'partner*', 'samarbetspartner*'],
      nb: ['partner', 'partnere', 'partnerne', 'samarbeidspartner*'],
      da: ['partner', 'partnere', 'partnerne', 'samarbejdspartner*'],
      nl: ['partner', 'partners', 'zakenpartner*'],
      zh: ['合作夥伴', '夥伴', '合作伙伴', '伙伴'],
      ar: ['شريك', 'شركاء'],
    },
  },
  {
    id: 'sponsor',
    names: {
      en: 'sponsor',
      sv: 'sponsor',
      nb: 'sponsor',
      da: 'sponsor',
      nl: 'sponsor',
      'zh-Hant': '贊助商',
      ar: 'راعٍ',
    },
    phrases: {
      en: ['sponsor', 'sponsors'],
      sv: ['sponsor', 'sponsorn', 'sponsorer', 'sponsorerna'],
      nb: ['sponsor', 'sponsorer', 'sponsorene'],
      da: ['sponsor', 'sponsorer', 'sponsorerne'],
      nl: ['sponsor', 'sponsors', 'sponsoren'],
      zh: ['贊助商', '贊助人', '贊助者', '赞助商', '赞助人', '赞助者'],
      ar: ['راع', 'راعي', 'رعاة', 'جهة راعية', 'جهات راعية'],
    },
  },
  {
    id: 'mentor',
    names: {
      en: 'mentor',
      sv: 'mentor',
      nb: 'mentor',
      da: 'mentor',
      nl: 'mentor',
      'zh-Hant': '導師',
      ar: 'مرشد',
    },
    phrases: {
      en: ['mentor', 'mentors'],
      sv: ['mentor', 'mentorn', 'mentorer', 'mentorerna'],
      nb: ['mentor', 'mentorer', 'mentorene'],
      da: ['mentor', 'mentorer', 'mentorerne'],
      nl: ['mentor', 'mentors', 'mentoren'],
      zh: ['導師', '导师'],
      ar: ['مرشد', 'مرشدون', 'مرشدين', 'موجه', 'موجهون', 'موجهين'],
    },
  },
  {
    id: 'visitor',
    iri: `${dpv}Visitor`,
    names: {
      en: 'visitor',
      sv: 'besökare',
      nb: 'besøkende',
      da: 'besøgende',
      nl: 'bezoeker',
      'zh-Hant': '訪客',
      ar: 'زائر',
    },
    phrases: {
      en: ['visitor', 'visitors'],
      sv: ['besökare', 'besökaren', 'besökarna', 'besökande'],
      nb: ['besøkende', 'besøker', 'besøkere'],
      da: ['besøgende', 'besøger', 'besøgere'],
      nl: ['bezoeker', 'bezoekers', 'bezoekende'],
      zh: ['訪客', '來訪者', '访客', '来访者'],
      ar: ['زائر', 'زوار', 'زائرون', 'زائرين'],
    },
  },
  {
    id: 'guest',
    names: {
      en: 'guest',
      sv: 'gäst',
      nb: 'gjest',
      da: 'gæst',
      nl: 'gast',
      'zh-Hant': '客人',
      ar: 'ضيف',
    },
    phrases: {
      en: ['guest', 'guests'],
      sv: ['gäst', 'gästen', 'gäster', 'gästerna'],
      nb: ['gjest', 'gjesten', 'gjester', 'gjestene'],
      da: ['gæst', 'gæsten', 'gæster', 'gæsterne'],
      nl: ['gast', 'gasten'],
      zh: ['客人', '賓客', '來賓', '宾客', '来宾'],
      ar: ['ضيف', 'ضيوف'],
    },
  },
  {
    id: 'end-user',
    iri: `${dpv}User`,
    names: {
      en: 'user',
      sv: 'användare',
      nb: 'bruker',
      da: 'bruger',
      nl: 'gebruiker',
      'zh-Hant': '使用者',
      ar: 'مستخدم',
    },
    phrases: {
      en: ['end user', 'end users', 'end-user', 'end-users', 'user', 'users'],
      sv: ['slutanvändare', 'slutanvändaren', 'slutanvändarna', 'användare', 'användarna'],
      nb: ['sluttbruker', 'sluttbrukere', 'sluttbrukerne', 'brukere', 'brukerne'],
      da: ['slutbruger', 'slutbrugere', 'slutbrugerne', 'brugere', 'brugerne'],
      nl: ['eindgebruiker', 'eindgebruikers', 'gebruiker', 'gebruikers'],
      zh: ['終端使用者', '最終使用者', '使用者', '終端用戶', '用戶', '终端用户', '最终用户', '用户', '使用者'],
      ar: [
        'مستخدم',
        'مستخدمون',
        'مستخدمين',
        'مستخدم نهائي',
        'مستخدمون نهائيون',
        'مستخدمين نهائيين',
        'مستخدمون النهائيون',
        'مستخدمين النهائيين',
      ],
    },
  },
  ...widerAudiences,
];
