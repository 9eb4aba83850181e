// @vitest-environment node
/** A pattern is accepted only where everything it fits lies on one host. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judgePattern } from '@/sites/callback-pattern';

const page = 'https://app.company.test';
const judge = (pattern: string, origin = page) => judgePattern(pattern, origin, ['login.vendor.test']);

describe('A7: judgePattern', () => {
  it.each([
    String.raw`https://app\.company\.test/accounts/oidc/.*`,
    String.raw`^https://app\.company\.test/accounts/oidc/.*$`,
    String.raw`https://app\.company\.test/(oidc)?/cb`,
    String.raw`https://login\.vendor\.test/.*`,
    String.raw`https://app\.company\.test/`,
  ])('accepts %s', (pattern) => {
    expect(judge(pattern)).toBe('accepted');
  });

  it.each([
    ['a bare dot in the host', 'https://app.company.test/.*'],
    ['one bare dot among escaped ones', String.raw`https://app\.company.test/.*`],
    ['another host', String.raw`https://evil\.test/.*`],
    ['another port', String.raw`https://app\.company\.test:8443/.*`],
  ])('marks %s', (_name, pattern) => {
    expect(judge(pattern)).toBe('foreign-host');
  });

  it.each([
    ['nothing', ''],
    ['everything', '.*'],
    ['no slash after the host', String.raw`https://app\.company\.test.*`],
    ['a slash that may be missing', String.raw`https://app\.company\.test/?.*`],
    ['a slash that may be missing, otherwise', String.raw`https://app\.company\.test/{0}.*`],
    ['a repeated dot in the host', String.raw`https://app.*\.company\.test/`],
    ['a choice of hosts', String.raw`https://(app|evil)\.company\.test/`],
    ['a second pattern', String.raw`https://app\.company\.test/|https://evil\.test/.*`],
    ['a class in the host', String.raw`https://[a-z]+\.company\.test/`],
    ['a user name', String.raw`https://app\.company\.test@evil\.test/`],
    ['another scheme', String.raw`javascript://app\.company\.test/.*`],
    ['an optional letter of the scheme', String.raw`https?://app\.company\.test/.*`],
    ['a blank', String.raw`https://app\.company\.test/ .*`],
    ['a zero-width sign', 'https://app\\.company\\.test/\u200B.*'],
    ['upper case', String.raw`HTTPS://APP\.COMPANY\.TEST/.*`],
    ['too much', String.raw`https://app\.company\.test/${'x'.repeat(2048)}`],
  ])('refuses %s', (_name, pattern) => {
    expect(judge(pattern)).toBe('refused');
  });

  it('takes http only from a private page that is on it, too', () => {
    const pattern = 'http://nas:9000/.*';
    expect(judge(pattern, 'http://nas:9000')).toBe('accepted');
    expect(judge(pattern)).toBe('not-https');
  });

  it('accepts nothing that fits an address of another host', () => {
    const sign = fc.constantFrom(...String.raw`https://app\.company\.test/evil.*?+()[]{}|^$@:0`.split(''));
    const tail = fc.string({ unit: sign, maxLength: 12 });
    const evil = ['https://app.company.test.evil.test/', 'https://evil.test/', 'https://appxcompany.test/', 'https://'];
    fc.assert(
      fc.property(fc.nat(26), fc.nat(8), tail, (at, cut, inserted) => {
        const base = String.raw`https://app\.company\.test/`;
        const pattern = base.slice(0, at) + inserted + base.slice(at + cut);
        if (judge(pattern) !== 'accepted') return;
        const fits = fitting(pattern);
        for (const address of evil) expect(fits(address), pattern).toBe(false);
      }),
      { numRuns: 2000 },
    );
  });
});

/** As authentik compares: the whole address. */
function fitting(pattern: string): (address: string) => boolean {
  try {
    const whole = new RegExp(`^(?:${pattern})$`);
    return (address) => whole.test(address);
  } catch {
    // No pattern at all fits nothing.
    return () => false;
  }
}
