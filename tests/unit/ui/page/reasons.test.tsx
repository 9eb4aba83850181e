/** What the panel says about fields it leaves alone, about apps without a callback, and about the page. */
import { cleanup, render } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Callback, FieldReport, PlanRow, SecretName } from '@/engine/model';
import openlane from '@/recipes/apps/openlane';
import { noticeIds } from '@/recipes/notice-ids';
import type { Field, Form } from '@/recipes/schema';
import { PageView } from '@/ui/page/PageView';
import { reportOf } from '@/ui/page/report';
import { requirementWords } from '@/ui/page/requirement-words';
import type { PageState, PreviewState, ReportState } from '@/ui/page/state';
import { form as espocrm, fakeActions, look, planOf, row, values } from './samples';

vi.mock('#i18n', async () => ({ i18n: await import('./words') }));
afterEach(cleanup);

const form = openlaneForm();
const enabled: Field = {
  key: 'enabled',
  find: { selectors: ['button'] },
  control: { kind: 'switch' },
  value: { from: 'user' },
  savesAtOnce: true,
};

function show(state: PageState) {
  const { container } = render(<PageView state={state} actions={fakeActions()} ready />);
  return (selector: string): HTMLElement => {
    const found = container.querySelector<HTMLElement>(selector);
    if (!found) throw new Error(`Nothing for ${selector}`);
    return found;
  };
}

function preview(rows: PlanRow[], secrets: SecretName[] = []): PreviewState {
  const { tokens_page: tokensPage } = values;
  const fields = [...form.fields, enabled];
  const plan = planOf(...rows);
  return {
    view: 'preview',
    form: { ...form, fields },
    plan,
    asksAboutMissing: false,
    secrets,
    notices: [],
    tokensPage,
  };
}

function report(fields: FieldReport[], callbacks: Callback[] = [], of: Form = form): ReportState {
  return reportOf({ fields, callbacks, restorable: [] }, { form: of, look }, false, values.tokens_page);
}

const left = { state: 'left', ticked: false } as const;
const token: PlanRow = { ...row({ key: 'api_token', ...left }), isSecret: true };

describe('the preview', () => {
  it('leads to the tokens of authentik where the profile has none, in a tab that knows nothing of the page', () => {
    const find = show(preview([token]));
    const line = find('[data-key="api_token"][data-state="left"]');
    expect(line.dataset.because).toBe('no-secret');
    expect(line.textContent).toContain('Needs an API token: create one in authentik, then save it as a profile');
    const link = find('a[data-action="open-tokens"]');
    expect(link.getAttribute('href')).toBe('https://authentik.company/if/admin/#/core/tokens');
    expect(link.getAttribute('rel')).toContain('noopener');
    expect(link.getAttribute('target')).toBe('_blank');
    expect(find('.text').textContent).toBe('There is nothing to fill just now. Each line says why.');
  });

  it('asks for no token where the profile holds it, whatever else keeps the field from being filled', () => {
    const find = show(preview([token], ['api_token']));
    expect(find('[data-key="api_token"]').textContent).toContain('left for you');
    expect(() => find('[data-action="open-tokens"]')).toThrow();
  });

  it('asks for the client’s own paste where a client secret is missing', () => {
    const secret: PlanRow = { ...row({ key: 'client_secret', ...left }), isSecret: true };
    const find = show({ ...preview([secret]), form: espocrm });
    expect(find('[data-because="no-secret"]').textContent).toContain('paste it into the page yourself');
    expect(() => find('[data-action="open-tokens"]')).toThrow();
  });

  it('says why a switch that saves at once is left, and what to know of the others', () => {
    const find = show(
      preview([row({ key: 'enabled', ...left, now: false }), row({ key: 'filter', ...left, now: '' })]),
    );
    expect(find('[data-because="saves-at-once"]').textContent).toContain('Left for you: switching it saves at once');
    expect(find('[data-key="filter"] [data-hint="filter-example"]').textContent).toContain(
      "payload.type == 'internal'",
    );
  });

  it('has no tick for a secret that is shown, nor for a field of another step', () => {
    const find = show(
      preview([{ ...token, state: 'exposed' }, row({ key: 'primary_directory', state: 'later', ticked: false })]),
    );
    expect(find('[data-state="exposed"]').textContent).toContain('Hide the secret first: press the eye beside it');
    expect(find('[data-state="later"]').textContent).toContain('on another step');
    expect(() => find('[name="tick"]')).toThrow();
    expect(() => find('[data-hint]')).toThrow();
  });
});

