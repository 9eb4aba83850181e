/** The value of a field in the app's own spelling: addresses, scopes, what the page says, what a profile has not got. */
import { describe, expect, it } from 'vitest';
import type { FieldValue, PlanRow, ProfileValues, Reading } from '@/engine/model';
import { plan } from '@/engine/plan';
import { fromPage, scopeItems } from '@/engine/wanted';
import type { Control, Field, Form, Value } from '@/recipes/schema';
import { formWith, lookOf, textField, values } from './acme';

interface Given {
  now?: FieldValue;
  own?: Partial<ProfileValues>;
  control?: Control;
  form?: Partial<Form>;
  others?: Reading[];
}

function rowFor(value: Value, { now = '', own, control = { kind: 'text' }, form, others = [] }: Given = {}): PlanRow {
  const field: Field = textField('claim', { value, control });
  const look = lookOf([{ key: 'claim', state: 'found', now }, ...others]);
  const [row] = plan(formWith({ ...form, fields: [field] }), look, { ...values, ...own }, {}, []).rows;
  if (!row) throw new Error('no row');
  return row;
}

const nextOf = (value: Value, given?: Given): FieldValue | undefined => rowFor(value, given).next;

describe('an address', () => {
  const at = (as?: 'path' | 'without-slash', own?: Partial<ProfileValues>): FieldValue | undefined =>
    nextOf({ from: 'authentik', name: 'authorization', ...(as && { as }) }, own ? { own } : {});

  it('is whole, without its final slash, or what follows the base address', () => {
    expect(at()).toBe('https://id.example/application/o/authorize/');
    expect(at('without-slash')).toBe('https://id.example/application/o/authorize');
    expect(at('path')).toBe('/application/o/authorize/');
  });

  it('is told from a base address in a folder, with or without its slash', () => {
    const authorization = 'https://id.example/sso/application/o/authorize/';
    for (const base_url of ['https://id.example/sso', 'https://id.example/sso/']) {
      expect(at('path', { base_url, authorization })).toBe('/application/o/authorize/');
    }
  });

  it('has no path beside another base, even one that begins alike', () => {
    expect(at('path', { base_url: 'https://other.example' })).toBeUndefined();
    expect(at('path', { base_url: 'https://id.exam' })).toBeUndefined();
  });

  it('without a slash stays as it is', () => {
    expect(nextOf({ from: 'authentik', name: 'base_url', as: 'without-slash' })).toBe('https://id.example');
  });

  it('a path is no address, to be warned about', () => {
    const form: Partial<Form> = { afterwards: ['public-https'] };
    const path = rowFor({ from: 'authentik', name: 'token', as: 'path' }, { form });
    expect([path.next, path.warnings]).toEqual(['/application/o/token/', []]);
    const own = { token: 'http://id.example/token/' };
    expect(rowFor({ from: 'authentik', name: 'token', as: 'without-slash' }, { form, own }).warnings).toEqual([
      'not-public-https',
    ]);
  });
});

describe('what a profile has not got', () => {
  const { base_url, tokens_page } = values;
  const bare: ProfileValues = { base_url, tokens_page };
  const rows = (fields: Field[]): PlanRow[] => {
    const look = lookOf(fields.map(({ key }) => ({ key, state: 'found', now: 'before' })));
    return plan(formWith({ fields }), look, bare, {}, ['api_token']).rows;
  };

  it('is left, and the base address is not', () => {
    const wanted: Value[] = [
      { from: 'authentik', name: 'base_url' },
      { from: 'authentik', name: 'issuer' },
      { from: 'authentik', name: 'issuer', as: 'path' },
      { from: 'authentik', name: 'issuer', as: 'without-slash' },
      { from: 'profile', name: 'client_id' },
      { from: 'scopes', wanted: ['openid'], as: 'space' },
    ];
    const keys = ['base_url', 'issuer', 'token', 'jwks', 'client_id', 'scopes'] as const;
    const planned = rows(keys.map((key, index) => textField(key, { value: wanted[index] ?? { from: 'user' } })));
    expect(planned.map(({ state }) => state)).toEqual(['change', 'left', 'left', 'left', 'left', 'left']);
  });

  it('a secret goes to the field of its own name alone', () => {
    const secret = (name: 'client_secret' | 'api_token'): Field =>
      textField(name, { control: { kind: 'password' }, value: { from: 'profile', name } });
    const planned = rows([secret('client_secret'), secret('api_token')]);
    expect(planned.map(({ key, state, isSecret, ticked }) => [key, state, isSecret, ticked])).toEqual([
      ['client_secret', 'left', true, false],
      ['api_token', 'change', true, true],
    ]);
    // The name of the value counts, not that of the field.
    const crossed = { ...secret('api_token'), key: 'client_secret' as const };
    expect(rows([crossed])).toMatchObject([{ key: 'client_secret', state: 'change' }]);
  });
});

