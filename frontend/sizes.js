// Sizes that a person chose, remembered on this computer: of the text, and of page images.

const TEXT = [13, 14.5, 16, 18, 20.5, 24]; // px
const NORMAL = 2;

function read(name) {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
}

function write(name, value) {
  try {
    localStorage.setItem(name, String(value));
  } catch {
    // holds for this visit only
  }
}

export const kept = {
  zoom() {
    const zoom = read('sourcebook.zoom') ?? 'width';
    return zoom === 'width' || zoom === 'page' ? zoom : Math.min(3, Math.max(0.25, Number(zoom) || 1));
  },
  setZoom(zoom) {
    write('sourcebook.zoom', zoom);
  },
  stepText(step) {
    const at = Math.min(TEXT.length - 1, Math.max(0, Number(read('sourcebook.size') ?? NORMAL) + step));
    write('sourcebook.size', at);
    document.documentElement.style.setProperty('--reading-size', `${TEXT[at] ?? TEXT[NORMAL]}px`);
  },
};
kept.stepText(0);
