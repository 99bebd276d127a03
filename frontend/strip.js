// <sb-strip>: the pages of a document, small, with the number of hits on each.
const NEAR = '60% 0px'; // pictures around what is in sight
const STAY = 200; // ms that one must be near before it is asked for
const AGAIN = 2500; // ms, when the server was busy
const MOST_TRIES = 4;
const PICTURE = 240; // device pixels

class Strip extends HTMLElement {
  #go = () => {};
  #book = null;
  #observer = null;

  disconnectedCallback() {
    this.#observer?.disconnect();
  }

  open(book, go) {
    this.#go = go;
    const { images, id } = book;
    if (images && this.#book?.id === id && this.#book.images?.pages.length === images.pages.length && this.#observer) {
      this.#book = book;
      this.count(book.hits); // the pictures stay
      return;
    }
    this.#book = book;
    this.#observer?.disconnect();
    this.#observer = null;
    const spans = new Map();
    for (const [page, start, end] of book.blocks) {
      const span = spans.get(page);
      spans.set(page, span ? [span[0], end] : [start, end]);
    }
    const pages = images ? images.pages.map((_, index) => index + 1) : [...spans.keys()];
    this.replaceChildren(...pages.map((page) => this.#thumb(page, spans.get(page) ?? [0, 0])));
    this.count(book.hits);
    if (images) {
      this.#observer = new IntersectionObserver((entries) => entries.forEach((entry) => this.#seen(entry)), {
        root: this.parentElement,
        rootMargin: NEAR,
      });
      this.querySelectorAll('button').forEach((button) => this.#observer.observe(button));
    }
  }

  #thumb(page, [start, end]) {
    const button = document.createElement('button');
    button.type = 'button';
    button.dataset.page = page;
    const thumb = document.createElement('span');
    thumb.className = 'thumb';
    const size = this.#book.images?.pages[page - 1];
    if (size) {
      thumb.classList.add('pictured');
      thumb.style.aspectRatio = `${size[0]} / ${Math.min(size[1], size[0] * 1.6)}`;
    } else {
      const shown = Math.min(1, (end - start) / 2400);
      const lines = document.createElement('i');
      lines.style.height = `${Math.round(84 * shown)}%`;
      thumb.append(lines);
      thumb.shown = { start, end, shown };
    }
    const number = document.createElement('span');
    number.className = 'num';
    number.textContent = page;
    button.append(thumb, number);
    button.addEventListener('click', () => this.#go(page));
    return button;
  }

  /** Shows how many hits each page has. */
  count(hits) {
    const byPage = new Map();
    for (const [start, , page] of hits) {
      if (!byPage.has(page)) {
        byPage.set(page, []);
      }
      byPage.get(page).push(start);
    }
    for (const button of this.children) {
      const page = Number(button.dataset.page);
      const here = byPage.get(page) ?? [];
      const many = here.length === 1 ? '1 hit' : `${here.length} hits`;
      button.setAttribute('aria-label', here.length > 0 ? `Page ${page}, ${many}` : `Page ${page}`);
      const thumb = button.firstElementChild;
      thumb.querySelectorAll('u, b').forEach((old) => old.remove());
      if (thumb.shown) {
        const { start, end, shown } = thumb.shown;
        for (const hit of here.slice(0, 40)) {
          const line = document.createElement('u');
          line.style.top = `${8 + (84 * shown * (hit - start)) / Math.max(1, end - start)}%`;
          thumb.append(line);
        }
      }
      if (here.length > 0) {
        const count = document.createElement('b');
        count.textContent = here.length;
        thumb.append(count);
      }
    }
  }

  // Pictures of pages near what is in sight; the others are given back.
  #seen({ target, isIntersecting }) {
    clearTimeout(target.timer);
    if (isIntersecting) {
      target.timer = setTimeout(() => this.#picture(target, 0), STAY);
    } else {
      const image = target.querySelector('img');
      image?.removeAttribute('src');
      image?.remove();
    }
  }

  #picture(button, tries) {
    const thumb = button.firstElementChild;
    if (!this.#book || thumb.querySelector('img')) {
      return;
    }
    const image = new Image();
    image.alt = '';
    image.decoding = 'async';
    image.addEventListener('error', () => {
      if (image.isConnected && image.hasAttribute('src')) {
        image.remove();
        if (tries < MOST_TRIES) {
          button.timer = setTimeout(() => this.#picture(button, tries + 1), AGAIN);
        }
      }
    });
    thumb.prepend(image);
    image.src = `api/documents/${this.#book.id}/pages/${button.dataset.page}/image?width=${PICTURE}`;
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


customElements.define('sb-strip', Strip);
