/** Keeps sessions, codes and tokens of the stand-in authentik in memory; outlives a change of a provider's settings. */

type Payload = Record<string, unknown>;

/** oidc-provider's storage interface, for one kind of record. */
interface Records {
  upsert(id: string, payload: Payload): Promise<void>;
  find(id: string): Promise<Payload | undefined>;
  findByUid(uid: string): Promise<Payload | undefined>;
  consume(id: string): Promise<void>;
  destroy(id: string): Promise<void>;
  revokeByGrantId(grantId: string): Promise<void>;
}

export type Adapter = (kind: string) => Records;

export function createMemoryAdapter(): Adapter {
  const kinds = new Map<string, Map<string, Payload>>();
  return (kind) => {
    const records = kinds.get(kind) ?? new Map<string, Payload>();
    kinds.set(kind, records);
    return {
      upsert: async (id, payload) => {
        records.set(id, payload);
      },
      find: async (id) => records.get(id),
      findByUid: async (uid) => [...records.values()].find((payload) => payload.uid === uid),
      consume: async (id) => {
        const payload = records.get(id);
        if (payload !== undefined) payload.consumed = Math.floor(Date.now() / 1000);
      },
      destroy: async (id) => {
        records.delete(id);
      },
      revokeByGrantId: async (grantId) => {
        for (const [id, payload] of records) {
          if (payload.grantId === grantId) records.delete(id);
        }
      },
    };
  };
}
