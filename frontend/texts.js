// The text of a document by page, block by block as it comes into sight.
//
// Offsets are the server's: positions in the document's text, in UTF-16 units. Each paragraph carries where it begins
// (data-offset) and holds the text exactly as it is, in text nodes only, so positions and selections agree with the
// search. The server gives texts of blocks when asked: host.$server.text(from, to).
import { within } from './ranges.js';
import { structured } from './structure.js';

const LINE_HEIGHT = 24; // px, to guess the height of what is not loaded yet
const CHARACTERS_PER_LINE = 84;
const AHEAD = '1400px 0px'; // loaded before it comes into sight
const MOST_BLOCKS = 12; // asked for at once
const WIDEST_LINE = 130; // a longer one is a paragraph
const CJK = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]/; // written without blanks between words
const BROKEN_WORD = /(?:\p{L}[-\u00ad]|[\u2e80-\u9fff\uff00-\uffef])\n(?=[\p{L}\p{P}])/gu;


export class TextSheets {
  #blocks = []; // elements, in order
  #loaded = [];
  #waiting = new Map();
  #wanted = new Set();
  #observer = null;
  #settle = 0;
  current = -1;

  constructor(host, desk, book) {
    this.host = host;
    this.desk = desk;
    this.book = book;
  }

  open() {
    this.build();
    this.#observe();
  }

  close() {
    this.#settle += 1;
    this.#observer?.disconnect();
    this.book = null;
  }

  /** Hits or cited passages are others than before: what is loaded is written again. */
  refresh() {
    this.#loaded = [];
    this.#observe();
  }

  /** Makes a hit the current one and brings it into sight; -1 for none. */
  show(index) {
    this.current = index;
    for (const mark of this.host.querySelectorAll('mark.now')) {
      mark.classList.remove('now');
    }
    const hit = this.book.hits[index];
    if (hit) {
      this.#bring(hit[0], 'center', () => {
        const marks = this.host.querySelectorAll(`mark[data-hit="${index}"]`);
        marks.forEach((mark) => mark.classList.toggle('now', index === this.current));
        return marks[0];
      });
    }
  }

  toOffset(offset, block = 'center') {
    this.#bring(offset, block, () => {
      let found = null;
      for (const paragraph of this.#blocks[this.#blockAt(offset)].querySelectorAll('[data-offset]')) {
        if (Number(paragraph.dataset.offset) <= offset) {
          found = paragraph;
        }
      }
      return found;
    });
  }

  // Loads what is around an offset, scrolls to what `find` gives, and again when texts above it have found their height.
  async #bring(offset, block, find) {
    const at = this.#blockAt(offset);
    this.#settle += 1;
    const mine = this.#settle;
    await Promise.all([this.#load(at - 1), this.#load(at), this.#load(at + 1)]);
    for (const delay of [0, 120, 400]) {
      await new Promise((resolve) => setTimeout(resolve, delay));
      if (mine !== this.#settle) {
        return;
      }
      find()?.scrollIntoView({ block });
    }
  }

  toPage(page) {
    this.#settle += 1;
    const index = this.book.blocks.findIndex(([of]) => of >= page);
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
  }

  build() {
    const several = this.book.pages > 1;
    const sheets = new Map();
    this.#loaded = [];
    this.#waiting.clear();
    this.#wanted.clear();
    this.#blocks = this.book.blocks.map(([page, start, end], index) => {
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
    if (this.book.lang) {
      this.host.lang = this.book.lang;
    }
    this.host.replaceChildren(...out);
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
      { root: this.desk, rootMargin: AHEAD },
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
    if (!this.book) {
      return; // closed meanwhile
    }
    if (!this.host.$server?.text) {
      setTimeout(() => this.#ask(), 30); // the connection is made after the element
      return;
    }
    const wanted = [...this.#wanted].sort((a, b) => a - b);
    this.#wanted.clear();
    const book = this.book;
    while (wanted.length > 0) {
      const from = wanted.shift();
      let to = from + 1;
      while (wanted[0] === to && to - from < MOST_BLOCKS) {
        wanted.shift();
        to += 1;
      }
      const texts = await this.host.$server.text(from, to);
      if (book !== this.book) {
        return; // another document was opened meanwhile
      }
      texts.forEach(([text, parts], i) => this.#fill(from + i, text, parts));
    }
  }

  #fill(index, text, parts) {
    const block = this.#blocks[index];
    const [, start] = this.book.blocks[index];
    const write = (element, { start: from, end: to, looks }) =>
      this.#write(element, text.slice(from - start, to - start), from, looks);
    block.replaceChildren(
      ...(parts.length > 0 ? structured(parts, write) : this.#paragraphs(text, start)),
    );
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
    const { bodyStart } = this.book;
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
    if (!this.book.broken || next === '' || line.length > WIDEST_LINE) {
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

  #write(paragraph, text, offset, looks = []) {
    const cuts = new Set([0, text.length]);
    const cut = (at) => {
      if (at > 0 && at < text.length) {
        cuts.add(at);
      }
    };
    const hits = within(this.book.hits, offset, offset + text.length);
    const cited = this.book.cited.filter(([s, e]) => s < offset + text.length && e > offset);
    for (const index of hits) {
      cut(this.book.hits[index][0] - offset);
      cut(this.book.hits[index][1] - offset);
    }
    for (const [s, e] of cited) {
      cut(s - offset);
      cut(e - offset);
    }
    for (const [, s, e] of looks) {
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
      const hit = hits.find((index) => this.book.hits[index][0] <= place && this.book.hits[index][1] > place);
      let node = document.createTextNode(piece);
      if (piece === '\n' && (/[-\u00ad]$/.test(text.slice(0, at[i])) || CJK.test(text[at[i] - 1] ?? ''))) {
        const hidden = document.createElement('span');
        hidden.className = 'joined';
        hidden.append(node);
        node = hidden;
      }
      for (const [look, s, e] of looks) {
        if (s <= place && e > place && !(look === 'sign' && hit !== undefined)) {
          const around = document.createElement(look === 'strong' || look === 'em' ? look : 'span');
          around.className = look;
          around.append(node);
          node = around;
        }
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
        mark.classList.toggle('now', hit === this.current);
        mark.append(node);
        node = mark;
      }
      paragraph.append(node);
    }
  }

  #blockAt(offset) {
    const blocks = this.book.blocks;
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

  /** The offset of the first paragraph that is in sight. */
  offsetInSight() {
    const top = this.desk.getBoundingClientRect().top;
    const seen = [...this.host.querySelectorAll('[data-offset]')].find((p) => p.getBoundingClientRect().bottom > top);
    return seen ? Number(seen.dataset.offset) : undefined;
  }

  pageInSight() {
    const line = this.desk.getBoundingClientRect().top + this.desk.clientHeight * 0.4;
    const sheets = this.host.children;
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
    return Number(sheets[low]?.dataset.page ?? 1);
  }

  offsets(range) {
    const touched = [...this.host.querySelectorAll('[data-offset]')].filter((p) => range.intersectsNode(p));
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
}
