// @vitest-environment node
/** What makes a run of the demo good: also, from scratch, how little was pressed and typed. */
import { expect, it } from 'vitest';
import { type AppResult, isGood, lineFor } from '../../../scripts/demo/result.ts';

const good: AppResult = {
  app: 'portainer',
  fields: [{ key: 'client_id', outcome: 'filled', stored: 'client' }],
  callbacks: [],
  clicks: 6,
  typed: 0,
  saves_by_extension: 0,
  login: 'ok',
  error: null,
};
const apart = { opening_steps: 1, own_switch: 0, site_prompts: 1 };

it.each<[string, Partial<AppResult>, boolean]>([
  ['all went well', {}, true],
  ['many clicks, from a profile', { clicks: 9, typed: 4 }, true],
  ['from scratch, within six clicks', { apart }, true],
  ['from scratch, with a seventh', { apart, clicks: 7 }, false],
  ['from scratch, with a character typed', { apart, typed: 1 }, false],
  ['a login that failed', { apart, login: 'failed' }, false],
  ['nothing filled', { fields: [] }, false],
  ['a value refused', { fields: [{ key: 'client_id', outcome: 'refused-by-page', stored: null }] }, false],
  ['a save by the extension', { saves_by_extension: 1 }, false],
])('%s', (_what, more, expected) => {
  expect(isGood({ ...good, ...more })).toBe(expected);
});

it('says from scratch what was pressed and typed, and what stands apart', () => {
  expect(lineFor(good, 'jane')).not.toContain('clicks');
  expect(lineFor({ ...good, apart }, 'jane')).toContain(
    '6 clicks, 0 typed   (apart: 1 to open, 0 own switch, 1 site prompt)',
  );
});
