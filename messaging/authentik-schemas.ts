/** The rules of every message about authentik: only Latchkey's own screens send them. Background only: brings zod. */
import * as z from 'zod/mini';
import type { AuthentikMessages } from './authentik-protocol';
import { checkRules } from './check-schemas';
import { createRules } from './create-schemas';
import { fromScreen, type Rule } from './rule';
import type { ScreenSender } from './sender';

const address = z.string().check(z.minLength(1), z.maxLength(2_048));
const job = z.string().check(z.minLength(1), z.maxLength(100));
const token = z.string().check(z.maxLength(10_000));
const tabId = z.number().check(z.int(), z.nonnegative());
/** Of a token: what authentik takes as identifier, as short as a user's name must be. */
const name = z.string().check(z.regex(/^[-\w]{1,150}$/));
const description = z.string().check(z.maxLength(500));

type Rules = { readonly [K in keyof AuthentikMessages]: Rule<ScreenSender, Parameters<AuthentikMessages[K]>[0]> };

export const authentikRules: Rules = {
  'authentik.list': fromScreen(z.undefined()),
  'authentik.connect': fromScreen(z.strictObject({ address, token: z.exactOptional(token), job })),
  'authentik.account': fromScreen(z.strictObject({ baseUrl: address, job })),
  'authentik.disconnect': fromScreen(z.strictObject({ baseUrl: address })),
  'authentik.open': fromScreen(z.strictObject({ baseUrl: address })),
  'authentik.readClients': fromScreen(z.strictObject({ baseUrl: address, job })),
  'authentik.importClients': fromScreen(
    z.strictObject({
      digest: job,
      take: z.array(z.number()).check(z.maxLength(20_000)),
      replace: z.array(job).check(z.maxLength(20_000)),
    }),
  ),
  'authentik.forgetClients': fromScreen(z.undefined()),
  'authentik.cancel': fromScreen(z.strictObject({ job })),
  ...checkRules,
  'token.propose': fromScreen(z.strictObject({ baseUrl: address, tabId, job })),
  'token.create': fromScreen(z.strictObject({ baseUrl: address, tabId, name, description, job })),
  ...createRules,
};
