/** The one file for a bare page: it defines the tags, with every language of the interface inside. */

import './define.js';
