/** A form, a plan and background answers as the panel gets them; every secret looks like a test secret. */
import { vi } from 'vitest';
import type { PageLook, Plan, PlanRow, ProfileValues } from '@/engine/model';
import { ok } from '@/lib/result';
import espocrm from '@/recipes/apps/espocrm';
import type { Form } from '@/recipes/schema';
import type { Ports } from '@/ui/page/ports';
import type { PageActions } from '@/ui/page/state';

export const form = theForm();
export const secret = 'test-secret-not-real';
export const callback = 'https://espocrm.company/oauth-callback.php';

export const look: PageLook = {
  app: 'espocrm',
  form: 'authentication',
  origin: 'https://espocrm.company',
  basePath: '/',
  readings: [],
  method: { now: 'Oidc', nowLabel: 'OIDC', isWanted: true },
  callbacks: [{ url: callback, how: 'read' }],
  notices: [],
  saveName: 'Save',
};

export const otherMethod: PageLook = { ...look, method: { now: 'Espo', nowLabel: 'Espo', isWanted: false } };

export const values: ProfileValues = {
  base_url: 'https://authentik.company',
  tokens_page: 'https://authentik.company/if/admin/#/core/tokens',
  issuer: 'https://authentik.company/application/o/espo/',
  discovery: 'https://authentik.company/application/o/espo/.well-known/openid-configuration',
  authorization: 'https://authentik.company/application/o/authorize/',
  token: 'https://authentik.company/application/o/token/',
  userinfo: 'https://authentik.company/application/o/userinfo/',
  jwks: 'https://authentik.company/application/o/espo/jwks/',
  end_session: 'https://authentik.company/application/o/espo/end-session/',
  client_id: 'test-client-id',
  scopes: ['openid', 'email', 'profile'],
};

export function row(part: Partial<PlanRow> & Pick<PlanRow, 'key'>): PlanRow {
  const change = { state: 'change', now: '', next: 'next', isSecret: false, ticked: true } as const;
  return { ...change, warnings: [], extras: [], removeExtras: false, ...part };
}

export const secretRow: PlanRow = {
  key: 'client_secret',
  state: 'change',
  isSecret: true,
  ticked: true,
  warnings: [],
  extras: [],
  removeExtras: false,
};

export function planOf(...rows: PlanRow[]): Plan {
  return { rows, choices: [] };
}

/** Ports where everything goes well; a test replaces what it is about. */
export function fakePorts(plan: Plan) {
  const filled = plan.rows.map(({ key }) => ({ key, outcome: 'filled' as const }));
  return {
    see: vi.fn<Ports['see']>(() => ({ form, look })),
    notices: vi.fn<Ports['notices']>(() => []),
    plan: vi.fn<Ports['plan']>(() => plan),
    switchMethod: vi.fn<Ports['switchMethod']>(async () => true),
    openFields: vi.fn<Ports['openFields']>(async () => true),
    fill: vi.fn<Ports['fill']>(async () => ({
      report: { fields: filled, callbacks: look.callbacks, restorable: plan.rows.map(({ key }) => key) },
      restore: async () => ({ fields: filled, secretKept: true }),
    })),
    mark: vi.fn<Ports['mark']>(),
    askPlan: vi.fn<Ports['askPlan']>(async () =>
      ok({ values, choices: {}, secrets: ['client_secret'], consent: 'consent-1' }),
    ),
    askFill: vi.fn<Ports['askFill']>(async () => ok({ secrets: { client_secret: secret } })),
    askPress: vi.fn<Ports['askPress']>(async () => ok(null)),
    askUnlock: vi.fn<Ports['askUnlock']>(async () => ok(null)),
    askTask: vi.fn<Ports['askTask']>(async () => ok(null)),
    tell: vi.fn<Ports['tell']>(),
  };
}

export function fakeActions() {
  return {
    open: vi.fn<PageActions['open']>(),
    openWithout: vi.fn<PageActions['openWithout']>(),
    hide: vi.fn<PageActions['hide']>(),
    close: vi.fn<PageActions['close']>(),
    switchMethod: vi.fn<PageActions['switchMethod']>(),
    tick: vi.fn<PageActions['tick']>(),
    removeExtras: vi.fn<PageActions['removeExtras']>(),
    choose: vi.fn<PageActions['choose']>(),
    fill: vi.fn<PageActions['fill']>(),
    restore: vi.fn<PageActions['restore']>(),
    openTask: vi.fn<PageActions['openTask']>(),
  };
}

function theForm(): Form {
  const [first] = espocrm.forms;
  if (!first) throw new Error('EspoCRM has lost its form.');
  return first;
}
