// What the whole page does in the browser: keys, theme, the sheet of facets on narrow screens, copying.

const NEXT_THEME = { auto: 'light', light: 'dark', dark: 'auto' };

function labelTheme() {
  const button = document.querySelector('[data-action="theme"]');
  if (button && window.sourcebookTheme) {
    const now = window.sourcebookTheme.now();
    button.setAttribute('aria-label', `Theme: ${now}. Switch to ${NEXT_THEME[now]}`);
    button.title = `Theme: ${now}`;
  }
}

function openFacets(open) {
  const panel = document.querySelector('.facets');
  if (!panel) {
    return;
  }
  document.documentElement.classList.toggle('facets-open', open);
  const target = open ? panel.querySelector('.sheet-close') : document.querySelector('.open-facets');
  target?.focus();
}

export async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    // Without a secure address the clipboard's interface is closed; the old way still works.
    const area = document.createElement('textarea');
    area.value = text;
    area.style.position = 'fixed';
    area.style.opacity = '0';
    document.body.append(area);
    area.select();
    document.execCommand('copy');
    area.remove();
  }
}

// Whoever comes back from a document stands again at the result they left.
const LEFT = 'sourcebook.left';

function leave(link) {
  const results = link.closest('.results');
  if (results) {
    sessionStorage.setItem(LEFT, JSON.stringify([results.dataset.address, link.closest('.hit').dataset.id]));
  }
}

function resume(view) {
  const results = view.querySelector('.results');
  const [address, id] = JSON.parse(sessionStorage.getItem(LEFT) ?? '[]');
  if (results && id && results.dataset.address === address) {
    sessionStorage.removeItem(LEFT);
    const hit = results.querySelector(`.hit[data-id="${CSS.escape(id)}"]`);
    hit?.querySelector('h2 a')?.focus({ preventScroll: true });
    const scroll = () => hit?.scrollIntoView({ block: 'center' });
    scroll();
    setTimeout(scroll, 150); // after a step back the browser puts its own idea of the place in between
  }
}

// The server asks for these by name.
window.sourcebook = { copy, resume };

async function copyFrom(button) {
  await copy(button.dataset.copy);
  const label = button.textContent;
  button.textContent = 'Copied';
  button.setAttribute('aria-live', 'polite');
  setTimeout(() => {
    if (button.textContent === 'Copied') {
      button.textContent = label;
    }
  }, 1600);
}

document.addEventListener('click', (event) => {
  const link = event.target.closest?.('.results .hit a');
  if (link) {
    leave(link);
  }
  const button = event.target.closest?.('[data-action], [data-copy]');
  if (!button) {
    if (document.documentElement.classList.contains('facets-open') && !event.target.closest?.('.facets')) {
      openFacets(false);
    }
    return;
  }
  switch (button.dataset.action) {
    case 'theme':
      window.sourcebookTheme?.set(NEXT_THEME[window.sourcebookTheme.now()]);
      labelTheme();
      break;
    case 'open-facets':
      openFacets(true);
      break;
    case 'close-facets':
      openFacets(false);
      break;
    case 'tab':
      showTab(button.dataset.tab);
      break;
    default:
  }
  if (button.dataset.copy !== undefined) {
    copyFrom(button);
  }
});

// Narrow document view: one of pages, text and record at a time.
export function showTab(name) {
  const view = document.querySelector('.read');
  if (!view) {
    return;
  }
  view.dataset.tab = name;
  for (const tab of document.querySelectorAll('[data-action="tab"]')) {
    tab.setAttribute('aria-pressed', String(tab.dataset.tab === name));
  }
}

const TYPED_IN = 'input:not([type=checkbox]), textarea, select, [contenteditable]';

function typing(event) {
  const target = event.composedPath()[0];
  return target instanceof Element && target.matches(TYPED_IN);
}

function overlayOpen() {
  return document.querySelector('vaadin-dialog[opened], vaadin-confirm-dialog[opened]') !== null;
}

function moveInResults(step) {
  const links = [...document.querySelectorAll('.found .hit h2 a')];
  if (links.length === 0) {
    return false;
  }
  const at = links.findIndex((link) => link.closest('.hit').contains(document.activeElement));
  const next = at < 0 ? (step > 0 ? 0 : links.length - 1) : Math.min(links.length - 1, Math.max(0, at + step));
  links[next].focus({ preventScroll: true });
  links[next].closest('.hit').scrollIntoView({ block: 'nearest' });
  return true;
}

document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) {
    return;
  }
  if (event.key === 'Escape' && document.documentElement.classList.contains('facets-open')) {
    openFacets(false);
    return;
  }
  if (typing(event) || overlayOpen()) {
    return;
  }
  if (event.key === '/') {
    const box = document.querySelector('.box input');
    if (box) {
      event.preventDefault();
      box.focus();
      box.select();
      window.scrollTo({ top: 0 });
    } else {
      const back = document.querySelector('.back');
      if (back) {
        event.preventDefault();
        back.click();
      }
    }
  } else if (event.key === 'j' || event.key === 'k') {
    const step = event.key === 'j' ? 1 : -1;
    const reader = document.querySelector('sb-reader');
    if (reader ? reader.move?.(step) : moveInResults(step)) {
      event.preventDefault();
    }
  }
});

// Elements that come after this script: the header, and the sign that the connection is lost or slow.
function settle() {
  labelTheme();
  document.querySelector('vaadin-connection-indicator')?.setAttribute('role', 'status');
}
settle();
new MutationObserver(settle).observe(document.body, { childList: true });
new MutationObserver((_, observer) => {
  if (document.querySelector('[data-action="theme"]')) {
    settle();
    observer.disconnect();
  }
}).observe(document.body, { childList: true, subtree: true });
