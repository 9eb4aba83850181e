/** The few pages that the OpenID provider itself shows. */
import type { Context } from 'oidc-provider';
import { escapeHtml } from '../http.ts';

export function renderError(context: Context, out: { error: string; error_description?: string }): void {
  context.type = 'html';
  const words = escapeHtml(`${out.error}: ${out.error_description ?? ''}`);
  context.body = `<!doctype html><title>authentik (stand-in)</title><main data-error="${escapeHtml(out.error)}">${words}</main>`;
}

export function logoutSource(context: Context, form: string): void {
  context.body = `<!doctype html><title>authentik (stand-in)</title>${form}<button form="op.logoutForm" name="logout" value="yes">Log out</button>`;
}

export function postLogoutSuccessSource(context: Context): void {
  context.body = '<!doctype html><title>authentik (stand-in)</title><main>Logged out</main>';
}
