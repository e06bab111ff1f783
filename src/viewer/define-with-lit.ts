/** Registers the tags, in a file that has Lit inside. */

import {defineViewer} from './define-viewer.js';
import {isRefused} from './trusted-types.js';

if (isRefused) console.error('<policy-viewer>: add policy-viewer to trusted-types in the CSP.');
else defineViewer();

export {PolicyViewer} from './policy-viewer.js';
