// @vitest-environment node
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fail, ok } from '@/lib/result';
import { Flow } from '@/ui/page/flow';
import type { Ports } from '@/ui/page/ports';
import type { PageState } from '@/ui/page/state';
import { fakePorts, form, look, otherMethod, planOf, row, secret, secretRow, values } from './samples';

const plan = planOf(row({ key: 'client_id' }), secretRow);
let life: AbortController;
let states: PageState[];

beforeEach(() => {
  life = new AbortController();
  states = [];
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function start(parts: Partial<Ports> = {}, of = plan) {
  const ports = fakePorts(of);
  const flow = new Flow({ ...ports, ...parts }, (state) => states.push(state), life.signal);
  return { ports, flow };
}

describe('from the press to the preview', () => {
  it('shows the preview at once where the sign-in method is right', async () => {
    const { flow, ports } = start();
    await flow.open();
    expect(flow.state).toMatchObject({ view: 'preview', asksAboutMissing: false });
    expect(ports.switchMethod).not.toHaveBeenCalled();
    expect(ports.plan).toHaveBeenCalledWith({ form, look }, values, {}, ['client_secret']);
  });

  it('asks about another sign-in method first, and touches nothing before the answer', async () => {
    const see = vi.fn<Ports['see']>(() => ({ form, look: otherMethod }));
    const { flow, ports } = start({ see });
    await flow.open();
    expect(flow.state).toEqual({ view: 'method', nowLabel: 'Espo', wantedLabel: 'OIDC' });
    expect(ports.switchMethod).not.toHaveBeenCalled();
    expect(ports.openFields).not.toHaveBeenCalled();
    see.mockReturnValue({ form, look });
    await flow.switchMethod();
    expect(flow.state.view).toBe('preview');
  });

  it('says so when the page does not take the method or show its fields', async () => {
    const refused = start({ see: () => ({ form, look: otherMethod }), switchMethod: async () => false });
    await refused.flow.open();
    await refused.flow.switchMethod();
    expect(refused.flow.state).toMatchObject({ trouble: 'method' });
    const closed = start({ openFields: async () => false });
    await closed.flow.open();
    expect(closed.flow.state).toMatchObject({ trouble: 'steps' });
  });

  it('shows the preview of a form that lacks one needed field', async () => {
    const partly = { ...look, readings: [{ key: 'client_id' as const, state: 'found' as const, now: '' }] };
    const { flow } = start({ openFields: async () => false, see: () => ({ form, look: partly }) });
    await flow.open();
    expect(flow.state.view).toBe('preview');
  });

  it.each([
    ['not-bound', 'not-bound'],
    ['not-found', 'not-bound'],
    ['http-not-acknowledged', 'http-not-acknowledged'],
    ['no-answer', 'no-answer'],
    ['storage-failed', 'generic'],
  ] as const)('stops at the failure %s with the words of %s', async (kind, trouble) => {
    const { flow } = start({ askPlan: async () => fail(kind) });
    await flow.open();
    expect(flow.state).toEqual({ view: 'message', kind: 'trouble', trouble });
  });

  it('says so when a press could not be judged', () => {
    const { flow } = start();
    flow.failed({ kind: 'not-bound' });
    expect(flow.state).toEqual({ view: 'message', kind: 'trouble', trouble: 'not-bound' });
  });

  it('opens the unlock window for a locked vault and goes on after it', async () => {
    const askPlan = vi.fn<Ports['askPlan']>(async () => fail('vault-locked'));
    const { flow, ports } = start({ askPlan });
    await flow.open();
    expect(flow.state).toEqual({ view: 'message', kind: 'waiting', for: 'locked' });
    expect(ports.askUnlock).toHaveBeenCalledTimes(1);
    askPlan.mockResolvedValue(ok({ values, choices: {}, secrets: ['client_secret'], consent: 'consent-2' }));
    flow.answered(false);
    await vi.waitFor(() => expect(flow.state.view).toBe('preview'));
  });

  it('opens the window for a secret that is kept nowhere, and goes on with it or without', async () => {
    const askPlan = vi.fn<Ports['askPlan']>(async () => fail('secret-needed'));
    const { flow, ports } = start({ askPlan });
    await flow.open();
    expect(flow.state).toEqual({ view: 'message', kind: 'waiting', for: 'secret' });
    expect(ports.askUnlock).toHaveBeenCalledTimes(1);
    expect(askPlan).toHaveBeenLastCalledWith(look, false);
    askPlan.mockResolvedValue(ok({ values, choices: {}, secrets: [], consent: 'consent-2' }));
    flow.answered(true);
    await vi.waitFor(() => expect(flow.state).toMatchObject({ view: 'preview', secrets: [] }));
    expect(askPlan).toHaveBeenLastCalledWith(look, true);
    vi.setSystemTime(Date.now() + 30_000);
    await flow.fill();
    expect(askPlan).toHaveBeenLastCalledWith(look, true);
    flow.close();
    await flow.open();
    expect(askPlan).toHaveBeenLastCalledWith(look, false);
  });

  it('opens the window again by a press, or goes on where the vault was unlocked elsewhere', async () => {
    const { flow, ports } = start();
    ports.askPlan.mockResolvedValueOnce(fail('vault-locked')).mockResolvedValueOnce(fail('vault-locked'));
    await flow.open();
    await flow.open();
    expect(ports.askUnlock).toHaveBeenCalledTimes(2);
    await flow.open();
    expect(flow.state.view).toBe('preview');
  });

  it('takes the preview away when the vault is locked, and asks anew at the next press', async () => {
    const { flow, ports } = start();
    await flow.open();
    flow.locked();
    expect(flow.state).toEqual({ view: 'button' });
    ports.askPlan.mockResolvedValue(fail('vault-locked'));
    await flow.open();
    expect(flow.state).toEqual({ view: 'message', kind: 'waiting', for: 'locked' });
  });

  it('shows no preview of a vault that was locked while the fields were opened', async () => {
    const { flow } = start({
      openFields: async () => {
        flow.locked();
        return true;
      },
    });
    await flow.open();
    expect(flow.state).toEqual({ view: 'button' });
  });

  it('does not open by itself when nobody waited for the unlock', () => {
    const { flow, ports } = start();
    flow.answered(false);
    expect(ports.askPlan).not.toHaveBeenCalled();
  });
});

describe('the preview', () => {
  it('passes ticks on and leaves out what was unticked', async () => {
    const { flow, ports } = start();
    await flow.open();
    flow.tick('client_secret', false);
    await flow.fill();
    expect(ports.askFill).toHaveBeenCalledWith({ consent: 'consent-1', fields: ['client_id'], choices: {} });
    const [rows] = ports.fill.mock.calls[0] ?? [];
    expect(rows?.map(({ key, ticked }) => [key, ticked])).toEqual([
      ['client_id', true],
      ['client_secret', false],
    ]);
  });

  it('makes the plan anew with a choice and sends it with the fill', async () => {
    const choice = { id: 'claim', kind: 'list', options: ['sub', 'preferred_username'], default: 'sub' } as const;
    const withChoice: Ports['plan'] = (_sight, _values, choices) => ({
      ...plan,
      choices: [{ choice: { ...choice, options: [...choice.options] }, value: choices.claim ?? 'sub' }],
    });
    const { flow, ports } = start({ plan: withChoice });
    await flow.open();
    flow.choose('claim', 'preferred_username');
    expect(flow.state).toMatchObject({ plan: { choices: [{ value: 'preferred_username' }] } });
    await flow.fill();
    expect(ports.askFill.mock.calls[0]?.[0].choices).toEqual({ claim: 'preferred_username' });
  });

  it('asks once about a missing field and then fills the rest', async () => {
    const { flow, ports } = start({}, planOf(row({ key: 'client_id' }), row({ key: 'token', state: 'missing' })));
    await flow.open();
    await flow.fill();
    expect(flow.state).toMatchObject({ view: 'preview', asksAboutMissing: true });
    expect(ports.askFill).not.toHaveBeenCalled();
    await flow.fill();
    expect(flow.state.view).toBe('report');
  });
});

describe('the consent', () => {
  it('is renewed by the press on Fill when it has become old', async () => {
    const { flow, ports } = start();
    await flow.open();
    ports.askPlan.mockResolvedValue(ok({ values, choices: {}, secrets: ['client_secret'], consent: 'consent-2' }));
    vi.setSystemTime(Date.now() + 60_000);
    await flow.fill();
    expect(ports.askFill.mock.calls[0]?.[0].consent).toBe('consent-2');
    expect(flow.state.view).toBe('report');
  });

  it('does not hold for a profile that was changed meanwhile', async () => {
    const { flow, ports } = start();
    await flow.open();
    const changed = { ...values, client_id: 'other' };
    ports.askPlan.mockResolvedValue(
      ok({ values: changed, choices: {}, secrets: ['client_secret'], consent: 'consent-2' }),
    );
    vi.setSystemTime(Date.now() + 60_000);
    await flow.fill();
    expect(flow.state).toMatchObject({ trouble: 'profile-changed' });
    expect(ports.askFill).not.toHaveBeenCalled();
  });

  it('spent or expired: says so and keeps what was ticked', async () => {
    const { flow } = start({ askFill: async () => fail('consent-spent') });
    await flow.open();
    flow.tick('client_id', false);
    await flow.fill();
    expect(flow.state).toMatchObject({ trouble: 'consent-spent' });
    await flow.open();
    expect(flow.state).toMatchObject({ plan: { rows: [{ key: 'client_id', ticked: false }, { ticked: true }] } });
  });
});

describe('a fill soon after another one', () => {
  const soon = async (answers: ReturnType<Ports['askFill']>[]) => {
    const askFill = vi.fn<Ports['askFill']>(() => answers.shift() ?? Promise.reject(new Error('asked too often')));
    const { flow, ports } = start({ askFill });
    await flow.open();
    const filled = flow.fill();
    await vi.advanceTimersByTimeAsync(1999);
    expect(askFill).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(1);
    await filled;
    return { flow, ports, askFill };
  };

  it('waits for its turn, and asks with the same consent', async () => {
    const { flow, ports, askFill } = await soon([
      Promise.resolve(fail('too-fast')),
      Promise.resolve(ok({ secrets: { client_secret: secret } })),
    ]);
    expect(flow.state.view).toBe('report');
    expect(ports.fill).toHaveBeenCalledTimes(1);
    expect(askFill.mock.calls[1]).toEqual(askFill.mock.calls[0]);
  });

  it('says so when its turn does not come', async () => {
    const { flow, ports } = await soon([Promise.resolve(fail('too-fast')), Promise.resolve(fail('too-fast'))]);
    expect(flow.state).toMatchObject({ trouble: 'too-fast' });
    expect(ports.fill).not.toHaveBeenCalled();
  });
});

describe('the fill', () => {
  it('reports, marks the fields and tells the background', async () => {
    const { flow, ports } = start();
    await flow.open();
    await flow.fill();
    expect(flow.state).toMatchObject({ view: 'report', saveName: 'Save', restore: { state: 'offered' } });
    expect(ports.mark).toHaveBeenCalledWith(['client_id', 'client_secret']);
    expect(ports.tell).toHaveBeenCalledWith({
      consent: 'consent-1',
      fields: [
        { key: 'method', outcome: 'already-right' },
        { key: 'client_id', outcome: 'filled' },
        { key: 'client_secret', outcome: 'filled' },
      ],
    });
  });

  it('never holds the secret in what it shows', async () => {
    const { flow, ports } = start();
    await flow.open();
    await flow.fill();
    expect(ports.fill.mock.calls[0]?.[1]).toEqual({ client_secret: secret });
    expect(JSON.stringify([states, flow])).not.toContain(secret);
  });

  it('takes no second press while the first is under way', async () => {
    const { flow, ports } = start();
    await flow.open();
    await Promise.all([flow.fill(), flow.fill(), flow.open()]);
    expect(ports.askFill).toHaveBeenCalledTimes(1);
  });

  it('asks the person to check when the page breaks it off', async () => {
    const { flow } = start({ fill: () => Promise.reject(new Error('gone')) });
    await flow.open();
    await flow.fill();
    expect(flow.state).toMatchObject({ trouble: 'fill-stopped' });
  });

  it('A8: shows nothing any more after a change of route', async () => {
    const { flow } = start();
    await flow.open();
    const before = states.length;
    life.abort();
    await flow.fill();
    flow.close();
    expect(states).toHaveLength(before);
  });
});

describe('a page that is drawn anew after the fill', () => {
  const lost = { ...look, readings: [{ key: 'client_secret' as const, state: 'found' as const, holdsSecret: false }] };

  it('loses the secret: it is not called filled any more', async () => {
    const { flow, ports } = start();
    await flow.open();
    await flow.fill();
    flow.pageChanged();
    expect(flow.state).toMatchObject({ report: { fields: [{}, {}, { outcome: 'filled' }] } });
    ports.see.mockReturnValue({ form, look: lost });
    flow.pageChanged();
    expect(flow.state).toMatchObject({
      report: { fields: [{}, { outcome: 'filled' }, { key: 'client_secret', outcome: 'refused-by-page' }] },
    });
  });

  it("empties the secret's box after the person's own Save: that is no loss", async () => {
    const { flow, ports } = start();
    await flow.open();
    await flow.fill();
    flow.saved();
    const { state } = flow;
    ports.see.mockReturnValue({ form, look: lost });
    flow.pageChanged();
    expect(flow.state).toBe(state);
  });
});

describe('restore', () => {
  it('is offered once, and says that the secret stays', async () => {
    const { flow } = start();
    await flow.open();
    await flow.fill();
    await flow.restore();
    expect(flow.state).toMatchObject({ restore: { state: 'done', secretKept: true } });
    const { state } = flow;
    await flow.restore();
    expect(flow.state).toBe(state);
  });

  it("is over with the person's own Save", async () => {
    const { flow } = start();
    await flow.open();
    await flow.fill();
    flow.saved();
    expect(flow.state).toMatchObject({ restore: { state: 'over' } });
    await flow.restore();
    expect(flow.state).toMatchObject({ restore: { state: 'over' } });
  });

  it('is not offered where nothing was changed', async () => {
    const report = { fields: [], callbacks: [], restorable: [] };
    const { flow } = start({
      fill: async () => ({ report, restore: async () => ({ fields: [], secretKept: false }) }),
    });
    await flow.open();
    await flow.fill();
    expect(flow.state).toMatchObject({ restore: { state: 'none' } });
  });
});
