/** The formats that authentik's published schemas name, as far as the stand-in's answers have them. */

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const dateTime = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/;

/** An address or a mail that was left empty is empty text in the answers, whatever its format says. */
export const formats = {
  uuid,
  'date-time': dateTime,
  uri: (text: string) => text === '' || URL.canParse(text),
  email: (text: string) => text === '' || /^[^@\s]+@[^@\s]+$/.test(text),
};
