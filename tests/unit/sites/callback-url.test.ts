/** Addresses read from a page, by the table of the security rules, section 6. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judgeCallback } from '@/sites/callback-url';
import { anyText, anyUrl } from '../strange-text';

const page = 'https://app.example';
const judge = (raw: string) => judgeCallback(raw, page, ['login.vendor.example']);

describe('A7: judgeCallback', () => {
  it.each([
    'https://app.example/cb',
    'https://app.example',
    'https://app.example/',
    'https://app.example:443/cb',
    'https://app.example:443',
    'https://app.example/oauth/callback?provider=authentik',
    'https://login.vendor.example/callback',
  ])('accepts %s', (raw) => {
    expect(judge(raw)).toBe('accepted');
  });

  it.each([
    'https://app.example.evil.test/cb',
    'https://xn--pp-6kc.example/cb',
    'https://app.example./cb',
    'https://app.example:8443/cb',
    'https://evil.test/',
    'https://sub.login.vendor.example/callback',
  ])('takes %s for a foreign host', (raw) => {
    expect(judge(raw)).toBe('foreign-host');
  });

  it.each([
    '',
    ' ',
    'https://app.example\\@evil.test/cb',
    'https:/evil.test/cb',
    'https:evil.test/cb',
    'https://app.example@evil.test/cb',
    'https://user:word@app.example/cb',
    'https://аpp.example/cb',
    'https://*.example/cb',
    'https://app.example/*',
    'https://app.example/%2e%2e/evil',
    'https://app.example/a/../cb',
    'ht\ttps://evil.test/cb',
    'https:\n//app.example/cb',
    'https://app%2eexample/cb',
    'https://app。example/cb',
    'https://0x7f.1/cb',
    'https://app.example/cb\u200b',
    'https://app.example/\u202ecb',
    'https://app.example/c b',
    ' https://app.example/cb',
    'javascript:alert(1)',
    'data:text/html,x',
    '//evil.test/cb',
    'https://app.example/<img src=x>',
    'https://app.example/cb#fragment',
    'https://app.example/cb#',
    'https://app.example/cb?code=1',
    'https://app.example/cb?state=1',
    'https://app.example/cb?a=1&token=1',
    'HTTPS://app.example/cb',
    `https://app.example/${'x'.repeat(2048)}`,
  ])('refuses %j', (raw) => {
    expect(judge(raw)).toBe('refused');
  });

  it('takes http only to a private host, and only on a page that is on http itself', () => {
    expect(judgeCallback('http://nas:9000/', 'http://nas:9000', [])).toBe('accepted');
    expect(judgeCallback('http://nas:9000/', 'https://nas:9000', [])).toBe('not-https');
    expect(judgeCallback('http://app.example/', 'http://app.example', [])).toBe('not-https');
  });

  it('A7, 1000 cases: never throws and never accepts another host, whatever the text', () => {
    const odd = fc.oneof(
      anyText,
      anyUrl,
      fc
        .tuple(fc.constantFrom('https://app.example', 'https:', 'https://', '//'), fc.string())
        .map((parts) => parts.join('')),
      fc
        .tuple(fc.string(), fc.constantFrom('@app.example/', 'app.example', '.app.example/cb'))
        .map((parts) => `https://${parts.join('')}`),
    );
    fc.assert(
      fc.property(odd, (raw) => {
        if (judge(raw) === 'accepted') {
          expect(['app.example', 'login.vendor.example']).toContain(new URL(raw).host);
          expect(new URL(raw).protocol).toBe('https:');
        }
      }),
      { numRuns: 1000 },
    );
  });
});