describe('the report', () => {
  it.each([
    ['saves-at-once', 'enabled', 'switching it saves at once'],
    ['exposed', 'client_secret', 'the secret was shown as text'],
    ['no-secret', 'client_secret', 'paste it into the page yourself'],
    ['no-secret', 'api_token', 'Needs an API token'],
    ['other-step', 'base_url', 'On another step'],
  ] as const)('gives the reason %s of %s', (because, key, words) => {
    const find = show(report([{ key, outcome: 'left-for-you', because }]));
    expect(find(`[data-outcome="left-for-you"][data-because="${because}"]`).textContent).toContain(words);
  });

  it('offers the preview again where the page has thrown a secret away', () => {
    const find = show(report([{ key: 'client_secret', outcome: 'refused-by-page', because: 'lost' }]));
    expect(find('[data-because="lost"]').textContent).toContain('thrown the secret away');
    expect(find('[data-view="report"] [data-action="open"]').textContent).toBe('Open the preview again');
  });

  it('offers the tokens and explains what was left', () => {
    const find = show(
      report([
        { key: 'api_token', outcome: 'left-for-you', because: 'no-secret' },
        { key: 'primary_directory', outcome: 'left-for-you' },
      ]),
    );
    expect(find('[data-key="api_token"] a[data-action="open-tokens"]')).toBeDefined();
    expect(find('[data-hint="one-primary-directory"]').textContent).toContain('one primary directory');
  });

  it('tells an app without a callback from one that shows it only after saving, and one that shows none yet', () => {
    expect(show(report([]))('[data-callbacks="none"]').textContent).toContain('This app has no callback');
    cleanup();
    const later: Form = { ...form, callbacks: [{ how: 'after-save' }] };
    expect(show(report([], [], later))('[data-callbacks="after-save"]').textContent).toContain('only after saving');
    cleanup();
    const find = show(report([], [], espocrm));
    expect(() => find('[data-callbacks]')).toThrow();
    expect(document.body.textContent).toContain('this page does not show it yet');
  });

  it('names matching mode and type where they are not the usual ones', () => {
    const url = 'https://app.company/cb';
    const find = show(
      report(
        [],
        [
          { url, how: 'read' },
          { url: `${url}.*`, how: 'fixed', matching: 'regex' },
          { url: `${url}/out`, how: 'fixed', kind: 'logout' },
        ],
      ),
    );
    expect(find('[data-matching="regex"]').textContent).toContain('matching mode Regex');
    expect(find('[data-kind="logout"]').textContent).toContain('type Post Logout');
    expect(find(`[data-callback="${url}"]`).textContent).not.toContain('mode');
    expect(document.body.textContent).toContain('matching mode Strict where none is named');
  });

  it('speaks what the app says after Save from a box that was there before', () => {
    const state = report([]);
    const { container, rerender } = render(<PageView state={state} actions={fakeActions()} ready />);
    const box = container.querySelector('.body [role="status"]');
    expect(box?.textContent).toBe('');
    rerender(<PageView state={{ ...state, notices: ['needs-attention'] }} actions={fakeActions()} ready />);
    const notice = container.querySelector('[data-notice="needs-attention"]');
    expect(box?.contains(notice)).toBe(true);
    expect(notice?.textContent).toMatch(/new key when it expires.*without a slash.*users and groups/s);
  });
});

it('has a title and something to do in every notice', () => {
  for (const id of noticeIds) {
    const find = show({ view: 'message', kind: 'notices', notices: [id] });
    expect(find(`[data-notice="${id}"] b`).textContent?.length, id).toBeGreaterThan(10);
    expect(find(`[data-notice="${id}"] p`).textContent, id).toMatch(/[.:]$/);
    expect(find('.spoken').textContent, id).toBe(find('b').textContent);
    cleanup();
  }
});

describe('what is needed in authentik', () => {
  it('names subject modes and further scope mappings of a provider', () => {
    const needs = { needs: 'provider', clientType: 'confidential', signingKey: false } as const;
    const words = (subjectMode: 'user_uuid' | 'user_id'): string =>
      requirementWords({ ...needs, subjectMode, scopeMappings: ['offline_access', 'groups'] }).join('\n');
    expect(words('user_uuid')).toContain('Based on the User’s UUID');
    expect(words('user_id')).toContain('Based on the User’s ID');
    expect(words('user_id')).toContain('offline_access, groups');
  });

  it('names the token’s making and its account’s rights', () => {
    const [making, rights] = requirementWords({ needs: 'api-token', reads: ['users', 'groups', 'system', 'brands'] });
    expect(making).toMatch(/intent “API Token”.*not expiring/);
    expect(rights).toContain('users, groups, system information, brands');
  });
});

function openlaneForm(): Form {
  const [first] = openlane.forms;
  if (!first) throw new Error('Openlane has lost its form.');
  return first;
}
