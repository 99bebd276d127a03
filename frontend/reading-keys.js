// Keys and buttons of the document view: hits, pages, sizes, finding, printing, and the list of all keys.

const TYPED_IN = 'input:not([type=checkbox]), textarea, select, [contenteditable]';
const MOST_PRINTED = 30; // pages printed without asking which
const SETTLED = 350; // ms after the last letter
const PLAIN = /^[\p{L}\p{M}\p{N}\s"“”'’]{1,80}$/u; // words and phrases

const KEYS = [
  ['j  k', 'next, previous hit; at the last one the next document'],
  ['n  p', 'next, previous page'],
  ['g', 'go to a page'],
  ['Home  End', 'first, last page'],
  ['+  −', 'larger, smaller'],
  ['r', 'turn the pages'],
  ['t', 'text, or page images'],
  ['f', 'find in this document'],
  ['c', 'cite the selected passage'],
  ['/', 'back to the results'],
  ['Esc', 'close what is open'],
];

const view = () => document.querySelector('.read');
const reader = () => document.querySelector('.read sb-reader');

function dialog(name, title) {
  document.querySelector('dialog.reading-dialog')?.remove();
  const box = document.createElement('dialog');
  box.className = `reading-dialog ${name}`;
  const heading = document.createElement('h2');
  heading.textContent = title;
  heading.id = 'reading-dialog-title';
  box.setAttribute('aria-labelledby', heading.id);
  box.append(heading);
  box.addEventListener('close', () => box.remove());
  box.addEventListener('click', (event) => event.target === box && box.close());
  document.body.append(box);
  return box;
}

function button(label, primary) {
  const made = document.createElement('button');
  made.type = primary ? 'submit' : 'button';
  made.className = primary ? 'primary' : 'boxed';
  made.textContent = label;
  return made;
}

function number(label, value, most) {
  const made = document.createElement('label');
  const field = document.createElement('input');
  field.type = 'number';
  field.min = 1;
  field.max = most;
  field.required = true;
  field.value = value;
  made.append(label, field);
  return [made, field];
}

function help() {
  const box = dialog('keys', 'Keys');
  const list = document.createElement('dl');
  for (const [keys, meaning] of KEYS) {
    const term = document.createElement('dt');
    for (const key of keys.split('  ')) {
      const one = document.createElement('kbd');
      one.textContent = key;
      term.append(one, ' ');
    }
    const said = document.createElement('dd');
    said.textContent = meaning;
    list.append(term, said);
  }
  const close = button('Close', false);
  close.addEventListener('click', () => box.close());
  box.append(list, close);
  box.showModal();
}

function askPage() {
  const shown = reader();
  const pages = shown?.book?.pages ?? 1;
  if (pages < 2) {
    return;
  }
  const box = dialog('go', 'Go to page');
  const form = document.createElement('form');
  form.method = 'dialog';
  const [label, field] = number(`Page, 1 to ${pages} `, shown.page || 1, pages);
  form.append(label, button('Go', true));
  form.addEventListener('submit', () => shown.toPage(Number(field.value)));
  box.append(form);
  box.showModal();
  field.select();
}

// Pages that were never looked at are loaded before they are printed.
async function print() {
  const shown = reader();
  if (shown?.book?.mode !== 'page') {
    window.print();
    return;
  }
  const { pages } = shown.book;
  const page = shown.page || 1;
  const box = dialog('printing', 'Print');
  const form = document.createElement('form');
  const all = pages <= MOST_PRINTED;
  const [fromLabel, from] = number('Pages ', all ? 1 : page, pages);
  const [toLabel, to] = number(' to ', all ? pages : page, pages);
  const state = document.createElement('p');
  state.className = 'small';
  state.setAttribute('role', 'status');
  form.append(fromLabel, toLabel, button('Print', true), state);
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const first = Math.min(Number(from.value), Number(to.value));
    const last = Math.max(Number(from.value), Number(to.value));
    state.textContent = `Loading ${last - first + 1} ${first === last ? 'page' : 'pages'}…`;
    await shown.sheets.prepare(first, last);
    box.close();
    window.print();
  });
  box.append(form);
  box.showModal();
}

function openFind() {
  const bar = view()?.querySelector('.find');
  if (!bar) {
    return false;
  }
  bar.hidden = false;
  const field = bar.querySelector('input');
  field?.focus();
  field?.select();
  return true;
}

