/** The preview: what would be written, what is right already, what stays, and what to beware of. */
import { describe, expect, it } from 'vitest';
import type { FieldValue, PlanRow, ProfileValues, Reading, SecretName } from '@/engine/model';
import { plan } from '@/engine/plan';
import type { Field, FieldKey, Form } from '@/recipes/schema';
import { clientId, formWith, lookOf, secret, textField, values } from './acme';

interface Given {
  field: Field;
  now?: FieldValue;
  reading?: Partial<Reading>;
  own?: Partial<ProfileValues>;
  choices?: Record<string, string>;
  form?: Partial<Form>;
  secrets?: SecretName[];
}

function rowOf({ field, now, reading, own, choices = {}, form, secrets = ['client_secret'] }: Given): PlanRow {
  const seen: Reading = { key: field.key, state: 'found', ...(now !== undefined && { now }), ...reading };
  const planned = plan(formWith({ ...form, fields: [field] }), lookOf([seen]), { ...values, ...own }, choices, secrets);
  const [row] = planned.rows;
  if (!row) throw new Error('no row');
  return row;
}

const scopes = (as: 'space' | 'comma' | 'list', wanted: string[], untouched?: string[]): Field =>
  textField('scopes', {
    control: { kind: as === 'list' ? 'selectize-list' : 'text' },
    value: { from: 'scopes', wanted, as, ...(untouched && { untouched }) },
  });

describe('where values come from', () => {
  const endpoint = (name: 'issuer' | 'jwks' | 'base_url'): Field =>
    textField('issuer', { value: { from: 'authentik', name } });

  it.each([
    [endpoint('issuer'), values.issuer],
    [endpoint('jwks'), values.jwks],
    [clientId, 'test-client'],
    [textField('claim', { value: { from: 'constant', text: 'email' } }), 'email'],
    [
      textField('redirect_uri', { value: { from: 'page', template: '{origin}{basePath}cb' } }),
      'https://acme.example/tools/cb',
    ],
  ])('%#', (field, next) => {
    expect(rowOf({ field, now: '' })).toMatchObject({
      state: 'change',
      next,
      ticked: true,
      isSecret: false,
      warnings: [],
    });
  });

  it('never shows a secret, and leaves it where there is none to fill', () => {
    const row = rowOf({ field: secret });
    expect(row).toMatchObject({ state: 'change', isSecret: true, ticked: true });
    expect(row).not.toHaveProperty('next');
    expect(rowOf({ field: secret, secrets: [] })).toMatchObject({ state: 'left', ticked: false });
  });

  it('warns before a secret that is in the box is replaced', () => {
    expect(rowOf({ field: secret, reading: { holdsSecret: true } }).warnings).toEqual(['replaces-value']);
    expect(rowOf({ field: secret, reading: { holdsSecret: false } }).warnings).toEqual([]);
  });

  it("leaves what is the person's own, and what would be emptied", () => {
    expect(rowOf({ field: textField('secret_expiry', { value: { from: 'user' } }), now: '' }).state).toBe('left');
    expect(rowOf({ field: clientId, now: 'x', own: { client_id: '' } }).state).toBe('left');
  });
});

describe('what the page alone decides', () => {
  it.each<[Reading['state'], boolean, PlanRow['state']]>([
    ['missing', false, 'missing'],
    ['missing', true, 'absent'],
    ['ambiguous', false, 'ambiguous'],
    ['managed', false, 'managed'],
    ['unfit', false, 'left'],
  ])('%s, optional %s: %s', (state, optional, expected) => {
    expect(rowOf({ field: { ...clientId, optional }, reading: { state } })).toMatchObject({
      state: expected,
      ticked: false,
    });
  });
});

describe('fields that come with the sign-in method', () => {
  const planned = (isWanted: boolean): PlanRow[] => {
    const look = lookOf([{ key: 'client_id', state: 'missing' }]);
    const method = { now: 'internal', nowLabel: 'Internal', isWanted };
    const form = formWith({ fields: [clientId, textField('secret_expiry', { value: { from: 'user' } })] });
    return plan(form, { ...look, method }, values, {}, ['client_secret']).rows;
  };

  it('are planned as empty fields while another method is in use', () => {
    expect(planned(false)).toMatchObject([
      { key: 'client_id', state: 'change', now: '', next: 'test-client', ticked: true },
      { key: 'secret_expiry', state: 'left' },
    ]);
  });

  it('are missing when the method is the wanted one', () => {
    expect(planned(true)).toMatchObject([{ key: 'client_id', state: 'missing' }, { state: 'missing' }]);
  });
});

