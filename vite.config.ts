// How each thing that is published gets built (one mode each), and how the demo is served.
//   --mode modules   dist/*.js, for bundlers: lit stays an import, each language is a chunk of its own
//   --mode cdn       dist/cdn/policy-viewer.min.js: one file with everything in it
//   --mode command   dist/command/policy-viewer.js: the command, one file for Node
import {chmodSync, copyFileSync, mkdirSync} from 'node:fs';
import {resolve} from 'node:path';
import {defineConfig, type Plugin, type UserConfig} from 'vite';

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
      if (!error && renamed === 0) this.error('Lit no longer creates the policy "lit-html" where it did: see vite.config.ts');
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

const modules: UserConfig = {
  ...shared,
  plugins: [schema()],
  build: {
    ...overwrite,
    outDir: at('dist'),
    minify: false,
    license: {fileName: 'licenses.md'},
    lib: {
      entry: {
        index: at('src/viewer/policy-viewer.ts'),
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
  plugins: [ownTrustedTypesPolicy()],
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
    ssr: at('src/authoring/main.ts'),
    rolldownOptions: {
      output: {
        codeSplitting: false,
        entryFileNames: 'policy-viewer.js',
        banner: '#!/usr/bin/env node',
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
