// <sb-reader>: a document's text by page, with hits marked, loaded as it comes into sight; <sb-strip>: its pages.
//
// Offsets are the server's: positions in the document's text, in UTF-16 units. Each paragraph carries where it begins
// (data-offset) and holds the text exactly as it is, in text nodes only, so positions and selections agree with the
// search. The server gives texts of blocks when asked: this.$server.text(from, to).
import { copy, showTab } from './sourcebook.js';

const LINE_HEIGHT = 24; // px, to guess the height of what is not loaded yet
const CHARACTERS_PER_LINE = 84;
const AHEAD = '1400px 0px'; // loaded before it comes into sight
const MOST_BLOCKS = 12; // asked for at once
const WIDEST_LINE = 130; // a longer one is a paragraph
const CJK = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]/; // written without blanks between words
const BROKEN_WORD = /(?:\p{L}[-\u00ad]|[\u2e80-\u9fff\uff00-\uffef])\n(?=[\p{L}\p{P}])/gu;

class Reader extends HTMLElement {
  #book = null;
  #blocks = []; // elements, in order
  #loaded = [];
  #waiting = new Map();
  #wanted = new Set();
  #observer = null;
  #current = -1;
  #page = 0;
  #pop = null;
  #selected = null;
  #settle = 0;

  connectedCallback() {
    if (Object.hasOwn(this, 'book')) {
      const book = this.book;
      delete this.book;
      this.book = book;
    }
    document.addEventListener('selectionchange', this.#selectionChanged);
    document.addEventListener('keydown', this.#key);
    this.#desk()?.addEventListener('scroll', this.#scrolled, { passive: true });
    if (this.#book) {
      setTimeout(() => this.#open(), 0); // when the elements around it stand, too
    }
  }

  disconnectedCallback() {
    document.removeEventListener('selectionchange', this.#selectionChanged);
    document.removeEventListener('keydown', this.#key);
    this.#observer?.disconnect();
    this.#pop?.remove();
    this.#pop = null;
  }

  #desk() {
    return this.closest('.desk');
  }

  // { pages, blocks: [[page, start, end]], hits: [[start, end, page]], cited: [[start, end]], bodyStart, broken, current,
  //   page, at, lang }
  set book(book) {
    this.#book = book;
    if (book && this.isConnected) {
      this.#open();
    }
  }

  get book() {
    return this.#book;
  }

  #open() {
    const book = this.#book;
    if (!this.isConnected || !book) {
      return;
    }
    this.#current = book.current;
    this.#page = 0;
    this.#build();
    this.#observe();
    const strip = this.closest('.read')?.querySelector('sb-strip');
    strip?.open?.(book, (page) => {
      showTab('text');
      this.#toPage(page);
    });
    if (book.page > 0 && (book.current < 0 || book.hits[book.current]?.[2] !== book.page)) {
      this.#toPage(book.page);
    } else if (book.current >= 0) {
      this.#show(book.current);
    } else if (book.at >= 0) {
      this.toOffset(book.at);
    } else {
      this.#seen(1);
      const desk = this.#desk();
      if (desk) {
        desk.scrollTop = 0;
      }
    }
  }

  #build() {
    const several = this.#book.pages > 1;
    const sheets = new Map();
    this.#loaded = [];
    this.#waiting.clear();
    this.#wanted.clear();
    this.#blocks = this.#book.blocks.map(([page, start, end], index) => {
      let sheet = sheets.get(page);
      if (!sheet) {
        sheet = document.createElement('section');
        sheet.className = 'sheet';
        sheet.dataset.page = page;
        sheet.setAttribute('aria-label', several ? `Page ${page}` : 'Text');
        sheets.set(page, sheet);
      }
      const block = document.createElement('div');
      block.className = 'block';
      block.dataset.index = index;
      const lines = Math.ceil((end - start) / CHARACTERS_PER_LINE) + 1;
      block.style.minHeight = `${lines * LINE_HEIGHT}px`;
      sheet.append(block);
      return block;
    });
    const out = [];
    for (const [page, sheet] of sheets) {
      if (several) {
        const label = document.createElement('p');
        label.className = 'page-number num';
        label.textContent = `page ${page}`;
        sheet.append(label);
      }
      out.push(sheet);
    }
    if (this.#book.lang) {
      this.lang = this.#book.lang;
    }
    this.replaceChildren(...out);
  }

