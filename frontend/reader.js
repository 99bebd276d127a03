// <sb-reader>: a document to be read, as images of its pages or as its text, with hits marked, loaded as it comes into
// sight. What is the same for both is here: the current hit, the page in sight, the selection, the way on to the next
// document.
import { showTab } from './sourcebook.js';
import { PageSheets } from './pages.js';
import { TextSheets } from './texts.js';
import { Selection } from './selection.js';
import { kept } from './sizes.js';
import './strip.js';
import './reading-keys.js';

const SETTLED = 160; // ms after the last scrolling

class Reader extends HTMLElement {
  #book = null;
  #sheets = null;
  #selection = null;
  #current = -1;
  #page = 0;
  #coming = null; // the same document as it is shown when nothing is selected any more

  connectedCallback() {
    if (Object.hasOwn(this, 'book')) {
      const book = this.book;
      delete this.book;
      this.book = book;
    }
    document.addEventListener('copy', this.#copy);
    this.#desk()?.addEventListener('scroll', this.#scrolled, { passive: true });
    if (this.#book) {
      setTimeout(() => this.#open(), 0); // when the elements around it stand, too
    }
  }

  disconnectedCallback() {
    document.removeEventListener('copy', this.#copy);
    document.removeEventListener('selectionchange', this.#letGo);
    this.#sheets?.close();
    this.#selection?.close();
    this.#selection = null;
  }

  #desk() {
    return this.closest('.desk');
  }

  // { mode, id, query, pages, spans, images, blocks: [[page, start, end]], hits: [[start, end, page]],
  //   around: how many hits there are in the furniture below, which come after these,
  //   cited: [[start, end]], bodyStart, broken, current, page, at, lang, next, previous }
  set book(book) {
    document.removeEventListener('selectionchange', this.#letGo);
    this.#coming = null;
    const same = book?.late && this.#sheets && book.id === this.#book?.id;
    if (same && this.#isSelected()) {
      this.#coming = book; // what somebody selected meanwhile stays until it is let go
      document.addEventListener('selectionchange', this.#letGo);
      return;
    }
    const place = same && this.#desk()?.scrollTop > 0 ? this.#sheets.offsetInSight?.() : undefined;
    this.#book = book;
    if (book && this.isConnected) {
      this.#open();
      if (place !== undefined) {
        this.#sheets.toOffset(place, 'start'); // what somebody reads meanwhile stays in sight
      }
    }
  }

  #isSelected() {
    const selection = document.getSelection();
    return Boolean(
      selection && !selection.isCollapsed && selection.rangeCount > 0 && selection.getRangeAt(0).intersectsNode(this),
    );
  }

  #letGo = () => {
    if (this.#coming && !this.#isSelected()) {
      this.book = this.#coming;
    }
  };

  get book() {
    return this.#book;
  }

  get sheets() {
    return this.#sheets;
  }

  #open() {
    const book = this.#book;
    const desk = this.#desk();
    if (!this.isConnected || !book || !desk) {
      return;
    }
    this.#sheets?.close();
    this.#current = book.current;
    this.#page = 0;
    this.#sheets =
      book.mode === 'page' ? new PageSheets(this, desk, book, kept.zoom()) : new TextSheets(this, desk, book);
    this.#sheets.current = book.current;
    this.dataset.mode = book.mode;
    this.#sheets.open();
    this.#zoomed();
    this.#selection ??= new Selection(desk, this, this.#selected, this.#act);
    const strip = this.closest('.read')?.querySelector('sb-strip');
    strip?.open?.(book, (page) => {
      showTab('text');
      this.toPage(page);
    });
    this.#hideWay();
    if (book.page > 0 && (book.current < 0 || book.hits[book.current]?.[2] !== book.page)) {
      this.toPage(book.page);
    } else if (book.current >= 0) {
      this.#bring(book.current);
    } else if (book.at >= 0) {
      this.#sheets.toOffset(book.at);
    } else {
      this.#seen(1);
      desk.scrollTop = 0;
    }
  }

  // Hits.

  /** Goes to the next (1) or the previous (-1) hit; false when there are none. */
  move(step) {
    if (this.#many() === 0) {
      return this.#wayOn(step);
    }
    const next = this.#next(this.#book.hits, step);
    if (next >= 0 && next < this.#many()) {
      this.#hideWay();
      this.goTo(next);
    } else {
      this.#wayOn(step);
    }
    return true;
  }

  // Those in the text, then those in the furniture.
  #many() {
    return this.#book ? this.#book.hits.length + this.#book.around : 0;
  }

  // At the last hit: says which document comes next; asked once more, goes there.
  #wayOn(step) {
    const to = step > 0 ? this.#book?.next : this.#book?.previous;
    const way = this.closest('.read')?.querySelector('.way');
    if (!way) {
      return false;
    }
    const link = way.querySelector('a');
    if (way.dataset.step === String(step) && link) {
      link.click();
      return true;
    }
    const said = document.createElement('span');
    const many = this.#many() > 0;
    const end = step > 0 ? 'last' : 'first';
    way.replaceChildren(said);
    if (to) {
      said.textContent = `${many ? `That was the ${end} hit here. ` : ''}`;
      const on = document.createElement('a');
      on.href = to.address;
      on.setAttribute('router-link', '');
      on.textContent = step > 0 ? 'next document ›' : '‹ previous document';
      const title = document.createElement('span');
      title.className = 'small way-title';
      title.textContent = `${to.title} · ${to.place} · ${step > 0 ? 'j' : 'k'} again`;
      way.append(on, title);
    } else {
      said.textContent = `That was the ${end} hit${this.#book.place ? ' of the last document found' : ' here'}.`;
      if (step < 0) {
        said.textContent = `That was the first hit${this.#book.place ? ' of the first document found' : ' here'}.`;
      }
    }
    way.dataset.step = step;
    way.hidden = false;
    return true;
  }

