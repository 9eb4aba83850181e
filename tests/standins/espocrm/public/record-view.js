/** The form in edit mode: shows and hides with the method, validates, and saves changed attributes only. */
import { request } from './api.js';
import { fieldDefinitions, hiddenWithPanel } from './definitions.js';
import { Field } from './fields.js';
import { formMarkup } from './form-markup.js';
import { notify } from './messages.js';
import { complaint } from './validation.js';

const { $ } = window;
/** Fields are drawn anew a moment after they are asked to, as with templates that are loaded. */
const redrawTime = 10;

let forms = 0;

export class RecordView {
  constructor({ $container, layout, model, labels, redirectUris, path, onLeave }) {
    Object.assign(this, { $container, layout, model, labels, redirectUris, path, onLeave });
    this.fields = new Map();
    this.isChanged = false;
    this.isSaving = false;
  }

  render() {
    forms += 1;
    this.$form = formMarkup(this.layout, this.labels, `form${forms}`);
    this.$container.append(this.$form);
    for (const { name, method } of this.fieldList()) this.addField(name, method);
    this.$form.on('click', '[data-action="save"]', () => this.save());
    this.$form.on('click', '[data-action="cancel"]', () => this.onLeave());
    this.$form.on('click', '[data-tab]', ({ currentTarget }) => this.showTab(currentTarget));
    this.showMethod();
    this.model.onChange((names) => this.onModelChange(names));
  }

  fieldList() {
    return this.layout.panels.flatMap(({ rows, method }) =>
      rows
        .flat()
        .filter(Boolean)
        .map((name) => ({ name, method })),
    );
  }

  addField(name, method) {
    const field = new Field({
      name,
      definition: fieldDefinitions[name],
      model: this.model,
      labels: this.labels,
      redirectUris: this.redirectUris,
      hasCopyLink: this.layout.hasCopyLink,
      $field: this.cell(name).children('.field'),
    });
    field.method = method;
    this.fields.set(name, field);
    field.draw();
  }

  cell(name) {
    return this.$form.find(`.cell[data-name="${name}"]`);
  }

  onModelChange(names) {
    this.isChanged = true;
    for (const name of names) this.cell(name).removeClass('has-error').find('.validation-message').remove();
    if (names.includes(this.layout.methodField)) {
      this.showMethod();
      setTimeout(() => this.redrawMethodFields(), redrawTime);
    }
    this.showRequired();
  }

  /** Values that never reached the model are lost here, and the secret's "change" link is back. */
  redrawMethodFields() {
    for (const field of this.fields.values()) if (field.method) field.draw();
  }

  showRedirectUris(redirectUris) {
    const field = this.fields.get('oidcAuthorizationRedirectUri');
    field.redirectUris = redirectUris;
    field.draw();
  }

  showMethod() {
    const chosen = this.model.get(this.layout.methodField);
    this.layout.panels.forEach(({ name, method, rows }, index) => {
      if (!method) return;
      const isHidden = method !== chosen;
      this.$form.find(`.panel[data-name="${name}"]`).toggleClass('hidden', isHidden);
      this.$form.find(`button[data-tab="${index}"]`).toggleClass('hidden', isHidden);
      const fields = rows.flat().filter((field) => field && !hiddenWithPanel.includes(field));
      for (const field of fields) this.hideField(field, isHidden);
    });
    this.showRequired();
  }

  hideField(name, isHidden) {
    this.cell(name).toggleClass('hidden-cell', isHidden).children('.field, label').toggleClass('hidden', isHidden);
  }

  showRequired() {
    for (const { name, definition } of this.fields.values()) {
      const $label = this.cell(name).children('label');
      $label.find('.required-sign').remove();
      if (definition.required?.(this.model)) $label.append('<span class="required-sign"> *</span>');
    }
  }

  showTab(target) {
    if (!$(target).is('button')) return;
    const index = target.getAttribute('data-tab');
    this.$form.find('button[data-tab]').removeClass('active');
    $(target).addClass('active');
    this.$form.find('.panel[data-tab]').each((_, panel) => {
      $(panel).toggleClass('tab-hidden', panel.getAttribute('data-tab') !== index);
    });
  }

  /** Marks what is wrong in the fields shown, and says whether nothing is. */
  isValid() {
    let isValid = true;
    for (const field of this.fields.values()) {
      const $cell = this.cell(field.name);
      const words = $cell.hasClass('hidden-cell') ? null : complaint(field);
      $cell
        .toggleClass('has-error', words !== null)
        .find('.validation-message')
        .remove();
      if (words === null) continue;
      isValid = false;
      $cell.children('.field').append($('<div class="validation-message">').text(words));
    }
    return isValid;
  }

  async save() {
    if (this.isSaving) return;
    for (const field of this.fields.values()) this.model.set(field.fetch());
    if (!this.isValid()) return notify(this.labels.notValid, 'danger');
    const changes = this.model.changes();
    if (Object.keys(changes).length === 0) return notify(this.labels.notModified, 'warning');
    this.isSaving = true;
    const answer = await request(this.model.isNew ? 'POST' : 'PUT', this.path, changes);
    this.isSaving = false;
    if (answer === null) return notify(this.labels.notValid, 'danger');
    this.model.sync();
    this.isChanged = false;
    return notify(this.labels.saved, 'success');
  }
}
