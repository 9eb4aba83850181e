/** What the page script tells of its document, and how long its panel lives. */
import { describe, expect, it, vi } from 'vitest';
import { card, dialog, goTo, openPage, type PageWorld } from './page-world';

/** The one panel of the page, once the background has said that there may be one. */
async function panelOf({ panels }: PageWorld) {
  await vi.waitFor(() => expect(panels).toHaveLength(1));
  const [only] = panels;
  if (!only) throw new Error('no panel');
  return only;
}

const badge = (text: string) => `<span class="badge">${text}</span>`;

function badgeText(): Text {
  const text = document.querySelector('.badge')?.firstChild;
  if (!(text instanceof Text)) throw new Error('no badge');
  return text;
}

describe('tab.read', () => {
  it('answers the form with what is to be said beside it', async () => {
    const world = openPage('/sync', card + badge('Checking'));
    expect(await world.ask('tab.read')).toMatchObject({
      app: 'acme',
      form: 'sync',
      readings: [
        { key: 'base_url', state: 'found' },
        { key: 'api_token', state: 'found' },
      ],
      notices: ['checking'],
    });
  });

  it('answers the notices alone where there is no form, on pages of their own, too', async () => {
    expect(await openPage('/sync', badge('Needs Attention')).ask('tab.read')).toEqual({
      app: 'acme',
      notices: ['needs-attention'],
    });
    expect(await openPage('/list', '<ul id="list"></ul>').ask('tab.read')).toEqual({
      app: 'acme',
      notices: ['open-definition'],
    });
  });

  it.each([
    ['a page of the app that says nothing', '/sync', ''],
    ['a page of another address', '/other', card + badge('Checking')],
  ])('answers nothing on %s', async (_name, path, html) => {
    expect(await openPage(path, html).ask('tab.read')).toEqual({ nothing: true });
  });
});

describe('the panel', () => {
  it('stays when the form is gone, and hears what the app says instead', async () => {
    const world = openPage('/sync', card);
    const { options, panel } = await panelOf(world);
    expect(options.ports.notices()).toEqual([]);
    document.body.innerHTML = badge('Checking');
    await vi.waitFor(() => expect(panel.pageChanged).toHaveBeenCalled());
    expect(options.signal.aborted).toBe(false);
    expect(options.ports.see()).toBeNull();
    expect(options.ports.notices()).toEqual(['checking']);
  });

  it('hears words change that no element comes or goes with', async () => {
    const world = openPage('/sync', card + badge('Checking'));
    const { options, panel } = await panelOf(world);
    // The look that follows the start is over before the word changes.
    await vi.waitFor(() => expect(panel.pageChanged).toHaveBeenCalled());
    panel.pageChanged.mockClear();
    badgeText().data = 'Needs Attention';
    await vi.waitFor(() => expect(panel.pageChanged).toHaveBeenCalled());
    expect(options.ports.notices()).toEqual(['needs-attention']);
  });

  it('follows the form into a dialog and out again', async () => {
    const world = openPage('/sync', card);
    const { options, panel } = await panelOf(world);
    expect(options.ports.see()?.look.variant).toBeUndefined();
    expect(options.around.at).toBe('top-right');
    document.body.insertAdjacentHTML('beforeend', dialog);
    await vi.waitFor(() => expect(panel.pageChanged).toHaveBeenCalled());
    const seen = options.ports.see();
    expect(seen?.look.variant).toBe('dialog');
    expect(seen?.form.save).toEqual({ selectors: ['[role="dialog"] button'] });
    await vi.waitFor(() => expect(options.around.at).toBe('after'));
    expect(options.around.anchor()?.textContent).toBe('Wizard');
    expect(options.around.fields().every((field) => field.closest('[role="dialog"]'))).toBe(true);
    document.querySelector('[role="dialog"]')?.remove();
    await vi.waitFor(() => expect(options.around.at).toBe('top-right'));
    expect(options.around.anchor()?.textContent).toBe('Credential');
    expect(world.panels).toHaveLength(1);
  });

  it('goes with the address, and says nothing of another page', async () => {
    const world = openPage('/sync', card + badge('Checking'));
    const { options } = await panelOf(world);
    goTo('/list');
    expect(options.ports.notices()).toEqual([]);
    expect(options.ports.see()).toBeNull();
    await world.ask('tab.refresh');
    expect(options.signal.aborted).toBe(true);
  });

  it('opens the preview when the page was bound elsewhere, once the button may be shown', async () => {
    const world = openPage('/sync', card);
    const { panel } = await panelOf(world);
    expect(panel.open).not.toHaveBeenCalled();
    expect(await world.ask('tab.bound')).toBeNull();
    await vi.waitFor(() => expect(panel.open).toHaveBeenCalledTimes(1));
    expect(world.panels).toHaveLength(1);
  });

  it('names no variant to the background, whose binding is for all of them', async () => {
    const world = openPage('/sync', card + dialog);
    await panelOf(world);
    expect(world.sent).toEqual([
      { type: 'page.state', data: { app: 'acme', form: 'sync', basePath: '/', callbacks: [] } },
    ]);
  });
});

describe('an app that writes its own history', () => {
  it('is followed to a page of a recipe', async () => {
    const navigation = new EventTarget();
    vi.stubGlobal('navigation', navigation);
    const world = openPage('/other', '');
    goTo('/sync');
    document.body.innerHTML = card;
    expect(world.sent).toEqual([]);
    navigation.dispatchEvent(new Event('currententrychange'));
    await panelOf(world);
  });
});