describe('scopes', () => {
  const scopes = (as: 'space' | 'comma' | 'comma-blank' | 'list', own?: 'leave-out'): Value => ({
    from: 'scopes',
    wanted: ['email', 'openid'],
    as,
    ...(own && { own }),
  });
  const groups = { own: { scopes: ['openid', 'profile', 'groups'] } };

  it.each([
    ['space', 'email openid groups'],
    ['comma', 'email,openid,groups'],
    ['comma-blank', 'email, openid, groups'],
    ['list', ['email', 'openid', 'groups']],
  ] as const)("%s: the app's own, then the profile's", (as, next) => {
    expect(nextOf(scopes(as), groups)).toEqual(next);
  });

  it.each([
    ['space', 'email openid'],
    ['comma', 'email,openid'],
    ['comma-blank', 'email, openid'],
    ['list', ['email', 'openid']],
  ] as const)("%s: the app's own alone", (as, next) => {
    expect(nextOf(scopes(as, 'leave-out'), groups)).toEqual(next);
  });

  it.each([
    ['space', 'openid email', 'same'],
    ['space', 'openid,email', 'change'],
    ['space', 'openid  email', 'change'],
    ['comma', 'openid,email', 'same'],
    ['comma', 'openid, email', 'change'],
    ['comma-blank', 'openid, email', 'same'],
    ['comma-blank', 'openid,email', 'change'],
    ['comma-blank', 'openid email', 'change'],
  ] as const)('%s: "%s" is %s', (as, now, state) => {
    expect(rowFor(scopes(as), { now, own: { scopes: [] } }).state).toBe(state);
  });

  it.each([
    ['a b', 'space', ['a', 'b']],
    ['a,b', 'space', ['a,b']],
    ['a,b', 'comma', ['a', 'b']],
    ['a, b', 'comma', ['a', ' b']],
    ['a, b', 'comma-blank', ['a', 'b']],
    ['a,b', 'comma-blank', ['a,b']],
    ['a b', 'list', []],
    [['a', 'b'], 'list', ['a', 'b']],
    [['a b'], 'space', ['a b']],
    [true, 'space', []],
  ] as const)('%j as %s is %j', (now, as, items) => {
    expect(scopeItems(typeof now === 'object' ? [...now] : now, as)).toEqual(items);
  });
});

describe('what is built from the page', () => {
  const template = '{origin}{basePath}login/{field:provider_name}/{field:display_name}';
  const named = (name: string, now?: FieldValue): Reading[] => [
    { key: 'provider_name', state: 'found', now: name },
    { key: 'display_name', state: 'found', ...(now !== undefined && { now }) },
  ];

  it('holds what other fields hold now', () => {
    expect(nextOf({ from: 'page', template }, { others: named('own', 'two') })).toBe(
      'https://acme.example/tools/login/own/two',
    );
  });

  it.each([[named('own', '')], [named('own')], [named('own', true)], [[]]])('is left without them: %#', (others) => {
    expect(rowFor({ from: 'page', template }, { others }).state).toBe('left');
  });

  it('holds what this very fill writes there, unless it is not ticked', () => {
    const name: Field = textField('provider_name', { value: { from: 'constant', text: 'new' } });
    const address = textField('claim', { value: { from: 'page', template: '{origin}/{field:provider_name}' } });
    const next = (now: string, more: Partial<Field> = {}, fields = [{ ...name, ...more }, address]) => {
      const look = lookOf([
        { key: 'provider_name', state: 'found', now },
        { key: 'claim', state: 'found', now: '' },
      ]);
      return plan(formWith({ fields }), look, values, {}, []).rows.find(({ key }) => key === 'claim')?.next;
    };
    expect(next('')).toBe('https://acme.example/new');
    expect(next('old')).toBe('https://acme.example/new');
    expect(next('new')).toBe('https://acme.example/new');
    expect(next('old', { keep: true })).toBe('https://acme.example/old');
    expect(next('old', {}, [address, name])).toBe('https://acme.example/old');
  });

  it("never takes a field's text for a word of the template", () => {
    expect(nextOf({ from: 'page', template }, { others: named('{origin}', '{field:provider_name}') })).toBe(
      'https://acme.example/tools/login/{origin}/{field:provider_name}',
    );
  });

  it('takes the place as it is, also where the base path is empty', () => {
    expect(fromPage('{origin}/x{other}', { origin: 'https://a.example', basePath: '/' }, () => undefined)).toBe(
      'https://a.example/x{other}',
    );
  });
});

describe('a box that is on or off', () => {
  it.each(['checkbox', 'switch'] as const)('%s: takes the words on and off', (kind) => {
    const set = (text: string, now: boolean): PlanRow => rowFor({ from: 'constant', text }, { control: { kind }, now });
    expect(set('on', false)).toMatchObject({ state: 'change', next: true });
    expect(set('off', true)).toMatchObject({ state: 'change', next: false });
    expect(set('on', true).state).toBe('same');
  });

  it.each(['checkbox', 'switch'] as const)('%s: is set by a choice, and left by "leave"', (kind) => {
    const choices = [{ id: 'on', kind: 'list' as const, options: ['leave', 'on', 'off'], default: 'leave' }];
    const field = textField('claim', { control: { kind }, value: { from: 'choice', choice: 'on' } });
    const look = lookOf([{ key: 'claim', state: 'found', now: false }]);
    const planned = (picked: Record<string, string>) =>
      plan(formWith({ fields: [field], choices }), look, values, picked, []).rows[0];
    expect(planned({})?.state).toBe('left');
    expect(planned({ on: 'on' })).toMatchObject({ state: 'change', next: true });
    expect(planned({ on: 'off' })).toMatchObject({ state: 'same', next: false });
  });

  it('a text takes them as text', () => {
    expect(nextOf({ from: 'constant', text: 'on' })).toBe('on');
  });
});
