/** The calls of a directory sync and of a first look at an instance; sheet authentik.md 2.3. */
import { authentikHost } from '../addresses.ts';
import { idOf } from '../catalogue.ts';
import { played } from '../contract/versions.ts';
import { directoryOf } from './directory.ts';
import { type ApiCall, type Endpoint, found } from './endpoint.ts';
import { pageOf } from './pages.ts';

const brand = {
  brand_uuid: idOf('brand'),
  domain: 'authentik-default',
  default: true,
  branding_title: 'authentik',
};

export const directoryEndpoints: readonly Endpoint[] = [
  { method: 'GET', template: '/core/users/me/', right: null, answer: (call) => found(self(call)) },
  { method: 'GET', template: '/admin/version/', right: null, answer: ({ state }) => found(versionOf(state)) },
  { method: 'GET', template: '/root/config/', right: 'anybody', answer: () => found(config) },
  { method: 'GET', template: '/admin/system/', right: 'view_system_info', answer: (call) => found(systemInfo(call)) },
  {
    method: 'GET',
    template: '/core/brands/',
    right: 'view_brand',
    answer: ({ url }) => pageOf([brand], url, { searched: ['domain'], filters: ['default'] }),
  },
  {
    method: 'GET',
    template: '/core/users/',
    right: 'view_user',
    answer: ({ url, state }) =>
      pageOf(directoryOf(state).users, url, { searched: ['username', 'name', 'email'], filters: ['username', 'pk'] }),
  },
  {
    method: 'GET',
    template: '/core/groups/',
    right: 'view_group',
    answer: ({ url, state }) => pageOf(groups(url, directoryOf(state).groups), url, { searched: ['name'] }),
  },
];

const config = {
  error_reporting: { enabled: false, sentry_dsn: '', environment: '', send_pii: false, traces_sample_rate: 0 },
  capabilities: ['can_save_media', 'can_geo_ip'],
  cache_timeout: 300,
  cache_timeout_flows: 300,
  cache_timeout_policies: 300,
  cache_timeout_reputation: 300,
};

function versionOf({ contract }: ApiCall['state']) {
  const { full } = played[contract.version];
  return {
    version_current: full,
    version_latest: full,
    version_latest_valid: true,
    build_hash: '',
    outdated: false,
    outpost_outdated: false,
  };
}

/** The account as it sees itself. */
function self({ caller, state }: ApiCall) {
  const { users, groups: all } = directoryOf(state);
  const own = users.find(({ username }) => username === caller.username);
  const memberships = all.filter(({ pk }) => own?.groups.some((group) => group === pk));
  const isAdmin = caller.isSuperuser || caller.rights.length > 0;
  const user = {
    ...own,
    is_superuser: caller.isSuperuser,
    is_current: true,
    groups: memberships.map(({ pk, name }) => ({ pk, name })),
    roles: [],
    settings: {},
    system_permissions: isAdmin ? ['access_admin_interface'] : [],
  };
  return { user, users: [user] };
}

/** Members only on demand, as the parameter `include_users` says. */
function groups({ searchParams }: URL, all: ReturnType<typeof directoryOf>['groups']) {
  const withMembers = searchParams.get('include_users') !== 'false';
  return all.map((group) => ({ ...group, users_obj: withMembers ? group['users_obj'] : null }));
}

function systemInfo({ state }: ApiCall) {
  return {
    brand: 'authentik Default (authentik-default)',
    http_headers: {},
    http_host: authentikHost,
    http_is_secure: true,
    server_time: new Date().toISOString(),
    embedded_outpost_disabled: true,
    embedded_outpost_host: state.baseUrl,
    base_url: state.baseUrl,
    runtime: {
      python_version: '3.13.0',
      environment: 'stand-in',
      architecture: 'x86_64',
      platform: 'Linux',
      uname: 'Linux',
      openssl_version: 'OpenSSL 3',
      openssl_fips_enabled: null,
      authentik_version: played[state.contract.version].full,
    },
  };
}
