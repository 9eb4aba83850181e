// @vitest-environment node
/** Redirect URIs keep their shape, and nobody's entry is lost, whatever is in the list. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { accepts } from '@/authentik/api/accepts';
import {
  entriesOf,
  type RedirectUris,
  redirectUrisSchema,
  withCallback,
  withoutEntry,
} from '@/authentik/api/redirect-uris';
import { anyText, anyUrl } from '../../strange-text';
import { runs } from '../../thorough';

const callback = 'https://app.company/oauth2/callback?a=1';
const escaped = String.raw`https://app\.company/oauth2/callback\?a=1`;

describe('the three shapes', () => {
  it('are read alike', () => {
    expect(entriesOf('https://a\\.test/cb\n  https://b.test/.*\r\n')).toEqual([
      { url: 'https://a\\.test/cb', matching: 'regex' },
      { url: 'https://b.test/.*', matching: 'regex' },
    ]);
    expect(
      entriesOf([
        { matching_mode: 'strict', url: 'https://a.test/' },
        { matching_mode: 'regex', url: '.*', redirect_uri_type: 'logout' },
      ]),
    ).toEqual([
      { url: 'https://a.test/', matching: 'strict' },
      { url: '.*', matching: 'regex', kind: 'logout' },
    ]);
  });

  it.each<[string, RedirectUris, boolean, RedirectUris]>([
    ['an empty text', '', true, escaped],
    ['a text', 'https://a\\.test/', false, `https://a\\.test/\n${escaped}`],
    ['a text that ends its line', 'https://a\\.test/\n', false, `https://a\\.test/\n${escaped}`],
    ['an empty list', [], false, [{ matching_mode: 'strict', url: callback }]],
    [
      'an empty list of a version with kinds',
      [],
      true,
      [{ matching_mode: 'strict', url: callback, redirect_uri_type: 'authorization' }],
    ],
    [
      'a list without kinds, whatever the version says',
      [{ matching_mode: 'strict', url: 'x' }],
      true,
      [
        { matching_mode: 'strict', url: 'x' },
        { matching_mode: 'strict', url: callback },
      ],
    ],
    [
      'a list with kinds, and with more that is kept',
      [{ matching_mode: 'regex', url: 'x', redirect_uri_type: 'logout', note: { by: 'Jane' } }],
      false,
      [
        { matching_mode: 'regex', url: 'x', redirect_uri_type: 'logout', note: { by: 'Jane' } },
        { matching_mode: 'strict', url: callback, redirect_uri_type: 'authorization' },
      ],
    ],
  ])('are appended to in kind: %s', (_name, before, hasKinds, after) => {
    expect(withCallback(before, callback, hasKinds)).toEqual(after);
  });

  it('are matched again by what was appended, as a pattern, too', () => {
    expect(new RegExp(`^${escaped}$`).test(callback)).toBe(true);
    expect(new RegExp(`^${escaped}$`).test('https://appXcompany/oauth2/callback?a=1')).toBe(false);
  });

  it('take back an entry after authentik was brought up to date', () => {
    const added = { url: escaped, matching: 'regex' };
    const migrated = [
      { matching_mode: 'regex', url: 'https://a\\.test/', redirect_uri_type: 'authorization' },
      { matching_mode: 'regex', url: escaped, redirect_uri_type: 'authorization' },
    ];
    expect(withoutEntry(migrated, added)).toEqual(migrated.slice(0, 1));
  });

  it('take nothing back that is another’s: of another kind, another matching, or only alike', () => {
    const uris = [
      { matching_mode: 'strict', url: callback, redirect_uri_type: 'logout' },
      { matching_mode: 'regex', url: callback, redirect_uri_type: 'authorization' },
      { matching_mode: 'strict', url: `${callback}/`, redirect_uri_type: 'authorization' },
    ];
    expect(withoutEntry(uris, { url: callback, matching: 'strict' })).toBe(uris);
    expect(withoutEntry('https://a.test/long', { url: 'https://a.test/', matching: 'regex' })).toBe(
      'https://a.test/long',
    );
  });
});

describe('nobody’s entry is lost', () => {
  const item = fc.oneof(
    fc.record({ matching_mode: fc.constantFrom('strict', 'regex', 'glob'), url: fc.oneof(anyText, anyUrl) }),
    fc.record({
      matching_mode: fc.constantFrom('strict', 'regex'),
      url: fc.oneof(anyUrl, fc.constant(callback)),
      redirect_uri_type: fc.constantFrom('authorization', 'logout', 'later'),
      more: fc.jsonValue(),
    }),
  );
  const word = fc.stringMatching(/^[!-~]{1,30}$/);
  const text = fc.array(word, { maxLength: 6 }).map((words) => words.join('\n'));
  const uris: fc.Arbitrary<RedirectUris> = fc.oneof(fc.array(item, { maxLength: 6 }), text);

  /** Of a pattern of more than 500 characters nothing is told, and escaping can double it. */
  const shortUrl = anyUrl.filter((url) => url.length <= 250);

  it('when they are read, and written as they are', () => {
    fc.assert(
      fc.property(uris, (before) => {
        expect(redirectUrisSchema.parse(JSON.parse(JSON.stringify(before)))).toEqual(
          JSON.parse(JSON.stringify(before)),
        );
      }),
      runs(1000),
    );
  });

  it('when a callback is appended: one more, the others as they were, in their order', () => {
    fc.assert(
      fc.property(uris, shortUrl, fc.boolean(), (before, url, hasKinds) => {
        const after = withCallback(before, url, hasKinds);
        if (typeof before === 'string') expect(String(after).split('\n').slice(0, -1).join('\n')).toBe(before);
        else expect(after.slice(0, -1)).toEqual(before);
        expect(entriesOf(after).length).toBe(entriesOf(before).length + 1);
        const [added] = entriesOf(after).slice(-1);
        expect(added && accepts(added, url)).toBe(true);
      }),
      runs(1000),
    );
  });

  it('when it is taken out again, also when others have written before and behind it', () => {
    fc.assert(
      fc.property(uris, fc.array(item, { maxLength: 3 }), fc.boolean(), (before, later, hasKinds) => {
        const after = withCallback(before, callback, hasKinds);
        const [added] = entriesOf(after).slice(-1);
        if (added === undefined) throw new Error('nothing was appended');
        expect(withoutEntry(after, added)).toEqual(before);
        const others = later.filter(({ url }) => url !== callback);
        if (typeof after === 'string' || typeof before === 'string') {
          expect(withoutEntry(`https://first.test/\n${after}\nhttps://last.test/`, added)).toBe(
            ['https://first.test/', before, 'https://last.test/'].filter((part) => part !== '').join('\n'),
          );
        } else expect(withoutEntry([...others, ...after, ...others], added)).toEqual([...others, ...before, ...others]);
      }),
      runs(1000),
    );
  });
});

