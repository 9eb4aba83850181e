/** Learns the redirect URIs to register, from the page, the origin or the vendor. */
import type { Callback, Recognition } from './model';

export function capture(_recognition: Recognition, _url: URL): Callback[] {
  return [];
}
