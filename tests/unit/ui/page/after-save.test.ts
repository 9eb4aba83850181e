// @vitest-environment node
import { beforeEach, describe, expect, it } from 'vitest';
import type { NoticeId } from '@/recipes/schema';
import { Flow } from '@/ui/page/flow';
import type { PageState } from '@/ui/page/state';
import { fakePorts, planOf, row } from './samples';

let states: PageState[];
let said: NoticeId[];

beforeEach(() => {
  states = [];
  said = [];
});

async function filled() {
  const ports = fakePorts(planOf(row({ key: 'base_url' })));
  ports.notices.mockImplementation(() => said);
  const flow = new Flow(ports, (state) => states.push(state), new AbortController().signal);
  await flow.open();
  await flow.fill();
  const says = (...ids: NoticeId[]): void => {
    said = ids;
    flow.pageChanged();
  };
  return { flow, says };
}

describe('with the report open', () => {
  it('follows the badge from Save on', async () => {
    const { flow, says } = await filled();
    says('checking');
    expect(flow.state).toMatchObject({ view: 'report', notices: [] });
    says();
    flow.saved();
    expect(flow.state).toMatchObject({ view: 'report', notices: [], restore: { state: 'over' } });
    says('checking');
    expect(flow.state).toMatchObject({ view: 'report', notices: ['checking'] });
    says('needs-attention');
    expect(flow.state).toMatchObject({ view: 'report', notices: ['needs-attention'] });
  });

  it('does not take what the app said before for an answer to this Save', async () => {
    const { flow, says } = await filled();
    said = ['healthy'];
    flow.saved();
    says('healthy');
    expect(flow.state).toMatchObject({ notices: [] });
    says('checking');
    says('healthy');
    expect(flow.state).toMatchObject({ notices: ['healthy'] });
  });

  it('keeps what was said while the page is drawn anew, and passes over what is not about the connection', async () => {
    const { flow, says } = await filled();
    flow.saved();
    says('healthy', 'open-credentials');
    says();
    expect(flow.state).toMatchObject({ view: 'report', notices: ['healthy'] });
  });
});

describe('with the report closed before Save', () => {
  it('opens a card with what the app says, and renews it', async () => {
    const { flow, says } = await filled();
    flow.close();
    flow.saved();
    says('checking');
    expect(flow.state).toEqual({ view: 'message', kind: 'notices', notices: ['checking'] });
    says('checking');
    says('healthy');
    expect(states.slice(-2)).toEqual([
      { view: 'message', kind: 'notices', notices: ['checking'] },
      { view: 'message', kind: 'notices', notices: ['healthy'] },
    ]);
  });

  it('opens nothing any more once the card was closed', async () => {
    const { flow, says } = await filled();
    flow.close();
    flow.saved();
    says('checking');
    flow.close();
    says('needs-attention');
    expect(flow.state).toEqual({ view: 'button' });
  });

  it('leaves a preview that was opened meanwhile alone', async () => {
    const { flow, says } = await filled();
    flow.close();
    flow.saved();
    await flow.open();
    says('healthy');
    expect(flow.state.view).toBe('preview');
  });
});

it('says nothing about a Save without a fill', async () => {
  const ports = fakePorts(planOf(row({ key: 'base_url' })));
  const flow = new Flow(ports, (state) => states.push(state), new AbortController().signal);
  flow.saved();
  ports.notices.mockReturnValue(['healthy']);
  flow.pageChanged();
  expect(states).toEqual([]);
});

it('takes the address of the tokens off the report when the vault is locked', async () => {
  const { flow } = await filled();
  expect(flow.state).toMatchObject({ tokensPage: 'https://authentik.company/if/admin/#/core/tokens' });
  flow.locked();
  expect(flow.state).toMatchObject({ view: 'report', tokensPage: null });
});
