/** What every subcommand is. `main.ts` finds it by name, reads its options, shows its help and prints its outcome. */
import type {Finding} from '../../authoring/findings/finding.js';
import type {Progress} from '../../authoring/work/progress.js';

export interface Command {
  readonly name: string;
  /** One line for the list of commands, without a full stop. */
  readonly summary: string;
  /** What follows `policy-viewer NAME`: `FOLDER --out FILE [--force]`. */
  readonly usage: string;
  /** Its own options; `--help` and `--json` belong to all and are added by `main.ts`. */
  readonly options: Readonly<Record<string, Option>>;
  run(args: Arguments, session: Session): Promise<Outcome>;
}

export interface Option {
  readonly type: 'string' | 'boolean';
  /** One line of help, without a full stop. */
  readonly description: string;
  /** What stands for the value in the help: `FILE`. */
  readonly value?: string;
  readonly short?: string;
  /** May be given several times. */
  readonly multiple?: boolean;
}

/** What was typed after the command's name. */
export interface Arguments {
  /** All that is no option, in order. */
  readonly operands: readonly string[];
  readonly flags: ReadonlySet<string>;
  readonly values: ReadonlyMap<string, readonly string[]>;
}

/** For a command that takes its time or runs on: what it may say meanwhile, and when it is to end. */
export interface Session {
  readonly tell: (line: string) => void;
  /** Aborted by Ctrl-C. */
  readonly interrupted: AbortSignal;
  /** How far long work has come, for whoever watches. */
  readonly progress: Progress;
}

/** `misuse` ends with exit code 2, `findings` with 1, `fine` with 0. */
export type Outcome = Misuse | Done;

/** The command was called in a way that cannot work. */
export interface Misuse {
  readonly status: 'misuse';
  /** One sentence that says what to type instead. */
  readonly message: string;
}

export interface Done {
  /** `findings` when the command could not do its work, or was asked for findings and has some. */
  readonly status: 'fine' | 'findings';
  readonly findings: readonly Finding[];
  /** The last lines for a person: what was done or why nothing was. */
  readonly summary: string;
  /** What goes to the standard output to the letter: a bundle without `--out`. */
  readonly output?: string;
  /** What a person is shown on the standard output before the summary. */
  readonly table?: string;
  /**
   * How findings are said: to a person with their codes, as JSON, as GitHub Actions reads them, or as SARIF. Absent:
   * to a person.
   */
  readonly format?: 'text' | 'json' | 'github' | 'sarif';
  /** What `--json` says beside the findings. Nothing in it but JSON. */
  readonly facts?: Readonly<Record<string, unknown>>;
}

export const misuse = (message: string): Misuse => ({status: 'misuse', message});

/** The one value of an option, the last one given. */
export const valueOf = (args: Arguments, option: string): string | undefined => args.values.get(option)?.at(-1);
