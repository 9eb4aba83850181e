/** What is said about a static page beside or instead of a form is what its head answers, and nothing else. */
import { beforeEach, describe, expect, it } from 'vitest';
import { noticesOf } from '@/engine/notices';
import { recipes } from '@/recipes';
import { pretendLayout } from './layout';
import { answers, knownPages, listed, open, strangePages } from './static-page';

beforeEach(pretendLayout);

describe.each([...knownPages, ...strangePages])('page $name', (page) => {
  it('is spoken about as it answers', () => {
    const said = noticesOf(document, open(page), recipes);
    expect([...(said?.ids ?? [])].sort()).toEqual(listed('notices').sort());
    expect(said?.declines ?? false).toBe(answers('declines').includes('yes'));
    expect(said?.recipe.id).toBe(answers('notices').length > 0 ? page.app : undefined);
  });
});

it('every notice of every recipe is said of a page', () => {
  const said = [...knownPages, ...strangePages].flatMap((page) => {
    open(page);
    return listed('notices').map((id) => `${page.app} ${id}`);
  });
  const known = recipes.flatMap(({ id, notices = [] }) => notices.map((notice) => `${id} ${notice.id}`));
  expect([...new Set(said)].sort()).toEqual(known.sort());
});