describe('what stands in the field', () => {
  it('is right to the letter, addresses compared decoded', () => {
    expect(rowOf({ field: clientId, now: 'test-client' })).toMatchObject({ state: 'same', ticked: false });
    expect(rowOf({ field: clientId, now: 'Test-Client' }).state).toBe('change');
    const logout = textField('end_session', { value: { from: 'constant', text: 'https://id.example/größe/' } });
    expect(rowOf({ field: logout, now: 'https://id.example/gr%C3%B6%C3%9Fe/' }).state).toBe('same');
    expect(rowOf({ field: logout, now: 'https://id.example/größe' }).state).toBe('change');
  });

  it('says so when it replaces another value', () => {
    expect(rowOf({ field: clientId, now: 'other' }).warnings).toEqual(['replaces-value']);
    expect(rowOf({ field: clientId, now: '' }).warnings).toEqual([]);
  });

  it('keeps a saved value the recipe keeps, shown and unticked', () => {
    const any = { ...clientId, keep: true } satisfies Field;
    expect(rowOf({ field: any, now: 'other' })).toMatchObject({ state: 'change', now: 'other', ticked: false });
    expect(rowOf({ field: any, now: '' }).ticked).toBe(true);
    const some = { ...clientId, keep: ['kept'] } satisfies Field;
    expect(rowOf({ field: some, now: 'kept' }).ticked).toBe(false);
    expect(rowOf({ field: some, now: 'other' }).ticked).toBe(true);
  });
});

describe('choices', () => {
  const choices = [
    { id: 'claim', kind: 'list' as const, options: ['leave', 'sub', 'email'], default: 'sub' },
    { id: 'on', kind: 'list' as const, options: ['leave', 'on', 'off'], default: 'leave' },
    { id: 'words', kind: 'text' as const, default: 'Continue' },
  ];
  const field = (choice: string, kind: 'text' | 'checkbox' = 'text'): Field =>
    textField('claim', { control: { kind }, value: { from: 'choice', choice } });
  const next = (choice: string, picked: Record<string, string>, kind: 'text' | 'checkbox' = 'text') =>
    rowOf({ field: field(choice, kind), now: kind === 'text' ? '' : false, choices: picked, form: { choices } });

  it('takes what is picked, else the default', () => {
    expect(next('claim', {}).next).toBe('sub');
    expect(next('claim', { claim: 'email' }).next).toBe('email');
    expect(next('words', { words: 'Log in' }).next).toBe('Log in');
    expect(next('words', { words: '' }).next).toBe('Continue');
  });

  it('takes nothing a list does not offer, and nothing from a prototype', () => {
    expect(next('claim', { claim: 'toString' }).next).toBe('sub');
    expect(next('words', Object.create({ words: 'inherited' })).next).toBe('Continue');
  });

  it('leaves the field alone when told so; a box is set by on and off', () => {
    expect(next('claim', { claim: 'leave' }).state).toBe('left');
    expect(next('on', {}, 'checkbox').state).toBe('left');
    expect(next('on', { on: 'on' }, 'checkbox')).toMatchObject({ state: 'change', next: true });
    expect(next('on', { on: 'off' }, 'checkbox')).toMatchObject({ state: 'same', next: false });
  });

  it('lists every choice with its value', () => {
    const planned = plan(formWith({ choices }), lookOf([]), values, { claim: 'email' }, ['client_secret']);
    expect(planned.choices.map(({ choice, value }) => [choice.id, value])).toEqual([
      ['claim', 'email'],
      ['on', 'leave'],
      ['words', 'Continue'],
    ]);
  });
});