  #observe() {
    this.#observer?.disconnect();
    this.#observer = new IntersectionObserver(
      (entries) => {
        for (const entry of entries) {
          if (entry.isIntersecting) {
            this.#load(Number(entry.target.dataset.index));
          }
        }
      },
      { root: this.#desk(), rootMargin: AHEAD },
    );
    this.#blocks.forEach((block, index) => {
      if (!this.#loaded[index]) {
        this.#observer.observe(block);
      }
    });
  }

  // Resolves when the block's text stands on the page.
  #load(index) {
    if (index < 0 || index >= this.#blocks.length || this.#loaded[index]) {
      return Promise.resolve();
    }
    let waiting = this.#waiting.get(index);
    if (!waiting) {
      waiting = {};
      waiting.promise = new Promise((resolve) => {
        waiting.done = resolve;
      });
      this.#waiting.set(index, waiting);
      if (this.#wanted.size === 0) {
        setTimeout(() => this.#ask(), 0);
      }
      this.#wanted.add(index);
    }
    return waiting.promise;
  }

  async #ask() {
    if (!this.$server?.text) {
      setTimeout(() => this.#ask(), 30); // the connection is made after the element
      return;
    }
    const wanted = [...this.#wanted].sort((a, b) => a - b);
    this.#wanted.clear();
    const book = this.#book;
    while (wanted.length > 0) {
      const from = wanted.shift();
      let to = from + 1;
      while (wanted[0] === to && to - from < MOST_BLOCKS) {
        wanted.shift();
        to += 1;
      }
      const texts = await this.$server.text(from, to);
      if (book !== this.#book) {
        return; // another document was opened meanwhile
      }
      texts.forEach((text, i) => this.#fill(from + i, text));
    }
  }

  #fill(index, text) {
    const block = this.#blocks[index];
    const [, start] = this.#book.blocks[index];
    block.replaceChildren(...this.#paragraphs(text, start));
    block.style.minHeight = '';
    this.#loaded[index] = true;
    this.#observer?.unobserve(block);
    const waiting = this.#waiting.get(index);
    this.#waiting.delete(index);
    waiting?.done();
  }

  // Where paragraphs end: at blank lines; in text whose lines were broken at a width, also after lines on which the next
  // word would have had room; else at every line.
  #paragraphs(text, start) {
    const { bodyStart } = this.#book;
    const lines = [];
    for (let from = 0; from < text.length; ) {
      const found = text.indexOf('\n', from);
      const stop = found < 0 ? text.length : found + 1;
      lines.push({ from, stop, words: text.slice(from, stop).trim() });
      from = stop;
    }
    const out = [];
    let from = 0;
    lines.forEach((line, index) => {
      const last = index === lines.length - 1 || start + line.stop === bodyStart;
      if (!last && line.words !== '' && this.#goesOn(lines, index)) {
        return;
      }
      if (/\S/.test(text.slice(from, line.stop))) {
        const paragraph = document.createElement('p');
        paragraph.dataset.offset = start + from;
        paragraph.dir = 'auto';
        if (start + from < bodyStart) {
          paragraph.className = 'headline';
        }
        this.#write(paragraph, text.slice(from, line.stop), start + from);
        out.push(paragraph);
      }
      from = line.stop;
    });
    return out;
  }

  // Whether a line was broken only because the next word did not fit, judged by the widest line near it.
  #goesOn(lines, index) {
    const line = lines[index].words;
    const next = lines[index + 1].words;
    if (!this.#book.broken || next === '' || line.length > WIDEST_LINE) {
      return false;
    }
    let width = 0;
    for (let i = index; i >= 0 && i > index - 4 && lines[i].words !== ''; i -= 1) {
      width = Math.max(width, lines[i].words.length);
    }
    for (let i = index + 1; i < lines.length && i < index + 4 && lines[i].words !== ''; i += 1) {
      width = Math.max(width, lines[i].words.length);
    }
    const word = CJK.test(next[0]) ? 1 : next.split(/\s/, 1)[0].length;
    return width <= WIDEST_LINE && line.length + 1 + word > width * 0.93 - 2;
  }

  #write(paragraph, text, offset) {
    const cuts = new Set([0, text.length]);
    const cut = (at) => {
      if (at > 0 && at < text.length) {
        cuts.add(at);
      }
    };
    const hits = this.#between(this.#book.hits, offset, offset + text.length);
    const cited = this.#book.cited.filter(([s, e]) => s < offset + text.length && e > offset);
    for (const index of hits) {
      cut(this.#book.hits[index][0] - offset);
      cut(this.#book.hits[index][1] - offset);
    }
    for (const [s, e] of cited) {
      cut(s - offset);
      cut(e - offset);
    }
    // A word broken at a line's end is shown whole: its newline stays in the text, unseen.
    for (const broken of text.matchAll(BROKEN_WORD)) {
      cut(broken.index + broken[0].length - 1);
      cut(broken.index + broken[0].length);
    }
    const at = [...cuts].sort((a, b) => a - b);
    for (let i = 0; i + 1 < at.length; i += 1) {
      const piece = text.slice(at[i], at[i + 1]);
      const place = offset + at[i];
      const hit = hits.find((index) => this.#book.hits[index][0] <= place && this.#book.hits[index][1] > place);
      let node = document.createTextNode(piece);
      if (piece === '\n' && (/[-\u00ad]$/.test(text.slice(0, at[i])) || CJK.test(text[at[i] - 1] ?? ''))) {
        const hidden = document.createElement('span');
        hidden.className = 'joined';
        hidden.append(node);
        node = hidden;
      }
      if (cited.some(([s, e]) => s <= place && e > place)) {
        const span = document.createElement('span');
        span.className = 'cited';
        span.append(node);
        node = span;
      }
      if (hit !== undefined) {
        const mark = document.createElement('mark');
        mark.dataset.hit = hit;
        mark.classList.toggle('now', hit === this.#current);
        mark.append(node);
        node = mark;
      }
      paragraph.append(node);
    }
  }

  // Indexes of the hits that overlap [from, to); hits are ascending and do not overlap each other.
  #between(hits, from, to) {
    let low = 0;
    let high = hits.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (hits[middle][1] <= from) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    const out = [];
    for (let i = low; i < hits.length && hits[i][0] < to; i += 1) {
      out.push(i);
    }
    return out;
  }

  #blockAt(offset) {
    const blocks = this.#book.blocks;
    let low = 0;
    let high = blocks.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (blocks[middle][2] <= offset) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** Goes to the next (1) or the previous (-1) hit; false when there are none. */
  move(step) {
    const hits = this.#book?.hits ?? [];
    if (hits.length === 0) {
      return this.#around(step);
    }
    const next = this.#next(hits, step);
    if (next >= 0 && next < hits.length) {
      this.goTo(next);
    }
    return true;
  }

  // When the text holds none: the next hit in the furniture below it.
  #around(step) {
    const marks = [...(this.#desk()?.querySelectorAll('.furniture mark') ?? [])];
    if (marks.length === 0) {
      return false;
    }
    const now = marks.findIndex((mark) => mark.classList.contains('now'));
    const next = Math.min(marks.length - 1, Math.max(0, now + step));
    marks.forEach((mark, index) => mark.classList.toggle('now', index === next));
    marks[next].scrollIntoView({ block: 'center' });
    showTab('text');
    return true;
  }

  // The one after the current; or, when the reader has gone to another page meanwhile, the first from there.
  #next(hits, step) {
    const current = hits[this.#current];
    if (current && (current[2] === this.#page || this.#page === 0)) {
      return this.#current + step;
    }
    if (step > 0) {
      return hits.findIndex(([, , page]) => page >= this.#page);
    }
    return hits.findLastIndex(([, , page]) => page <= this.#page);
  }

  /** Makes a hit the current one and brings it into sight. */
  goTo(index) {
    showTab('text');
    this.#show(index);
    this.dispatchEvent(new CustomEvent('hit-chosen', { detail: { hit: index } }));
  }

  #show(index) {
    this.#current = index;
    for (const mark of this.querySelectorAll('mark.now')) {
      mark.classList.remove('now');
    }
    const hit = this.#book.hits[index];
    if (hit) {
      this.#bring(hit[0], () => {
        const marks = this.querySelectorAll(`mark[data-hit="${index}"]`);
        marks.forEach((mark) => mark.classList.toggle('now', index === this.#current));
        return marks[0];
      });
    }
  }

  /** Brings an offset of the text into sight. */
  toOffset(offset) {
    showTab('text');
    this.#bring(offset, () => {
      let found = null;
      for (const paragraph of this.#blocks[this.#blockAt(offset)].querySelectorAll('p[data-offset]')) {
        if (Number(paragraph.dataset.offset) <= offset) {
          found = paragraph;
        }
      }
      return found;
    });
  }

  // Loads what is around an offset, scrolls to what `find` gives, and again when texts above it have found their height.
  async #bring(offset, find) {
    const at = this.#blockAt(offset);
    this.#settle += 1;
    const mine = this.#settle;
    await Promise.all([this.#load(at - 1), this.#load(at), this.#load(at + 1)]);
    for (const delay of [0, 120, 400]) {
      await new Promise((resolve) => setTimeout(resolve, delay));
      if (mine !== this.#settle) {
        return;
      }
      find()?.scrollIntoView({ block: 'center' });
    }
  }

  #toPage(page) {
    this.#settle += 1;
    const index = this.#book.blocks.findIndex(([of]) => of >= page);
    if (index < 0) {
      return;
    }
    const sheet = this.#blocks[index].closest('.sheet');
    const mine = this.#settle;
    const scroll = () => mine === this.#settle && sheet.scrollIntoView({ block: 'start' });
    scroll();
    this.#load(index).then(() => {
      scroll();
      setTimeout(scroll, 200);
    });
    this.#seen(page);
  }

  #scrolled = () => {
    clearTimeout(this.scrollTimer);
    this.#hidePop();
    this.scrollTimer = setTimeout(() => {
      const desk = this.#desk();
      if (!desk || !this.#book) {
        return;
      }
      const line = desk.getBoundingClientRect().top + desk.clientHeight * 0.4;
      const sheets = this.children;
      let low = 0;
      let high = sheets.length - 1;
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if (sheets[middle].getBoundingClientRect().top <= line) {
          low = middle;
        } else {
          high = middle - 1;
        }
      }
      if (sheets[low]) {
        this.#seen(Number(sheets[low].dataset.page));
      }
    }, 160);
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

  // What a person selected, and what can be done with it.

  #selectionChanged = () => {
    clearTimeout(this.selectTimer);
    this.selectTimer = setTimeout(() => {
      const selection = document.getSelection();
      if (!selection || selection.isCollapsed || selection.rangeCount === 0) {
        if (!this.#pop?.contains(document.activeElement)) {
          this.#hidePop();
        }
        return;
      }
      const range = selection.getRangeAt(0);
      if (!range.intersectsNode(this)) {
        return;
      }
      const offsets = this.#offsets(range);
      if (offsets && offsets.end > offsets.start) {
        this.#selected = { ...offsets, text: selection.toString() };
        this.#showPop(range);
      }
    }, 180);
  };

  #offsets(range) {
    const touched = [...this.querySelectorAll('p[data-offset]')].filter((p) => range.intersectsNode(p));
    if (touched.length === 0) {
      return null;
    }
    const before = (paragraph, node, offset) => {
      const part = document.createRange();
      part.setStart(paragraph, 0);
      part.setEnd(node, offset);
      return Number(paragraph.dataset.offset) + part.toString().length;
    };
    const first = touched[0];
    const last = touched.at(-1);
    return {
      start: first.contains(range.startContainer)
        ? before(first, range.startContainer, range.startOffset)
        : Number(first.dataset.offset),
      end: last.contains(range.endContainer)
        ? before(last, range.endContainer, range.endOffset)
        : Number(last.dataset.offset) + last.textContent.length,
    };
  }

  #showPop(range) {
    if (!this.#pop) {
      const pop = document.createElement('div');
      pop.className = 'pop';
      pop.setAttribute('role', 'toolbar');
      pop.setAttribute('aria-label', 'Selected text');
      pop.append(
        this.#popButton('Cite passage', 'c', () => this.#cite()),
        this.#popButton('Copy quote', '', () => {
          copy(`“${this.#selected.text.replace(/\s+/g, ' ').trim()}”`);
          this.#hidePop();
        }),
      );
      // A press on the pop-up must not take the selection away.
      pop.addEventListener('pointerdown', (event) => event.preventDefault());
      this.#desk().append(pop);
      this.#pop = pop;
    }
    const boxes = range.getClientRects();
    const box = boxes[boxes.length - 1] ?? range.getBoundingClientRect();
    const desk = this.#desk().getBoundingClientRect();
    const left = Math.min(Math.max(box.left, desk.left + 8), desk.right - 230);
    const below = box.bottom + 50 < desk.bottom;
    this.#pop.style.left = `${left}px`;
    this.#pop.style.top = `${below ? box.bottom + 8 : Math.max(desk.top + 50, box.top - 46)}px`;
  }

  #popButton(label, key, action) {
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

  #hidePop() {
    this.#pop?.remove();
    this.#pop = null;
  }

  #cite() {
    if (this.#selected) {
      const { start, end } = this.#selected;
      this.dispatchEvent(new CustomEvent('cite-passage', { detail: { start, end } }));
      document.getSelection()?.removeAllRanges();
      this.#hidePop();
    }
  }

  #key = (event) => {
    if (!this.#pop || event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    if (event.key === 'Escape') {
      document.getSelection()?.removeAllRanges();
      this.#hidePop();
    } else if (event.key === 'c' && !event.composedPath()[0].matches?.('input, textarea, select')) {
      event.preventDefault();
      this.#cite();
    }
  };

  /** Shows the cited passages anew. */
  cite(cited) {
    this.#book.cited = cited;
    this.#loaded = [];
    this.#observe();
  }
}

