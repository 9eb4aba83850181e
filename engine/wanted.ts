/** The value each field is to hold, out of the profile, the page's address and the administrator's choices. */
import type { Choice, Field, Form, Value } from '@/recipes/schema';
import type { FieldValue, PageLook, PlanRow, ProfileValues, SecretName } from './model';

export interface Sources {
  look: PageLook;
  values: ProfileValues;
  choices: readonly { choice: Choice; value: string }[];
  /** The rows of the fields before. */
  planned: readonly PlanRow[];
}

/** Scopes every profile holds: an app's own list decides about these. */
const commonScopes = ['openid', 'email', 'profile'];

/** Undefined when the field is the administrator's own, takes a secret, or the profile has no such value. */
export function wantedValue(field: Field, sources: Sources): FieldValue | undefined {
  const { value } = field;
  const { look, values, choices } = sources;
  switch (value.from) {
    case 'authentik':
      return addressAs(values[value.name], value.as, values.base_url);
    case 'profile':
      return value.name === 'client_id' ? values.client_id : undefined;
    case 'scopes':
      return values.scopes && scopesAs(value.as, scopesOf(value, values.scopes));
    case 'page':
      return fromPage(value.template, look, (key) => textOf(key, sources));
    case 'constant':
      return settingOf(field, value.text);
    case 'choice': {
      const picked = choices.find(({ choice }) => choice.id === value.choice)?.value;
      return picked === undefined || picked === 'leave' ? undefined : settingOf(field, picked);
    }
    case 'user':
      return undefined;
  }
}

/** The one secret a field takes; no other ever goes there. */
export function secretOf({ value }: Field): SecretName | undefined {
  return value.from === 'profile' && value.name !== 'client_id' ? value.name : undefined;
}

export function isSecret(field: Field): boolean {
  return secretOf(field) !== undefined;
}

type Place = Pick<PageLook, 'origin' | 'basePath'>;

/**
 * A page's own address in a recipe's words: `{origin}` without a final slash, `{basePath}` with both, `{field:KEY}` what a
 * field holds. Undefined when such a field is empty or not there.
 */
export function fromPage(
  template: string,
  { origin, basePath }: Place,
  textOf: (key: string) => string | undefined,
): string | undefined {
  let isWhole = true;
  const text = template.replace(
    /\{(origin|basePath|field:(\w+))\}/g,
    (_whole, name: string, key: string | undefined) => {
      const part = key === undefined ? { origin, basePath }[name] : textOf(key);
      isWhole &&= Boolean(part);
      return part ?? '';
    },
  );
  return isWhole ? text : undefined;
}

/** What a field holds now, or will once the plan is carried out. */
function textOf(key: string, { look, planned }: Sources): string | undefined {
  const row = planned.find((one) => one.key === key);
  const text = row?.ticked ? row.next : look.readings.find((reading) => reading.key === key)?.now;
  return typeof text === 'string' ? text : undefined;
}

function addressAs(
  address: string | undefined,
  as: 'path' | 'without-slash' | undefined,
  base: string,
): string | undefined {
  const bare = base.replace(/\/$/, '');
  switch (as) {
    case 'path':
      return address?.startsWith(`${bare}/`) ? address.slice(bare.length) : undefined;
    case 'without-slash':
      return address?.replace(/\/$/, '');
    case undefined:
      return address;
  }
}

/** A box or switch is set by the words `on` and `off`. */
function settingOf({ control: { kind } }: Field, text: string): FieldValue {
  return kind === 'checkbox' || kind === 'switch' ? text === 'on' : text;
}

/** What is picked for each choice; a list knows its own options only. */
export function chosen(form: Form, choices: Record<string, string>): { choice: Choice; value: string }[] {
  return (form.choices ?? []).map((choice) => {
    const picked = Object.hasOwn(choices, choice.id) ? choices[choice.id] : undefined;
    const isOffered = picked && (choice.kind === 'text' || choice.options?.includes(picked));
    return { choice, value: isOffered ? picked : choice.default };
  });
}

type Scopes = Extract<Value, { from: 'scopes' }>;

const separators = { space: ' ', comma: ',', 'comma-blank': ', ' };

/** Scopes of a page as one list, in the app's spelling; anything else in it stays and is told apart by comparing. */
export function scopeItems(now: FieldValue, as: Scopes['as']): string[] {
  if (Array.isArray(now)) return now;
  return typeof now === 'string' && as !== 'list' ? now.split(separators[as]) : [];
}

/**
 * The app's list in its order, then what the profile adds, unless the app has no use for it. No name holds a blank or a
 * comma, whatever a stored profile says: an app would send it as another list.
 */
function scopesOf({ wanted, own }: Scopes, ofProfile: readonly string[]): string[] {
  const names = own === 'leave-out' ? [] : ofProfile.flatMap((scope) => scope.split(/[\s,]+/));
  return [...new Set([...wanted, ...names.filter((name) => name !== '' && !commonScopes.includes(name))])];
}

function scopesAs(as: Scopes['as'], scopes: string[]): FieldValue {
  return as === 'list' ? scopes : scopes.join(separators[as]);
}
