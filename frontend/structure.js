// Paragraphs, headings, lists, quotations, tables and images of a document, made of the parts the server gives.
//
// A part is { kind, start, end, level, group, row, column, ordered, alt, source, looks: [[look, start, end]] }: kind one
// of heading, paragraph, item, quote, code, cell, head, image; parts of one list or table follow one another and share
// their group, cells of one row their row.

const PLAIN = { paragraph: 'p', code: 'pre' };

/** Elements for parts, ascending; `write(element, part)` fills one with its text, marks and all. */
export function structured(parts, write) {
  const out = [];
  let group = null; // the list or table that is being filled
  let row = null;
  const text = (element, part) => {
    element.dataset.offset = part.start;
    element.dir = 'auto';
    write(element, part);
    return element;
  };
  const grouped = (tag, part) => {
    if (group?.id !== part.group || group.tag !== tag) {
      group = { id: part.group, tag, element: document.createElement(tag) };
      row = null;
      out.push(tag === 'table' ? scrolling(group.element) : group.element);
    }
    return group.element;
  };
  for (const part of parts) {
    if (part.kind === 'item') {
      const item = text(document.createElement('li'), part);
      item.style.marginInlineStart = `${Math.max(0, part.level - 1) * 1.4}em`;
      grouped(part.ordered ? 'ol' : 'ul', part).append(item);
    } else if (part.kind === 'cell' || part.kind === 'head') {
      const table = grouped('table', part);
      if (row?.at !== part.row) {
        row = { at: part.row, element: document.createElement('tr') };
        table.append(row.element);
      }
      while (row.element.children.length < part.column) {
        row.element.append(document.createElement('td')); // empty ones are no parts
      }
      row.element.append(text(document.createElement(part.kind === 'head' ? 'th' : 'td'), part));
    } else {
      group = null;
      out.push(part.kind === 'image' ? picture(part) : alone(part, text));
    }
  }
  return out;
}

function alone(part, text) {
  if (part.kind === 'heading') {
    const heading = text(document.createElement(`h${Math.min(6, part.level + 1)}`), part);
    heading.className = part.level === 1 ? 'headline' : '';
    return heading;
  }
  if (part.kind === 'quote') {
    return text(document.createElement('blockquote'), part);
  }
  return text(document.createElement(PLAIN[part.kind] ?? 'p'), part);
}

// A table wider than the sheet scrolls for itself, by the keyboard too.
function scrolling(table) {
  const box = document.createElement('div');
  box.className = 'wide';
  box.tabIndex = 0;
  box.setAttribute('role', 'group');
  box.setAttribute('aria-label', 'Table');
  box.append(table);
  return box;
}

// What the page holds of an image: its pixels if they are in the page itself, else what it says about them.
function picture(part) {
  const figure = document.createElement('figure');
  if (part.source) {
    const image = document.createElement('img');
    image.alt = part.alt;
    image.loading = 'lazy';
    image.addEventListener('error', () => figure.replaceChildren(notKept(part)));
    image.src = part.source;
    figure.append(image);
  } else {
    figure.append(notKept(part));
  }
  return figure;
}

function notKept(part) {
  const note = document.createElement('figcaption');
  note.className = 'not-kept';
  note.textContent = part.alt ? `Image, not kept: ${part.alt}` : 'Image, not kept';
  return note;
}
