/**
 * Reads the contract back out of a generated TypeScript client, for a package that was published without its
 * `schema.yml`. What the generator left out is lost: lengths, patterns and formats; names, types, which fields must be
 * there, which may be null, and the values of enumerations are kept.
 */
import { existsSync, readFileSync } from 'node:fs';
import { type ContractSource, type JsonSchema, type Operation, reference } from './json-schema.ts';

/** A value the generator adds to every enumeration. */
const unknownValue = '11184809';
const plain: Readonly<Record<string, JsonSchema>> = {
  string: { type: 'string' },
  number: { type: 'number' },
  boolean: { type: 'boolean' },
  Date: { type: 'string', format: 'date-time' },
  any: {},
  object: { type: 'object' },
};

/** @param folder the client's `src`, with a final slash. */
export function clientSource(folder: URL): ContractSource {
  return {
    schema: (name) => {
      const file = new URL(`models/${name}.ts`, folder);
      if (!existsSync(file)) throw new Error(`The published client has no "${name}".`);
      const text = readFileSync(file, 'utf8');
      return readEnumeration(text, name) ?? readInterface(text, name);
    },
    operation: (method, template) => {
      const tag = template.split('/')[1] ?? '';
      const file = new URL(`apis/${tag.charAt(0).toUpperCase()}${tag.slice(1)}Api.ts`, folder);
      if (!existsSync(file)) return undefined;
      const call = readFileSync(file, 'utf8')
        .split(/^ {4}async /m)
        .find((part) => part.includes(`path: \`${template}\``) && part.includes(`method: '${method.toUpperCase()}'`));
      return call === undefined ? undefined : readOperation(call);
    },
  };
}

function readEnumeration(text: string, name: string): JsonSchema | null {
  const [, body] = new RegExp(`export const ${name} = \\{([^}]*)\\} as const`).exec(text) ?? [];
  if (body === undefined) return null;
  const values = [...body.matchAll(/: '([^']*)'/g)].map(([, value]) => value);
  return { type: 'string', enum: values.filter((value) => value !== unknownValue) };
}

function readInterface(text: string, name: string): JsonSchema {
  const body = new RegExp(`export interface ${name} \\{([\\s\\S]*?\\n)\\}`).exec(text)?.[1];
  if (body === undefined) throw new Error(`The published client says nothing about "${name}".`);
  const wireNames = new Map(
    [...text.matchAll(/'(\w+)': .*?json(?:\['(\w+)'\]|, '(\w+)')/g)].map(([, own = '', direct, checked]) => [
      own,
      direct ?? checked ?? own,
    ]),
  );
  const withoutComments = body.replaceAll(/\/\*\*[\s\S]*?\*\//g, '');
  const anyOther = /^ *\[key: string\]: any.*\n/m;
  const isOpen = anyOther.test(withoutComments);
  const fields = withoutComments.replace(anyOther, '');
  const properties: JsonSchema = {};
  const required: string[] = [];
  for (const [, field = '', optional, type = ''] of fields.matchAll(/(?:readonly )?(\w+)(\?)?: (.+);\n/g)) {
    const wireName = wireNames.get(field) ?? field;
    properties[wireName] = typeSchema(type);
    if (optional === undefined) required.push(wireName);
  }
  return { type: 'object', properties, required, ...(isOpen ? { additionalProperties: {} } : {}) };
}

function typeSchema(type: string): JsonSchema {
  if (type.endsWith(' | null')) return { ...typeSchema(type.slice(0, -' | null'.length)), nullable: true };
  const [, item] = /^(?:Array|Set)<(.+)>$/.exec(type) ?? [];
  if (item !== undefined) return { type: 'array', items: typeSchema(item) };
  const [, value] = /^\{ \[key: string\]: (.+); \}$/.exec(type) ?? [];
  if (value !== undefined) return { type: 'object', additionalProperties: typeSchema(value) };
  return plain[type] ?? reference(type);
}

function readOperation(call: string): Operation {
  const raw = call.split('\n    /**')[0] ?? call;
  const body = /body: (\w+)ToJSON\(/.exec(raw)?.[1];
  const single = /\(jsonValue\) => (\w+)FromJSON\(/.exec(raw)?.[1];
  const many = /jsonValue\.map\((\w+)FromJSON\)/.exec(raw)?.[1];
  const answer = single === undefined ? null : reference(single);
  return {
    query: [...raw.matchAll(/queryParameters\['(\w+)'\]/g)].map(([, name = '']) => name),
    body: body === undefined ? null : reference(body),
    answers: {
      '2XX': many === undefined ? answer : { type: 'array', items: reference(many) },
      '400': reference('ValidationError'),
      '403': reference('GenericError'),
    },
  };
}
