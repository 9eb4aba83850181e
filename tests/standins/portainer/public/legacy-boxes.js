/** The AngularJS boxes of 2.9.1 to 2.11.0: the handler sits on the label alone, and choosing again is not held back. */

const template = `
<div class="form-group">
  <div class="boxselector_wrapper">
    <div ng-repeat="option in $ctrl.options">
      <input type="radio" name="{{ $ctrl.radioName }}" id="{{ option.id }}" value="{{ option.value }}"
        ng-checked="option.value === $ctrl.value" />
      <label for="{{ option.id }}" ng-click="$ctrl.onChange(option.value)">
        <div class="boxselector_header">{{ option.label }}</div>
        <p>{{ option.description }}</p>
      </label>
    </div>
  </div>
</div>`;

export function registerLegacyBoxes(app) {
  app.component('labelBoxSelector', {
    template,
    bindings: { radioName: '<', value: '<', options: '<', onChange: '<' },
  });
}
