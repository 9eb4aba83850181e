/** The links into authentik's administration. */
import { expect, it } from 'vitest';
import { applicationPage, tokensPage } from '@/authentik/admin-pages';

it('leads to the application of a client, under a sub-path, too', () => {
  expect(applicationPage('https://authentik.company', 'portainer')).toBe(
    'https://authentik.company/if/admin/#/core/applications/portainer',
  );
  expect(applicationPage('https://company.test/auth', 'a-b_c')).toBe(
    'https://company.test/auth/if/admin/#/core/applications/a-b_c',
  );
});

it('leads to the tokens, searched for the name, whatever is in it', () => {
  const name = 'Staff; "directory" #1 %';
  const { origin, pathname, hash } = new URL(tokensPage('https://authentik.company', name));
  expect(origin + pathname).toBe('https://authentik.company/if/admin/');
  const [route, state = '', ...rest] = hash.split(';');
  expect([route, rest]).toEqual(['#/core/tokens', []]);
  expect(JSON.parse(decodeURIComponent(state))).toEqual({ search: name, 'ak-token-list-search': name });
});
