import { cleanup, fireEvent, render, within } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { FillReport, PlanRow } from '@/engine/model';
import { PageView } from '@/ui/page/PageView';
import { reportOf } from '@/ui/page/report';
import type { PageState, PreviewState, ReportState } from '@/ui/page/state';
import { callback, fakeActions, form, look, planOf, row, secretRow, values } from './samples';

vi.mock('#i18n', async () => ({ i18n: await import('./words') }));
afterEach(cleanup);

function show(state: PageState, ready = true) {
  const actions = fakeActions();
  const { container } = render(<PageView state={state} actions={actions} ready={ready} />);
  const find = (selector: string): HTMLElement => {
    const found = container.querySelector<HTMLElement>(selector);
    if (!found) throw new Error(`Nothing for ${selector}`);
    return found;
  };
  return { actions, container, find };
}

function preview(...rows: PlanRow[]): PreviewState {
  return {
    view: 'preview',
    form,
    plan: planOf(...rows),
    asksAboutMissing: false,
    secrets: ['client_secret'],
    notices: [],
    tokensPage: values.tokens_page,
  };
}

const report: FillReport = {
  fields: [
    { key: 'client_id', outcome: 'filled' },
    { key: 'claim', outcome: 'already-right' },
    { key: 'scopes', outcome: 'refused-by-page' },
    { key: 'allow_admin', outcome: 'left-for-you' },
    { key: 'userinfo', outcome: 'not-on-this-version' },
  ],
  callbacks: [{ url: callback, how: 'read' }],
  restorable: ['client_id'],
};

function reported(parts: Partial<ReportState> = {}): ReportState {
  return { ...reportOf(report, { form, look }, true, values.tokens_page), ...parts };
}

describe('the button', () => {
  it('opens and hides, and names no profile', () => {
    const { actions, find, container } = show({ view: 'button' });
    fireEvent.click(find('[data-action="open"]'));
    fireEvent.click(find('[data-action="hide"]'));
    expect(actions.open).toHaveBeenCalledTimes(1);
    expect(actions.hide).toHaveBeenCalledTimes(1);
    expect(container.textContent).toBe('Fill SSO settings');
  });

  it('names its action only once a press would count', () => {
    const { container, find } = show({ view: 'button' }, false);
    expect(container.querySelector('[data-action="open"]')).toBeNull();
    expect(within(find('[data-view="button"]')).getByRole('button', { name: 'Fill SSO settings' })).toBeDefined();
  });
});

describe('the method', () => {
  it('says what the switch means before the one button', () => {
    const { actions, find, container } = show({ view: 'method', nowLabel: 'Internal', wantedLabel: 'OAuth' });
    expect(container.textContent).toContain(
      'On Save this changes the login for everybody; keep a local administrator.',
    );
    fireEvent.click(find('[data-action="switch-method"]'));
    expect(find('[data-action="switch-method"]').textContent).toBe('Switch to OAuth and continue');
    expect(actions.switchMethod).toHaveBeenCalledTimes(1);
  });
});

describe('the preview', () => {
  it('shows now and next, and can untick a row', () => {
    const { actions, find } = show(preview(row({ key: 'token', now: 'https://old.test/', next: 'https://new.test/' })));
    const line = find('[data-key="token"][data-state="change"]');
    expect(line.textContent).toContain('https://old.test/');
    expect(line.textContent).toContain('https://new.test/');
    fireEvent.click(within(line).getByRole('checkbox', { name: 'Token URL' }));
    expect(actions.tick).toHaveBeenCalledWith('token', false);
  });

  it('shows a secret as dots and marks what it replaces', () => {
    const { find } = show(preview({ ...secretRow, warnings: ['replaces-value'] }));
    const line = find('[data-key="client_secret"]');
    expect(within(line).getByRole('img', { name: 'Client secret, hidden' }).textContent).toBe('••••••••');
    expect(line.textContent).toContain('replaced');
  });

  it.each([
    ['left', 'left for you'],
    ['absent', 'not on this version'],
    ['missing', 'needed, but not found'],
    ['ambiguous', 'found more than once: not touched'],
    ['managed', 'managed by the server: not touched'],
    ['same', 'already right'],
  ] as const)('a row that is %s has its words and no tick', (state, words) => {
    const { find, container } = show(preview(row({ key: 'userinfo', state, ticked: false })));
    expect(find(`[data-state="${state}"]`).textContent).toContain(words);
    expect(container.querySelector('[name="tick"]')).toBeNull();
  });

  it('lists extras of a list with a tick to remove them, and warnings of the address', () => {
    const scopes = row({
      key: 'scopes',
      now: ['openid', 'team'],
      next: ['openid'],
      extras: ['team'],
      warnings: ['dot-in-host'],
    });
    const { actions, find } = show(preview(scopes));
    expect(find('[data-warning="dot-in-host"]').textContent).toContain('without a dot');
    fireEvent.click(find('[name="extras"]'));
    expect(actions.removeExtras).toHaveBeenCalledWith('scopes', true);
  });

  it('offers a choice in the row it decides', () => {
    const state = preview(row({ key: 'claim', state: 'same', now: 'sub', next: 'sub' }));
    const choice = { id: 'claim', kind: 'list' as const, options: ['sub', 'preferred_username'], default: 'sub' };
    const { actions, find } = show({ ...state, plan: { ...state.plan, choices: [{ choice, value: 'sub' }] } });
    fireEvent.change(find('[data-key="claim"] select'), { target: { value: 'preferred_username' } });
    expect(actions.choose).toHaveBeenCalledWith('claim', 'preferred_username');
  });

  it('takes a short text as a choice, live', () => {
    const state = preview(row({ key: 'claim' }));
    const choice = { id: 'claim', kind: 'text' as const, default: 'sub' };
    const { actions, find } = show({ ...state, plan: { ...state.plan, choices: [{ choice, value: 'sub' }] } });
    fireEvent.input(find('[data-key="claim"] input[type="text"]'), { target: { value: 'mail' } });
    expect(actions.choose).toHaveBeenCalledWith('claim', 'mail');
  });

  it('counts what a press would write, and asks about a missing field', () => {
    const rows = [
      row({ key: 'client_id' }),
      row({ key: 'token', ticked: false }),
      row({ key: 'jwks', state: 'missing' }),
    ];
    expect(show(preview(...rows)).find('[data-action="fill"]').textContent).toBe('Fill 1 field');
    cleanup();
    const { find } = show({ ...preview(...rows), asksAboutMissing: true });
    expect(find('[role="alert"]').textContent).toContain('Not found: Key set (JWKS) URL.');
    expect(find('[data-action="fill"]').textContent).toBe('Fill the rest');
  });

  it('shows what the page holds as text, cut, and never as markup', () => {
    const { container, find } = show(preview(row({ key: 'token', now: `<img src=x>${'a'.repeat(500)}` })));
    expect(container.querySelector('img')).toBeNull();
    expect(find('code').textContent).toHaveLength(202);
  });
});

