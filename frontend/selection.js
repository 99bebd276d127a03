// What can be done with selected words: cite them, copy them as a quotation, find what is like them.
import { copy } from './sourcebook.js';

const SETTLED = 180; // ms without a change of the selection

export class Selection {
  #pop = null;
  #selected = null;

  /** `read(range)` gives { start, end, text } in the document's text, or null; `act(what, selected)` does it. */
  constructor(desk, host, read, act) {
    this.desk = desk;
    this.host = host;
    this.read = read;
    this.act = act;
    document.addEventListener('selectionchange', this.#changed);
    document.addEventListener('keydown', this.#key);
  }

  close() {
    document.removeEventListener('selectionchange', this.#changed);
    document.removeEventListener('keydown', this.#key);
    this.hide();
  }

  hide() {
    this.#pop?.remove();
    this.#pop = null;
  }

  #changed = () => {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      const selection = document.getSelection();
      if (!selection || selection.isCollapsed || selection.rangeCount === 0) {
        if (!this.#pop?.contains(document.activeElement)) {
          this.hide();
        }
        return;
      }
      const range = selection.getRangeAt(0);
      if (!range.intersectsNode(this.host)) {
        return;
      }
      this.#selected = this.read(range, selection);
      if (this.#selected) {
        this.#show(range);
      } else {
        this.hide();
      }
    }, SETTLED);
  };

  #show(range) {
    if (!this.#pop) {
      const pop = document.createElement('div');
      pop.className = 'pop';
      pop.setAttribute('role', 'toolbar');
      pop.setAttribute('aria-label', 'Selected text');
      pop.append(
        this.#button('Cite passage', 'c', () => this.#do('cite')),
        this.#button('Copy quote', '', () => {
          copy(`“${this.#selected.text.replace(/\s+/g, ' ').trim()}”`);
          this.hide();
        }),
        this.#button('Find like this', '', () => this.#do('like')),
      );
      // A press on the pop-up must not take the selection away.
      pop.addEventListener('pointerdown', (event) => event.preventDefault());
      pop.addEventListener('mousedown', (event) => event.preventDefault());
      this.desk.append(pop);
      this.#pop = pop;
    }
    const boxes = range.getClientRects();
    const box = boxes[boxes.length - 1] ?? range.getBoundingClientRect();
    const desk = this.desk.getBoundingClientRect();
    const left = Math.min(Math.max(box.left, desk.left + 8), desk.right - this.#pop.offsetWidth - 8);
    const below = box.bottom + 50 < desk.bottom;
    this.#pop.style.left = `${Math.max(4, left)}px`;
    this.#pop.style.top = `${below ? box.bottom + 8 : Math.max(desk.top + 8, box.top - 46)}px`;
  }

  #button(label, key, action) {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = label;
    if (key) {
      button.setAttribute('aria-keyshortcuts', key);
      button.title = `${label} (${key})`;
    }
    button.addEventListener('click', action);
    return button;
  }

  #do(what) {
    if (this.#selected) {
      this.act(what, this.#selected);
      document.getSelection()?.removeAllRanges();
      this.hide();
    }
  }

  #key = (event) => {
    if (!this.#pop || event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    if (event.key === 'Escape') {
      document.getSelection()?.removeAllRanges();
      this.hide();
    } else if (event.key === 'c' && !event.composedPath()[0].matches?.('input, textarea, select')) {
      event.preventDefault();
      this.#do('cite');
    }
  };
}
