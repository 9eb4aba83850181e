// @vitest-environment node
/** The lines of `npm run test:hostile` hide no failure: not of a test, not of a runner, not of a threat left out. */
import { describe, expect, it } from 'vitest';
import { report, type Shown } from '../../../scripts/hostile/tally.ts';
import { byReview, isThreat, type Threat, threats } from '../../../scripts/hostile/threats.ts';

const all = (Object.keys(threats) as Threat[])
  .filter((threat) => !byReview.includes(threat))
  .map((threat): Shown => ({ threat, cases: 2, passed: true, name: `test of ${threat}` }));

const lastLine = (shown: Shown[], broken: string[] = []) => report({ shown, broken }).lines.at(-1);

describe('report', () => {
  it('has a line for every threat, and the sum', () => {
    const { lines, failed } = report({ shown: all, broken: [] });
    expect(lines.map((line) => line.split(' ')[0])).toEqual([...Object.keys(threats), '26']);
    expect(lines).toContain('A9  another extension: by review');
    expect([lines.at(-1), failed]).toEqual(['26 passed, 0 failed', 0]);
  });

  it('counts every case of a test that failed, and names the test', () => {
    const shown = all.map((test) => ({ ...test, passed: test.threat !== 'A3' }));
    expect(lastLine(shown)).toBe('24 passed, 2 failed');
    expect(report({ shown, broken: [] }).lines).toContain('FAILED A3 test of A3');
  });

  it('fails for a threat that nothing was shown of, and for a runner', () => {
    expect(lastLine(all.filter(({ threat }) => threat !== 'A14'))).toBe('24 passed, 1 failed');
    expect(lastLine(all, ['browser tests'])).toBe('26 passed, 1 failed');
    expect(lastLine([])).toBe('0 passed, 13 failed');
  });
});

it('knows a threat by its name alone', () => {
  expect(['A1', 'A14', 'A15', 'A', 'constructor'].map(isThreat)).toEqual([true, true, false, false, false]);
});
