/** The stage of the demo: the stand-ins on loopback, one authentik client per app, and one API token. */
import { readingRights } from '../../tests/standins/authentik/api-tokens.ts';
import { type Authentik, createAuthentik } from '../../tests/standins/authentik/create-authentik.ts';
import { createEspoCrm } from '../../tests/standins/espocrm/espocrm.ts';
import { createOpenlane, type Openlane } from '../../tests/standins/openlane/openlane.ts';
import { createPalmr } from '../../tests/standins/palmr/palmr.ts';
import { createPersonio } from '../../tests/standins/personio/personio.ts';
import { createPortainer } from '../../tests/standins/portainer/portainer.ts';
import { createServer, type StandInServer } from '../../tests/standins/server.ts';
import type { ProviderSettings, StandIn } from '../../tests/standins/standin.ts';
import { type DemoWorld, type LoginApp, loginApps } from './world.ts';

export interface Stage {
  server: StandInServer;
  authentik: Authentik;
  apps: Record<LoginApp, StandIn> & { openlane: Openlane };
}

/**
 * Promises running stand-ins; authentik knows each app's client, and no redirect URI yet. The caller closes the server.
 * From scratch authentik knows no client and no token.
 */
export async function setStage(
  world: DemoWorld,
  { moreHosts = [], fromScratch = false }: { moreHosts?: readonly string[]; fromScratch?: boolean } = {},
): Promise<Stage> {
  const server = await createServer({ moreHosts });
  const { backchannel } = server;
  const { user } = world;
  const authentik = createAuthentik({
    basePath: world.authentikPath,
    user,
    providers: fromScratch ? [] : loginApps.map((app) => providerFor(app, world)),
    tokens: fromScratch ? [] : [{ ...world.token, intent: 'api', rights: readingRights, expired: false }],
  });
  const apps = {
    espocrm: createEspoCrm({ backchannel, users: [{ name: 'admin', isAdmin: true }, { name: user.username }] }),
    portainer: createPortainer({ backchannel, users: [user.username] }),
    personio: createPersonio({ backchannel, users: [user] }),
    palmr: createPalmr({ backchannel }),
    openlane: createOpenlane({ backchannel }),
  };
  for (const hosted of [authentik, ...Object.values(apps)]) server.add(hosted);
  return { server, authentik, apps };
}

/** As the report's "In authentik" list asks for: EspoCRM matches users by name. */
function providerFor(app: LoginApp, world: DemoWorld): ProviderSettings {
  return {
    ...world.clients[app],
    redirectUris: [],
    subjectMode: app === 'espocrm' ? 'user_username' : 'hashed_user_id',
    issuerMode: 'per_provider',
  };
}
