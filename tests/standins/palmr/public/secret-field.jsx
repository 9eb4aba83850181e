/** The client secret: dots until the eye beside it is opened, and again with every new form. */
import { useState } from 'react';
import { Icon } from './icons.jsx';
import { options, words } from './page.js';
import { Button, Input, Label } from './ui.jsx';

export function SecretField({ value, onText }) {
  const [isShown, setShown] = useState(options.secretShown);
  return (
    <div>
      <Label className="mb-2 block">{words.clientSecret} *</Label>
      <div className="relative">
        <Input
          type={isShown ? 'text' : 'password'}
          placeholder={words.help}
          value={value}
          onChange={(event) => onText(event.target.value)}
          className="pr-10"
        />
        <Button
          type="button"
          variant="ghost"
          size="sm"
          className="absolute right-0 top-0 h-full px-3 py-2"
          onClick={() => setShown(!isShown)}
        >
          <Icon name={isShown ? 'eye-off' : 'eye'} className="h-4 w-4" />
        </Button>
      </div>
    </div>
  );
}
