/** All styles of the in-page views as one text, for a constructed style sheet. */
import base from './base.css?inline';
import button from './button.css?inline';
import card from './card.css?inline';
import parts from './parts.css?inline';
import preview from './preview.css?inline';
import report from './report.css?inline';

export const css = [base, button, card, parts, preview, report].join('\n');
