// <sb-box>: the field to search in, with what one may mean below it while typing. A combobox as ARIA describes it: the
// arrows go through the list, Enter takes what is marked and otherwise searches for what is typed, Tab completes, Escape
// closes. The list never takes the focus, never changes what is typed by itself, and stays until a newer one is there.
// Property: recent, the queries that are offered while nothing is typed. Event: query-given {query}, when a suggestion is
// taken.

const PAUSE = 130; // milliseconds without a key before the server is asked
let boxes = 0;

const KINDS = {
  complete: 'In the query language',
  recent: 'Searched before',
  title: 'Titles',
  source: 'Sources',
  country: 'Countries',
  phrase: 'Frequent phrases',
  spelling: 'Did you mean',
};

class Box extends HTMLElement {
  #number = ++boxes;
  #input = null;
  #list = document.createElement('div');
  #said = document.createElement('div');
  #options = [];
  #active = -1;
  #asked = null;
  #pause = 0;
  #open = false;

  connectedCallback() {
    this.#list.id = `sb-options-${this.#number}`;
    this.#list.className = 'suggestions';
    this.#list.setAttribute('role', 'listbox');
    this.#list.setAttribute('aria-label', 'Suggestions');
    this.#list.hidden = true;
    this.#said.className = 'sr-only';
    this.#said.setAttribute('role', 'status');
    this.append(this.#list, this.#said);
    this.#list.addEventListener('pointerdown', (event) => event.preventDefault()); // the field keeps the focus
    this.#list.addEventListener('click', (event) => {
      const at = this.#options.findIndex(({ element }) => element.contains(event.target));
      if (at >= 0) {
        this.#take(this.#options[at]);
      }
    });
    this.#find();
  }

  disconnectedCallback() {
    clearTimeout(this.#pause);
    this.#asked?.abort();
    this.#close();
  }

  // The field's own input comes a moment after the field.
  #find() {
    const input = this.querySelector('input');
    if (!input) {
      requestAnimationFrame(() => this.isConnected && this.#find());
      return;
    }
    if (this.#input === input) {
      return;
    }
    this.#input = input;
    const attributes = {
      role: 'combobox',
      'aria-autocomplete': 'list',
      'aria-expanded': 'false',
      'aria-controls': this.#list.id,
      autocomplete: 'off',
      autocapitalize: 'none',
      spellcheck: 'false',
      enterkeyhint: 'search',
    };
    for (const [name, value] of Object.entries(attributes)) {
      input.setAttribute(name, value);
    }
    input.addEventListener('input', (event) => !event.isComposing && this.#later());
    input.addEventListener('compositionend', () => this.#later());
    input.addEventListener('blur', () => this.#close());
    input.addEventListener('focus', () => input.value === '' && this.#later());
    // before the field itself hears of it: to it, Escape means to empty
    input.addEventListener('keydown', (event) => this.#key(event), { capture: true });
  }

  #later() {
    clearTimeout(this.#pause);
    this.#pause = setTimeout(() => this.#ask(), PAUSE);
  }

  async #ask() {
    const typed = this.#input.value;
    if (typed.trim() === '') {
      this.#asked?.abort();
      if (document.activeElement === this.#input) {
        this.#show((this.recent ?? []).map((query) => ({ kind: 'recent', text: query, query })));
      }
      return;
    }
    const caret = this.#input.selectionStart ?? typed.length;
    this.#asked?.abort();
    const asked = new AbortController();
    this.#asked = asked;
    const address = new URL('api/suggest', document.baseURI);
    address.searchParams.set('typed', typed);
    address.searchParams.set('caret', caret);
    try {
      const answer = await fetch(address, { signal: asked.signal, headers: { Accept: 'application/json' } });
      const found = answer.ok ? (await answer.json()).suggestions : [];
      if (!asked.signal.aborted && this.#input.value === typed && document.activeElement === this.#input) {
        this.#show(found);
      }
    } catch {
      // another key was quicker, or the server is away: then there is nothing to suggest
    }
  }

  #show(found) {
    if (found.length === 0) {
      this.#close();
      return;
    }
    this.#options = [];
    const groups = [];
    for (const kind of Object.keys(KINDS)) {
      const ofKind = found.filter((suggestion) => suggestion.kind === kind);
      if (ofKind.length > 0) {
        groups.push(this.#group(kind, ofKind));
      }
    }
    this.#list.replaceChildren(...groups);
    this.#list.hidden = false;
    this.#open = true;
    this.#input.setAttribute('aria-expanded', 'true');
    this.#mark(-1);
    const many = this.#options.length;
    this.#said.textContent = many === 1 ? '1 suggestion' : `${many} suggestions`;
  }

  #group(kind, suggestions) {
    const group = document.createElement('div');
    const heading = document.createElement('div');
    heading.className = 'suggestions-kind';
    heading.id = `${this.#list.id}-${kind}`;
    heading.textContent = KINDS[kind];
    group.setAttribute('role', 'group');
    group.setAttribute('aria-labelledby', heading.id);
    group.append(heading);
    for (const suggestion of suggestions) {
      const element = document.createElement('div');
      element.id = `${this.#list.id}-${this.#options.length}`;
      element.className = `suggestion ${kind}`;
      element.setAttribute('role', 'option');
      element.setAttribute('aria-selected', 'false');
      const text = document.createElement('span');
      text.textContent = suggestion.text;
      text.dir = 'auto';
      element.append(text);
      const counted = suggestion.documents > 0 && !suggestion.document ? suggestion.documents.toLocaleString('en') : '';
      if (suggestion.detail || counted) {
        const detail = document.createElement('span');
        detail.className = 'detail num';
        detail.textContent = suggestion.detail ?? counted;
        element.append(detail);
      }
      group.append(element);
      this.#options.push({ element, suggestion });
    }
    return group;
  }

  #mark(at) {
    this.#options[this.#active]?.element.setAttribute('aria-selected', 'false');
    this.#active = at;
    const option = this.#options[at];
    if (option) {
      option.element.setAttribute('aria-selected', 'true');
      option.element.scrollIntoView({ block: 'nearest' });
      this.#input.setAttribute('aria-activedescendant', option.element.id);
    } else {
      this.#input.removeAttribute('aria-activedescendant');
    }
  }

  #close() {
    clearTimeout(this.#pause);
    this.#asked?.abort();
    if (this.#open) {
      this.#open = false;
      this.#list.hidden = true;
      this.#said.textContent = '';
      this.#mark(-1);
      this.#options = [];
      this.#input.setAttribute('aria-expanded', 'false');
    }
  }

  #key(event) {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    const many = this.#options.length;
    switch (event.key) {
      case 'ArrowDown':
      case 'ArrowUp':
        if (this.#open) {
          const step = event.key === 'ArrowDown' ? 1 : -1;
          // one place between the last and the first is the field itself
          this.#mark(((this.#active + 1 + step + many + 1) % (many + 1)) - 1);
          event.preventDefault();
        } else if (event.key === 'ArrowDown') {
          this.#ask();
          event.preventDefault();
        }
        break;
      case 'Enter':
        if (this.#open && this.#active >= 0) {
          event.preventDefault();
          event.stopPropagation();
          this.#take(this.#options[this.#active]);
        } else {
          this.#close();
        }
        break;
      case 'Tab': {
        const first = this.#options.findIndex(({ suggestion }) => suggestion.kind === 'complete');
        const wanted = this.#active >= 0 ? this.#active : first;
        if (this.#open && wanted >= 0 && !event.shiftKey) {
          event.preventDefault();
          this.#fill(this.#options[wanted]);
        }
        break;
      }
      case 'Escape':
        if (this.#open) {
          event.preventDefault();
          event.stopPropagation();
          this.#close();
        }
        break;
      default:
    }
  }

  // Puts it into the field to go on from.
  #fill({ suggestion }) {
    const { from = 0, to = this.#input.value.length, query } = suggestion;
    this.#input.setRangeText(query, from, to, 'end');
    this.#input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    this.#close();
    if (suggestion.kind === 'complete') {
      this.#later();
    }
  }

  // A completion is filled in; anything else is gone to.
  #take(option) {
    const { suggestion } = option;
    if (suggestion.kind === 'complete') {
      this.#fill(option);
    } else if (suggestion.document) {
      this.#close();
      const link = document.createElement('a');
      link.href = `document/${suggestion.document}`;
      this.append(link);
      link.click();
      link.remove();
    } else {
      this.#fill(option);
      this.dispatchEvent(new CustomEvent('query-given', { detail: { query: this.#input.value } }));
    }
  }
}

customElements.define('sb-box', Box);
