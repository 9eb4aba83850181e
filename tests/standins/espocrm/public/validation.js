/** What Save refuses, field by field (page sheet espocrm.md 2 and 7). */

const maxLength = 255;
/** A dot is asked for somewhere after the scheme; an address without one is no address to the app. */
const address = /^([a-zA-Z0-9]+:\/\/)?[\w%./?:@\-=#$!+*()',]+\.[\w%&./?:@\-=#$!+*()',~]*$/;

const isEmpty = (value) => value === null || value === undefined || value === '' || value.length === 0;

function urlComplaint(value, labels) {
  if (isEmpty(value)) return null;
  if (!address.test(value)) return labels.invalid;
  return value.length > maxLength ? labels.tooLong.replace('{max}', maxLength) : null;
}

/** The words under the field, or null. */
export function complaint({ name, definition, model, labels }) {
  const value = model.get(name);
  const label = labels.fields[name];
  const isMissing = definition.required?.(model) && isEmpty(value);
  const words = [
    isMissing ? labels.required : null,
    definition.type === 'url' ? urlComplaint(value, labels) : null,
    definition.invalid?.(model) ? labels.invalid : null,
  ].find(Boolean);
  return words?.replace('{field}', label) ?? null;
}