describe('scopes in one text', () => {
  it.each([
    ['space', 'email openid profile groups'],
    ['comma', 'email,openid,profile,groups'],
  ] as const)("%s: the app's order, then what the profile adds", (as, next) => {
    const own = { scopes: ['openid', 'groups', 'profile', 'email', 'groups'] };
    expect(rowOf({ field: scopes(as, ['email', 'openid', 'profile']), now: '', own }).next).toBe(next);
  });

  it('parts names that a stored profile holds as one', () => {
    const own = { scopes: ['openid,email', 'groups offline_access', ','] };
    const next = 'email openid profile groups offline_access';
    expect(rowOf({ field: scopes('space', ['email', 'openid', 'profile']), now: '', own }).next).toBe(next);
  });

  it('does not add a common scope the app leaves out', () => {
    expect(rowOf({ field: scopes('comma', ['openid', 'email']), now: '' }).next).toBe('openid,email');
  });

  it.each([
    ['space', 'profile openid email', 'same'],
    ['space', 'email,openid,profile', 'change'],
    ['space', 'email openid', 'change'],
    ['comma', 'profile,openid,email', 'same'],
    ['comma', 'email, openid, profile', 'change'],
    ['comma', 'email openid profile', 'change'],
  ] as const)('%s: "%s" is %s', (as, now, state) => {
    expect(rowOf({ field: scopes(as, ['email', 'openid', 'profile']), now }).state).toBe(state);
  });
});

describe('scopes as a list', () => {
  const field = scopes('list', ['openid', 'profile', 'email'], ['profile', 'email', 'phone']);

  it('replaces the untouched list of a fresh install', () => {
    const row = rowOf({ field, now: ['profile', 'email', 'phone'] });
    expect(row).toMatchObject({ state: 'change', next: ['openid', 'profile', 'email'], extras: [], ticked: true });
  });

  it('lets items of others stay, with a tick to remove them', () => {
    const row = rowOf({ field, now: ['profile', 'email', 'phone', 'groups'] });
    expect(row).toMatchObject({ state: 'change', extras: ['phone', 'groups'], removeExtras: false, ticked: true });
    expect(rowOf({ field, now: ['email', 'openid', 'profile', 'groups'] })).toMatchObject({
      state: 'same',
      extras: ['groups'],
      ticked: false,
    });
  });

  it("compares as sets, and counts the profile's own scopes as ours", () => {
    expect(rowOf({ field, now: ['email', 'openid', 'profile'] })).toMatchObject({ state: 'same', extras: [] });
    const own = { scopes: ['openid', 'groups'] };
    expect(rowOf({ field, now: ['email', 'openid', 'profile', 'groups'], own })).toMatchObject({
      state: 'same',
      extras: [],
    });
  });
});

describe('warnings', () => {
  const key: FieldKey = 'token';
  const warn = (text: string, more: Partial<Field> = {}, form: Partial<Form> = {}) =>
    rowOf({
      field: textField(key, { value: { from: 'authentik', name: 'token' }, ...more }),
      now: '',
      own: { token: text },
      form,
    }).warnings;

  it("names the page's own rules before it refuses", () => {
    const rules = { rules: ['dot-in-host', 'at-most-255'] } satisfies Partial<Field>;
    expect(warn('https://authentik:9443/token/', rules)).toEqual(['dot-in-host']);
    expect(warn('https://127.0.0.1/token/', rules)).toEqual([]);
    expect(warn(`https://id.example/${'x'.repeat(255)}`, rules)).toEqual(['at-most-255']);
    expect(warn('https://authentik:9443/token/')).toEqual([]);
  });

  it.each([
    ['https://id.example/token/', []],
    ['http://id.example/token/', ['not-public-https']],
    ['https://id.internal/token/', ['not-public-https']],
    ['https://192.168.0.4/token/', ['not-public-https']],
    ['https://localhost/token/', ['not-public-https']],
  ])('an app whose servers call authentik: %s', (text, warnings) => {
    expect(warn(text, {}, { afterwards: ['public-https'] })).toEqual(warnings);
    expect(warn(text)).toEqual([]);
  });

  it('warns of changes only', () => {
    const field = textField(key, { value: { from: 'authentik', name: 'token' }, rules: ['dot-in-host'] });
    expect(rowOf({ field, now: 'https://a/', own: { token: 'https://a/' } }).warnings).toEqual([]);
  });
});
