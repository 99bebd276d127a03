// <sb-years>: counts by year as bars. Drag over them or click one to choose, drag an end of the chosen range to change
// it, click twice for all. For the keyboard: the two ends are sliders (arrows, Page Up and Down, Home, End; Escape for
// all), and the two lists below name the years. For who cannot see it: a table of all counts.
// Properties: counts [[year, count], …], range [from, to] or [], unit ["document", "documents"].
// Event: years-chosen {from, to}, zeros for all.

const PAUSE = 350; // milliseconds without a key after which the range chosen by keys holds
const MOST_BESIDE = 40; // years without documents that a chosen range adds on a side
const GRIP = 7; // pixels beside an end of the range that still take hold of it

class Years extends HTMLElement {
  #counts = [];
  #range = [];
  #unit = ['document', 'documents'];
  #drag = null;
  #keyed = null;
  #pause = 0;
  #frame = document.createElement('div');
  #bars = document.createElement('div');
  #begins = this.#end('Range begins', 0);
  #ends = this.#end('Range ends', 1);
  #from = this.#list('From year');
  #to = this.#list('To year');
  #all = document.createElement('button');
  #tip = document.createElement('span');
  #table = document.createElement('table');
  #built = false;

  connectedCallback() {
    for (const name of ['unit', 'range', 'counts']) {
      if (Object.hasOwn(this, name)) {
        const value = this[name];
        delete this[name];
        this[name] = value;
      }
    }
    if (this.#built) {
      return;
    }
    this.#built = true;
    this.#frame.className = 'hist-frame';
    this.#bars.className = 'hist';
    this.#bars.setAttribute('aria-hidden', 'true');
    this.#tip.className = 'hist-tip num';
    this.#tip.setAttribute('aria-hidden', 'true');
    this.#table.className = 'sr-only';
    this.#all.type = 'button';
    this.#all.textContent = 'all years';
    this.#all.className = 'all-years';
    this.#all.addEventListener('click', () => this.#choose(0, 0));
    const lists = document.createElement('div');
    lists.className = 'hist-ends num';
    lists.append(this.#from, this.#all, this.#to);
    this.#frame.append(this.#bars, this.#begins, this.#ends);
    this.append(this.#tip, this.#frame, lists, this.#table);
    this.#frame.addEventListener('pointerdown', (event) => this.#down(event));
    this.#frame.addEventListener('pointermove', (event) => this.#moved(event));
    this.#frame.addEventListener('pointerup', () => this.#up());
    this.#frame.addEventListener('dblclick', () => this.#choose(0, 0));
    this.#frame.addEventListener('pointercancel', () => {
      this.#drag = null;
      this.#paint();
    });
    this.#frame.addEventListener('pointerleave', () => {
      this.#tip.textContent = '';
    });
    this.#draw();
  }

  set counts(value) {
    this.#counts = value ?? [];
    this.#draw();
  }

  get counts() {
    return this.#counts;
  }

  set range(value) {
    this.#range = value ?? [];
    this.#keyed = null;
    this.#draw();
  }

  get range() {
    return this.#range;
  }

  set unit(value) {
    this.#unit = value;
  }

  #end(label, which) {
    const end = document.createElement('span');
    end.className = 'hist-end';
    end.tabIndex = 0;
    end.setAttribute('role', 'slider');
    end.setAttribute('aria-label', label);
    end.addEventListener('keydown', (event) => this.#key(event, which));
    end.addEventListener('blur', () => this.#settle());
    return end;
  }

  #list(label) {
    const list = document.createElement('select');
    list.setAttribute('aria-label', label);
    list.addEventListener('change', () => {
      const from = Number(this.#from.value);
      const to = Number(this.#to.value);
      this.#choose(Math.min(from, to), Math.max(from, to));
    });
    return list;
  }

  // Every year from the first to the last, those without documents too: a gap in time is seen as a gap. A chosen range
  // that begins before or ends after them is seen whole, unless it is far longer than what there is.
  #years() {
    if (this.#counts.length === 0) {
      return [];
    }
    const years = this.#counts.map(([year]) => year);
    const [from, to] = this.#range.length === 2 ? this.#range : [Infinity, -Infinity];
    const first = Math.max(Math.min(...years) - MOST_BESIDE, Math.min(from, ...years));
    const last = Math.min(Math.max(...years) + MOST_BESIDE, Math.max(to, ...years));
    return Array.from({ length: last - first + 1 }, (_, i) => first + i);
  }

  #draw() {
    if (!this.#built) {
      return;
    }
    const byYear = new Map(this.#counts);
    const years = this.#years();
    this.hidden = years.length === 0;
    const most = Math.max(1, ...byYear.values());
    this.#bars.classList.toggle('dense', years.length > 60);
    this.#bars.replaceChildren(
      ...years.map((year) => {
        const count = byYear.get(year) ?? 0;
        const bar = document.createElement('s');
        bar.dataset.year = year;
        bar.dataset.count = count;
        bar.style.setProperty('--height', count === 0 ? '0%' : `${Math.max(4, (100 * count) / most)}%`);
        return bar;
      }),
    );
    const [from, to] = this.#range.length === 2 ? this.#range : [years[0], years.at(-1)];
    this.#fill(this.#from, years, from);
    this.#fill(this.#to, years, to);
    this.#all.hidden = this.#range.length !== 2;
    this.#tell(years, byYear);
    this.#paint();
  }

  #fill(list, years, chosen) {
    const all = years.includes(chosen) || chosen === undefined ? years : [...years, chosen].sort((a, b) => a - b);
    list.replaceChildren(...all.map((year) => new Option(String(year), String(year), false, year === chosen)));
    list.disabled = years.length < 2;
  }

  #tell(years, byYear) {
    const caption = document.createElement('caption');
    caption.textContent = 'By year';
    this.#table.replaceChildren(caption);
    const head = this.#table.insertRow();
    for (const said of ['Year', this.#unit[1]]) {
      const cell = document.createElement('th');
      cell.scope = 'col';
      cell.textContent = said;
      head.append(cell);
    }
    for (const year of years.filter((each) => byYear.get(each))) {
      const row = this.#table.insertRow();
      const cell = document.createElement('th');
      cell.scope = 'row';
      cell.textContent = year;
      row.append(cell);
      row.insertCell().textContent = byYear.get(year).toLocaleString('en');
    }
  }

  // The range as it looks now, while it is dragged or keyed too.
  #now() {
    return this.#drag ? [Math.min(...this.#drag), Math.max(...this.#drag)] : (this.#keyed ?? this.#range);
  }

  #paint() {
    const [from, to] = this.#now();
    for (const bar of this.#bars.children) {
      const year = Number(bar.dataset.year);
      bar.classList.toggle('in', from !== undefined && year >= from && year <= to);
    }
    this.#bars.classList.toggle('chosen', from !== undefined);
    const years = this.#years();
    if (years.length === 0) {
      return;
    }
    const [first, last] = [years[0], years.at(-1)];
    const share = (year) => (100 * Math.min(1, Math.max(0, (year - first) / (last - first + 1)))).toFixed(3);
    this.#place(this.#begins, from ?? first, share(from ?? first), first, to ?? last);
    this.#place(this.#ends, to ?? last, share((to ?? last) + 1), from ?? first, last);
  }

  #place(end, year, share, least, most) {
    end.style.setProperty('--at', `${share}%`);
    end.setAttribute('aria-valuemin', Math.min(least, year));
    end.setAttribute('aria-valuemax', Math.max(most, year));
    end.setAttribute('aria-valuenow', year);
  }

  #yearAt(event) {
    const box = this.#bars.getBoundingClientRect();
    const years = this.#years();
    const share = (event.clientX - box.left) / box.width;
    return years[Math.min(years.length - 1, Math.max(0, Math.floor(share * years.length)))];
  }

  // The year at which the other end stays when one of a chosen range is taken hold of.
  #held(event) {
    if (this.#range.length !== 2) {
      return undefined;
    }
    const near = (end) => {
      const box = end.getBoundingClientRect();
      return Math.abs(event.clientX - (box.left + box.right) / 2);
    };
    const [begins, ends] = [near(this.#begins), near(this.#ends)];
    return Math.min(begins, ends) > GRIP ? undefined : begins < ends ? this.#range[1] : this.#range[0];
  }

  #down(event) {
    if (event.button !== 0 || this.#counts.length === 0) {
      return;
    }
    event.preventDefault();
    this.#frame.setPointerCapture(event.pointerId);
    const year = this.#yearAt(event);
    const held = this.#held(event);
    this.#drag = [held ?? year, held === undefined ? year : this.#range[held === this.#range[1] ? 0 : 1]];
    this.#paint();
  }

  #moved(event) {
    const year = this.#yearAt(event);
    if (year === undefined) {
      return;
    }
    if (this.#drag) {
      this.#drag[1] = year;
      this.#paint();
    }
    const [from, to] = this.#drag ? this.#now() : [year, year];
    this.#tip.textContent = this.#said(from, to);
  }

  #said(from, to) {
    const count = this.#counts.reduce((sum, [year, each]) => (year >= from && year <= to ? sum + each : sum), 0);
    const span = from === to ? from : `${from} – ${to}`;
    return `${span}: ${count.toLocaleString('en')} ${this.#unit[count === 1 ? 0 : 1]}`;
  }

  #up() {
    if (!this.#drag) {
      return;
    }
    const [from, to] = this.#now();
    this.#drag = null;
    // A click on the only chosen year takes it back.
    if (from === to && this.#range[0] === from && this.#range[1] === to) {
      this.#choose(0, 0);
    } else {
      this.#choose(from, to);
    }
  }

  #key(event, which) {
    const years = this.#years();
    const range = [...(this.#keyed ?? (this.#range.length === 2 ? this.#range : [years[0], years.at(-1)]))];
    const [least, most] = which === 0 ? [years[0], range[1]] : [range[0], years.at(-1)];
    const steps = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1, PageDown: -10, PageUp: 10 };
    if (event.key in steps) {
      range[which] = Math.min(most, Math.max(least, range[which] + steps[event.key]));
    } else if (event.key === 'Home') {
      range[which] = least;
    } else if (event.key === 'End') {
      range[which] = most;
    } else if (event.key === 'Enter') {
      this.#settle();
      return;
    } else if (event.key === 'Escape') {
      this.#keyed = null;
      clearTimeout(this.#pause);
      this.#choose(0, 0);
      return;
    } else {
      return;
    }
    event.preventDefault();
    this.#keyed = range;
    this.#tip.textContent = this.#said(...range);
    this.#paint();
    clearTimeout(this.#pause);
    this.#pause = setTimeout(() => this.#settle(), PAUSE);
  }

  #settle() {
    clearTimeout(this.#pause);
    if (this.#keyed && String(this.#keyed) !== String(this.#range)) {
      const years = this.#years();
      const whole = this.#keyed[0] <= years[0] && this.#keyed[1] >= years.at(-1);
      this.#choose(...(whole ? [0, 0] : this.#keyed));
    }
  }

  #choose(from, to) {
    if (from === 0 && this.#range.length === 0) {
      this.#keyed = null;
      this.#paint();
      return;
    }
    this.dispatchEvent(new CustomEvent('years-chosen', { detail: { from, to } }));
  }
}

customElements.define('sb-years', Years);
