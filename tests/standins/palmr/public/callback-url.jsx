/** The callback for a provider of this name, as the browser sees the app: plain text with a copy button. */
import { Icon } from './icons.jsx';
import { words } from './page.js';
import { Button, Label } from './ui.jsx';

export function CallbackUrl({ name }) {
  const url = `${location.origin}/api/auth/providers/${name}/callback`;
  return (
    <div className="space-y-3">
      <div>
        <Label>{words.callback}</Label>
        <div className="flex items-center gap-2 mb-2 border py-2 px-3 mt-2 rounded-md w-fit ">
          <div className=" rounded-md font-mono text-sm break-all font-semibold px-2">{url}</div>
          <Button
            variant="ghost"
            size="icon"
            className="shrink-0"
            title={words.copy}
            onClick={() => navigator.clipboard.writeText(url)}
          >
            <Icon name="copy" className="h-3 w-3" />
          </Button>
        </div>
        <p className="text-xs text-muted-foreground mb-2">{words.help}</p>
      </div>
    </div>
  );
}
