/** The rights of the stand-in authentik under the names that its API has for them: `authentik_core.view_user`. */
import { type Right, rights } from './api-tokens.ts';

/** authentik's own parts, by what their rights end in. */
const parts: readonly [ends: RegExp, app: string][] = [
  [/_oauth2provider$/, 'authentik_providers_oauth2'],
  [/_scopemapping$/, 'authentik_providers_oauth2'],
  [/_flow$/, 'authentik_flows'],
  [/_certificatekeypair$/, 'authentik_crypto'],
  [/_brand$/, 'authentik_brands'],
  [/_system_info$|_role$|_role_permissions$/, 'authentik_rbac'],
];

function appOf(right: Right): string {
  return parts.find(([ends]) => ends.test(right))?.[1] ?? 'authentik_core';
}

/** Undefined for a name that authentik has not. */
export function rightNamed(name: string): Right | undefined {
  return rights.find((right) => `${appOf(right)}.${right}` === name);
}

/** As an entry of the list of permissions. */
export function permissionAnswer(right: Right) {
  const app = appOf(right);
  return {
    id: rights.indexOf(right) + 1,
    name: `Can ${right.replaceAll('_', ' ')}`,
    codename: right,
    model: right.replace(/^[a-z]+_/, ''),
    app_label: app,
    app_label_verbose: app,
    model_verbose: right.replace(/^[a-z]+_/, ''),
  };
}
