/** The clients of an authentik on their way into the vault: the preview, and taking over what that has shown. */
import * as z from 'zod/mini';
import type { Provider } from '@/authentik/api/providers';
import { ok, type Result } from '@/lib/result';
import type { ClientOutcome, ClientPreview, PreviewClient } from '@/messaging/client-import-protocol';
import { type ReadClient, type ReadClients, readClients } from '@/profiles/client-import';
import { rememberGone } from '@/profiles/gone-clients';
import { type ProfilePlan, planProfiles } from '@/profiles/import-plan';
import { putProfiles } from '@/profiles/import-profiles';
import { profileKind } from '@/profiles/kinds';
import { type Instance, instanceSchema, type Profile, profileSchema } from '@/profiles/schema';
import { secretOf } from '@/profiles/secret';
import { updateVault } from '@/vault/store';
import type { Transaction } from '@/vault/transaction';
import { showProfile, transferKinds } from '../import-plan';
import { keptImport } from '../kept-import';

/** Profiles by the number of their provider. */
interface Batch {
  instances: Instance[];
  profiles: { pk: number; profile: Profile }[];
}

const batchSchema: z.ZodMiniType<Batch> = z.object({
  instances: z.array(instanceSchema),
  profiles: z.array(z.object({ pk: z.number(), profile: profileSchema })),
});

/** What was read to the end of the list. */
export interface Listed {
  providers: Provider[];
  /** Of others than superusers authentik may have left out what they may not see. */
  isWhole: boolean;
}

/** The list of the last preview, secrets included. */
const list = keptImport('client-import', transferKinds);

/** Also remembers which profiles have lost their client, as far as the list tells. */
export async function previewClients(baseUrl: string, { providers, isWhole }: Listed): Promise<Result<ClientPreview>> {
  const read = await updateVault((transaction) =>
    ok(compared(transaction, readClients(transaction, baseUrl, providers), isWhole)),
  );
  if (!read.ok) return read;
  const { here, batch, ...shown } = read.value;
  const kept = await list.keep(here, JSON.stringify(batch));
  return kept.ok ? ok({ digest: kept.value, isWhole, ...shown }) : kept;
}

/** `take` are numbers of providers, `replace` ids of profiles here; fails as `KeptImport.take` does. */
export function importClients(
  digest: string,
  { take, replace }: { take: ReadonlySet<number>; replace: ReadonlySet<string> },
): Promise<Result<ClientOutcome>> {
  return list.take(digest, (transaction, content) => {
    const batch = batchSchema.parse(JSON.parse(content));
    const wanted = planOf(transaction, batch).filter(({ plan, pk }) => isWanted(plan, pk, { take, replace }));
    const plans = wanted.map(({ plan }) => plan);
    const ids = [...putProfiles(transaction, plans, replace).values()];
    return {
      added: plans.filter(({ state }) => state === 'new').length,
      replaced: plans.filter(({ state }) => state === 'changed').length,
      lacking: transaction.mode === 'encrypted' ? ids.flatMap((id) => lackingIn(transaction, id)) : [],
    };
  });
}

export function forgetClients(): Promise<Result<null>> {
  return list.forget();
}

function compared(transaction: Transaction, { baseUrl, instances, clients }: ReadClients, isWhole: boolean) {
  const profiles = clients.flatMap(({ pk, is }) => ('profile' in is ? [{ pk, profile: is.profile }] : []));
  const batch: Batch = { instances, profiles };
  const plans = new Map(planOf(transaction, batch).map(({ pk, plan }) => [pk, plan]));
  const known = new Set([...plans.values()].flatMap((plan) => ('local' in plan ? [plan.local.id] : [])));
  const clientIds = new Set(clients.map(({ clientId }) => clientId));
  const gone = rememberGone(transaction, baseUrl, { known, clientIds, isWhole });
  return {
    here: list.here(transaction),
    batch,
    clients: clients.map((client) => show(client, baseUrl, plans.get(client.pk))),
    gone: gone.map(({ id, name }) => ({ id, name })),
  };
}

function planOf(transaction: Transaction, { instances, profiles }: Batch): { pk: number; plan: ProfilePlan }[] {
  const plans = planProfiles(transaction, { instances, profiles: profiles.map(({ profile }) => profile) });
  return plans.flatMap((plan, index) => {
    const pk = profiles[index]?.pk;
    return pk === undefined ? [] : [{ pk, plan }];
  });
}

function isWanted(
  plan: ProfilePlan,
  pk: number,
  { take, replace }: { take: ReadonlySet<number>; replace: ReadonlySet<string> },
): boolean {
  if (plan.state === 'new') return take.has(pk);
  return plan.state === 'changed' && replace.has(plan.local.id);
}

function show({ is, ...client }: ReadClient, baseUrl: string, plan: ProfilePlan | undefined): PreviewClient {
  const id = String(client.pk);
  if (plan) return { ...client, profile: { ...showProfile(plan), id } };
  const { why, name, slug } = 'why' in is ? is : { why: 'incomplete' as const, name: is.profile.name, slug: undefined };
  const about = { id, kind: 'oidc-client' as const, name, baseUrl, ...(slug !== undefined && { slug }) };
  return { ...client, profile: { ...about, state: 'left-out', why } };
}

function lackingIn(transaction: Transaction, id: string): { id: string; name: string }[] {
  const profile = transaction.find(profileKind, id);
  return profile && secretOf(profile) === undefined ? [{ id, name: profile.name }] : [];
}
