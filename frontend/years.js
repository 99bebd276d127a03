// <sb-years>: counts by year as bars. Drag over them or click one to choose; the two lists below do the same for the
// keyboard. Properties: counts [[year, count], …], range [from, to] or []. Event: years-chosen {from, to}, zeros for all.

class Years extends HTMLElement {
  #counts = [];
  #range = [];
  #drag = null;
  #bars = document.createElement('div');
  #from = this.#list('From year');
  #to = this.#list('To year');
  #all = document.createElement('button');
  #tip = document.createElement('span');
  #built = false;

  connectedCallback() {
    for (const name of ['range', 'counts']) {
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
    this.#bars.className = 'hist';
    this.#bars.setAttribute('aria-hidden', 'true');
    this.#tip.className = 'hist-tip num';
    this.#tip.setAttribute('aria-hidden', 'true');
    this.#all.type = 'button';
    this.#all.textContent = 'all years';
    this.#all.className = 'all-years';
    this.#all.addEventListener('click', () => this.#choose(0, 0));
    const ends = document.createElement('div');
    ends.className = 'hist-ends num';
    ends.append(this.#from, this.#all, this.#to);
    this.append(this.#tip, this.#bars, ends);
    this.#bars.addEventListener('pointerdown', (event) => this.#down(event));
    this.#bars.addEventListener('pointermove', (event) => this.#moved(event));
    this.#bars.addEventListener('pointerup', () => this.#up());
    this.#bars.addEventListener('pointercancel', () => {
      this.#drag = null;
      this.#paint();
    });
    this.#bars.addEventListener('pointerleave', () => {
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
    this.#draw();
  }

  get range() {
    return this.#range;
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

  // Every year from the first to the last, those without documents too: a gap in time is seen as a gap.
  #years() {
    if (this.#counts.length === 0) {
      return [];
    }
    const years = this.#counts.map(([year]) => year);
    const first = Math.min(...years);
    const last = Math.max(...years);
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
    this.#paint();
  }

  #fill(list, years, chosen) {
    const all = years.includes(chosen) || chosen === undefined ? years : [...years, chosen].sort((a, b) => a - b);
    list.replaceChildren(...all.map((year) => new Option(String(year), String(year), false, year === chosen)));
    list.disabled = years.length < 2;
  }

  #paint() {
    const [from, to] = this.#drag ? [Math.min(...this.#drag), Math.max(...this.#drag)] : this.#range;
    for (const bar of this.#bars.children) {
      const year = Number(bar.dataset.year);
      bar.classList.toggle('in', from !== undefined && year >= from && year <= to);
    }
    this.#bars.classList.toggle('chosen', from !== undefined);
  }

  #yearAt(event) {
    const box = this.#bars.getBoundingClientRect();
    const years = this.#years();
    const share = (event.clientX - box.left) / box.width;
    return years[Math.min(years.length - 1, Math.max(0, Math.floor(share * years.length)))];
  }

  #down(event) {
    if (event.button !== 0 || this.#counts.length === 0) {
      return;
    }
    event.preventDefault();
    this.#bars.setPointerCapture(event.pointerId);
    const year = this.#yearAt(event);
    this.#drag = [year, year];
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
      const [from, to] = [Math.min(...this.#drag), Math.max(...this.#drag)];
      this.#tip.textContent = from === to ? String(from) : `${from} – ${to}`;
    } else {
      const count = new Map(this.#counts).get(year) ?? 0;
      this.#tip.textContent = `${year}: ${count}`;
    }
  }

  #up() {
    if (!this.#drag) {
      return;
    }
    const [from, to] = [Math.min(...this.#drag), Math.max(...this.#drag)];
    this.#drag = null;
    // A click on the only chosen year takes it back.
    if (from === to && this.#range[0] === from && this.#range[1] === to) {
      this.#choose(0, 0);
    } else {
      this.#choose(from, to);
    }
  }

  #choose(from, to) {
    this.dispatchEvent(new CustomEvent('years-chosen', { detail: { from, to } }));
  }
}

customElements.define('sb-years', Years);