describe('accepts', () => {
  it.each([
    ['strict', callback, true],
    ['strict', `${callback}/`, false],
    ['strict', callback.toUpperCase(), false],
    ['regex', escaped, true],
    ['regex', String.raw`https://app\.company/.*`, true],
    ['regex', '.*', true],
    ['regex', 'https://(app|other)\\.company/oauth2/callback\\?a=\\d', true],
    ['regex', 'https://app', false],
    ['regex', 'app.company', false],
    // As a pattern its question mark means something else.
    ['regex', callback, false],
    ['regex', 'https://a.test/|https://app', false],
    ['regex', '*', false],
    ['regex', '[', false],
    ['glob', callback, false],
    ['', callback, false],
  ])('judges %s %s', (matching, url, expected) => {
    expect(accepts({ url, matching }, callback)).toBe(expected);
  });

  it('takes what is no pattern as text', () => {
    expect(accepts({ url: 'https://app.company/[', matching: 'regex' }, 'https://app.company/[')).toBe(true);
  });

  it('counts entries for authorization only', () => {
    expect(accepts({ url: callback, matching: 'strict', kind: 'authorization' }, callback)).toBe(true);
    expect(accepts({ url: callback, matching: 'strict', kind: 'logout' }, callback)).toBe(false);
    expect(accepts({ url: '', matching: 'strict' }, '')).toBe(false);
  });

  it.each([
    '(a+)+',
    '(a|a)*',
    '.*.*.*.*.*',
    'a?a?a?a?a?',
    '(?:a{1,9}){9}',
    '(a*)*b',
    'a{1,99}'.repeat(5),
    'a'.repeat(501),
  ])('does not try a pattern that may take for ever: %s', (url) => {
    // Matches if it is tried.
    const pattern = `${url}|https://app\\.company/`;
    expect(accepts({ url: pattern, matching: 'regex' }, 'https://app.company/')).toBe(false);
  });
});
