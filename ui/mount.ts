/** Puts a screen into its page, in the language its words are in. */
import { render, type VNode } from 'preact';
import { i18n } from './i18n';
import './screen.css';

export function mount(screen: VNode): void {
  document.documentElement.lang = i18n.t('language');
  const root = document.getElementById('root');
  if (root) render(screen, root);
}
