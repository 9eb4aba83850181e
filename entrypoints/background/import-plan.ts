/** Plans an import over all kinds of record, shows the plan, and carries it out. */
import type { ImportOutcome, ImportPreview, PreviewProfile, PreviewSite } from '@/messaging/transfer';
import { type ProfilePlan, planProfiles } from '@/profiles/import-plan';
import { putProfiles } from '@/profiles/import-profiles';
import { instanceKind, profileKind } from '@/profiles/kinds';
import { secretOf } from '@/profiles/secret';
import { bindingKind } from '@/sites/bindings';
import { callbackKind } from '@/sites/captured-callbacks';
import { type CallbackPlan, planCallbacks, planSites, type SitePlan, type Targets } from '@/sites/import-plan';
import { putSites } from '@/sites/import-sites';
import type { RecordKind } from '@/vault/record-kind';
import type { Snapshot, Transaction } from '@/vault/transaction';
import type { TransferRecord } from '@/vault/transfer';
import { findRecipe } from './find-form';

/**
 * What a file is made of. Not among them: that a site without https was accepted, and when the vault locks by itself.
 * Those were said for this browser, and no file may say them.
 */
export const transferKinds = [instanceKind, profileKind, bindingKind, callbackKind];

interface ImportPlan {
  profiles: ProfilePlan[];
  sites: SitePlan[];
  callbacks: CallbackPlan[];
}

/** What would become of every record of a file, which `readEnvelope` has parsed. */
export function planImport(snapshot: Snapshot, records: readonly TransferRecord[]): ImportPlan {
  const profiles = planProfiles(snapshot, {
    instances: ofKind(records, instanceKind),
    profiles: ofKind(records, profileKind),
  });
  const targets = targetsOf(profiles);
  return {
    profiles,
    sites: planSites(snapshot, ofKind(records, bindingKind), targets),
    callbacks: planCallbacks(snapshot, ofKind(records, callbackKind), { targets, vendorHosts }),
  };
}

/** The plan in words for a screen; of secrets only that they change. */
export function previewOf({
  profiles,
  sites,
  callbacks,
}: ImportPlan): Pick<ImportPreview, 'profiles' | 'sites' | 'callbacks'> {
  const names = new Map(profiles.map(({ incoming }) => [incoming.id, incoming.name]));
  return {
    profiles: profiles.map(showProfile),
    sites: sites.map((plan) => showSite(plan, names.get(plan.incoming.profileId))),
    callbacks: callbacks.map(({ incoming: { id, url, app, origin }, state }) => ({ id, url, app, origin, state })),
  };
}

/** Takes over what is new, and the changes of the profiles in `replace`; the same plan for the same records. */
export function takeOver(
  transaction: Transaction,
  records: readonly TransferRecord[],
  replace: ReadonlySet<string>,
): ImportOutcome {
  const plan = planImport(transaction, records);
  putSites(transaction, plan, putProfiles(transaction, plan.profiles, replace));
  const isNew = ({ state }: { state: string }): boolean => state === 'new';
  return {
    added: plan.profiles.filter(isNew).length,
    replaced: plan.profiles.filter((one) => one.state === 'changed' && replace.has(one.local.id)).length,
    sites: plan.sites.filter(isNew).length,
    callbacks: plan.callbacks.filter(isNew).length,
  };
}

function ofKind<T extends { id: string }>(records: readonly TransferRecord[], kind: RecordKind<T>): T[] {
  return records.flatMap((record) => (record.kind === kind.name ? (kind.parse(record.data) ?? []) : []));
}

function targetsOf(profiles: readonly ProfilePlan[]): Targets {
  return new Map(
    profiles.flatMap((plan) => {
      if (plan.state === 'left-out') return [];
      const target = plan.state === 'new' ? { state: plan.state } : { state: 'here' as const, id: plan.local.id };
      return [[plan.incoming.id, target] as const];
    }),
  );
}

function vendorHosts(app: string): string[] {
  return findRecipe(app)?.forms.flatMap(({ callbackHosts = [] }) => callbackHosts) ?? [];
}

/** One profile of a plan in words for a screen. */
export function showProfile(plan: ProfilePlan): PreviewProfile {
  const { incoming, instance } = plan;
  const about = {
    id: incoming.id,
    kind: incoming.kind,
    name: incoming.name,
    ...(instance && { baseUrl: instance.baseUrl }),
    ...(incoming.kind === 'oidc-client' && { slug: incoming.slug }),
  };
  if (plan.state === 'left-out') return { ...about, state: plan.state, why: plan.why };
  if (plan.state === 'new') return { ...about, state: plan.state, hasSecret: secretOf(incoming) !== undefined };
  const { id, name } = plan.local;
  return { ...about, state: plan.state, here: { id, name }, changes: plan.changes };
}

function showSite(plan: SitePlan, profile: string | undefined): PreviewSite {
  const { id, origin, basePath, app } = plan.incoming;
  const about = { id, origin, basePath, app, ...(profile !== undefined && { profile }) };
  return plan.state === 'left-out' ? { ...about, state: plan.state, why: plan.why } : { ...about, state: plan.state };
}
