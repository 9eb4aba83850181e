/** Searches every file of a folder for texts in the encodings a browser may write them in. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

interface Needle {
  name: string;
  encoding: string;
  bytes: Buffer;
}

/** Where Chromium and Firefox keep what an extension stores, within a profile folder. */
export const extensionStorage =
  /Extension (Settings|State|Scripts|Rules)|chrome-extension_|moz-extension|browser-extension-data/;

/**
 * Promises one line per finding in the files whose path fits `where`: name of the text, encoding, file. The text itself
 * is never part of it.
 */
export async function scanFolder(folder: string, texts: Record<string, string>, where = /^/): Promise<string[]> {
  const needles = Object.entries(texts).flatMap(([name, text]) => encodings(name, text));
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const found: string[] = [];
  for (const entry of entries) {
    const path = join(entry.parentPath, entry.name);
    if (!entry.isFile() || !where.test(path.slice(folder.length))) continue;
    const content = await readFile(path);
    for (const needle of needles) {
      if (content.includes(needle.bytes))
        found.push(`${needle.name} as ${needle.encoding} in ${path.slice(folder.length + 1)}`);
    }
  }
  return found;
}

function encodings(name: string, text: string): Needle[] {
  const utf8 = Buffer.from(text, 'utf8');
  const utf16 = Buffer.from(text, 'utf16le');
  const hex = utf8.toString('hex');
  return [
    { name, encoding: 'UTF-8', bytes: utf8 },
    { name, encoding: 'UTF-16LE', bytes: utf16 },
    { name, encoding: 'hex', bytes: Buffer.from(hex) },
    { name, encoding: 'HEX', bytes: Buffer.from(hex.toUpperCase()) },
    ...[0, 1, 2].map((shift) => ({ name, encoding: `base64 shifted by ${shift}`, bytes: base64Core(utf8, shift) })),
  ];
}

/** The part of a base64 text that does not depend on what stands before and behind, at one of the three alignments. */
function base64Core(bytes: Buffer, shift: number): Buffer {
  const encoded = Buffer.concat([Buffer.alloc(shift), bytes])
    .toString('base64')
    .replaceAll('=', '');
  const start = shift === 0 ? 0 : shift + 1;
  const isWhole = (shift + bytes.length) % 3 === 0;
  return Buffer.from(encoded.slice(start, isWhole ? undefined : -1));
}
