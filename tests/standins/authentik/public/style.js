/** The look that every shadow root brings along for itself. */
import { css } from 'lit';

export const style = css`
  a { color: #06c; }
  button { cursor: pointer; }
  button, input, select, textarea { font: inherit; padding: 0.3rem 0.5rem; }
  dt { font-weight: 600; margin-top: 0.75rem; }
  dd { margin: 0; }
  input, textarea { box-sizing: border-box; width: 100%; }
  label { display: block; font-weight: 600; margin-top: 0.75rem; }
  table { border-collapse: collapse; width: 100%; }
  td, th { border-bottom: 1px solid #ccc; padding: 0.4rem; text-align: left; }
`;