class Strip extends HTMLElement {
  #go = () => {};

  open(book, go) {
    this.#go = go;
    const byPage = new Map();
    for (const [start, , page] of book.hits) {
      if (!byPage.has(page)) {
        byPage.set(page, []);
      }
      byPage.get(page).push(start);
    }
    const spans = new Map();
    for (const [page, start, end] of book.blocks) {
      const span = spans.get(page);
      spans.set(page, span ? [span[0], end] : [start, end]);
    }
    const buttons = [];
    for (const [page, [start, end]] of spans) {
      buttons.push(this.#thumb(page, byPage.get(page) ?? [], start, end));
    }
    this.replaceChildren(...buttons);
  }

  #thumb(page, hits, start, end) {
    const button = document.createElement('button');
    button.type = 'button';
    button.dataset.page = page;
    const many = hits.length === 1 ? '1 hit' : `${hits.length} hits`;
    button.setAttribute('aria-label', hits.length > 0 ? `Page ${page}, ${many}` : `Page ${page}`);
    const thumb = document.createElement('span');
    thumb.className = 'thumb';
    const shown = Math.min(1, (end - start) / 2400);
    const lines = document.createElement('i');
    lines.style.height = `${Math.round(84 * shown)}%`;
    thumb.append(lines);
    for (const hit of hits.slice(0, 40)) {
      const line = document.createElement('u');
      line.style.top = `${8 + (84 * shown * (hit - start)) / Math.max(1, end - start)}%`;
      thumb.append(line);
    }
    if (hits.length > 0) {
      const count = document.createElement('b');
      count.textContent = hits.length;
      thumb.append(count);
    }
    const number = document.createElement('span');
    number.className = 'num';
    number.textContent = page;
    button.append(thumb, number);
    button.addEventListener('click', () => this.#go(page));
    return button;
  }

  mark(page) {
    for (const button of this.querySelectorAll('[aria-current]')) {
      button.removeAttribute('aria-current');
    }
    const button = this.querySelector(`button[data-page="${page}"]`);
    if (button) {
      button.setAttribute('aria-current', 'true');
      // Only the strip scrolls, never the page around it.
      const top = button.offsetTop - this.offsetTop;
      const scroller = this.parentElement;
      if (scroller && (top < scroller.scrollTop || top + button.offsetHeight > scroller.scrollTop + scroller.clientHeight)) {
        scroller.scrollTop = top - scroller.clientHeight / 2 + button.offsetHeight / 2;
      }
    }
  }
}

// Text size of the reader, remembered on this computer.
const SIZES = [13, 14.5, 16, 18, 20.5, 24];
const size = {
  get() {
    try {
      return Number(localStorage.getItem('sourcebook.size') ?? 2);
    } catch {
      return 2;
    }
  },
  set(step) {
    const at = Math.min(SIZES.length - 1, Math.max(0, this.get() + step));
    try {
      localStorage.setItem('sourcebook.size', String(at));
    } catch {
      // holds for this visit only
    }
    document.documentElement.style.setProperty('--reading-size', `${SIZES[at] ?? 16}px`);
  },
};
size.set(0);
document.addEventListener('click', (event) => {
  const button = event.target.closest?.('[data-size]');
  if (button) {
    size.set(Number(button.dataset.size));
  }
  const move = event.target.closest?.('[data-move]');
  if (move) {
    document.querySelector('sb-reader')?.move(Number(move.dataset.move));
  }
});

customElements.define('sb-strip', Strip);
customElements.define('sb-reader', Reader);
