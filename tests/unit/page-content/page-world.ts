/** A page of an app that does not exist, with the page script running in it and a panel that only listens. */
import { onTestFinished, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { startPage } from '@/entrypoints/page.content/page-script';
import type { Recipe } from '@/recipes/schema';
import type { Panel, PanelOptions } from '@/ui/page/panel';
import { pretendLayout } from '../recipes/layout';

const origin = 'https://acme.test';

const recipe = {
  schema: 1,
  id: 'acme',
  name: 'Acme',
  docs: 'https://docs.acme.test/',
  versions: 'all',
  tried: 'not tried on the live page',
  forms: [
    {
      id: 'sync',
      page: { paths: ['/sync'] },
      markers: { present: ['#card'], absent: ['[role="dialog"]'] },
      within: '#card',
      basePath: { from: 'origin' },
      profiles: ['api-token'],
      fields: [
        {
          key: 'base_url',
          find: { selectors: ['[id="base"]'] },
          control: { kind: 'text' },
          value: { from: 'authentik', name: 'base_url' },
        },
        {
          key: 'api_token',
          find: { selectors: ['[id="token"]'] },
          control: { kind: 'password' },
          value: { from: 'profile', name: 'api_token' },
        },
      ],
      callbacks: [],
      button: { beside: 'h3', at: 'top-right' },
      save: { selectors: ['#card button'] },
      authentik: { needs: 'api-token', reads: ['users'] },
      afterwards: [],
      variants: [
        {
          id: 'dialog',
          markers: { present: ['[role="dialog"]'] },
          within: '[role="dialog"]',
          button: { beside: 'h3', at: 'after' },
          save: { selectors: ['[role="dialog"] button'] },
        },
      ],
    },
  ],
  notices: [
    {
      id: 'checking',
      page: { paths: ['/sync'] },
      markers: { present: [], texts: [{ selector: '.badge', oneOf: ['Checking'] }] },
    },
    {
      id: 'needs-attention',
      page: { paths: ['/sync'] },
      markers: { present: [], texts: [{ selector: '.badge', oneOf: ['Needs Attention'] }] },
    },
    { id: 'open-definition', page: { paths: ['/list'] }, markers: { present: ['#list'] } },
  ],
} satisfies Recipe;

export const card = `
  <section id="card"><h3>Credential</h3>
    <input id="base"><input id="token" type="password"><button>Save</button>
  </section>`;
export const dialog = `
  <div role="dialog"><h3>Wizard</h3>
    <input id="base"><input id="token" type="password"><button>Next</button>
  </div>`;

export interface PageWorld {
  /** What each panel was made with, and what it was told. */
  panels: { options: PanelOptions; panel: Record<keyof Panel, ReturnType<typeof vi.fn>> }[];
  /** Messages the page script sent. */
  sent: { type: string; data: unknown }[];
  /** Asks the page script as the background does. */
  ask(type: 'tab.read' | 'tab.refresh' | 'tab.locked' | 'tab.bound'): Promise<unknown>;
}

/** Starts the page script at this address; it ends with the test. */
export function openPage(path: string, html: string): PageWorld {
  fakeBrowser.reset();
  pretendLayout();
  goTo(path);
  document.body.innerHTML = html;
  const world: PageWorld = { panels: [], sent: [], ask };
  vi.spyOn(browser.runtime, 'sendMessage').mockImplementation((async (message: { type: string; data: unknown }) => {
    world.sent.push(message);
    return { button: true };
  }) as never);
  vi.stubGlobal('latchkeyPanel', (options: PanelOptions) => {
    const names = ['pageChanged', 'locked', 'answered', 'open', 'saved', 'holds'] as const;
    const panel = Object.fromEntries(names.map((name) => [name, vi.fn()])) as Record<
      keyof Panel,
      ReturnType<typeof vi.fn>
    >;
    world.panels.push({ options, panel });
    return panel;
  });
  const life = new AbortController();
  onTestFinished(() => {
    life.abort();
    goTo('/');
  });
  startPage(life, [recipe]);
  return world;
}

/** As an app does that writes its own history. */
export function goTo(path: string): void {
  const { happyDOM } = window as unknown as { happyDOM: { setURL(url: string): void } };
  happyDOM.setURL(`${origin}${path}`);
}

function ask(type: string): Promise<unknown> {
  return new Promise((resolve) => {
    const sender = { id: browser.runtime.id };
    void fakeBrowser.runtime.onMessage.trigger({ type }, sender as never, resolve as never);
  });
}
