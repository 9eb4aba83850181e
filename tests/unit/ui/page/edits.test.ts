// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { noEdits, rowsToFill, withEdits } from '@/ui/page/edits';
import { planOf, row } from './samples';

describe('edits', () => {
  it('ticks only rows that can change', () => {
    const plan = planOf(row({ key: 'token' }), row({ key: 'jwks', state: 'managed', ticked: false }));
    const edited = withEdits(plan, { ...noEdits(), ticks: { token: false, jwks: true } });
    expect(edited.rows.map(({ ticked }) => ticked)).toEqual([false, false]);
  });

  it('fills a right list only when its extras are to go', () => {
    const scopes = row({ key: 'scopes', state: 'same', extras: ['team'] });
    expect(rowsToFill(planOf(scopes))).toEqual([]);
    const edited = withEdits(planOf(scopes), { ...noEdits(), extras: { scopes: true } });
    expect(rowsToFill(edited).map(({ key }) => key)).toEqual(['scopes']);
  });
});