function closeFind() {
  const bar = view()?.querySelector('.find:not([hidden])');
  bar?.querySelector('[data-action="close-find"]')?.click();
  return Boolean(bar);
}

document.addEventListener('click', (event) => {
  const at = event.target.closest?.('[data-size], [data-move], [data-reading]');
  if (!at) {
    return;
  }
  if (at.dataset.size) {
    reader()?.zoom(Number(at.dataset.size));
  }
  if (at.dataset.move) {
    reader()?.move(Number(at.dataset.move));
  }
  const actions = { turn: () => reader()?.turn(), find: openFind, page: askPage, print, keys: help };
  actions[at.dataset.reading]?.();
});

// Who chose a size with the keyboard stays in the list; who chose it otherwise reads on, and the keys are the reader's.
let byKeyboard = false;
document.addEventListener('change', (event) => {
  if (event.target.matches?.('.read .zoom')) {
    const to = event.target.value;
    reader()?.zoomTo(to === 'width' || to === 'page' ? to : Number(to));
    if (!byKeyboard) {
      view()?.querySelector('.desk')?.focus({ preventScroll: true });
    }
  }
});
document.addEventListener('pointerdown', () => (byKeyboard = false), true);
document.addEventListener('keydown', ({ target }) => (byKeyboard = target instanceof HTMLSelectElement), true);

// Finding: plain words while they are typed, all else, which may take long, with Enter. Enter again goes to the next
// hit, with Shift to the one before.
let settled = 0;

function ask(field) {
  clearTimeout(settled);
  field.dataset.asked = field.value;
  delete field.parentElement.dataset.unasked;
  field.dispatchEvent(new CustomEvent('find-asked', { detail: { query: field.value } }));
}

const unasked = (field) => field.value.trim() !== '' && field.value !== field.dataset.asked;

document.addEventListener('input', ({ target: field }) => {
  if (!field.matches?.('.read .find input')) {
    return;
  }
  clearTimeout(settled);
  delete field.parentElement.dataset.unasked;
  if (unasked(field)) {
    const plain = PLAIN.test(field.value);
    field.parentElement.dataset.unasked = plain ? 'soon' : 'enter';
    if (plain) {
      settled = setTimeout(() => unasked(field) && ask(field), SETTLED);
    }
  }
});

document.addEventListener('keydown', (event) => {
  const field = event.target;
  if (event.key !== 'Enter' || event.isComposing || !field.matches?.('.read .find input')) {
    return;
  }
  event.preventDefault();
  if (unasked(field)) {
    ask(field);
  } else if (field.value.trim() !== '') {
    reader()?.move(event.shiftKey ? -1 : 1);
  }
});

const PAGES = {
  n: (shown) => shown.toPage(shown.page + 1),
  p: (shown) => shown.toPage(shown.page - 1),
  Home: (shown) => shown.toPage(1),
  End: (shown) => shown.toPage(shown.book.pages),
};
const OTHERS = {
  '+': (shown) => shown.zoom(1),
  '=': (shown) => shown.zoom(1),
  '-': (shown) => shown.zoom(-1),
  r: (shown) => shown.turn(),
  g: askPage,
  f: openFind,
  '?': help,
  t: () => document.querySelector('.read .views a:not([aria-current="true"])')?.click(),
};

document.addEventListener('keydown', (event) => {
  const shown = reader();
  if (!shown?.book || document.querySelector('dialog[open], vaadin-dialog[opened], vaadin-confirm-dialog[opened]')) {
    return;
  }
  const command = event.ctrlKey !== event.metaKey && !event.altKey && !event.shiftKey;
  if (command && event.key === 'f' && openFind()) {
    event.preventDefault();
    return;
  }
  if (command && event.key === 'p' && shown.book.mode === 'page') {
    event.preventDefault();
    print();
    return;
  }
  if (event.ctrlKey || event.metaKey || event.altKey) {
    return;
  }
  const target = event.composedPath()[0];
  if (event.key === 'Escape' && target.closest?.('.find') && closeFind()) {
    event.preventDefault();
    return;
  }
  if (target instanceof Element && target.matches(TYPED_IN)) {
    return;
  }
  const action = PAGES[event.key] ?? OTHERS[event.key];
  if (action && (shown.book.pages > 1 || !PAGES[event.key])) {
    event.preventDefault();
    action(shown);
  } else if (event.key === 'Escape') {
    closeFind();
  }
});
