// How each thing that is published gets built (one mode each), and how the demo is served.
//   --mode modules   dist/*.js, for bundlers: lit stays an import, each language is a chunk of its own
//   --mode cdn       dist/cdn/policy-viewer.js, Lit inside, with its parts beside it
//   --mode cdn-all   dist/cdn/policy-viewer.all.min.js: one file with everything in it
//   --mode authoring dist/authoring.js and what it loads: texts to a bundle, for build tools and pages
//   --mode command   dist/command/policy-viewer.js: the command, for Node
import {chmodSync, copyFileSync, mkdirSync} from 'node:fs';
import {resolve} from 'node:path';
import {defineConfig, type BuildOptions, type Plugin, type UserConfig} from 'vite';

const at = (path: string): string => resolve(import.meta.dirname, path);

/** Left to the site's own bundler, so that a page has one Lit. */
const litPackages = /^(lit|lit-html|lit-element|@lit\/reactive-element)(\/|$)/;

/**
 * Has src/viewer/trusted-types.ts make the Trusted Types policy that Lit makes while it loads: under our own name, and
 * without throwing where the page does not allow it. Lit has no setting for either. It is the one place where code of a
 * library is changed; the other ways are worse: an entry that imports the rest in a `try` costs every reader one more
 * way to the server, and the page's own `trustedTypes` is not ours to change while Lit loads. Where Lit no longer makes
 * its policy by this one call, the build fails.
 */
function ownTrustedTypesPolicy(): Plugin {
  const call = /\b\w+\.createPolicy\("lit-html",/g;
  let calls = 0;
  return {
    name: 'own-trusted-types-policy',
    buildStart: () => void (calls = 0),
    transform: {
      filter: {id: /[\\/]lit-html[\\/].*\.js$/},
      handler(code) {
        const found = code.match(call)?.length ?? 0;
        if (found === 0) return null;
        calls += found;
        const ours = `import {createPolicy} from ${JSON.stringify(at('src/viewer/trusted-types.ts'))};\n`;
        return {code: ours + code.replace(call, 'createPolicy('), map: null};
      },
    },
    buildEnd(error) {
      if (!error && calls !== 1)
        this.error(`Lit makes the policy "lit-html" by ${calls} calls where there was one: see vite.config.ts`);
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

/**
 * The browsers that the README names. An older one would make of `light-dark()` and logical properties something
 * else.
 */
const browsers = ['chrome125', 'firefox125', 'safari18'];
/** The element's style sheets are minified where its code is not: no site's bundler looks into strings. */
const styles = {cssTarget: browsers, cssMinify: 'lightningcss'} as const;

/** Loading a part of @lit/localize has no effect, though its package does not say so: what nothing uses is left out. */
const treeshake = {moduleSideEffects: (id: string) => !/[\\/]@lit[\\/]localize[\\/]/.test(id)};

/** A part that is imported on demand, by what it is: `languages/sv.js`, `views/glance.js`, else `chunks/…`. */
const nameOfPart = ({facadeModuleId}: {facadeModuleId?: string | null}): string => {
  const folder = /[\\/]src[\\/](?:words[\\/]generated|viewer[\\/](views))[\\/]/.exec(facadeModuleId ?? '');
  return `${folder ? (folder[1] ?? 'languages') : 'chunks'}/[name].js`;
};

const modules: UserConfig = {
  ...shared,
  plugins: [schema()],
  build: {
    ...overwrite,
    ...styles,
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
      treeshake,
      output: {entryFileNames: '[name].js', chunkFileNames: nameOfPart},
    },
  },
};

type Options = NonNullable<BuildOptions['rolldownOptions']>;

/** `dist/cdn`: Lit is inside, everything is minified. In parts, or in one file with every part. */
const cdn = (
  file: string,
  output: Exclude<Options['output'], readonly unknown[]>,
  preserveEntrySignatures: Options['preserveEntrySignatures'] = 'strict',
): UserConfig => ({
  ...shared,
  plugins: [ownTrustedTypesPolicy()],
  build: {
    ...overwrite,
    ...styles,
    outDir: at('dist/cdn'),
    license: {fileName: 'licenses.md'},
    lib: {entry: at('src/viewer/define-with-lit.ts'), formats: ['es'], fileName: () => file},
    rolldownOptions: {treeshake, preserveEntrySignatures, output: {minify: true, comments: false, ...output}},
  },
});

const authoring: UserConfig = {
  ...shared,
  // Some packages have a file for pages, which asks the page's DOM; a worker and Node have none.
  resolve: {conditions: ['worker', 'module', 'browser', 'development|production']},
  build: {
    ...overwrite,
    outDir: at('dist'),
    minify: false,
    license: {fileName: 'authoring/licenses.md'},
    lib: {entry: {authoring: at('src/authoring/index.ts')}, formats: ['es']},
    // What reads Word files and tells languages apart is large: each is loaded when it is wanted.
    rolldownOptions: {output: {entryFileNames: '[name].js', chunkFileNames: 'authoring/[name].js'}},
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
      // What a part shares with the entry it takes from there: a file of its own would be one more way to the server.
      return cdn('policy-viewer.js', {chunkFileNames: nameOfPart}, 'allow-extension');
    case 'cdn-all':
      // One chunk by a group: `codeSplitting: false` would wrap every part in functions, 3 kB of them.
      return cdn(
        'policy-viewer.all.min.js',
        {codeSplitting: {groups: [{name: 'policy-viewer.all.min', test: /./}]}},
        'allow-extension',
      );
    case 'authoring':
      return authoring;
    case 'command':
      return command;
    default:
      throw new Error(`Say what to build: --mode modules, cdn, cdn-all, authoring or command (not "${mode}")`);
  }
});
