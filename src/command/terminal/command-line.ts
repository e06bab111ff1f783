/** What was typed → which command with what, or a sentence on why that cannot work. And the help. */
import {parseArgs} from 'node:util';
import type {Arguments, Command, Option} from './command.js';
import {nearest} from '../../authoring/findings/nearest.js';

export type Request =
  | {readonly kind: 'run'; readonly command: Command; readonly args: Arguments; readonly json: boolean}
  | {readonly kind: 'help'; readonly command?: Command}
  | {readonly kind: 'version'}
  | {readonly kind: 'misuse'; readonly message: string; readonly json: boolean};

const common: Readonly<Record<string, Option>> = {
  json: {type: 'boolean', description: 'Say everything as JSON, for machines'},
  help: {type: 'boolean', short: 'h', description: 'Show this help'},
};

export function readCommandLine(typed: readonly string[], commands: readonly Command[]): Request {
  const json = typed.includes('--json');
  const wrong = (message: string): Request => ({kind: 'misuse', message, json});
  const [name, ...rest] = typed;
  if (name === undefined)
    return wrong('Say what to do: policy-viewer import, check, build or preview. “policy-viewer --help” tells more.');
  if (name === '--help' || name === '-h') return {kind: 'help'};
  if (name === '--version' || name === '-v') return {kind: 'version'};
  if (name === 'help') {
    const about = commands.find((each) => each.name === rest[0]);
    return {kind: 'help', ...(about !== undefined && {command: about})};
  }
  const command = commands.find((each) => each.name === name);
  if (command === undefined) {
    const near = nearest(
      name,
      commands.map((each) => each.name),
    );
    const what = name.startsWith('-') ? 'option' : 'command';
    return wrong(
      `There is no ${what} “${name}”.${near === undefined ? '' : ` Did you mean “${near}”?`} ` +
        '“policy-viewer --help” lists them all.',
    );
  }
  return readArguments(command, rest, json);
}

function readArguments(command: Command, typed: readonly string[], json: boolean): Request {
  const options = {...command.options, ...common};
  const wrong = (message: string): Request => ({
    kind: 'misuse',
    message: `${message} “policy-viewer ${command.name} --help” tells more.`,
    json,
  });
  // Not strict: its own errors speak to programmers.
  const {tokens} = parseArgs({
    args: [...typed],
    options: Object.fromEntries(
      Object.entries(options).map(([name, {type, short}]) => [name, {type, ...(short !== undefined && {short})}]),
    ),
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const operands: string[] = [];
  const flags = new Set<string>();
  const values = new Map<string, string[]>();
  for (const token of tokens) {
    if (token.kind === 'positional') {
      operands.push(token.value);
    } else if (token.kind === 'option') {
      const option = Object.hasOwn(options, token.name) ? options[token.name] : undefined;
      if (option === undefined) {
        const near = nearest(token.name, Object.keys(options));
        return wrong(
          `“${command.name}” has no option ` +
            `“${token.rawName}”.${near === undefined ? '' : ` Did you mean “--${near}”?`}`,
        );
      }
      if (option.type === 'boolean') {
        if (token.value !== undefined) return wrong(`“--${token.name}” takes no value. Write it alone.`);
        flags.add(token.name);
      } else {
        const {value} = token;
        const missing = value === undefined || value === '' || (!token.inlineValue && /^-./.test(value));
        if (missing) return wrong(`“--${token.name}” needs a value: --${token.name} ${option.value ?? 'VALUE'}.`);
        const all = values.get(token.name) ?? [];
        if (all.length > 0 && option.multiple !== true) return wrong(`“--${token.name}” stands there twice. Keep one.`);
        values.set(token.name, [...all, value]);
      }
    }
  }
  if (flags.has('help')) return {kind: 'help', command};
  return {kind: 'run', command, args: {operands, flags, values}, json};
}

export function showHelp(commands: readonly Command[], command?: Command): string {
  if (command !== undefined)
    return (
      `${command.summary}.\n\n  policy-viewer ${command.name} ` +
      `${command.usage}\n\nOptions:\n${showOptions({...command.options, ...common})}`
    );
  const width = Math.max(...commands.map(({name}) => name.length));
  return [
    'Turns policy texts into a bundle that <policy-viewer> shows.\n',
    '  policy-viewer COMMAND …\n',
    'Commands:',
    ...commands.map(({name, summary}) => `  ${name.padEnd(width)}  ${summary}`),
    '\nOptions:',
    showOptions({
      help: common['help'] ?? {type: 'boolean', description: ''},
      version: {type: 'boolean', short: 'v', description: 'Show the version'},
    }),
    '\n“policy-viewer COMMAND --help” tells more of each.',
    'Exit codes: 0 all is well, 1 there are errors, 2 the command was used wrongly.',
  ].join('\n');
}

function showOptions(options: Readonly<Record<string, Option>>): string {
  const rows = Object.entries(options).map(
    ([name, {short, value, description}]) =>
      [
        `${short === undefined ? '    ' : `-${short}, `}--${name}${value === undefined ? '' : ` ${value}`}`,
        description,
      ] as const,
  );
  const width = Math.max(...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`).join('\n');
}
