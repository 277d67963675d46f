// Buttons of every page: print, and copy an address or a text.
(() => {
  'use strict';

  /** Says so in the status nearest to the element. */
  function say(element, text) {
    let around = element;
    while (around && !around.querySelector('[role=status]')) around = around.parentElement;
    if (around) around.querySelector('[role=status]').textContent = text;
  }

  /** The way of old browsers, and of pages opened without https. */
  function copySelected(text) {
    const focused = document.activeElement;
    const field = document.createElement('textarea');
    field.value = text;
    document.body.append(field);
    field.focus({ preventScroll: true });
    field.select();
    const done = document.execCommand('copy');
    field.remove();
    if (focused) focused.focus({ preventScroll: true });
    return done;
  }

  async function copy(element, text) {
    const done = await (async () => navigator.clipboard.writeText(text))().then(() => true, () => copySelected(text));
    say(element, done ? 'Đã sao chép' : `Hãy tự sao chép: ${text}`);
  }

  document.addEventListener('click', (event) => {
    const element = event.target.closest('button[data-in], button[data-chep], a.anchor');
    if (!element) return;
    if (element.matches('[data-in]')) print();
    else if (element.matches('a')) copy(element, element.href);
    else {
      const source = document.getElementById(element.dataset.chep);
      copy(element, source ? source.textContent.trim().replace(/\s+/g, ' ') : location.href);
    }
  });
})();
