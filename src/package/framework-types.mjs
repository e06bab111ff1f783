// The types that React, Vue and Svelte need for <policy-viewer> in a template: its attributes, properties and events.
// Each is a file that a project names once; none brings a framework with it.

/** @typedef {import('./analyze.mjs').Declaration} Declaration */

const comment = (/** @type {string | undefined} */ text, /** @type {string} */ indent) =>
  text ? `${indent}/** ${text.replace(/\s+/g, ' ').replaceAll('*/', '*∕').trim()} */\n` : '';
const key = (/** @type {string} */ name) => (/^[\w$]+$/.test(name) ? name : `'${name}'`);

const head = `// Written by src/package/framework-types.mjs from the custom elements manifest.\n`;

/** The file that the others share. @param {Declaration} viewer */
function attributes(viewer) {
  const lines = (viewer.attributes ?? [])
    // Every element has \`lang\`, with a type of its own in each framework.
    .filter(({name}) => name !== 'lang')
    .map(
      ({name, type, description}) =>
        `${comment(description, '  ')}  ${key(name)}?: ` +
        `${type?.text === 'number' ? 'number | string' : 'string'} | undefined;\n`,
    );
  return `${head}import type {PolicyViewer, PolicyViewerEvents} from './viewer/index.js';
import type {SelectionChange} from './policy/selection.js';

export type {PolicyViewer, PolicyViewerEvents};

export interface PolicyViewerAttributes {
${lines.join('')}}

/** What an attribute cannot hold. */
export interface PolicyViewerProperties {
  /** A bundle, as JSON gives it. It is validated; what is wrong with it is told by \`policy-error\`. */
  bundle?: object | undefined;
  /** All that is chosen, as one value. What is left out is not chosen. */
  selection?: SelectionChange | undefined;
}

/** The events, as \`onpolicy-change\` and so on. */
export type PolicyViewerListeners = {
  [Name in keyof PolicyViewerEvents as \`on\${Name}\`]?: ((event: PolicyViewerEvents[Name]) => void) | undefined;
};
`;
}

const react = `${head}import type {DetailedHTMLProps, HTMLAttributes} from 'react';
import type {
  PolicyViewer,
  PolicyViewerAttributes,
  PolicyViewerListeners,
  PolicyViewerProperties,
} from './attributes.js';

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'policy-viewer': DetailedHTMLProps<HTMLAttributes<PolicyViewer>, PolicyViewer> &
        PolicyViewerAttributes &
        PolicyViewerProperties &
        PolicyViewerListeners;
    }
  }
}
`;

const vue = `${head}import type {EmitFn, HTMLAttributes, PublicProps} from 'vue';
import type {
  PolicyViewer,
  PolicyViewerAttributes,
  PolicyViewerEvents,
  PolicyViewerProperties,
} from './attributes.js';

type Emits = {[Name in keyof PolicyViewerEvents]: (event: PolicyViewerEvents[Name]) => void};

declare module 'vue' {
  interface GlobalComponents {
    'policy-viewer': new () => PolicyViewer & {
      /** What a template may set. @deprecated for types only */
      $props: HTMLAttributes & PolicyViewerAttributes & PolicyViewerProperties & PublicProps;
      /** What a template may listen to. @deprecated for types only */
      $emit: EmitFn<Emits>;
    };
  }
}
`;

const svelte = `${head}import type {HTMLAttributes} from 'svelte/elements';
import type {
  PolicyViewer,
  PolicyViewerAttributes,
  PolicyViewerListeners,
  PolicyViewerProperties,
} from './attributes.js';

declare module 'svelte/elements' {
  interface SvelteHTMLElements {
    'policy-viewer': HTMLAttributes<PolicyViewer> &
      PolicyViewerAttributes &
      PolicyViewerProperties &
      PolicyViewerListeners;
  }
}
`;

/** By file name, beside the other types. @param {Declaration} viewer @returns {Record<string, string>} */
export const frameworkTypes = (viewer) => ({
  'attributes.d.ts': attributes(viewer),
  'react.d.ts': react,
  'vue.d.ts': vue,
  'svelte.d.ts': svelte,
});
