/** The part of oidc-provider 9.13 that the stand-in uses; the package ships no types. */
declare module 'oidc-provider' {
  import type { IncomingMessage, ServerResponse } from 'node:http';

  export interface Context {
    body: unknown;
    type: string;
    status: number;
    method: string;
    path: string;
    response: { get(name: string): string | undefined; remove(name: string): void };
    get(name: string): string;
    redirect(location: string): void;
    oidc?: {
      route: string;
      client: { clientId: string };
      session: { accountId?: string };
      provider: Provider;
    };
  }

  export interface Grant {
    addOIDCScope(scope: string): void;
    save(): Promise<string>;
  }

  export interface ProviderError extends Error {
    error: string;
    error_description?: string;
  }

  export class Provider {
    constructor(issuer: string, setup: Record<string, unknown>);
    readonly Grant: new (properties: {
      accountId: string;
      clientId: string;
    }) => Grant;
    readonly Client: { prototype: { redirectUriAllowed(uri: string): boolean } };
    callback(): (request: IncomingMessage, response: ServerResponse) => Promise<void>;
    use(middleware: (context: Context, next: () => Promise<void>) => Promise<void>): this;
    on(event: 'access_token.saved', listener: (token: { jti: string }) => void): this;
    on(
      event: 'authorization.error' | 'grant.error' | 'userinfo.error' | 'server_error' | 'jwks.error',
      listener: (context: Context, error: ProviderError) => void,
    ): this;
    /** Rejects without the cookie of a login under way. */
    interactionDetails(request: IncomingMessage, response: ServerResponse): Promise<unknown>;
    interactionFinished(
      request: IncomingMessage,
      response: ServerResponse,
      result: { login: { accountId: string }; consent: Record<string, never> },
    ): Promise<void>;
  }
}