  #hideWay() {
    const way = this.closest('.read')?.querySelector('.way');
    if (way) {
      way.hidden = true;
      way.dataset.step = '';
      way.replaceChildren();
    }
  }

  // The one after the current; or, when the reader has gone to another page meanwhile, the first from there.
  #next(hits, step) {
    const current = hits[this.#current];
    if (this.#current >= hits.length || (current && (current[2] === this.#page || this.#page === 0))) {
      return this.#current + step;
    }
    if (step > 0) {
      const found = hits.findIndex(([, , page]) => page >= this.#page);
      return found < 0 ? hits.length : found;
    }
    return hits.findLastIndex(([, , page]) => page <= this.#page);
  }

  // A hit in the text, or in the furniture below it; that comes with the page, and its marks may be a moment later.
  #bring(index) {
    this.#sheets?.show(index);
    const which = index - this.#book.hits.length;
    const marks = [...(this.#desk()?.querySelectorAll('.furniture mark[data-around]') ?? [])];
    for (const mark of marks) {
      mark.classList.toggle('now', mark.dataset.around === String(which));
    }
    const now = marks.find((mark) => mark.classList.contains('now'));
    if (now) {
      now.closest('details').open = true;
      now.scrollIntoView({ block: 'center' });
    }
  }

  /** Makes a hit the current one and brings it into sight. */
  goTo(index) {
    showTab('text');
    this.#current = index;
    this.#bring(index);
    this.#page = this.#book.hits[index]?.[2] ?? this.#page;
    this.closest('.read')?.querySelector('sb-strip')?.mark?.(this.#page);
    this.dispatchEvent(new CustomEvent('hit-chosen', { detail: { hit: index } }));
  }

  /** Other hits than before: of a query for this document alone, or the search's again. */
  showHits(query, hits, current, around) {
    if (!this.#book || !this.#sheets) {
      return;
    }
    Object.assign(this.#book, { query, hits, current, around });
    Object.assign(this.#coming ?? {}, { query, hits, current, around });
    this.#current = current;
    this.#sheets.current = current;
    this.#sheets.refresh();
    this.closest('.read')?.querySelector('sb-strip')?.count?.(hits);
    this.#hideWay();
    if (current >= 0) {
      this.#bring(current);
      this.#page = hits[current]?.[2] ?? this.#page;
      this.closest('.read')?.querySelector('sb-strip')?.mark?.(this.#page);
    }
  }

  /** Brings an offset of the text into sight. */
  toOffset(offset) {
    showTab('text');
    this.#sheets?.toOffset(offset);
  }

  /** Shows the cited passages anew. */
  cite(cited) {
    this.#book.cited = cited;
    Object.assign(this.#coming ?? {}, { cited });
    this.#sheets?.refresh();
  }

  // Pages.

  toPage(page) {
    const to = Math.min(this.#book.pages, Math.max(1, page));
    showTab('text');
    this.#sheets?.toPage(to);
    this.#seen(to);
  }

  get page() {
    return this.#page;
  }

  #scrolled = () => {
    clearTimeout(this.scrollTimer);
    this.#selection?.hide();
    this.scrollTimer = setTimeout(() => {
      const desk = this.#desk();
      if (desk && this.#book && desk.clientHeight > 0) {
        this.#seen(this.#sheets.pageInSight());
      }
    }, SETTLED);
  };

  #seen(page) {
    if (page === this.#page) {
      return;
    }
    this.#page = page;
    const strip = this.closest('.read')?.querySelector('sb-strip');
    strip?.mark?.(page);
    this.dispatchEvent(new CustomEvent('page-seen', { detail: { page } }));
  }

  // Sizes.

  /** 1 larger, -1 smaller. */
  zoom(step) {
    if (this.#sheets instanceof PageSheets) {
      this.zoomTo(this.#sheets.stepped(step));
    } else {
      kept.stepText(step);
    }
  }

  /** 'width', 'page', or a factor. */
  zoomTo(zoom) {
    if (this.#sheets instanceof PageSheets) {
      this.#sheets.zoomTo(zoom);
      kept.setZoom(zoom);
      this.#zoomed();
    }
  }

  turn() {
    this.#sheets?.turn?.();
  }

  #zoomed() {
    const choice = this.closest('.read')?.querySelector('.zoom');
    if (choice && this.#sheets instanceof PageSheets) {
      const zoom = this.#sheets.zoom;
      choice.value = String(zoom);
      if (choice.selectedIndex < 0) {
        choice.value = 'width';
      }
    }
  }

  // What a person selected.

  #selected = (range, selection) => {
    const offsets = this.#sheets?.offsets(range);
    if (!offsets || offsets.end <= offsets.start) {
      return null;
    }
    return { ...offsets, text: this.#sheets.copied?.(range) ?? selection.toString() };
  };

  #act = (what, { start, end }) => {
    this.dispatchEvent(new CustomEvent(what === 'cite' ? 'cite-passage' : 'like-passage', { detail: { start, end } }));
  };

  #copy = (event) => {
    const selection = document.getSelection();
    if (!this.#sheets?.copied || !selection || selection.isCollapsed || selection.rangeCount === 0) {
      return;
    }
    const range = selection.getRangeAt(0);
    if (range.intersectsNode(this) && !event.composedPath()[0].matches?.('input, textarea')) {
      event.clipboardData.setData('text/plain', this.#sheets.copied(range));
      event.preventDefault();
    }
  };
}

customElements.define('sb-reader', Reader);
