// How each thing that is published gets built (one mode each), and how the demo is served.
//   --mode modules   dist/*.js, for bundlers: lit stays an import, each language is a chunk of its own
//   --mode cdn       dist/cdn/policy-viewer.min.js: one file with everything in it
//   --mode command   dist/command/policy-viewer.js: the command, for Node
import {chmodSync, copyFileSync, mkdirSync} from 'node:fs';
import {resolve} from 'node:path';
import {defineConfig, Visitor, type Plugin, type UserConfig} from 'vite';

const at = (path: string): string => resolve(import.meta.dirname, path);

/** Left to the site's own bundler, so that a page has one Lit. */
const litPackages = /^(lit|lit-html|lit-element|@lit\/reactive-element)(\/|$)/;

/**
 * Gives Lit's Trusted Types policy our own name. Where the page's own Lit has taken "lit-html", or the
 * page's CSP does not list it, creating a second policy of that name throws while the module loads.
 */
function ownTrustedTypesPolicy(): Plugin {
  const original = /createPolicy\((["'])lit-html\1/g;
  let renamed = 0;
  return {
    name: 'own-trusted-types-policy',
    transform: {
      filter: {id: /[\\/]lit-html[\\/].*\.js$/},
      handler(code) {
        if (!original.test(code)) return null;
        renamed++;
        return {code: code.replace(original, 'createPolicy("policy-viewer"'), map: null};
      },
    },
    buildEnd(error) {
      if (!error && renamed === 0)
        this.error('Lit no longer creates the policy "lit-html" where it did: see vite.config.ts');
    },
  };
}

/**
 * Leaves out of @lit/localize how it would invent a message's id, and how it would fill in one made of HTML:
 * our ids are all written, which `npm run words` holds us to, and our messages are all text. And its guards:
 * this copy of it is ours alone, and is asked only for languages that are loaded, English among them.
 */
function writtenTextOnly(): Plugin {
  const cuts: Readonly<Record<string, readonly (readonly [RegExp, string])[]>> = {
    'internal/runtime-msg.js': [
      // Instead of its options, the id itself: see `withoutNotes`.
      [/options\?\.id \?\? generateId\(template\)/, 'options'],
      [/else \{\s*\/\/ E\.g\. html`[\s\S]*?\};\s*\}/, ''],
    ],
    'init/install.js': [
      [/let installed = false;/, ''],
      [/if \(installed\) \{[^}]*\}/, ''],
      [/installed = true;/, ''],
    ],
    'init/reentrant.js': [
      [/const targetLocalesSet = new Set\(targetLocales\);/, ''],
      [
        /locale !== sourceLocale && targetLocalesSet\.has\(locale\)\s*\? loadLocaleSync\(locale\)\?\.templates\s*: undefined/,
        'loadLocaleSync(locale).templates',
      ],
    ],
  };
  return {
    name: 'written-text-only',
    transform: {
      filter: {id: /@lit[\\/]localize[\\/](internal[\\/]runtime-msg|init[\\/](install|reentrant))\.js$/},
      handler(code, id) {
        const [file = ''] = /[^\\/]+[\\/][^\\/]+$/.exec(id) ?? [];
        const parts = cuts[file.replaceAll('\\', '/')] ?? [];
        if (!parts.length || !parts.every(([part]) => part.test(code)))
          this.error('@lit/localize no longer looks messages up as it did: see vite.config.ts');
        return {code: parts.reduce((rest, [part, instead]) => rest.replace(part, instead), code), map: null};
      },
    },
  };
}

/** Leaves out the parts of @lit/localize that nothing here uses: its package does not say that loading them has no effect. */
function usedPartsOfLocalize(): Plugin {
  return {
    name: 'used-parts-of-localize',
    transform: {
      filter: {id: /@lit[\\/]localize[\\/].*\.js$/},
      handler: (code) => ({code, map: null, moduleSideEffects: false}),
    },
  };
}

/**
 * Leaves out what translators are told of a message: it is for the files in locales/. What is left of its options is
 * the id. And the languages that @lit/localize would guard: see `writtenTextOnly`.
 */
function withoutNotes(): Plugin {
  return {
    name: 'without-notes',
    enforce: 'pre',
    transform: {
      filter: {id: /[\\/]src[\\/]words[\\/](words|speak)\.ts$/},
      handler: (code) => ({
        code: code
          .replace(/desc: '[^'\n]*',?/g, '')
          .replace(/\{\s*id: ('[^'\n]*'),?\s*\}/g, '$1')
          .replace(/(sourceLocale|targetLocales): [^,]*,/g, ''),
        map: null,
      }),
    },
  };
}

/** Lets each language stand alone: the one line it takes from @lit/localize would else be a file of its own for every reader. */
function selfContainedLanguages(): Plugin {
  return {
    name: 'self-contained-languages',
    enforce: 'pre',
    transform: {
      filter: {id: /[\\/]src[\\/]words[\\/]generated[\\/]/},
      handler: (code) => ({
        code: code.replace(
          /import \{str\} from '@lit\/localize';/,
          'const str = (strings, ...values) => ({strTag: true, strings, values});',
        ),
        map: null,
      }),
    },
  };
}

/** For the one file that holds everything: what is imported on demand elsewhere is there from the start. */
function importsUpFront(): Plugin {
  return {
    name: 'imports-up-front',
    enforce: 'pre',
    transform: {
      filter: {id: /[\\/]src[\\/](viewer|words)[\\/].*\.ts$/, code: /\bimport\('/},
      handler(code) {
        const paths: string[] = [];
        const body = code.replace(
          /(?<!typeof )\bimport\(('[^']+')\)/g,
          (_, path: string) => `Promise.resolve(ahead${paths.push(path) - 1})`,
        );
        return {code: `${paths.map((path, i) => `import * as ahead${i} from ${path};`).join('')}${body}`, map: null};
      },
    },
  };
}

/**
 * Takes comments and needless white space out of css`…` and html`…`: what no minifier of JavaScript may touch,
 * and every reader would load. In HTML a run with a line break becomes one space, since that one shows.
 */
function minifyTemplates(): Plugin {
  const minify: Readonly<Record<string, (text: string) => string>> = {
    css: (text) =>
      text
        .replace(/("[^"]*"|'[^']*')|\/\*[\s\S]*?\*\/|\s+/g, (_, quoted?: string) => quoted ?? ' ')
        .replace(
          /("[^"]*"|'[^']*')|\s*([{};,])\s*|(:)\s+/g,
          (_, quoted?: string, mark?: string, colon?: string) => quoted ?? mark ?? colon ?? '',
        )
        .replace(/(?<=[\s:(,-])0\.(?=\d)/g, '.')
        .replace(/ > /g, '>')
        .replaceAll(';}', '}'),
    html: (text) => text.replace(/\s*\n\s*/g, ' '),
  };
  return {
    name: 'minify-templates',
    enforce: 'post', // after the types are gone: the parser reads JavaScript
    transform: {
      filter: {id: /[\\/]src[\\/](viewer|words)[\\/].*\.ts$/, code: /\b(css|html)`/},
      handler(code) {
        const edits: {start: number; end: number; text: string}[] = [];
        new Visitor({
          TaggedTemplateExpression({tag, quasi}) {
            const shorten = tag.type === 'Identifier' ? minify[tag.name] : undefined;
            if (!shorten) return;
            for (const {start, end} of quasi.quasis) edits.push({start, end, text: shorten(code.slice(start, end))});
          },
        }).visit(this.parse(code));
        let result = code;
        for (const {start, end, text} of edits.sort((a, b) => b.start - a.start))
          result = result.slice(0, start) + text + result.slice(end);
        return {code: result, map: null};
      },
    },
  };
}

/** Makes the command a file that a shell can run. */
function executable(path: string): Plugin {
  return {name: 'executable', writeBundle: () => chmodSync(path, 0o755)};
}

/** Publishes the bundle's JSON Schema beside the modules. */
function schema(): Plugin {
  return {
    name: 'schema',
    writeBundle() {
      mkdirSync(at('dist'), {recursive: true});
      copyFileSync(at('src/policy/bundle.schema.json'), at('dist/bundle.schema.json'));
    },
  };
}

const shared: UserConfig = {root: import.meta.dirname, publicDir: false, logLevel: 'warn'};
// `npm run build` may run while something reads dist: overwrite, never empty. `prepack` starts clean.
const overwrite = {emptyOutDir: false, target: 'es2022', reportCompressedSize: false} as const;

const lean = [minifyTemplates(), writtenTextOnly(), usedPartsOfLocalize(), withoutNotes(), selfContainedLanguages()];

const modules: UserConfig = {
  ...shared,
  plugins: [...lean, schema()],
  build: {
    ...overwrite,
    outDir: at('dist'),
    minify: false,
    license: {fileName: 'licenses.md'},
    lib: {
      entry: {
        index: at('src/viewer/index.ts'),
        'policy-viewer': at('src/viewer/define.ts'),
        policy: at('src/policy/index.ts'),
      },
      formats: ['es'],
    },
    rolldownOptions: {
      external: litPackages,
      output: {
        entryFileNames: '[name].js',
        chunkFileNames: (chunk) => (chunk.isDynamicEntry ? 'languages/[name].js' : 'chunks/[name].js'),
      },
    },
  },
};

const cdn: UserConfig = {
  ...shared,
  plugins: [...lean, importsUpFront(), ownTrustedTypesPolicy()],
  build: {
    ...overwrite,
    outDir: at('dist/cdn'),
    license: {fileName: 'licenses.md'},
    lib: {entry: at('src/viewer/cdn.ts'), formats: ['es'], fileName: () => 'policy-viewer.min.js'},
    rolldownOptions: {output: {codeSplitting: false, minify: true}},
  },
};

const command: UserConfig = {
  ...shared,
  plugins: [executable(at('dist/command/policy-viewer.js'))],
  ssr: {noExternal: true, target: 'node'},
  build: {
    ...overwrite,
    target: 'node20.19',
    outDir: at('dist/command'),
    minify: false,
    license: {fileName: 'licenses.md'},
    ssr: true,
    rolldownOptions: {
      // The program, and all that it does: tests call that without starting a process each time.
      input: {'policy-viewer': at('src/command/policy-viewer.ts'), main: at('src/command/main.ts')},
      output: {
        entryFileNames: '[name].js',
        chunkFileNames: 'chunk-[name].js',
        banner: ({name}) => (name === 'policy-viewer' ? '#!/usr/bin/env node' : ''),
      },
    },
  },
};

/** The demo's pages name ../src and ../dist, as they would from any static server at the project's root. */
const demo: UserConfig = {
  root: at('demo'),
  publicDir: false,
  cacheDir: at('node_modules/.vite'),
  resolve: {alias: [{find: /^\/(src|dist)\//, replacement: `${at('.')}/$1/`}]},
  server: {fs: {allow: [at('.')]}},
};

export default defineConfig(({command: action, mode}) => {
  if (action === 'serve') return demo;
  switch (mode) {
    case 'modules':
      return modules;
    case 'cdn':
      return cdn;
    case 'command':
      return command;
    default:
      throw new Error(`Say what to build: --mode modules, cdn or command (not "${mode}")`);
  }
});
