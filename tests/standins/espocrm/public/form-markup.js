/** The form's skeleton as the app nests it: buttons, tabs, panels, rows, cells; the controls are drawn later. */
import { shortLabel } from './labels.js';

const { $ } = window;

const button = (name, style, label) =>
  $('<button type="button">')
    .addClass(`btn btn-${style} btn-xs-wide action`)
    .attr({ 'data-name': name, 'data-action': name })
    .text(label);

export function buttonBar(labels) {
  const $group = $('<div class="btn-group actions-btn-group" role="group">');
  $group.append(button('save', 'primary', labels.Save), button('cancel', 'default', labels.Cancel));
  return $('<div class="detail-button-container button-container record-buttons">').append(
    $('<div class="sub-container clearfix">').append($group),
  );
}

function cell(name, text) {
  const $label = $('<label class="control-label">').attr('data-name', name);
  $label.append($('<span class="label-text">').text(text));
  return $('<div class="cell col-sm-6 form-group">')
    .attr('data-name', name)
    .append($label, $('<div class="field">').attr('data-name', name));
}

/** In a method's panel the method's name is cut off the labels. */
function labelOf(field, method, labels) {
  return method ? shortLabel(labels.fields[field]) : labels.fields[field];
}

function panel({ name, label, rows, method }, index, labels) {
  const $body = $('<div class="panel-body panel-body-form">');
  for (const row of rows) {
    const cells = row.map((field) =>
      field ? cell(field, labelOf(field, method, labels)) : $('<div class="col-sm-6">'),
    );
    $body.append($('<div class="row">').append(cells));
  }
  const $heading = $('<div class="panel-heading">');
  $heading.append($('<h4 class="panel-title">').text(labels[label] ?? label));
  return $('<div class="panel panel-default">').attr({ 'data-name': name, 'data-tab': index }).append($heading, $body);
}

/** No `type`: the app leaves it out, and there is no form to submit. */
function tab({ label }, index, labels) {
  return $('<button class="btn btn-text btn-wide">')
    .attr('data-tab', index)
    .toggleClass('active', index === 0)
    .text(labels[label] ?? label);
}

/** Everything but the controls; panels of methods and their cells are in it, to be hidden by the view. */
export function formMarkup(layout, labels, cid) {
  const $middle = $('<div class="middle">');
  const $tabs = $('<div class="tabs middle-tabs btn-group">');
  layout.panels.forEach((item, index) => {
    $middle.append(panel(item, index, labels).toggleClass('tab-hidden', layout.hasTabs && index > 0));
    $tabs.append(tab(item, index, labels));
  });
  const $left = $('<div class="left">').append(layout.hasTabs ? $tabs : null, $middle);
  return $('<div class="edit">')
    .attr({ id: cid, 'data-scope': layout.scope, 'data-view-cid': cid, tabindex: -1 })
    .append(buttonBar(labels), $('<div class="record-grid">').append($left, $('<div class="side">')));
}
