/** The JSON schemas a provider's form is made of, shaped as the back end reflects them: a root that only refers. */

interface Property {
  type: 'string' | 'boolean';
  title: string;
  description?: string;
  example?: string;
  default?: string | boolean;
}

export type Properties = Readonly<Record<string, Property>>;

export interface Schema {
  $ref: string;
  $defs: Record<string, { type: 'object'; properties: Properties; required: string[] }>;
}

/** A root `$ref` into `$defs` (page sheet openlane.md, stand-in point 2). */
export function schemaOf(name: string, properties: Properties, required: readonly string[] = []): Schema {
  return { $ref: `#/$defs/${name}`, $defs: { [name]: { type: 'object', properties, required: [...required] } } };
}

/** The same schema with what is saved as defaults; what counts as a secret is left out, as the server leaves it out. */
export function withDefaults(schema: Schema, saved: Readonly<Record<string, unknown>>): Schema {
  const $defs = Object.fromEntries(
    Object.entries(schema.$defs).map(([name, node]) => [name, { ...node, properties: preset(node.properties, saved) }]),
  );
  return { $ref: schema.$ref, $defs };
}

/** The names that must be there and are not, or are blank. */
export function missingIn(schema: Schema, body: Readonly<Record<string, unknown>>): string[] {
  const required = Object.values(schema.$defs).flatMap((node) => node.required);
  return required.filter((name) => {
    const value = body[name];
    return typeof value !== 'string' || value.trim() === '';
  });
}

function preset(properties: Properties, saved: Readonly<Record<string, unknown>>): Properties {
  const entries = Object.entries(properties).map(([name, property]): [string, Property] => {
    const value = saved[name];
    const isKnown = typeof value === 'string' || typeof value === 'boolean';
    return [name, isKnown && !/token|secret/i.test(name) ? { ...property, default: value } : property];
  });
  return Object.fromEntries(entries);
}
