// The page's side of the playground: takes texts, has a worker read them, and shows what came of it. Nothing is sent.
import {writeZip} from './zip.js';

const byId = (id) => document.getElementById(id);
const [form, files, pasted, drop, status, result] = ['texts', 'files', 'pasted', 'drop', 'status', 'result'].map(byId);
const submit = form.querySelector('[type=submit]');
let worker;
let made;

const example = `Privacy policy of Tidebook

Effective date: 1 March 2026

Tidebook keeps the bookings of small harbours. This policy says what we know about the people who use it.

What we use

Members. If you rent a berth, we use:
- your name and e-mail address, to keep the contract with you
- your payment details, to take the rent
- the name and length of your boat, to find a berth that it fits

Visitors. If you stay for a night, we use:
- your name and telephone number, so that the harbour can reach you
- the time of your arrival and departure, to work out the fee

Your rights

You may ask for a copy of what we keep about you, have it corrected, or have it erased where no law obliges us to keep \
it. Write to privacy@tidebook.example.
`;

const element = (name, text) => Object.assign(document.createElement(name), {textContent: text});

/** One text, in words: what it is taken to be, and why. */
function describe({file, title, language, effective, edition, product, sections, unsure}) {
  const item = document.createElement('li');
  const audiences = new Set(
    sections.flatMap(function of({audiences: ids, sections: inner = []}) {
      return [...(ids === 'everyone' ? [] : ids), ...inner.flatMap(of)];
    }),
  );
  const facts = [
    `Language: ${language.tag}`,
    `Date: ${effective?.date ?? edition.id}`,
    `Product: ${product.name}`,
    `Parts for: ${[...audiences].join(', ') || 'everyone'}`,
  ];
  item.append(element('strong', title), element('small', `${file} · ${facts.join(' · ')}`));
  for (const {message} of unsure) if (message) item.append(element('small', `Unsure: ${message}`));
  return item;
}

function show(answer) {
  submit.disabled = false;
  if (answer.failed) {
    status.textContent = answer.failed.join('\n');
    return;
  }
  made = answer;
  status.textContent = [
    answer.texts.length === 1 ? 'One text was read.' : `Texts that were read: ${answer.texts.length}.`,
    ...answer.refused,
  ].join('\n');
  byId('recognised').replaceChildren(...answer.texts.map(describe));
  byId('viewer').bundle = answer.bundle;
  result.hidden = false;
}

function read(texts) {
  if (texts.length === 0) {
    status.textContent = 'Choose a file, or paste a text.';
    return;
  }
  status.textContent = 'Reading …';
  submit.disabled = true;
  // A worker that is busy with older texts is in nobody's way.
  worker?.terminate();
  worker = new Worker(new URL('playground-worker.js', import.meta.url), {type: 'module'});
  worker.addEventListener('message', ({data}) => show(data));
  worker.addEventListener('error', () => show({failed: ['The reader could not be loaded. Load the page again.']}));
  worker.postMessage(texts);
}

const inputOf = async (file) => ({
  path: file.webkitRelativePath || file.name,
  bytes: new Uint8Array(await file.arrayBuffer()),
});

async function take(chosen) {
  const texts = await Promise.all([...chosen].map(inputOf));
  const text = pasted.value.trim();
  if (text) {
    const ending = /^\s*</.test(text) ? 'html' : /^#{1,6} /m.test(text) ? 'md' : 'txt';
    texts.push({path: `pasted.${ending}`, bytes: new TextEncoder().encode(text)});
  }
  read(texts);
}

function save(name, type, content) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([content], {type}));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

form.addEventListener('submit', (event) => {
  event.preventDefault();
  void take(files.files);
});
for (const name of ['dragover', 'dragleave', 'drop'])
  drop.addEventListener(name, (event) => {
    event.preventDefault();
    drop.classList.toggle('over', name === 'dragover');
    if (name === 'drop') void take(event.dataTransfer.files);
  });
byId('example').addEventListener('click', () => {
  pasted.value = example;
  pasted.focus();
});
byId('take-bundle').addEventListener('click', () => {
  save('bundle.json', 'application/json', JSON.stringify(made.bundle));
});
byId('take-folder').addEventListener('click', () => {
  save('policies.zip', 'application/zip', writeZip(made.folder));
});
byId('clear').addEventListener('click', () => {
  form.reset();
  result.hidden = true;
  status.textContent = '';
  files.focus();
});
