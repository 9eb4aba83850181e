/** The providers of the stand-in: Authentik, neighbours with fields of the same names, and some that fill the list. */
import type { PageOptions } from './options.ts';
import { type Properties, type Schema, schemaOf } from './schemas.ts';

export const definitionIds = {
  authentik: 'def_01K0AUTHENTIK000000000000001',
  authentikElsewhere: 'def_01STANDIN0AUTHENTIK00000000',
  zitadel: 'def_01K0ZITADEL000000000000001',
  keycloak: 'def_01K0KEYCLOAK000000000000001',
  okta: 'def_01STANDIN0OKTA0000000000000',
  google: 'def_01STANDIN0GOOGLE00000000000',
  entra: 'def_01STANDIN0ENTRA000000000000',
  slack: 'def_01STANDIN0SLACK000000000000',
};

/** Connected before anybody came; they push the others behind "See all". */
export const foreignInstallations = [definitionIds.okta, definitionIds.google, definitionIds.entra];

/** The setting of the sync under which the second module line keeps the other two options. */
export const syncOperation = 'DirectorySync';

export interface Provider {
  id: string;
  displayName: string;
  description: string;
  tags: string[];
  active: boolean;
  credentials: { ref: string; name: string; description: string; schema: Schema }[];
  userInput: Schema | null;
  operations: { name: string; title: string; schema: Schema }[];
}

const primaryDirectory: Properties = {
  primaryDirectory: {
    type: 'boolean',
    title: 'Primary Directory',
    description: 'Mark this as the authoritative source for identity holder enrichment and lifecycle',
  },
};
const disableGroupSync: Properties = {
  disableGroupSync: {
    type: 'boolean',
    title: 'Disable Group Sync',
    description: 'Only sync users disable group and membership sync operations',
  },
};
const filterExpr: Properties = {
  filterExpr: {
    type: 'string',
    title: 'Filter Expression',
    description: 'Optional CEL expression to apply to records before ingesting',
    example: "Example: payload.type == 'internal'",
  },
};
const disable: Properties = {
  disable: { type: 'boolean', title: 'Disable', description: 'Disable this operation for the installation' },
};

const text = (title: string): Properties[string] => ({ type: 'string', title });

/** What Authentik asks beside its credentials, by version. */
const userInputs: Record<PageOptions['options'], Properties> = {
  'primary-first': { ...primaryDirectory, ...disableGroupSync, ...filterExpr },
  'group-first': { ...disableGroupSync, ...primaryDirectory, ...filterExpr },
  'primary-only': primaryDirectory,
  'operation-settings': primaryDirectory,
};

function credential(name: string, properties: Properties, description: string): Provider['credentials'][number] {
  const ref = name.replaceAll(' ', '_').toLowerCase();
  return { ref, name, description, schema: schemaOf('CredentialSchema', properties, Object.keys(properties)) };
}

/** A provider without a form of its own here. */
function filler(id: string, displayName: string, tag: string): Provider {
  const description = `Connect ${displayName}.`;
  const userInput = tag === 'directory' ? schemaOf('UserInput', primaryDirectory) : null;
  return { id, displayName, description, tags: [tag], active: true, credentials: [], userInput, operations: [] };
}

function authentik(page: PageOptions): Provider {
  const hasSettings = page.options === 'operation-settings';
  const settings = schemaOf('DirectorySync', { ...disable, ...filterExpr, ...disableGroupSync });
  return {
    id: page.definition === 'usual' ? definitionIds.authentik : definitionIds.authentikElsewhere,
    displayName: 'Authentik',
    description:
      'Collect Authentik directory users, groups, and memberships for identity posture and access governance.',
    tags: ['directory'],
    active: page.provider === 'active',
    credentials: [
      credential(
        hasSettings ? 'Authentik API Token' : 'Authentik Credential',
        { baseUrl: text('Base URL'), token: text('API Token') },
        'Configure Authentik access using an API token from your instance.',
      ),
    ],
    userInput: schemaOf('UserInput', userInputs[page.options]),
    operations: hasSettings ? [{ name: syncOperation, title: 'Directory Sync', schema: settings }] : [],
  };
}

function zitadel(page: PageOptions): Provider {
  const place: Properties = page.neighbour === 'same-ids' ? { baseUrl: text('Base URL') } : { domain: text('Domain') };
  return {
    ...filler(definitionIds.zitadel, 'Zitadel', 'directory'),
    credentials: [
      credential(
        'Zitadel Personal Access Token',
        { ...place, token: text('Personal Access Token') },
        'Configure Zitadel access using a personal access token.',
      ),
    ],
  };
}

function keycloak(): Provider {
  const asked: Properties = {
    baseUrl: text('Base URL'),
    realm: text('Realm'),
    clientId: text('Client ID'),
    clientSecret: text('Client Secret'),
  };
  return {
    ...filler(definitionIds.keycloak, 'Keycloak', 'directory'),
    credentials: [credential('Keycloak Client Credentials', asked, 'Configure Keycloak access using a client.')],
  };
}

/** What the server answers for one page view, in no particular order. */
export function providersFor(page: PageOptions): Provider[] {
  return [
    filler(definitionIds.slack, 'Slack', 'messaging'),
    filler(definitionIds.okta, 'Okta', 'directory'),
    filler(definitionIds.google, 'Google Workspace', 'directory'),
    filler(definitionIds.entra, 'Azure Entra ID', 'directory'),
    zitadel(page),
    keycloak(),
    authentik(page),
  ];
}
