/** Makes the client ID and the client secret of a new client, as long as authentik's own pages make them. */

export interface Credentials {
  clientId: string;
  clientSecret: string;
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
/** Bytes from here on would make the first signs of the alphabet likelier than the others. */
const fairBelow = 256 - (256 % alphabet.length);

/** 40 and 128 letters and digits (authentik sheet 2.4). */
export function makeCredentials(): Credentials {
  return { clientId: randomText(40), clientSecret: randomText(128) };
}

function randomText(length: number): string {
  let text = '';
  while (text.length < length) {
    const bytes = crypto.getRandomValues(new Uint8Array(length));
    text += bytes.reduce(
      (signs, byte) => signs + (byte < fairBelow ? alphabet.charAt(byte % alphabet.length) : ''),
      '',
    );
  }
  return text.slice(0, length);
}
