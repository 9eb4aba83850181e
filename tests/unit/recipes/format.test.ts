/** The reference of the recipe vocabulary names every key and kind of the schema, and nothing else. */
import { describe, expect, it } from 'vitest';
import { fieldKeys } from '@/recipes/field-keys';
import reference from '../../../docs/recipe-format.md?raw';
import { vocabulary } from './vocabulary';

const sections = reference
  .split(/^### /m)
  .slice(1)
  .map((section) => {
    const [heading = '', ...lines] = section.split('\n');
    return { name: heading.replaceAll('`', '').trim(), text: lines.join('\n').split(/^## /m)[0] ?? '' };
  });

describe('docs/recipe-format.md', () => {
  it('has one heading for every key and kind of the schema, in its order', () => {
    expect(sections.map(({ name }) => name)).toEqual(vocabulary().map(({ name }) => name));
  });

  it.each(vocabulary())('explains $name in a paragraph with an example, with all its parts', ({ name, parts }) => {
    const text = sections.find((section) => section.name === name)?.text ?? '';
    const [paragraph = '', example = ''] = text.trim().split(/\n\n(?=Example: |```)/);
    expect(paragraph.length).toBeGreaterThan(30);
    expect(example).toMatch(/`.+`/s);
    const code = text.match(/`[^`]+`/g)?.join(' ') ?? '';
    for (const part of parts) expect(code).toContain(part);
  });

  it('lists every name a field can have', () => {
    const text = sections.find(({ name }) => name === 'forms.fields.key')?.text ?? '';
    for (const key of fieldKeys) expect(text).toContain(`\`${key}\``);
  });
});
