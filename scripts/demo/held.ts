/** What authentik and the app hold after a run from scratch: nobody has drawn it before, so it is read where it lies. */
import type { Stage } from './stage.ts';
import type { DemoApp, DemoWorld } from './world.ts';

/** Puts the client or the token that authentik has made for the app in the place of the one that was drawn. */
export function adoptHeld(app: DemoApp, { authentik, apps }: Stage, world: DemoWorld): void {
  if (app === 'openlane') {
    const token = authentik
      .namedTokens()
      .find(({ intent, username }) => intent === 'api' && username !== world.user.username);
    if (token === undefined) throw new Error('authentik has no API token of a service account.');
    world.token = { key: token.key, username: token.username };
    return;
  }
  const { client_id: clientId } = apps[app].stored();
  const { registry } = authentik;
  const provider = [...registry.providers.values()].find((one) => one.client_id === clientId);
  const application = provider && registry.applicationOf(provider.pk);
  if (provider === undefined || application === undefined)
    throw new Error('authentik has no application with the client ID that the app stores.');
  world.clients[app] = { slug: application.slug, clientId: provider.client_id, clientSecret: provider.client_secret };
}
