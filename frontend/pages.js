// The printed pages of a document as images, their words over them to be selected, hits and cited passages marked.
//
// Only pages in sight and a screen around them are asked for; the images of others are given back, so a book of a
// thousand pages takes no more than a letter. Places are fractions of the page, so that nothing is laid out again when
// the zoom changes.
import { leafWords, clean, wordAt } from './words.js';
import { within } from './ranges.js';

const NEAR = '100% 0px'; // one screen around what is in sight
const STAY = 140; // ms that a page must be near before it is asked for, so that scrolling past asks for nothing
const AGAIN = 1500; // ms, when too many pages were asked for at once
const MOST_TRIES = 6;
const MOST_KEPT = 60; // pages whose words and marks are remembered
const POINT = 96 / 72; // CSS pixels
const PICTURE = 794; // CSS pixels that the widest picture is shown with at 100 %: the width of A4
const WIDEST = 1000; // CSS pixels, of a page that fits the width of a wide screen
const AHEAD = 2; // pages behind those in sight that are drawn early
const IDLE = 250; // ms after the last page came, before others are asked for ahead
const STEPS = [0.5, 0.75, 1, 1.25, 1.5, 2, 2.5, 3];

export class PageSheets {
  #sheets = [];
  #near = new Set();
  #kept = new Map(); // page → { words, hits: Map(query → hits) }
  #observer = null;
  #resized = null;
  #settle = 0;
  #turned = 0; // degrees clockwise
  #early = null; // what is asked for ahead: its controller
  #drawn = new Set(); // page and width of what was asked for ahead
  current = -1;

  constructor(host, desk, book, zoom) {
    this.host = host;
    this.desk = desk;
    this.book = book;
    this.zoom = zoom; // 'width', 'page' or a factor
  }

  open() {
    const { pages, unit } = this.book.images;
    const widest = Math.max(...pages.map(([width]) => width));
    this.scale = unit === 'point' ? POINT : PICTURE / widest;
    this.#sheets = pages.map(([width, height], index) => this.#sheet(index + 1, width, height));
    this.host.replaceChildren(...this.#sheets.map(({ element }) => element));
    this.#layOut();
    this.#observer = new IntersectionObserver((entries) => this.#seen(entries), { root: this.desk, rootMargin: NEAR });
    this.#sheets.forEach(({ element }) => this.#observer.observe(element));
    this.#resized = new ResizeObserver(() => this.#keepPlace(() => this.#layOut()));
    this.#resized.observe(this.desk);
  }

  close() {
    this.#settle += 1;
    this.#observer?.disconnect();
    this.#resized?.disconnect();
    this.#near.clear();
    this.#stopAhead();
  }

  #sheet(page, width, height) {
    const element = document.createElement('section');
    element.className = 'sheet page';
    element.dataset.page = page;
    element.setAttribute('aria-label', `Page ${page}`);
    const leaf = document.createElement('div');
    leaf.className = 'leaf';
    leaf.style.setProperty('--ratio', width / height);
    leaf.style.setProperty('--leaf', `${width} / ${height}`);
    element.append(leaf);
    return { page, width, height, element, leaf, image: null, asked: 0, tries: 0 };
  }

  // Sizes: of each page, as it is turned and zoomed.

