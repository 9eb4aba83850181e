/** Short notes at the top of the page, and the question before leaving. */

const { $ } = window;
const noteTime = 2500;

export function notify(text, style) {
  $('#nofitication').remove();
  const $note = $('<div id="nofitication" class="notify">').addClass(`alert alert-${style}`).text(text);
  $note.appendTo('body');
  setTimeout(() => $note.remove(), noteTime);
}

const button = (name, label) => $('<button type="button" class="btn">').attr('data-name', name).text(label);

/** Resolves true when the person says yes; a second question does not open while one is there. */
export function confirmLeaving(labels) {
  if ($('.dialog-confirm').length > 0) return Promise.resolve(false);
  return new Promise((resolve) => {
    const $dialog = $('<div class="dialog dialog-confirm modal in" role="dialog" tabindex="-1">');
    const close = (answer) => {
      $dialog.remove();
      resolve(answer);
    };
    const $body = $('<div class="modal-body">').append($('<span class="confirm-message">').text(labels.leave));
    const $footer = $('<footer class="modal-footer">').append(
      button('confirm', labels.Yes).on('click', () => close(true)),
      button('cancel', labels.Cancel).on('click', () => close(false)),
    );
    $dialog.append($('<div class="modal-dialog">').append($('<div class="modal-content">').append($body, $footer)));
    $dialog.appendTo('body');
  });
}
