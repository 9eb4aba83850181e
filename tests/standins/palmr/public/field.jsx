/** A label above its box; nothing but the place ties the two. */
import { words } from './page.js';
import { Input, Label } from './ui.jsx';

export const Help = () => <p className="text-xs text-muted-foreground mt-1">{words.help}</p>;

export function TextField({ label, help, value, onText, ...rest }) {
  return (
    <div>
      <Label className="mb-2 block">{label}</Label>
      <Input placeholder={words.help} value={value} onChange={(event) => onText(event.target.value)} {...rest} />
      {help && <Help />}
    </div>
  );
}
