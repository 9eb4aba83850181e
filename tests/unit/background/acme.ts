/** A recipe of an app that does not exist: it takes both kinds of profile, and asks each for what only the other has. */
import { afterAll, beforeAll } from 'vitest';
import { recipes } from '@/recipes/index';
import type { Recipe } from '@/recipes/schema';

const button = { beside: 'block', at: 'top-right' } as const;
const save = { selectors: ['button'] };

const plain = {
  id: 'plain',
  page: { paths: ['/sync'] },
  markers: { present: ['form'] },
  within: 'form',
  basePath: { from: 'origin' },
  profiles: ['api-token', 'oidc-client'],
  fields: [
    {
      key: 'base_url',
      find: { selectors: ['#base'] },
      control: { kind: 'text' },
      value: { from: 'authentik', name: 'base_url' },
    },
    {
      key: 'client_id',
      find: { selectors: ['#id'] },
      control: { kind: 'text' },
      value: { from: 'profile', name: 'client_id' },
      optional: true,
    },
    {
      key: 'client_secret',
      find: { selectors: ['#secret'] },
      control: { kind: 'password' },
      value: { from: 'profile', name: 'client_secret' },
    },
    {
      key: 'api_token',
      find: { selectors: ['#token'] },
      control: { kind: 'password' },
      value: { from: 'profile', name: 'api_token' },
    },
    { key: 'filter', find: { selectors: ['#filter'] }, control: { kind: 'text' }, value: { from: 'user' } },
    { key: 'icon', find: { selectors: ['#icon'] }, control: { kind: 'text' }, value: { from: 'user' } },
  ],
  callbacks: [
    { how: 'computed', template: '{origin}/login' },
    { how: 'computed', template: '{origin}/out', kind: 'logout' },
    { how: 'fixed', url: String.raw`https://login\.acme\.test/.*`, matching: 'regex' },
    { how: 'after-save' },
  ],
  callbackHosts: ['login.acme.test'],
  button,
  save,
  authentik: { needs: 'api-token', reads: ['users'] },
  afterwards: [],
} satisfies Recipe['forms'][number];

/** In the wizard, the filter's box is one for the token, too. */
const wizard = {
  id: 'wizard',
  markers: { present: ['dialog'] },
  fields: [
    {
      key: 'filter',
      find: { selectors: ['#wizard-token'] },
      control: { kind: 'password' },
      value: { from: 'profile', name: 'api_token' },
    },
    {
      key: 'base_url',
      find: { selectors: ['#wizard-base'] },
      control: { kind: 'text' },
      value: { from: 'constant', text: 'https://wizard.test' },
    },
  ],
} satisfies NonNullable<Recipe['forms'][number]['variants']>[number];

/** The token's field asks for the client secret, as no honest recipe would have it. */
const twisted = {
  id: 'twisted',
  fields: [
    {
      key: 'api_token',
      find: { selectors: ['#token'] },
      control: { kind: 'password' },
      value: { from: 'profile', name: 'client_secret' },
    },
  ],
} satisfies NonNullable<Recipe['forms'][number]['variants']>[number];

export const acme = {
  schema: 1,
  id: 'acme',
  name: 'Acme',
  docs: 'https://docs.acme.test/',
  versions: 'all',
  tried: 'not tried on the live page',
  forms: [
    { ...plain, id: 'sync', variants: [wizard] },
    { ...plain, id: 'twisted', page: { paths: ['/twisted'] }, variants: [twisted] },
    { ...plain, id: 'tokens', page: { paths: ['/tokens'] }, profiles: ['api-token'] },
    { ...plain, id: 'clients', page: { paths: ['/clients'] }, profiles: ['oidc-client'] },
    { ...plain, id: 'silent', page: { paths: ['/silent'] }, callbacks: [] },
  ],
  notices: [
    { id: 'needs-attention', page: {}, markers: { present: ['.badge'] } },
    { id: 'custom-provider', declines: true, page: {}, markers: { present: ['.custom'] } },
  ],
} satisfies Recipe;

/** Puts the recipe on the list for the tests of one file, which share the list with those of others. */
export function withAcme(): void {
  const list = recipes as Recipe[];
  beforeAll(() => {
    list.push(acme);
  });
  afterAll(() => {
    list.splice(list.indexOf(acme), 1);
  });
}
