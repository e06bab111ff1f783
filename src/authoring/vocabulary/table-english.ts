/** What the tables lack of English until its file comes: what readers do, further audiences, and frames around them. */
import type {Id} from '../../policy/bundle.js';

/** By id: the singular, and the words after it, with commas between. */
export const furtherWords: Readonly<Record<Id, string>> = {
  'prospective-customer': 'prospective customer, prospective customers, potential customers, prospects',
  'account-holder': 'account holder, account holders, registered user, registered users',
  'former-employee': 'former employee, former employees, former staff, past employees',
  trainee: 'trainee, trainees, intern, interns, apprentice, apprentices',
  seller: 'seller, sellers, merchant, merchants',
  developer: 'developer, developers',
  teacher: 'teacher, teachers, tutor, tutors',
  researcher: 'researcher, researchers',
  participant: 'research participant, research participants, study participant, study participants, participants',
  child: 'child, children, minors',
  carer: 'carer, carers, caregivers, next of kin',
  resident: 'resident, residents',
  landlord: 'landlord, landlords',
  neighbour: 'neighbour, neighbours, neighbor, neighbors',
  citizen: 'citizen, citizens, members of the public',
  beneficiary: 'beneficiary, beneficiaries, service users',
  journalist: 'journalist, journalists, media contacts, members of the press',
  'website-visitor':
    'website visitor, website visitors, visitors to our website, visitors to this website, website users',
  'app-user': 'app user, app users, users of our app, users of the app, users of our apps',
  caller: 'caller, callers, people who call us, people who phone us',
  correspondent: 'correspondent, correspondents, people who contact us, people who write to us, enquirers',
  speaker: 'speaker, speakers',
  'whistle-blower':
    'whistleblower, whistleblowers, whistle-blower, whistle-blowers, reporting persons, people who report a concern',
  'person-on-camera':
    'person on camera, persons on camera, people on camera, people in photographs, people filmed by cctv',
  author: 'author, authors, contributors',
  reviewer: 'reviewer, reviewers, peer reviewers, referees',
  passenger: 'passenger, passengers, travellers, travelers',
  driver: 'driver, drivers, couriers',
  policyholder: 'policyholder, policyholders, policy holders, insured persons',
  'emergency-contact': 'emergency contact, emergency contacts',
  'business-contact': 'business contact, business contacts',
  pensioner: 'pensioner, pensioners, pension scheme members',
};

/** Beside those of the tables. */
export const moreWords: Readonly<Record<Id, string>> = {
  visitor: 'office visitors, site visitors, visitors to our offices, visitors to our premises, visitors to our sites',
  'job-applicant':
    'applicant, applicants, candidate, candidates, job seeker, recruitment candidates, people who ' +
    'apply for a job, applicants for jobs',
  supplier: 'service providers and suppliers, suppliers and service providers, subcontractors and suppliers',
  student: 'current students, enrolled students',
  donor: 'supporters, donors and supporters, benefactors',
  volunteer: 'volunteering',
  contractor: 'independent contractor, independent contractors, consultants, agency workers, temporary workers',
  employee: 'our people, members of staff, staff members, current employees, colleagues',
  tenant: 'lessees, renters, leaseholders',
  investor: 'shareholder, shareholders, stockholders',
  subscriber: 'newsletter subscriber, newsletter subscribers',
  patient: 'hospital patients, outpatients, inpatients',
  client: 'our customers, business customers, shoppers, buyers',
  guest: 'hotel guests, overnight guests',
  'event-attendee': 'attendee, attendees, event guests, conference attendees, delegates, people who attend our events',
};

