/** The stage of the demo: the stand-ins on loopback, and one authentik client per app. */
import { type Authentik, createAuthentik } from '../../tests/standins/authentik/create-authentik.ts';
import { createEspoCrm } from '../../tests/standins/espocrm/espocrm.ts';
import { createPersonio } from '../../tests/standins/personio/personio.ts';
import { createPortainer } from '../../tests/standins/portainer/portainer.ts';
import { createServer, type StandInServer } from '../../tests/standins/server.ts';
import type { ProviderSettings, StandIn } from '../../tests/standins/standin.ts';
import { type DemoApp, type DemoWorld, demoApps } from './world.ts';

export interface Stage {
  server: StandInServer;
  authentik: Authentik;
  apps: Record<DemoApp, StandIn>;
}

/** Promises running stand-ins; authentik knows each app's client, and no redirect URI yet. The caller closes the server. */
export async function setStage(world: DemoWorld, moreHosts: readonly string[] = []): Promise<Stage> {
  const server = await createServer({ moreHosts });
  const { backchannel } = server;
  const { user } = world;
  const authentik = createAuthentik({
    basePath: world.authentikPath,
    user,
    providers: demoApps.map((app) => providerFor(app, world)),
  });
  const apps: Record<DemoApp, StandIn> = {
    espocrm: createEspoCrm({ backchannel, users: [{ name: 'admin', isAdmin: true }, { name: user.username }] }),
    portainer: createPortainer({ backchannel, users: [user.username] }),
    personio: createPersonio({ backchannel, users: [user] }),
  };
  for (const hosted of [authentik, ...Object.values(apps)]) server.add(hosted);
  return { server, authentik, apps };
}

/** As the report's "In authentik" list asks for: EspoCRM matches users by name. */
function providerFor(app: DemoApp, world: DemoWorld): ProviderSettings {
  return {
    ...world.clients[app],
    redirectUris: [],
    subjectMode: app === 'espocrm' ? 'user_username' : 'hashed_user_id',
    issuerMode: 'per_provider',
  };
}
