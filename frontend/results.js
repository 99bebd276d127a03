// <sb-results>: one page of results, each with where and when it is from, its title, snippets with their page in the
// margin, and what can be done with it. The server sends what stands there and keeps none of it.
// Function: show([result, …]). Events: result-chosen {id, on}, result-cited {id}.

function element(tag, attributes, ...content) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== null && value !== '') {
      made.setAttribute(name, value);
    }
  }
  made.append(...content);
  return made;
}

// Text with the ranges of marks marked, as text nodes and <mark> only: whatever a document says stays text.
function marked(text, marks) {
  const parts = [];
  let done = 0;
  for (const [start, end] of marks) {
    if (start >= done && end > start && end <= text.length) {
      parts.push(text.slice(done, start), element('mark', {}, text.slice(start, end)));
      done = end;
    }
  }
  parts.push(text.slice(done));
  return parts.filter((part) => part !== '');
}

function source(result, choose) {
  const box = element('input', { type: 'checkbox', 'aria-label': `Choose ${result.title}` });
  box.checked = result.chosen === true;
  box.addEventListener('change', () => choose(box.checked));
  return element(
    'div',
    { class: 'src' },
    element('span', { class: result.source ? 'outlet' : 'unknown' }, result.source ?? 'unknown source'),
    element('span', { class: result.undated ? 'unknown' : '' }, result.date),
    element('span', {}, result.kind),
    element('label', { class: 'pick' }, box),
  );
}

function title(result) {
  const link = element('a', { href: result.address, lang: result.lang }, ...marked(result.title, result.titleMarks));
  return element('h2', { dir: 'auto' }, link);
}

// A document without pages has nothing to say in the margin, and its link there would say nothing either.
function snippet(one, lang) {
  const page = one.page
    ? element('a', { href: one.address, 'aria-label': `Page ${one.page}, open there` }, `p. ${one.page}`)
    : element('a', { href: one.address, 'aria-hidden': 'true', tabindex: '-1' });
  const text = element('div', { dir: 'auto', lang }, ...marked(one.text, one.marks));
  if (one.before) {
    text.prepend('…\u00a0');
  }
  if (one.after) {
    text.append('\u00a0…');
  }
  return element('div', { class: 'snip' }, page, text);
}

function foot(result, cite) {
  const line = element(
    'div',
    { class: 'foot' },
    element('span', { class: result.countries ? '' : 'unknown' }, result.countries ?? 'no country'),
  );
  if (result.withoutText) {
    line.append(element('span', { class: 'warn' }, `without text: ${result.withoutText}`));
  }
  if (result.story) {
    const { address, label } = result.story;
    line.append(element('a', { href: address, class: 'story', title: 'Show these copies' }, label));
  }
  const like = element(
    'a',
    { href: result.like, class: 'end like', 'aria-label': `More like ${result.title}` },
    'More like this',
  );
  const button = element('button', { type: 'button', 'aria-label': `Cite ${result.title}` }, 'Cite');
  button.addEventListener('click', cite);
  line.append(like, button);
  if (result.hits) {
    line.append(element('span', { class: 'num' }, result.hits));
  }
  return line;
}

class Results extends HTMLElement {
  show(results) {
    this.replaceChildren(...results.map((result) => this.#card(result)));
  }

  #card(result) {
    const card = element('article', {
      class: result.chosen ? 'hit chosen' : 'hit',
      'data-id': result.short,
    });
    const choose = (on) => {
      card.classList.toggle('chosen', on);
      this.#tell('result-chosen', { id: result.id, on });
    };
    card.append(
      source(result, choose),
      title(result),
      ...result.snippets.map((one) => snippet(one, result.lang)),
      foot(result, () => this.#tell('result-cited', { id: result.id })),
    );
    return card;
  }

  #tell(what, detail) {
    this.dispatchEvent(new CustomEvent(what, { detail }));
  }
}

customElements.define('sb-results', Results);