/** By id, as they follow "if you", with `/` between. */
export const acts: Readonly<Record<Id, string>> = {
  visitor: 'visit our office / visit our offices / visit our premises / visit us in person / come to our premises',
  guest: 'stay with us / stay at our hotel',
  client: 'buy from us / order from us / purchase our products / shop with us',
  'end-user': 'use our services / use our service / use our platform',
  'account-holder': 'create an account / have an account with us / register an account',
  subscriber: 'subscribe to our newsletter / sign up for our newsletter',
  member: 'become a member / join as a member',
  employee: 'work for us / work with us as an employee / are employed by us',
  'former-employee': 'used to work for us / worked for us / have worked for us',
  'job-applicant':
    'apply for a job / apply for a position / apply for a role / apply to work for us / apply to work ' +
    'with us / send us your cv / seek a job with us',
  contractor: 'work for us as a contractor / provide services to us as a contractor',
  supplier:
    'supply us / supply goods to us / supply goods or services to us / provide goods or services to us / sell to us',
  student: 'study with us / study here / are enrolled with us',
  'prospective-student': 'apply to study with us / want to study with us / apply for a course / apply for a place',
  alumnus: 'have graduated from us / graduated from our university / used to study with us',
  patient: 'are treated by us / receive treatment from us / are in our care',
  tenant: 'rent from us / rent a flat from us / rent a home from us',
  donor: 'donate to us / make a donation / give to us / support us with a donation',
  volunteer: 'volunteer with us / volunteer for us',
  investor: 'invest in us / hold shares in us',
  'website-visitor': 'visit our website / visit our websites / visit our site / browse our website',
  'app-user': 'use our app / use our apps / install our app',
  caller: 'call us / phone us / telephone us',
  correspondent: 'contact us / write to us / email us / get in touch with us',
  'event-attendee': 'attend our events / attend an event / attend one of our events / come to our events',
  participant: 'take part in our research / take part in a study / participate in our research',
  journalist: 'write about us as a journalist',
  'whistle-blower': 'report a concern / report wrongdoing / blow the whistle',
  sponsor: 'sponsor us',
  seller: 'sell on our marketplace / sell through our platform',
};

const notices = [
  'privacy notice',
  'privacy policy',
  'privacy statement',
  'privacy information',
  'data protection notice',
];
const about = ['data', 'personal data', 'the data', 'the personal data', 'information', 'personal information'];

export const headings: readonly string[] = [
  ...[
    'for {audience}',
    'of {audience}',
    'to {audience}',
    'from {audience}',
    'about {audience}',
    'regarding {audience}',
  ],
  ...[
    '{audience} only',
    'only for {audience}',
    'section for {audience}',
    'notice to {audience}',
    'notice for {audience}',
  ],
  ...[
    'terms for {audience}',
    'rules for {audience}',
    'special terms for {audience}',
    'additional terms for {audience}',
  ],
  ...notices.flatMap((notice) => [
    `${notice} for {audience}`,
    `{audience} ${notice}`,
    `{audience}' ${notice}`,
    `${notice}: {audience}`,
    `${notice} – {audience}`,
  ]),
  ...[
    'information',
    'additional information',
    'further information',
    'specific information',
    'more information',
  ].flatMap((word) => [`${word} for {audience}`, `${word} about {audience}`, `${word} on {audience}`]),
  ...about.flatMap((words) => [
    `${words} of {audience}`,
    `${words} about {audience}`,
    `${words} from {audience}`,
    `{audience} ${words}`,
    `{audience}' ${words}`,
    `${words} we collect from {audience}`,
    `${words} we collect about {audience}`,
    `what ${words} we collect from {audience}`,
    `what ${words} we collect about {audience}`,
    `how we use ${words} of {audience}`,
    `how we use ${words} about {audience}`,
    `how we use {audience}' ${words}`,
    `how we process ${words} of {audience}`,
    `processing of ${words} of {audience}`,
  ]),
  ...['when you are {audience}', 'where you are {audience}', 'as {audience}', 'as a {audience}', 'as an {audience}'],
  ...['are you {audience}', 'are you a {audience}', 'are you an {audience}'],
];

export const youAre: readonly string[] = ['if', 'when', 'where'].flatMap((word) => [
  ...['', 'a ', 'an ', 'one of our ', 'our '].map((article) => `${word} you are ${article}{audience}`),
  ...['a ', 'an ', ''].map((article) => `${word} you're ${article}{audience}`),
]);
