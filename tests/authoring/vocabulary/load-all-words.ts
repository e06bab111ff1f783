/** Loads the words of every language, as the program does of each when it meets a text in it. */
import {loaders} from '../../../src/authoring/vocabulary/generated/index.js';
import {loadWords} from '../../../src/authoring/vocabulary/language-words.js';

export const loadAllWords = (): Promise<void> => loadWords(Object.keys(loaders));
