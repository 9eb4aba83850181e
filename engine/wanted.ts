/** The value each field is to hold, out of the profile, the page's address and the administrator's choices. */
import type { Choice, Field, Form, Value } from '@/recipes/schema';
import type { FieldValue, PageLook, ProfileValues } from './model';

export interface Sources {
  look: PageLook;
  values: ProfileValues;
  choices: readonly { choice: Choice; value: string }[];
}

/** Scopes every profile holds: an app's own list decides about these. */
const commonScopes = ['openid', 'email', 'profile'];

/** Undefined when the field is the administrator's own, or takes a secret. */
export function wantedValue(field: Field, sources: Sources): FieldValue | undefined {
  const { value } = field;
  switch (value.from) {
    case 'authentik':
      return sources.values[value.name];
    case 'profile':
      return isSecret(field) ? undefined : sources.values.client_id;
    case 'scopes':
      return scopesAs(value.as, scopesOf(value.wanted, sources.values.scopes));
    case 'page':
      return fromPage(value.template, sources.look.origin, sources.look.basePath);
    case 'constant':
      return value.text;
    case 'choice':
      return chosenValue(field, value.choice, sources);
    case 'user':
      return undefined;
  }
}

export function isSecret({ value }: Field): boolean {
  return value.from === 'profile' && value.name === 'client_secret';
}

/** A page's own address in a recipe's words: `{origin}` without a final slash, `{basePath}` with both. */
export function fromPage(template: string, origin: string, basePath: string): string {
  return template.replaceAll('{origin}', origin).replaceAll('{basePath}', basePath);
}

/** What is picked for each choice; a list knows its own options only. */
export function chosen(form: Form, choices: Record<string, string>): { choice: Choice; value: string }[] {
  return (form.choices ?? []).map((choice) => {
    const picked = Object.hasOwn(choices, choice.id) ? choices[choice.id] : undefined;
    const isOffered = picked && (choice.kind === 'text' || choice.options?.includes(picked));
    return { choice, value: isOffered ? picked : choice.default };
  });
}

type ScopeSpelling = Extract<Value, { from: 'scopes' }>['as'];

/** Scopes of a page as one list, in the app's spelling; anything else in it stays and is told apart by comparing. */
export function scopeItems(now: FieldValue, as: ScopeSpelling): string[] {
  if (Array.isArray(now)) return now;
  return typeof now === 'string' ? now.split(as === 'comma' ? ',' : ' ') : [];
}

/**
 * The app's list in its order, then what the profile adds. No name holds a blank or a comma, whatever a stored profile
 * says: an app would send it as another list.
 */
function scopesOf(wanted: readonly string[], own: readonly string[]): string[] {
  const names = own.flatMap((scope) => scope.split(/[\s,]+/)).filter((name) => name !== '');
  return [...new Set([...wanted, ...names.filter((name) => !commonScopes.includes(name))])];
}

function scopesAs(as: ScopeSpelling, scopes: string[]): FieldValue {
  return as === 'list' ? scopes : scopes.join(as === 'comma' ? ',' : ' ');
}

function chosenValue(field: Field, id: string, { choices }: Sources): FieldValue | undefined {
  const value = choices.find(({ choice }) => choice.id === id)?.value;
  if (value === undefined || value === 'leave') return undefined;
  return field.control.kind === 'checkbox' ? value === 'on' : value;
}
