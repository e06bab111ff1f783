// Who may import whom: the rooms of src/ as CONTRIBUTING describes them, and no circle. Types count: they bind as much.

/** A room may import its own files, and those of these rooms. */
const room = (name, rooms) => ({
  name: `${name}-rooms`,
  severity: 'error',
  comment: `src/${name} imports ${rooms.length > 0 ? `no other room but ${rooms.join(', ')}` : 'no other room'}.`,
  from: {path: `^src/${name}/`},
  // The style sheets in look/ are no code. The command says its own version.
  to: {
    path: '^(src|tests|demo)/|^package.json$',
    pathNot: [`^src/(${[name, ...rooms, 'look'].join('|')})/`, ...(name === 'command' ? ['^package.json$'] : [])],
  },
});

/** And of npm's packages only those whose path in node_modules this matches. */
const packages = (name, allowed, comment) => ({
  name: `${name}-packages`,
  severity: 'error',
  comment,
  from: {path: `^src/${name}/`},
  to: {path: '^node_modules/', ...allowed},
});

const lit = '^node_modules/(lit|lit-html|lit-element|@lit/reactive-element)/';
const anyLit = '^node_modules/(lit|lit-html|lit-element|@lit)/';

export default {
  forbidden: [
    room('policy', []),
    room('words', ['policy']),
    room('viewer', ['policy', 'words', 'look']),
    room('authoring', ['policy', 'words', 'look']),
    room('look', []),
    room('command', ['authoring', 'policy', 'words']),
    packages('policy', {pathNot: '^node_modules/diff/'}, 'src/policy imports diff and no other package.'),
    packages('words', {pathNot: [lit, '^node_modules/@lit/localize/']}, 'src/words imports Lit and @lit/localize.'),
    packages('viewer', {pathNot: lit}, 'src/viewer imports Lit and no other package.'),
    packages('authoring', {path: anyLit}, 'src/authoring imports no Lit.'),
    packages('command', {path: anyLit}, 'src/command imports no Lit.'),
    {
      name: 'node',
      severity: 'error',
      comment: 'Only src/command is for Node.',
      from: {path: '^src/(policy|words|viewer)/'},
      to: {dependencyTypes: ['core']},
    },
    {
      name: 'authoring-node',
      severity: 'error',
      comment:
        'src/authoring takes texts and gives texts, in Node and in a browser: what needs Node is in src/command.',
      from: {path: '^src/authoring/'},
      to: {dependencyTypes: ['core']},
    },
    {
      name: 'folders-in-circles',
      severity: 'error',
      comment: 'Folders that import each other cannot be understood one by one.',
      scope: 'folder',
      from: {path: '^src/'},
      to: {circular: true},
    },
  ],
  options: {
    doNotFollow: {path: 'node_modules'},
    exclude: {path: 'src/(words|authoring/vocabulary)/generated'},
    tsPreCompilationDeps: true,
    tsConfig: {fileName: 'tsconfig.json'},
    enhancedResolveOptions: {extensions: ['.ts', '.mjs', '.js', '.json', '.css']},
  },
};
