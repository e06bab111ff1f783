/** What goes wrong on the way of a file, by behaviour of tests/harness/faulty-server.mjs, and what comes of it. */
import type {Limits} from '../../src/viewer/receive.js';
import {once, seen, words} from './reader.js';
import type {PolicyViewer} from './viewer.js';

/** What the reader is told, by cause. */
export const sentences = {
  absent: 'The policy is not available at its address. Please tell the owner of this site.',
  refused: 'The policy is not available at its address. Please tell the owner of this site.',
  busy: 'The server cannot deliver the policy now. Wait a little, then try again.',
  slow: 'The server cannot deliver the policy now. Wait a little, then try again.',
  connection: 'The policy could not be loaded. Check your connection and try again.',
  'too-large':
    'The policy cannot be shown because its file has errors. Try again later, or ask the owner of this site for it.',
  unreadable:
    'The policy cannot be shown because its file has errors. Try again later, or ask the owner of this site for it.',
};
export type Cause = keyof typeof sentences;
export const kept = 'The policy could not be loaded anew. You are reading what was loaded before.';

/** By behaviour of the server. Two where engines see it differently. */
export const faults: Readonly<Record<string, Cause | readonly Cause[]>> = {
  '204': ['absent', 'unreadable'],
  '400': 'refused',
  '401': 'refused',
  '403': 'refused',
  '404': 'absent',
  '405': 'refused',
  '406': 'refused',
  '408': 'busy',
  '410': 'absent',
  '418': 'refused',
  '425': 'busy',
  '429': 'busy',
  '429, to come back later': 'busy',
  '451': 'refused',
  '500': 'busy',
  '500 with a page': 'busy',
  '502': 'busy',
  '503': 'busy',
  '504': 'busy',
  '511': 'busy',
  'a redirect to another origin': 'refused',
  'a redirect to nowhere': 'connection',
  'redirects without end': ['connection', 'slow'],
  'a connection that is closed at once': 'connection',
  'a connection that is reset': 'connection',
  'headers, then the end of the connection': 'connection',
  'half of it, then the end of the connection': 'connection',
  'an origin that does not let the page read it': 'connection',
  'no answer': 'slow',
  'headers, then silence': 'slow',
  'half of it, then silence': 'slow',
  'two bytes at a time': 'slow',
  'broken gzip': ['connection', 'unreadable'],
  'half of its gzip': ['connection', 'unreadable'],
  '200 MB out of 200 kB of gzip': ['too-large', 'slow'],
  nothing: ['unreadable', 'slow'],
  'white space': 'unreadable',
  'a page with 200': 'absent',
  'a page sent as JSON': 'absent',
  'half of it': 'unreadable',
  'something after it': 'unreadable',
  'it twice': 'unreadable',
  'JSON in a call': 'unreadable',
  'UTF-16': 'unreadable',
  null: 'unreadable',
  'a number': 'unreadable',
  'a list': 'unreadable',
  'an empty object': 'unreadable',
  'a newer format': 'unreadable',
  'a million brackets': 'too-large',
  'a hundred thousand brackets': 'unreadable',
  'a million values': 'too-large',
  'a Lit template for a title': 'unreadable',
};

/**
 * Shorter than usual where the time runs out, so that the tests need not wait so long; but 200 MB take theirs. All else
 * may take what a busy machine needs.
 */
export const limitsFor = (behaviour: string): Limits | undefined => {
  if (behaviour.startsWith('200 MB')) return {silence: 5000, time: 5000};
  return [faults[behaviour]].flat().includes('slow') ? {silence: 400, time: 800} : undefined;
};

/** The next failure that a site's owner is told. */
export const failed = (viewer: PolicyViewer): Promise<CustomEvent<{cause: Cause; message: string}>> =>
  once(viewer, 'policy-error');

/** What the reader is told of failures. */
export const alerts = (viewer: PolicyViewer): string[] => seen(viewer, '[role=alert] p').map(words);

/** Keeps what each test of a file has on the console as errors; gives what there is of the one that runs. */
export const hearComplaints = (): (() => readonly string[]) => {
  const original = console.error;
  let complaints: string[] = [];
  beforeEach(() => {
    complaints = [];
    console.error = (message: unknown) => void complaints.push(`${message}`);
  });
  afterEach(() => {
    console.error = original;
  });
  return () => complaints;
};
