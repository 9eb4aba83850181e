/** Globs are compared to the letter; `*` in a host is one label and no more. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { recipes } from '@/recipes';
import { matchesGlob, matchesPage } from '@/recipes/match';
import type { PageMatch } from '@/recipes/schema';

const tenants = { hosts: ['*.app.example.com', '*.example.de'], reservedLabels: ['www', 'login'] } satisfies PageMatch;

describe('matchesPage', () => {
  it.each([
    'https://acme.app.example.com/',
    'https://ACME.app.example.com/any/path?x#y',
    'https://acme.example.de/',
    'https://acme.app.example.com:443/',
    'https://xn--mnchen-3ya.example.de/',
  ])('lets %s in', (address) => {
    expect(matchesPage(tenants, new URL(address))).toBe(true);
  });

  it.each([
    'https://app.example.com/',
    'https://a.b.app.example.com/',
    'https://.app.example.com/',
    'https://acme.app.example.com.evil.test/',
    'https://evil.test/acme.app.example.com',
    'https://acme.app.example.com@evil.test/',
    'https://acme.appXexample.com/',
    'https://acme.app.example.com./',
    'https://www.app.example.com/',
    'https://login.example.de/',
    'http://acme.app.example.com/',
    'https://acme.app.example.com:8443/',
    'https://app.example.com.example.de/',
  ])('keeps %s out', (address) => {
    expect(matchesPage(tenants, new URL(address))).toBe(false);
  });

  it('asks for path and hash, where both are given', () => {
    const page: PageMatch = { paths: ['*/admin/sso'], hashes: ['', '#tab=*'] };
    const fits = (address: string): boolean => matchesPage(page, new URL(address));
    expect(fits('http://host:8080/sub/admin/sso#tab=oidc')).toBe(true);
    expect(fits('https://host/admin/sso')).toBe(true);
    expect(fits('https://host/admin/sso/')).toBe(false);
    expect(fits('https://host/admin/sso#other')).toBe(false);
  });

  it('lets in exactly the spellings that the app of sheet portainer.md 1 takes', () => {
    const page = recipes.find(({ id }) => id === 'portainer')?.forms[0]?.page ?? {};
    const taken = /^#!\/?settings\/auth(?:[?#].*)?$/;
    const pieces = fc.constantFrom('#', '!', '/', 'settings', 'auth', '?', 'x=1', 'edge');
    const hashes = fc.oneof(
      fc.array(pieces, { maxLength: 7 }).map((parts) => `#!${parts.join('')}`),
      fc
        .constantFrom('#!/settings/auth', '#!settings/auth')
        .chain((start) => fc.array(pieces, { maxLength: 3 }).map((parts) => start + parts.join(''))),
    );
    fc.assert(
      fc.property(hashes, (hash) => {
        const url = new URL(`https://host/${hash}`);
        expect([hash, matchesPage(page, url)]).toEqual([hash, taken.test(url.hash)]);
      }),
    );
  });
});

describe('matchesGlob', () => {
  it('takes every character but * for itself', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(matchesGlob(text.replaceAll('*', ''), text.replaceAll('*', ''))).toBe(true);
      }),
    );
    expect(matchesGlob('/a.c', '/abc')).toBe(false);
    expect(matchesGlob('#x?*', '#x')).toBe(false);
    expect(matchesGlob('*/callback', '/callback')).toBe(true);
  });
});
