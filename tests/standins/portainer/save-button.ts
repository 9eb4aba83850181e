/** The heading and the save button that end every block of the settings page. */

export const sectionTitle = (text: string): string => `<div class="col-sm-12 form-section-title">${text}</div>`;

/** The save button as its directive writes it; up to 2.11 it is a plain primary button without a class of its own. */
export function saveButton(className: string, action: string, disabled: string): string {
  const classes = `btn btn-primary btn-sm ${className}`.trim();
  return `
  ${sectionTitle('Actions')}
  <div class="form-group"><div class="col-sm-12">
    <button type="button" class="${classes}" ng-click="${action}" ng-disabled="${disabled}">
      <span ng-hide="$ctrl.inProgress || state.inProgress">Save settings</span>
      <span ng-show="$ctrl.inProgress || state.inProgress">Saving...</span>
    </button>
  </div></div>`;
}
