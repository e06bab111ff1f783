// What the linter holds. Every rule that is turned off, or set otherwise than its set does, says why.
import js from '@eslint/js';
import {defineConfig, globalIgnores} from 'eslint/config';
import {configs as lit} from 'eslint-plugin-lit';
import * as regexp from 'eslint-plugin-regexp';
import {configs as wc} from 'eslint-plugin-wc';
import tseslint from 'typescript-eslint';

/** What would put a text into a page as markup, or run it as a program. */
const noMarkup = [
  {selector: "Identifier[name='unsafeHTML']", message: 'Strings reach text nodes only: no unsafeHTML.'},
  {selector: "Identifier[name='unsafeSVG']", message: 'Strings reach text nodes only: no unsafeSVG.'},
  {
    selector: 'AssignmentExpression > MemberExpression.left[property.name=/^(innerHTML|outerHTML|srcdoc)$/]',
    message: 'Strings reach text nodes only: use textContent, or a template.',
  },
  {selector: "CallExpression[callee.property.name='insertAdjacentHTML']", message: 'Strings reach text nodes only.'},
  {
    selector: "CallExpression[callee.property.name='createContextualFragment']",
    message: 'Strings reach text nodes only.',
  },
];
const noFocus = {
  selector: "MemberExpression[object.name=/^(it|test|describe|suite)$/][property.name='only']",
  message: 'The tests run whole: none is focused.',
};

const noMessages = {
  selector: "CallExpression[callee.name='msg']",
  message: "The interface's words live in src/words.",
};

export default defineConfig(
  globalIgnores([
    'dist/',
    'src/words/generated/',
    'src/authoring/vocabulary/generated/',
    'tests/**/fixtures/',
    'demo/',
  ]),
  {linterOptions: {reportUnusedDisableDirectives: 'error'}},
  js.configs.recommended,
  tseslint.configs.strictTypeChecked,
  regexp.configs.recommended,
  {
    languageOptions: {parserOptions: {projectService: true, tsconfigRootDir: import.meta.dirname}},
    rules: {
      'no-eval': 'error',
      'max-len': ['error', {code: 120, ignoreUrls: true}],
      // What is longer says in its first line why it is one file.
      'max-lines': ['error', 300],
      'no-restricted-syntax': ['error', ...noMarkup, noMessages],
      'regexp/no-super-linear-move': 'error',
      // `test` and `it` of node:test give promises that the runner awaits; chai's assertions only look like promises.
      '@typescript-eslint/no-floating-promises': [
        'error',
        {
          allowForKnownSafeCalls: [
            {from: 'package', name: ['it', 'describe', 'test', 'suite'], package: 'node:test'},
            {from: 'package', name: 'Equal', package: '@types/chai'},
          ],
          allowForKnownSafePromises: [{from: 'package', name: 'Assertion', package: '@types/chai'}],
        },
      ],
      '@typescript-eslint/restrict-template-expressions': ['error', {allowNumber: true, allowNever: true}],
      '@typescript-eslint/no-confusing-void-expression': [
        'error',
        // `return fail(…)` says in one line that nothing comes after.
        {ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true},
      ],
      '@typescript-eslint/no-unused-vars': ['error', {argsIgnorePattern: '^_', varsIgnorePattern: '^_'}],
      // Texts are read by code points, on purpose.
      '@typescript-eslint/no-misused-spread': ['error', {allow: ['string']}],
      // Who keeps an interface's promise may have nothing to wait for.
      '@typescript-eslint/require-await': 'off',
      // Interfaces declare methods, and what keeps them are functions without a `this`.
      '@typescript-eslint/unbound-method': 'off',
      // A text's control characters, and ranges of its script, are what is looked for.
      'no-control-regex': 'off',
      'regexp/no-obscure-range': 'off',
    },
  },
  {files: ['src/viewer/**/*.ts', 'src/words/**/*.ts'], extends: [lit['flat/recommended'], wc['flat/recommended']]},
  {files: ['src/words/**/*.ts'], rules: {'no-restricted-syntax': ['error', ...noMarkup]}},
  {
    files: ['tests/**'],
    rules: {
      // A test's page is written as markup.
      'no-restricted-syntax': ['error', noFocus],
      // Tests choose what their own patterns read.
      'regexp/no-super-linear-move': 'off',
      'regexp/no-super-linear-backtracking': 'off',
      // What is not there fails the test, in the next word.
      '@typescript-eslint/no-non-null-assertion': 'off',
      // Tests ask for what the types exclude, too.
      '@typescript-eslint/no-unnecessary-condition': 'off',
      '@typescript-eslint/restrict-template-expressions': 'off',
      '@typescript-eslint/no-base-to-string': 'off',
      '@typescript-eslint/no-dynamic-delete': 'off',
      // An element found in a page is what its tag says.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      // What the command printed as JSON is compared as it comes.
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
  {
    // What cannot be read is `undefined`, and said: `return fail(…)`.
    files: ['src/policy/read.ts', 'src/policy/validate.ts'],
    rules: {'@typescript-eslint/no-confusing-void-expression': 'off'},
  },
  {
    // The detectors' packages have types that only the compiler finds.
    files: ['src/authoring/recognise/detectors.ts', 'src/authoring/recognise/recognise-language.ts'],
    rules: {'@typescript-eslint/no-unsafe-assignment': 'off', '@typescript-eslint/no-unsafe-call': 'off'},
  },
  // The compiler sees names.
  {files: ['**/*.mjs', '**/*.js'], extends: [tseslint.configs.disableTypeChecked], rules: {'no-undef': 'off'}},
);
