/** The heading and the save button that end every block of the settings page. */
import type { PortainerVersion } from './options.ts';

export const sectionTitle = (text: string): string => `<div class="col-sm-12 form-section-title">${text}</div>`;

/** The save button as its directive writes it; the older one is a plain primary button. */
export function saveButton(version: PortainerVersion, className: string, action: string, disabled: string): string {
  const classes = version === '2.6' ? 'btn btn-primary btn-sm' : `btn btn-primary ${className}`.trim();
  return `
  ${sectionTitle('Actions')}
  <div class="form-group"><div class="col-sm-12">
    <button type="button" class="${classes}" ng-click="${action}" ng-disabled="${disabled}">
      <span ng-hide="$ctrl.inProgress || state.inProgress">Save settings</span>
      <span ng-show="$ctrl.inProgress || state.inProgress">Saving...</span>
    </button>
  </div></div>`;
}
