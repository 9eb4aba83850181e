/** From a provider's JSON schemas to fields, start values, the console's checks and the payload. */
import { z } from 'zod';

export const credentialsPrefix = 'credentials__';
export const userInputPrefix = 'userInput__';
const operationPrefix = (name) => `operationConfig__${name}__`;

/** Follows the root's `$ref` into `$defs`. */
function rootOf(schema) {
  return schema?.$ref ? schema.$defs[schema.$ref.replace('#/$defs/', '')] : undefined;
}

/** `[{ prefix, title, fields }]`; a schema without properties makes no section. */
export function sectionsOf({ credentials, userInput, operations = [] }) {
  return [
    section(credentialsPrefix, '', credentials),
    section(userInputPrefix, '', userInput),
    ...operations.map(({ name, title, schema }) => section(operationPrefix(name), title, schema)),
  ].filter(({ fields }) => fields.length > 0);
}

function section(prefix, title, schema) {
  const root = rootOf(schema);
  const fields = Object.entries(root?.properties ?? {}).map(([key, property]) => ({
    key,
    name: prefix + key,
    property,
    required: root.required.includes(key),
  }));
  return { prefix, title, fields };
}

export const fieldsOf = (sections) => sections.flatMap(({ fields }) => fields);

/** What counts as a secret is guessed from the words of key and title. */
export const isSensitive = ({ key, property }) =>
  /password|secret|token|privatekey/.test((key + property.title).toLowerCase().replace(/[^a-z0-9]+/g, ''));

export function startValues(sections) {
  const values = fieldsOf(sections).map(({ name, property }) => [
    name,
    property.default ?? (property.type === 'boolean' ? false : ''),
  ]);
  return Object.fromEntries(values);
}

/** Checks that required texts are not empty; blanks count, they are trimmed only on submit. */
export function resolverFor(sections) {
  const schema = z.object(Object.fromEntries(fieldsOf(sections).map((field) => [field.name, checkOf(field)])));
  return (values) => {
    const checked = schema.safeParse(values);
    if (checked.success) return { values: checked.data, errors: {} };
    const errors = checked.error.issues.map(({ path, code, message }) => [path[0], { type: code, message }]);
    return { values: {}, errors: Object.fromEntries(errors) };
  };
}

function checkOf({ property, required }) {
  if (property.type === 'boolean') return z.boolean();
  return required ? z.string().min(1, `${property.title} is required`) : z.string();
}

/** The trimmed answers of one section, with the labels of required ones that are blank. */
function answersOf(section, values) {
  const missing = [];
  const entries = (section?.fields ?? []).flatMap(({ key, name, property, required }) => {
    if (property.type === 'boolean') return [[key, Boolean(values[name])]];
    const text = String(values[name] ?? '').trim();
    if (text === '' && required) missing.push(property.title);
    return text === '' ? [] : [[key, text]];
  });
  return { answers: Object.fromEntries(entries), missing };
}

/** `{ body, userInput, operationConfig, missing }`, taken from the form's state. */
export function payloadOf(sections, values) {
  const at = (prefix) =>
    answersOf(
      sections.find((known) => known.prefix === prefix),
      values,
    );
  const [body, userInput] = [at(credentialsPrefix), at(userInputPrefix)];
  const operations = sections.filter(({ prefix }) => prefix.startsWith('operationConfig__'));
  const operationConfig = operations.map((known) => [known.prefix.split('__')[1], answersOf(known, values).answers]);
  return {
    body: body.answers,
    userInput: userInput.answers,
    operationConfig: Object.fromEntries(operationConfig),
    missing: [...body.missing, ...userInput.missing],
  };
}
