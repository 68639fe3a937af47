import type { Adapter, AdapterPayload } from 'oidc-provider';

const MOST = 5000;

/** What the demonstration's identity provider remembers: in this process, for as long as it runs, and no more than so much. */
export function rememberInMemory(): (model: string) => Adapter {
  const kept = new Map<string, { payload: AdapterPayload; until: number }>();
  const live = (key: string) => {
    const entry = kept.get(key);
    return entry !== undefined && entry.until > Date.now() ? entry.payload : undefined;
  };
  return (model) => {
    const key = (id: string) => `${model}:${id}`;
    const first = (test: (payload: AdapterPayload) => boolean) => {
      for (const name of kept.keys()) {
        const payload = name.startsWith(`${model}:`) ? live(name) : undefined;
        if (payload !== undefined && test(payload)) return payload;
      }
      return undefined;
    };
    return {
      async upsert(id, payload, expiresIn) {
        kept.delete(key(id));
        kept.set(key(id), { payload, until: Date.now() + (expiresIn || 3600) * 1000 });
        const oldest = kept.keys().next();
        if (kept.size > MOST && oldest.done !== true) kept.delete(oldest.value);
      },
      async find(id) {
        return live(key(id));
      },
      async findByUid(uid) {
        return first((payload) => payload.uid === uid);
      },
      async findByUserCode(userCode) {
        return first((payload) => payload.userCode === userCode);
      },
      async consume(id) {
        const payload = live(key(id));
        if (payload !== undefined) payload.consumed = Math.floor(Date.now() / 1000);
      },
      async destroy(id) {
        kept.delete(key(id));
      },
      async revokeByGrantId(grantId) {
        for (const [name, { payload }] of kept) if (payload.grantId === grantId) kept.delete(name);
      },
    };
  };
}