  #layOut() {
    const style = getComputedStyle(this.desk);
    const room = this.desk.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
    const high = this.desk.clientHeight - 40;
    const across = this.#turned % 180 !== 0;
    const shown = this.#sheets.map((sheet) => (across ? [sheet.height, sheet.width] : [sheet.width, sheet.height]));
    const widest = Math.max(...shown.map(([width]) => width)) * this.scale;
    const fitting = Math.min(room, Math.max(WIDEST, room * 0.7)) / widest;
    this.#sheets.forEach((sheet, index) => {
      const [width, height] = shown[index];
      let factor = this.zoom;
      if (factor === 'width') {
        factor = Math.min(fitting, 1.6);
      } else if (factor === 'page') {
        factor = Math.min(room / (width * this.scale), high / (height * this.scale));
      }
      sheet.px = sheet.width * this.scale * factor;
      const tall = sheet.height * this.scale * factor;
      sheet.element.style.width = `${across ? tall : sheet.px}px`;
      sheet.element.style.height = `${across ? sheet.px : tall}px`;
      sheet.leaf.style.width = `${sheet.px}px`;
      sheet.leaf.style.height = `${tall}px`;
      sheet.leaf.style.transform = this.#turned ? `translate(-50%, -50%) rotate(${this.#turned}deg)` : '';
      sheet.leaf.classList.toggle('turned', this.#turned !== 0);
    });
    this.factor = this.#sheets.length > 0 ? this.#sheets[0].px / (this.#sheets[0].width * this.scale) : 1;
    for (const page of this.#near) {
      this.#draw(this.#sheets[page - 1]);
    }
  }

  // Does something to the sizes; the same part of the same page is in sight afterwards.
  #keepPlace(change) {
    const top = this.desk.getBoundingClientRect().top + this.desk.clientHeight * 0.3;
    const sheet = this.#sheets[this.pageInSight(0.3) - 1];
    const before = sheet?.element.getBoundingClientRect();
    change();
    if (before) {
      const after = sheet.element.getBoundingClientRect();
      const share = Math.min(1, Math.max(0, (top - before.top) / before.height));
      const off = top < before.top ? before.top - top : 0;
      this.desk.scrollTop += after.top + share * after.height - top - off;
    }
  }

  /** The factor that is one step larger (1) or smaller (-1). */
  stepped(step) {
    const now = this.factor;
    const next = step > 0 ? STEPS.find((one) => one > now * 1.02) : STEPS.findLast((one) => one < now / 1.02);
    return next ?? (step > 0 ? STEPS.at(-1) : STEPS[0]);
  }

  /** 'width', 'page', or a factor. */
  zoomTo(zoom) {
    this.zoom = zoom;
    this.#keepPlace(() => this.#layOut());
  }

  turn() {
    this.#turned = (this.#turned + 90) % 360;
    this.#keepPlace(() => this.#layOut());
  }

  // What comes near is loaded, what goes is given back.

  #seen(entries) {
    this.#stopAhead();
    for (const entry of entries) {
      const sheet = this.#sheets[Number(entry.target.dataset.page) - 1];
      clearTimeout(sheet.timer);
      if (entry.isIntersecting) {
        this.#near.add(sheet.page);
        sheet.timer = setTimeout(() => this.#load(sheet), STAY);
      } else {
        this.#near.delete(sheet.page);
        this.#release(sheet);
      }
    }
  }

  #release(sheet) {
    clearTimeout(sheet.again);
    if (sheet.image) {
      sheet.image.removeAttribute('src'); // ends a request that is still under way
    }
    sheet.coming?.removeAttribute('src');
    sheet.coming = null;
    sheet.image = null;
    sheet.asked = 0;
    sheet.tries = 0;
    sheet.leaf.replaceChildren();
    sheet.element.removeAttribute('data-state');
  }

  #load(sheet) {
    if (!this.#near.has(sheet.page)) {
      return;
    }
    this.#draw(sheet);
    this.#write(sheet);
  }

  #address(sheet, what) {
    return `api/documents/${this.book.id}/pages/${sheet.page}/${what}`;
  }

  // The image as wide as the screen has pixels for it; a coarser one stays until the finer is there.
  #draw(sheet, again = false) {
    const { widths } = this.book.images;
    const wanted = sheet.px * (window.devicePixelRatio || 1);
    const width = widths.find((one) => one >= wanted * 0.98) ?? widths.at(-1);
    if (!again && sheet.asked >= width) {
      return;
    }
    sheet.asked = width;
    if (!sheet.image) {
      sheet.element.dataset.state = 'loading';
    }
    const image = new Image();
    image.alt = `Page ${sheet.page}`;
    image.draggable = false;
    image.decoding = 'async';
    image.addEventListener('load', () => {
      if (sheet.coming !== image) {
        return;
      }
      sheet.coming = null;
      sheet.tries = 0;
      sheet.element.querySelector('.failed')?.remove();
      sheet.image?.remove();
      sheet.image = image;
      sheet.leaf.prepend(image);
      sheet.element.dataset.state = 'shown';
      this.#goAhead(width);
    });
    image.addEventListener('error', () => {
      if (sheet.coming === image && image.hasAttribute('src')) {
        this.#failed(sheet);
      }
    });
    sheet.coming?.removeAttribute('src');
    sheet.coming = image;
    image.src = `${this.#address(sheet, 'image')}?width=${width}`;
  }

  // When all that is near stands, the pages that come next are drawn before they are needed: one after the other, and
  // only as long as nobody scrolls.
  #goAhead(width) {
    clearTimeout(this.aheadTimer);
    this.aheadTimer = setTimeout(async () => {
      if ([...this.#near].some((page) => this.#sheets[page - 1].element.dataset.state === 'loading')) {
        return; // its own coming calls again
      }
      this.#stopAhead();
      const early = new AbortController();
      this.#early = early;
      const last = Math.max(...this.#near);
      for (const sheet of this.#sheets.slice(last, last + AHEAD)) {
        const address = `${this.#address(sheet, 'image')}?width=${width}`;
        if (early.signal.aborted || this.#drawn.has(address)) {
          continue;
        }
        try {
          await (await fetch(`${address}&ahead=true`, { signal: early.signal, priority: 'low' })).arrayBuffer();
          this.#drawn.add(address);
        } catch {
          return; // given up, or the server is away: nobody waits for it
        }
      }
    }, IDLE);
  }

  #stopAhead() {
    clearTimeout(this.aheadTimer);
    this.#early?.abort();
    this.#early = null;
  }

  // An image element does not say why: the same address, asked once more, does.
  async #failed(sheet) {
    sheet.coming = null;
    let sentence = 'The server cannot be reached.';
    try {
      const answer = await fetch(`${this.#address(sheet, 'image')}?width=${sheet.asked}`);
      if (!this.#near.has(sheet.page)) {
        return;
      }
      if (answer.ok || answer.status === 503) {
        sheet.tries += 1;
        if (sheet.tries < MOST_TRIES) {
          sheet.again = setTimeout(() => this.#draw(sheet, true), answer.ok ? 0 : AGAIN);
          return;
        }
        sentence = 'The server is busy with other pages.';
      } else {
        sentence = (await answer.json()).detail ?? sentence;
      }
    } catch {
      // said above
    }
    if (this.#near.has(sheet.page)) {
      this.#say(sheet, sentence);
    }
  }

  #say(sheet, sentence) {
    sheet.element.dataset.state = 'failed';
    sheet.element.querySelector('.failed')?.remove();
    const box = document.createElement('div');
    box.className = 'failed';
    const words = document.createElement('p');
    words.textContent = `Page ${sheet.page} cannot be shown. ${sentence}`;
    const again = document.createElement('button');
    again.type = 'button';
    again.className = 'boxed';
    again.textContent = 'Try again';
    again.addEventListener('click', () => {
      sheet.tries = 0;
      this.#draw(sheet, true);
    });
    const instead = document.createElement('button');
    instead.type = 'button';
    instead.className = 'boxed';
    instead.textContent = 'Show the text instead';
    instead.addEventListener('click', () => document.querySelector('.read .as-text')?.click());
    box.append(words, again, instead);
    sheet.element.append(box);
  }

  // Words and marks over the image.

  async #write(sheet) {
    const known = await this.#words(sheet);
    const hits = await this.#hits(sheet);
    if (!this.#near.has(sheet.page)) {
      return;
    }
    let layer = sheet.leaf.querySelector('.words');
    if (!layer && known) {
      layer = leafWords(known, sheet.width, sheet.height, this.book.lang);
      sheet.leaf.append(layer);
      if (known.words.length === 0 && this.book.waiting) {
        this.#note(sheet);
      }
    }
    this.#mark(sheet, known, hits);
  }

  // A picture whose words nobody has recognised yet.
  #note(sheet) {
    const note = document.createElement('p');
    note.className = 'waiting';
    note.textContent = 'No text on this page yet: waiting for OCR.';
    sheet.element.querySelector('.waiting')?.remove();
    sheet.element.append(note);
  }

  #keep(page) {
    let kept = this.#kept.get(page);
    if (!kept) {
      kept = { words: null, hits: null, query: null };
      this.#kept.set(page, kept);
      for (const old of this.#kept.keys()) {
        if (this.#kept.size <= MOST_KEPT) {
          break;
        }
        if (!this.#near.has(old)) {
          this.#kept.delete(old);
        }
      }
    }
    return kept;
  }

  async #words(sheet) {
    const kept = this.#keep(sheet.page);
    kept.words ??= this.#ask(sheet, this.#address(sheet, 'words'));
    const words = await kept.words;
    if (!words) {
      kept.words = null;
    }
    return words;
  }

  // Where the hits of the query stand on the page; none are asked for where the list has none.
  async #hits(sheet) {
    const { query, hits, around } = this.book;
    if (!query || (!around && !hits.some((hit) => this.#touches(hit, sheet.page)))) {
      return [];
    }
    const kept = this.#keep(sheet.page);
    if (kept.query !== query) {
      kept.query = query;
      kept.hits = this.#ask(sheet, `${this.#address(sheet, 'hits')}?q=${encodeURIComponent(query)}`);
    }
    const found = await kept.hits;
    if (!found) {
      kept.query = null;
    }
    return this.book.query === query ? (found?.hits ?? []) : [];
  }

  #touches([start, end, page], of) {
    const [from, to] = this.book.spans[of - 1] ?? [0, 0];
    return page === of || (start < to && end > from);
  }

  // Asked again while the server is busy and the page near.
  async #ask(sheet, address) {
    for (let tries = 0; tries < MOST_TRIES && this.#near.has(sheet.page); tries += 1) {
      try {
        const answer = await fetch(address);
        if (answer.ok) {
          return await answer.json();
        }
        if (answer.status !== 503) {
          return null; // the image says why
        }
      } catch {
        return null;
      }
      await new Promise((resolve) => setTimeout(resolve, AGAIN));
    }
    return null;
  }

  #mark(sheet, known, hits) {
    sheet.leaf.querySelector('.marks')?.remove();
    const marks = document.createElement('div');
    marks.className = 'marks';
    marks.setAttribute('aria-hidden', 'true');
    const words = known?.words ?? [];
    for (const range of this.book.cited) {
      for (const rect of wordAt.rects(words, range[0], range[1])) {
        marks.append(this.#rect('cited', rect));
      }
    }
    const boxes = this.book.query
      ? hits.map(({ index, rects, layer }) => [index, rects, layer === 'furniture'])
      : within(this.book.hits, ...(this.book.spans[sheet.page - 1] ?? [0, 0])).map((index) => [
          index,
          wordAt.rects(words, this.book.hits[index][0], this.book.hits[index][1]),
        ]);
    for (const [index, rects, around] of boxes) {
      for (const rect of rects) {
        const mark = this.#rect('mark', rect);
        if (around) {
          mark.dataset.around = ''; // in a running head; gone to where it stands below with its like
        }
        mark.dataset.hit = index;
        mark.classList.toggle('now', index === this.current);
        marks.append(mark);
      }
    }
    sheet.leaf.querySelector('.words')?.before(marks) ?? sheet.leaf.append(marks);
    marks.isConnected || sheet.leaf.append(marks);
    sheet.marked?.();
  }

  #rect(name, { x, y, w, h }) {
    const rect = document.createElement('i');
    rect.className = name;
    rect.style.cssText = `left:${x * 100}%;top:${y * 100}%;width:${w * 100}%;height:${h * 100}%`;
    return rect;
  }

  /** Hits or cited passages are others than before. */
  refresh() {
    for (const page of this.#near) {
      this.#write(this.#sheets[page - 1]);
    }
  }

  // Going somewhere.

  show(index) {
    this.current = index;
    for (const mark of this.host.querySelectorAll('.mark')) {
      mark.classList.toggle('now', mark.dataset.hit === String(index));
    }
    const hit = this.book.hits[index];
    if (hit) {
      this.#bring(hit[2], () => this.host.querySelector(`.mark[data-hit="${index}"]`));
    }
  }

  toOffset(offset) {
    const page = this.#pageOf(offset);
    this.#bring(page, () => wordAt.element(this.#sheets[page - 1].leaf, offset));
  }

  #pageOf(offset) {
    const found = this.book.spans.findLastIndex(([from]) => from <= offset);
    return Math.min(this.#sheets.length, Math.max(1, found + 1));
  }

  // The page at once, the place on it when it is known.
  async #bring(page, find) {
    const sheet = this.#sheets[page - 1];
    if (!sheet) {
      return;
    }
    this.#settle += 1;
    const mine = this.#settle;
    let found = find();
    if (!found) {
      const marked = new Promise((resolve) => {
        sheet.marked = resolve;
        setTimeout(resolve, 8000);
      });
      this.#reach(sheet, mine);
      await marked;
      found = find();
    }
    if (mine === this.#settle) {
      found?.scrollIntoView({ block: 'center', inline: 'nearest' });
    }
  }

  // Scrolls to a sheet, and again as long as the page around it is still being laid out: before its styles are there the
  // desk cannot scroll. Whoever scrolls meanwhile is left where they are.
  async #reach(sheet, mine) {
    let left = -1;
    for (const delay of [0, 60, 200, 500, 1200, 2500]) {
      if (delay > 0) {
        await new Promise((resolve) => setTimeout(resolve, delay));
      }
      if (mine !== this.#settle || (left >= 0 && this.desk.scrollTop !== left)) {
        return;
      }
      sheet.element.scrollIntoView({ block: 'start' });
      left = this.desk.scrollTop;
    }
  }

  toPage(page) {
    this.#settle += 1;
    const sheet = this.#sheets[page - 1];
    if (sheet) {
      this.#reach(sheet, this.#settle);
    }
  }

  pageInSight(share = 0.4) {
    const line = this.desk.getBoundingClientRect().top + this.desk.clientHeight * share;
    let low = 0;
    let high = this.#sheets.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.#sheets[middle].element.getBoundingClientRect().top <= line) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low + 1;
  }

  // What is selected: its range in the text, and its words as they would be written.

  offsets(range) {
    return wordAt.range(this.host, range);
  }

  copied(range) {
    return clean(this.host, range);
  }

  /** Loads these pages for printing; resolves when all stand or have failed. */
  async prepare(from, to) {
    const wanted = this.#sheets.slice(from - 1, to);
    this.#sheets.forEach((sheet, index) => sheet.element.classList.toggle('unprinted', index < from - 1 || index >= to));
    for (const sheet of wanted) {
      this.#near.add(sheet.page);
      this.#draw(sheet);
      const written = this.#write(sheet); // its marks and words, too
      await new Promise((resolve) => {
        const wait = () =>
          ['shown', 'failed'].includes(sheet.element.dataset.state) ? resolve() : setTimeout(wait, 60);
        wait();
      });
      await written;
    }
  }
}
