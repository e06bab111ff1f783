/** `policy-viewer check`: what is wrong with a policies folder or a bundle, and where. */
import {misuse, type Command, type Outcome} from './command.js';
import {countFindings} from './finding.js';
import {inspect} from './inspect.js';

export const check: Command = {
  name: 'check',
  summary: 'Say what is missing, differs or cannot work',
  usage: 'FOLDER|BUNDLE',
  options: {},
  async run(args): Promise<Outcome> {
    const [path, ...others] = args.operands;
    if (path === undefined) return misuse('Say what to check: policy-viewer check policies/, or policy-viewer check bundle.json.');
    if (others.length > 0) return misuse(`Only one folder or bundle can be checked at a time; “${others[0]}” is one too many.`);
    const {findings, texts, kind} = await inspect(path);
    const looked = kind === 'nothing' ? '' : ` in ${texts} ${texts === 1 ? 'text' : 'texts'}`;
    const count = countFindings(findings);
    const summary = `${count.charAt(0).toUpperCase()}${count.slice(1)}${kind === 'file' && findings.length > 0 ? '' : looked}.`;
    return {status: findings.length > 0 ? 'findings' : 'fine', findings, summary, facts: {texts}};
  },
};