describe('the report', () => {
  it('has an outcome in words for every field and counts what was to be filled', () => {
    const { container, find } = show(reported());
    const lines = Array.from(container.querySelectorAll('[data-outcome]'), (line) => line.textContent);
    expect(lines).toEqual([
      'Sign-in methodfilled',
      'Client IDfilled',
      'Username claimalready right',
      'Scopesrefused by the page',
      'OIDC login for adminsleft for you',
      'Userinfo URLnot on this version',
    ]);
    expect(find('h2').textContent).toBe('2 of 3 filled');
    expect(find('.spoken[role="status"]').textContent).toBe('2 of 3 filled');
  });

  it('lists what authentik needs and what comes afterwards, and never promises to save', () => {
    const { container, find } = show(reported());
    expect(find('[data-callback][data-how="read"]').getAttribute('data-callback')).toBe(callback);
    expect(container.textContent).toContain('Subject mode: Based on the User’s username');
    expect(container.textContent).toContain('Press “Save” on the page yourself. Latchkey never does.');
    expect(container.textContent).toContain('User names in the app and in authentik must be the same.');
  });

  it.each(['foreign-host', 'other-origin'] as const)('hands on no callback with the warning %s', (warning) => {
    const callbacks = [{ url: 'https://evil.test/cb', how: 'read' as const, warning }];
    const { container } = show(reported({ report: { ...report, callbacks } }));
    expect(container.querySelector('[data-action="copy-callback"]')).toBeNull();
    expect(container.querySelector(`[data-warning="${warning}"]`)).not.toBeNull();
  });

  it.each(['none', 'over'] as const)('offers no restore when it is %s', (state) => {
    expect(show(reported({ restore: { state } })).container.querySelector('[data-action="restore"]')).toBeNull();
  });

  it('leads to Check, and to the registration of a callback, once a press would count', () => {
    const { find, actions } = show(reported({}));
    fireEvent.click(find('[data-action="check"]'));
    fireEvent.click(find('[data-callback] [data-action="register"]'));
    expect(actions.openTask.mock.calls).toEqual([['check'], ['register']]);
  });

  it('tells after a restore what went back, what was left, and that the secret stays', () => {
    const fields = [
      { key: 'client_id', outcome: 'filled' },
      { key: 'scopes', outcome: 'left-for-you' },
    ] satisfies FillReport['fields'];
    const { container, find } = show(reported({ restore: { state: 'done', fields, secretKept: true } }));
    expect(container.textContent).toContain('1 field was put back.');
    expect(container.textContent).toContain('so left alone: Scopes.');
    expect(find('[data-message="secret-kept"]').textContent).toContain('reload the page to keep the stored secret');
  });
});

describe('messages', () => {
  it('has no passphrase field when the vault is locked', () => {
    const { container, find, actions } = show({ view: 'message', kind: 'waiting', for: 'locked' });
    expect(container.querySelector('input')).toBeNull();
    fireEvent.click(find('[data-action="unlock"]'));
    expect(actions.open).toHaveBeenCalledTimes(1);
  });

  it('has no field for the secret either, and offers to go on without it', () => {
    const { container, find, actions } = show({ view: 'message', kind: 'waiting', for: 'secret' });
    expect(container.querySelector('input')).toBeNull();
    expect(find('.spoken[role="status"]').textContent).toBe('Latchkey needs the secret');
    fireEvent.click(find('[data-message="secret"] [data-action="unlock"]'));
    expect(actions.open).toHaveBeenCalledTimes(1);
    fireEvent.click(find('[data-action="open-without"]'));
    expect(actions.openWithout).toHaveBeenCalledTimes(1);
  });

  it('says what went wrong and offers the preview again', () => {
    const { find, actions } = show({ view: 'message', kind: 'trouble', trouble: 'consent-spent' });
    expect(find('.spoken[role="status"]').textContent).toContain('Your ticks and choices are kept.');
    fireEvent.click(find('[data-message="consent-spent"] [data-action="open"]'));
    expect(actions.open).toHaveBeenCalledTimes(1);
  });
});
