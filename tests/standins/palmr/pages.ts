/** The HTML of the stand-in of Palmr: the empty shell that React fills, and the refusal before a login starts. */
import { escapeHtml } from '../http.ts';
import type { State } from './state.ts';
import { type Language, words } from './words.ts';

const title = 'Stand-in for Palmr (not Palmr)';
/** Languages the app itself names; only Arabic turns the page round (page sheet palmr.md, traps). */
const languages = { en: 'en-US', de: 'de-DE', ar: 'ar-SA' } as const satisfies Record<Language, string>;
const releases = { '3.1.0': '3.1.0-beta', '3.2': '3.2.5-beta', '3.3': '3.3.2-beta' } as const;

/** The language the browser's cookie `NEXT_LOCALE` names, where the stand-in has it. */
export function languageOf(cookie: string | undefined, otherwise: Language): Language {
  const known: readonly Language[] = ['en', 'de', 'ar'];
  return known.find((language) => languages[language] === cookie) ?? otherwise;
}

export function shellPage({ chosen, run }: State, language: Language): string {
  const { version, hideDisabled, secretShown, addForm } = chosen;
  const options = { version, hideDisabled, secretShown, addForm };
  const data = { run, options, words: words[language], release: releases[version] };
  return `<!doctype html>
<html lang="${languages[language]}"${language === 'ar' ? ' dir="rtl"' : ''}>
<head>
<meta charset="utf-8">
<link rel="icon" href="data:,">
<title>${title}</title>
<link rel="stylesheet" href="/_next/static/css/app.css">
<script type="application/json" data-page>${JSON.stringify(data).replaceAll('<', '\\u003c')}</script>
<script src="/_next/static/chunks/app.js" defer></script>
</head>
<body><div></div></body>
</html>`;
}

/** The app itself answers with this JSON; the mark around it is the stand-in's. */
export function loginRefusedPage(error: string): string {
  const answer = escapeHtml(JSON.stringify({ success: false, error }));
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title></head><body><pre data-login-error>${answer}</pre></body></html>`;
}
