/** The AngularJS boxes of 2.9.1 to 2.11.0: the handler sits on the label alone, and choosing again is not held back. */

const itemTemplate = `
<div class="box-selector-item" ng-class="{ business: $ctrl.option.limited, limited: $ctrl.option.limited }">
  <input type="radio" name="{{ $ctrl.radioName }}" id="{{ $ctrl.option.id }}" ng-value="$ctrl.option.value"
    ng-checked="$ctrl.isChecked($ctrl.option.value)" ng-disabled="$ctrl.disabled" />
  <label for="{{ $ctrl.option.id }}" ng-click="$ctrl.onChange($ctrl.option.value)">
    <i class="fas fa-briefcase" ng-if="$ctrl.option.limited"></i>
    <div class="boxselector_header"><i class="fa fa-users" aria-hidden="true"></i> {{ $ctrl.option.label }}</div>
    <p>{{ $ctrl.option.description }}</p>
  </label>
</div>`;

const template = `
<div class="form-group"></div>
<div class="form-group">
  <div class="boxselector_wrapper">
    <label-box-selector-item ng-repeat="option in $ctrl.options" radio-name="{{ $ctrl.radioName }}" option="option"
      on-change="($ctrl.change)" is-checked="$ctrl.isChecked"></label-box-selector-item>
  </div>
</div>`;

class Controller {
  constructor() {
    this.isChecked = (value) => this.value === value;
    this.change = (value) => {
      const isLimited = this.options.some((option) => option.value === value && option.limited);
      this.form.$setValidity(this.radioName, !isLimited, this.form);
      this.onChange(value);
    };
  }
}

export function registerLegacyBoxes(app) {
  app.component('labelBoxSelectorItem', {
    template: itemTemplate,
    bindings: { radioName: '@', isChecked: '<', option: '<', onChange: '<', disabled: '<' },
  });
  app.component('labelBoxSelector', {
    template,
    bindings: { radioName: '<', value: '<', options: '<', onChange: '<' },
    require: { form: '^form' },
    controller: Controller,
  });
}
