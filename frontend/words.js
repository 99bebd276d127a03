// The words of a page over its image: unseen, but there to be selected, found by the browser and read aloud.

const FONT = 'sans-serif';
const context = document.createElement('canvas').getContext('2d');

function natural(text) {
  context.font = `100px ${FONT}`;
  return context.measureText(text).width / 100 || 1;
}

/** The layer of a page's words; sizes are in units of the page, so that it needs no second layout. */
export function leafWords(known, width, height, lang) {
  const layer = document.createElement('div');
  layer.className = 'words';
  if (lang) {
    layer.lang = lang;
  }
  layer.dir = known.rtl ? 'rtl' : 'ltr';
  let line = -1;
  let row = null;
  for (const word of known.words) {
    if (word.line !== line || !row) {
      line = word.line;
      row = document.createElement('span');
      row.className = 'printed';
      layer.append(row);
    }
    row.append(wordElement(word, width, height));
  }
  return layer;
}

// Letters as high as the box, stretched to be as wide; turned the way the words run.
function wordElement(word, width, height) {
  const element = document.createElement('span');
  element.className = 'word';
  element.textContent = word.space ? `${word.text} ` : word.text;
  element.word = word;
  const upright = word.angle % 180 === 0;
  const high = upright ? word.h : word.w;
  const long = upright ? word.w * width : word.h * height;
  const size = upright ? word.h * height : word.w * width;
  const stretch = long / (natural(word.text) * size * 0.9);
  const right = word.angle === 90 || word.angle === 180;
  const low = word.angle === 270 || word.angle === 180;
  element.style.left = `${(right ? word.x + word.w : word.x) * 100}%`;
  element.style.top = `${(low ? word.y + word.h : word.y) * 100}%`;
  element.style.fontSize = `${high * 90}${upright ? 'cqh' : 'cqw'}`;
  element.style.lineHeight = `${high * 100}${upright ? 'cqh' : 'cqw'}`;
  element.style.transform = `${word.angle ? `rotate(${word.angle}deg) ` : ''}scaleX(${stretch.toFixed(4)})`;
  return element;
}

// The part of a word that a range of the text covers, as a box; letters are taken to be equally wide.
function part(word, from, to) {
  const length = word.end - word.start;
  const a = Math.max(0, from - word.start) / length;
  const b = Math.min(length, to - word.start) / length;
  if (word.angle % 180 !== 0) {
    return { ...word, y: word.y + (word.angle === 90 ? a : 1 - b) * word.h, h: (b - a) * word.h };
  }
  const backward = word.angle === 180 || /[\u0590-\u08ff]/.test(word.text);
  return { ...word, x: word.x + (backward ? 1 - b : a) * word.w, w: (b - a) * word.w };
}

// Boxes of the words in a range of the text, those beside each other in one line joined.
function rects(words, from, to) {
  const out = [];
  for (const word of words) {
    if (word.start === null || word.start >= to || word.end <= from) {
      continue;
    }
    const box = part(word, from, to);
    const last = out.at(-1);
    if (last && last.line === word.line && word.angle % 180 === 0) {
      const left = Math.min(last.x, box.x);
      const top = Math.min(last.y, box.y);
      last.w = Math.max(last.x + last.w, box.x + box.w) - left;
      last.h = Math.max(last.y + last.h, box.y + box.h) - top;
      last.x = left;
      last.y = top;
    } else {
      out.push({ line: word.line, x: box.x, y: box.y, w: box.w, h: box.h });
    }
  }
  return out;
}

function touched(host, range) {
  return [...host.querySelectorAll('.word')].filter((element) => range.intersectsNode(element));
}

// How much of a word's own letters lies inside the range: [from, to).
function inside(element, range) {
  const { text } = element.word;
  const from = element.contains(range.startContainer) && range.startContainer.nodeType === 3 ? range.startOffset : 0;
  const to = element.contains(range.endContainer) && range.endContainer.nodeType === 3 ? range.endOffset : text.length;
  return [Math.min(from, text.length), Math.min(to, text.length)];
}

function offsetRange(host, range) {
  let start = -1;
  let end = -1;
  for (const element of touched(host, range)) {
    const { word } = element;
    const [from, to] = inside(element, range);
    if (word.start === null || to <= from) {
      continue;
    }
    const same = word.end - word.start === word.text.length;
    start = start < 0 ? (same ? word.start + from : word.start) : Math.min(start, word.start);
    end = Math.max(end, same ? word.start + to : word.end);
  }
  return end > start ? { start, end } : null;
}

/** What is selected as one would write it: lines run on, words broken at their end are closed. */
export function clean(host, range) {
  let out = '';
  let before = null;
  for (const element of touched(host, range)) {
    const { word } = element;
    const [from, to] = inside(element, range);
    if (to <= from) {
      continue;
    }
    const sheet = element.closest('.sheet');
    const sameLine = before && before.word.line === word.line && before.sheet === sheet;
    if (before && !(sameLine ? !before.word.space : /\p{L}[-\u00ad\u2010]$/u.test(out) && /^\p{Ll}/u.test(word.text))) {
      out += ' ';
    }
    out += word.text.slice(from, to);
    before = { word, sheet };
  }
  return out;
}

/** The element of the word that holds an offset, or the next after it. */
function elementAt(leaf, offset) {
  return [...leaf.querySelectorAll('.word')].find(({ word }) => word.start !== null && word.end > offset) ?? null;
}

export const wordAt = { rects, range: offsetRange, element: elementAt };
