/** Names what differs between a profile that is here and one of a file; never the value of a secret. */
import type { FieldChange, Instance, Profile } from './schema';
import { secretOf } from './secret';

type Shown = Extract<FieldChange, { now: string }>;

/** In the order of the form. A file without the secret changes none. */
export function changesOf(
  instances: readonly Instance[],
  local: Profile,
  { incoming, instance }: { incoming: Profile; instance?: Instance },
): FieldChange[] {
  const own = instances.find(({ id }) => id === local.instanceId);
  const now = textsOf(local, own);
  const shown = textsOf(incoming, instance).flatMap(([field, next], index): Shown[] => {
    const before = now[index]?.[1] ?? '';
    return before === next ? [] : [{ field, now: before, next }];
  });
  return [...shown, ...secretChange(local, incoming)];
}

function secretChange(local: Profile, incoming: Profile): FieldChange[] {
  const before = secretOf(local);
  const next = secretOf(incoming);
  if (next === undefined || next === before) return [];
  return [{ field: local.kind === 'api-token' ? 'apiToken' : 'clientSecret', isFirst: before === undefined }];
}

/** Both profiles are of one kind, so both lists have the same fields in the same places. */
function textsOf(profile: Profile, instance: Instance | undefined): [Shown['field'], string][] {
  const address: [Shown['field'], string] = ['address', instance?.baseUrl ?? ''];
  const name: [Shown['field'], string] = ['name', profile.name];
  const instanceName: [Shown['field'], string] = ['instanceName', instance?.name ?? ''];
  if (profile.kind === 'api-token') return [address, name, instanceName];
  return [
    address,
    ['slug', profile.slug],
    name,
    ['clientId', profile.clientId],
    ['scopes', profile.scopes.join(' ')],
    ['redirectUris', profile.redirectUris.join('\n')],
    instanceName,
    ['issuerMode', instance?.issuerMode ?? ''],
  ];
}
