/** A small bundle of an invented company for the models: two editions, three languages, annotated clauses. */
import type {Bundle, Id, Inline, Item, Section, Text} from '../../src/policy/bundle.js';

const names = (name: string) => ({en: name});

const about = (term: Id, words: string): Inline => ({type: 'annotation', terms: [term], content: [words]});

const item = (id: Id, ...content: Inline[]): Item => ({id, content});

const section = (id: Id, heading: string, items: readonly Item[], audiences?: readonly Id[]): Section => ({
  id,
  heading: [heading],
  ...(audiences && {audiences}),
  blocks: [{type: 'list', lead: ['We use:'], items}],
});

export const english: Text = {
  title: 'Quay privacy',
  sections: [
    section(
      'visitors',
      'Visitors',
      [
        item('v-name', about('contact', 'Your name'), ', to ', about('security', 'keep the house safe'), '.'),
        item('v-calendar', about('calendar', 'Your visits'), ', with ', about('consent', 'your consent'), '.'),
      ],
      ['visitor', 'guest'],
    ),
    section('members', 'Members', [item('m-pay', about('payment', 'Your card'), ', for the rent.')], ['member']),
    section('all', 'Everyone', [item('e-mail', about('contact', 'Your e-mail address'), ', to answer you.')]),
  ],
};

export const danish: Text = {
  title: 'Quay privatliv',
  sections: [
    section(
      'visitors',
      'Besøgende',
      [item('v-name', 'Dit navn.'), item('v-calendar', 'Dine møder.')],
      ['visitor', 'guest'],
    ),
    section('all', 'Alle', [item('e-mail', 'Din e-mailadresse, og hvilket konferencelokale du var i.')]),
  ],
};

export const chinese: Text = {
  title: '碼頭隱私',
  sections: [
    section('visitors', '訪客', [item('v-name', '您的姓名。'), item('v-calendar', '您的會議。')], ['visitor', 'guest']),
  ],
};

export const bundle: Bundle = {
  format: 'policy-bundle/1',
  title: names('Quay'),
  languages: ['en', 'da', 'zh-Hant'],
  audiences: ['member', 'visitor', 'guest'].map((id) => ({id, names: {en: `a ${id}`}})),
  products: [
    {id: 'quay', names: {en: 'Quay', da: 'Kajen'}},
    {id: 'labs', names: names('Labs')},
  ],
  vocabulary: [
    {id: 'calendar', kind: 'data', names: {en: 'Calendar', da: 'Kalender'}},
    {id: 'contact', kind: 'data', names: names('Contact details')},
    {id: 'payment', kind: 'data', names: names('Payment')},
    {id: 'location', kind: 'data', names: names('Location')},
    {id: 'security', kind: 'purpose', names: names('Security')},
    {id: 'consent', kind: 'legal-basis', names: names('Consent')},
  ],
  policies: [
    {
      id: 'quay',
      products: ['quay'],
      editions: [
        {id: '2026-03-01', effective: '2026-03-01', texts: {en: english, da: danish, 'zh-Hant': chinese}},
        {id: '2.1', texts: {en: danish}},
      ],
    },
  ],
};
