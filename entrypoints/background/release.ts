/** Decides what a page gets of the profile it is bound to: values for the preview, secrets for one fill. */
import type { ProfileValues } from '@/engine/model';
import { fail, ok, type Result } from '@/lib/result';
import { profileKind } from '@/profiles/kinds';
import type { FieldKey, Form } from '@/recipes/schema';
import { bindingKind, findBinding, type Place, rememberChoices } from '@/sites/bindings';
import type { Consent } from '@/sites/consent';
import { checkTransport } from '@/sites/transport';
import type { Snapshot, Transaction } from '@/vault/transaction';
import { findForm } from './find-form';
import { knownProfile } from './known-profiles';

type Secrets = Partial<Record<FieldKey, string>>;

export interface Offer {
  values: ProfileValues;
  choices: Record<string, string>;
  secret: 'stored' | 'none';
  /** What the consent is about. */
  terms: Pick<Consent, 'bindingId' | 'profileId' | 'revision'>;
}

/** The non-secret values for this exact place. Fails with `not-bound`, or where the transport forbids a fill. */
export function offer(snapshot: Snapshot, place: Place): Result<Offer> {
  const transport = checkTransport(snapshot, place.origin);
  if (!transport.ok) return transport;
  const binding = findBinding(snapshot, place);
  const profile = binding && knownProfile(snapshot, binding.profileId);
  if (!binding || !profile) return fail('not-bound');
  const { summary, values } = profile;
  return ok({
    values,
    choices: binding.choices,
    secret: summary.hasSecret ? 'stored' : 'none',
    terms: { bindingId: binding.id, profileId: summary.id, revision: summary.revision },
  });
}

/**
 * The secrets for the named fields of a spent consent, after everything has been checked anew: the binding still leads
 * from this origin to this profile, unchanged since the preview. Remembers the choices. Fails with `not-bound`,
 * `consent-spent` (the profile has changed), `no-secret`, or where the transport forbids a fill.
 */
export function release(
  transaction: Transaction,
  consent: Consent,
  origin: string,
  { fields, choices }: { fields: FieldKey[]; choices: Record<string, string> },
): Result<{ secrets: Secrets }> {
  const transport = checkTransport(transaction, origin);
  if (!transport.ok) return transport;
  const binding = transaction.find(bindingKind, consent.bindingId);
  const form = binding && findForm(binding.app, binding.form)?.form;
  if (!form || binding.origin !== origin || binding.profileId !== consent.profileId) return fail('not-bound');
  const profile = transaction.find(profileKind, consent.profileId);
  if (!profile) return fail('not-bound');
  if (profile.revision !== consent.revision) return fail('consent-spent');
  const keys = secretFields(form).filter((key) => fields.includes(key));
  const { clientSecret } = profile;
  if (keys.length > 0 && !clientSecret) return fail('no-secret');
  const picked = { ...binding.choices, ...knownChoices(form, choices) };
  if (!isSame(picked, binding.choices)) rememberChoices(transaction, binding, picked);
  return ok({ secrets: Object.fromEntries(keys.map((key) => [key, clientSecret])) });
}

/** Fields the recipe fills with the profile's secret; the page can name others, and gets nothing for them. */
function secretFields(form: Form): FieldKey[] {
  return form.fields
    .filter(({ value }) => value.from === 'profile' && value.name === 'client_secret')
    .map(({ key }) => key);
}

/** Choices the recipe declares, with options it knows. */
function knownChoices(form: Form, picked: Record<string, string>): Record<string, string> {
  const known = (form.choices ?? []).flatMap((choice) => {
    const value = Object.hasOwn(picked, choice.id) ? picked[choice.id] : undefined;
    const fits = value !== undefined && (choice.kind === 'text' || choice.options?.includes(value));
    return fits ? [[choice.id, value] as const] : [];
  });
  return Object.fromEntries(known);
}

function isSame(left: Record<string, string>, right: Record<string, string>): boolean {
  const keys = Object.keys(left);
  return keys.length === Object.keys(right).length && keys.every((key) => left[key] === right[key]);
}
