/** How the stand-in of Personio shows its page: a factory option, or a parameter of the page's address. */
import { wordings } from './wordings.ts';

export interface PageOptions {
  /** Sheet personio.md 7: English A, B, C, German, and one language nobody supports. */
  wording: keyof typeof wordings;
  /** How a label belongs to its control; `plain` is text above without any association, with help text below. */
  labels: 'wrapping' | 'for' | 'labelledby' | 'aria-label' | 'plain';
  /** Where "Configure" opens the form: in the page, or as a dialog at the end of the body. */
  opening: 'inline' | 'dialog';
  /** How provider settings show the callback. */
  callback: 'input' | 'text' | 'two-lines' | 'twice' | 'fixed-only' | 'none';
  claim: 'text' | 'list';
  /** What the secret's box holds when there is a stored one. */
  secret: 'empty' | 'dots';
  /** Whether the controls carry `data-test-id`. */
  testIds: 'off' | 'on';
  /** Whether the form's elements are made anew shortly after the first change. */
  remount: 'off' | 'on';
  /** Whether a dead, hidden duplicate of the form stands before it. */
  hiddenCopy: 'off' | 'on';
  /** Milliseconds until the form appears; `random` is 300 to 800. */
  delay: 'random' | number;
}

/** The latest wording; everything else as unkind as the sheet allows by default. */
export const defaultPage: PageOptions = {
  wording: 'english-c',
  labels: 'plain',
  opening: 'inline',
  callback: 'input',
  claim: 'text',
  secret: 'empty',
  testIds: 'off',
  remount: 'off',
  hiddenCopy: 'on',
  delay: 'random',
};

const allowed: { [Key in Exclude<keyof PageOptions, 'delay'>]: readonly PageOptions[Key][] } = {
  wording: Object.keys(wordings).filter(isWording),
  labels: ['wrapping', 'for', 'labelledby', 'aria-label', 'plain'],
  opening: ['inline', 'dialog'],
  callback: ['input', 'text', 'two-lines', 'twice', 'fixed-only', 'none'],
  claim: ['text', 'list'],
  secret: ['empty', 'dots'],
  testIds: ['off', 'on'],
  remount: ['off', 'on'],
  hiddenCopy: ['off', 'on'],
};

/** The options of one page view: what the address asks for and knows, else the given ones. */
export function readPageOptions(query: URLSearchParams, given: PageOptions): PageOptions {
  const pick = <Key extends keyof typeof allowed>(key: Key): PageOptions[Key] => {
    const choices: readonly PageOptions[Key][] = allowed[key];
    return choices.find((choice) => choice === query.get(key)) ?? given[key];
  };
  const delay = query.get('delay');
  return {
    wording: pick('wording'),
    labels: pick('labels'),
    opening: pick('opening'),
    callback: pick('callback'),
    claim: pick('claim'),
    secret: pick('secret'),
    testIds: pick('testIds'),
    remount: pick('remount'),
    hiddenCopy: pick('hiddenCopy'),
    delay: delay !== null && /^\d{1,5}$/.test(delay) ? Number(delay) : given.delay,
  };
}

function isWording(name: string): name is keyof typeof wordings {
  return Object.hasOwn(wordings, name);
}
