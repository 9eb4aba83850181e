/** The list of tokens; their keys are not in it. */
import { Table } from './table.js';
import { words } from './words.js';

class TokenList extends Table {
  source = '/core/tokens/';
  heading = words.tokens;
  head = [words.name, words.type];

  cells({ identifier, intent }) {
    return [identifier, intent];
  }
}

customElements.define('ak-token-list', TokenList);
