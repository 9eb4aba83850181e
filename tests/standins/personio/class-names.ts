/** Class names that change with every load, as CSS modules' do with every build, and the style sheet that goes with them. */
import { createHash } from 'node:crypto';

const names = [
  'shell',
  'header',
  'nav',
  'main',
  'row',
  'panel',
  'backdrop',
  'dialog',
  'field',
  'label',
  'help',
  'wrapper',
  'wrapperOuter',
  'input',
  'button',
  'primary',
  'choice',
  'options',
  'hidden',
] as const;

type ClassName = (typeof names)[number];

/** The class names of one load. */
export function classNames(load: string): Record<string, string> {
  return Object.fromEntries(names.map((name) => [name, hashed(load, name)]));
}

function hashed(load: string, name: ClassName): string {
  const hash = createHash('sha256').update(`${load} ${name}`).digest('base64url').replace(/[-_]/g, '').slice(0, 6);
  return `_${hash}_5-4-15`;
}

/** The style sheet of one load. */
export function styleSheet(load: string): string {
  const rules: [ClassName, string][] = [
    ['shell', 'font: 15px/1.4 sans-serif; margin: 0 auto; max-width: 60rem; padding: 1rem'],
    ['header', 'align-items: center; display: flex; gap: 1rem; justify-content: space-between'],
    ['nav', 'display: flex; flex-wrap: wrap; gap: 1rem; margin: 1rem 0'],
    ['main', 'display: block'],
    ['row', 'align-items: center; border-bottom: 1px solid #ccc; display: flex; gap: 1rem; padding: .6rem 0'],
    ['panel', 'border: 1px solid #ccc; border-radius: 6px; margin: 1rem 0; padding: 1rem'],
    ['backdrop', 'background: #0006; inset: 0; overflow: auto; position: fixed'],
    ['dialog', 'background: #fff; font: 15px/1.4 sans-serif; margin: 2rem auto; max-width: 44rem; padding: 1rem'],
    ['field', 'margin: 0 0 .9rem'],
    ['label', 'display: block; font-weight: 600'],
    ['help', 'color: #555; font-size: 13px; margin: 0'],
    ['wrapperOuter', 'border: 1px solid #888; border-radius: 4px; display: flex; padding: 0 .5rem'],
    ['wrapper', 'background: #fff'],
    ['input', 'border: 0; flex: 1; font: inherit; min-width: 0; outline-offset: 2px; padding: .4rem 0'],
    ['button', 'font: inherit; margin-right: .5rem; padding: .4rem .8rem'],
    ['primary', 'font-weight: 600'],
    ['choice', 'font: inherit; padding: .4rem .8rem'],
    ['options', 'list-style: none; margin: 0; padding: 0'],
    ['hidden', 'display: none'],
  ];
  return rules.map(([name, style]) => `.${hashed(load, name)} { ${style} }`).join('\n');
}
