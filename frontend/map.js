// <sb-map>: countries coloured by their number of documents. A click chooses a country, with Shift or Ctrl one more.
// Properties: values [[code, label, count, chosen], …], unit ["document", "documents"], label. Event: country-chosen
// {code, add}. The list of the same facet is the way for the keyboard; what has no place on a map is listed below it.
//
// The outlines in world.json are those of Natural Earth (public domain, naturalearthdata.com), 1:50 million, as the npm
// package world-atlas 2.0.2 carries them. Made once: lines that neighbours share were thinned together (Douglas-Peucker,
// 0.06 degrees), so that no gaps open; islands of less than 0.02 square degrees left out; numbers rounded to 1/25 degree;
// ISO 3166-1 alpha-2 codes in place of the numeric ones (Natural Earth's Northern Cyprus and Somaliland belong to the
// areas of CY and SO in that standard; Kosovo is XK as CLDR has it); what crosses the 180th meridian cut there. Countries
// too small to be seen are points: the middle of their largest part in the 1:10 million set; for parts of other states
// with codes of their own, set by hand.
// Form: arcs of [x, y, dx, dy, …] in `unit` degrees; countries are polygons of rings of arc numbers, ~n is n reversed.

// The version stands in pom.xml too: a WebJar's address holds it.
const CHARTS = 'webjars/echarts/5.5.0/echarts.esm.min.js';
const STEPS = 5;

// Equal Earth: a projection that shows areas in their true proportion (Šavrič, Patterson and Jenny, 2018).
const [A1, A2, A3, A4] = [1.340264, -0.081106, 0.000893, 0.003796];
const M = Math.sqrt(3) / 2;
const DEGREES = 180 / Math.PI;

function project([longitude, latitude]) {
  const t = Math.asin(M * Math.sin(latitude / DEGREES));
  const t2 = t * t;
  const t6 = t2 ** 3;
  return [
    (DEGREES * (longitude / DEGREES) * Math.cos(t)) / (M * (A1 + 3 * A2 * t2 + t6 * (7 * A3 + 9 * A4 * t2))),
    -DEGREES * t * (A1 + A2 * t2 + t6 * (A3 + A4 * t2)),
  ];
}

function unproject([x, y]) {
  const wanted = -y / DEGREES;
  let t = wanted / A1;
  for (let i = 0; i < 12; i++) {
    const t2 = t * t;
    const t6 = t2 ** 3;
    t -= (t * (A1 + A2 * t2 + t6 * (A3 + A4 * t2)) - wanted) / (A1 + 3 * A2 * t2 + t6 * (7 * A3 + 9 * A4 * t2));
  }
  const t2 = t * t;
  const t6 = t2 ** 3;
  return [
    (M * x * (A1 + 3 * A2 * t2 + t6 * (7 * A3 + 9 * A4 * t2))) / Math.cos(t),
    Math.asin(Math.max(-1, Math.min(1, Math.sin(t) / M))) * DEGREES,
  ];
}

function outlines({ unit, arcs, countries }) {
  const lines = arcs.map((steps) => {
    const points = [];
    let [x, y] = [0, 0];
    for (let i = 0; i < steps.length; i += 2) {
      x += steps[i];
      y += steps[i + 1];
      points.push([x * unit, y * unit]);
    }
    return points;
  });
  const ring = (numbers) =>
    numbers.flatMap((number, i) => {
      const points = number < 0 ? lines[~number].toReversed() : lines[number];
      return i === 0 ? points : points.slice(1);
    });
  return {
    type: 'FeatureCollection',
    features: Object.entries(countries).map(([name, polygons]) => ({
      type: 'Feature',
      properties: { name },
      geometry: { type: 'MultiPolygon', coordinates: polygons.map((rings) => rings.map(ring)) },
    })),
  };
}

let loading;

// Both only when the first map is shown, once for all maps.
function load() {
  loading ??= Promise.all([
    import(new URL(CHARTS, document.baseURI).href),
    fetch(new URL('frontend/world.json', document.baseURI)).then((answer) => answer.json()),
  ]).then(([charts, world]) => {
    charts.registerMap('world', { geoJSON: outlines(world) });
    return { charts, points: world.points, drawn: new Set(Object.keys(world.countries)) };
  });
  return loading;
}

// What the style sheet says, as a colour the chart can read.
function colour(element, property = 'background-color') {
  const pen = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  pen.fillStyle = getComputedStyle(element).getPropertyValue(property);
  pen.fillRect(0, 0, 1, 1);
  const [red, green, blue] = pen.getImageData(0, 0, 1, 1).data;
  return `rgb(${red}, ${green}, ${blue})`;
}

const number = (value) => value.toLocaleString('en');

// Upper ends of steps that grow by the same factor: counts by country differ by orders of magnitude.
function ends(most) {
  const found = [];
  for (let step = 1; step <= STEPS; step++) {
    const end = step === STEPS ? most : Math.max(step, Math.round(most ** (step / STEPS)));
    if (end > (found.at(-1) ?? 0) && end <= most) {
      found.push(end);
    }
  }
  return found;
}

class CountryMap extends HTMLElement {
  #values = [];
  #unit = ['document', 'documents'];
  #label = '';
  #built = false;
  #zoom = 1;
  #chart = null;
  #parts = null;
  #plate = document.createElement('div');
  #legend = document.createElement('div');
  #beside = document.createElement('div');
  #state = document.createElement('p');
  #resized = new ResizeObserver(() => this.#chart?.resize());
  #themed = new MutationObserver(() => this.#draw());
  #system = matchMedia('(prefers-color-scheme: dark)');
  #systemChanged = () => this.#draw();

  connectedCallback() {
    for (const name of ['values', 'unit', 'label']) {
      if (Object.hasOwn(this, name)) {
        const value = this[name];
        delete this[name];
        this[name] = value;
      }
    }
    if (!this.#built) {
      this.#build();
    }
    this.#resized.observe(this.#plate);
    this.#themed.observe(document.documentElement, { attributeFilter: ['data-theme'] });
    this.#system.addEventListener('change', this.#systemChanged);
    this.#open();
  }

  disconnectedCallback() {
    this.#resized.disconnect();
    this.#themed.disconnect();
    this.#system.removeEventListener('change', this.#systemChanged);
    this.#chart?.dispose();
    this.#chart = null;
  }

  set values(values) {
    this.#values = values ?? [];
    this.#draw();
  }

  get values() {
    return this.#values;
  }

  set unit(unit) {
    this.#unit = unit;
    this.#draw();
  }

  set label(label) {
    this.#label = label;
    this.#draw();
  }

  // Where in the plate a place lies: [x, y] in pixels of [longitude, latitude].
  pixel(place) {
    return this.#chart.convertToPixel('geo', place);
  }

  #build() {
    this.#built = true;
    this.#plate.className = 'map-plate';
    this.#plate.setAttribute('role', 'img');
    this.#legend.className = 'map-legend num';
    this.#beside.className = 'map-beside';
    this.#beside.setAttribute('role', 'group');
    this.#beside.setAttribute('aria-label', 'Not on the map');
    this.#state.className = 'map-state small';
    this.#state.textContent = 'The map is being drawn…';
    const zoom = document.createElement('div');
    zoom.className = 'map-zoom';
    zoom.append(this.#zoomer('+', 'Zoom in', 1.6), this.#zoomer('−', 'Zoom out', 1 / 1.6));
    const frame = document.createElement('div');
    frame.className = 'map-frame';
    frame.append(this.#state, this.#plate, zoom);
    const foot = document.createElement('div');
    foot.className = 'map-foot';
    foot.append(this.#legend, this.#beside);
    this.append(frame, foot);
  }

  #zoomer(sign, label, factor) {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = sign;
    button.setAttribute('aria-label', label);
    button.addEventListener('click', () => {
      this.#zoom = Math.min(12, Math.max(1, this.#zoom * factor));
      this.#chart?.setOption({ geo: this.#zoom === 1 ? { zoom: 1, center: null } : { zoom: this.#zoom } });
      this.#chart?.setOption({ series: [{ symbolSize: this.#pointSize() }] });
    });
    return button;
  }

  async #open() {
    try {
      this.#parts = await load();
    } catch {
      this.#state.textContent = 'The map could not be loaded. The list of countries says the same.';
      return;
    }
    if (!this.isConnected || this.#chart) {
      return;
    }
    this.#state.hidden = true;
    this.#chart = this.#parts.charts.init(this.#plate, null, { renderer: 'svg' });
    this.#chart.on('click', (event) => {
      const code = event.componentType === 'geo' ? event.name : event.data?.name;
      const pressed = event.event.event;
      this.#choose(code, pressed.shiftKey || pressed.ctrlKey || pressed.metaKey);
    });
    this.#draw();
  }

  #choose(code, add) {
    if (this.#values.some(([value]) => value === code)) {
      this.dispatchEvent(new CustomEvent('country-chosen', { detail: { code, add } }));
    }
  }

  #pointSize() {
    return Math.min(14, 6 + 1.5 * this.#zoom);
  }

  #said(code) {
    const [, label, count] = this.#values.find(([value]) => value === code) ?? [code, '', 0];
    return label && `${label}: ${number(count)} ${this.#unit[count === 1 ? 0 : 1]}`;
  }

  #draw() {
    if (!this.#built) {
      return;
    }
    this.#plate.setAttribute('aria-label', `${this.#label} as a map; the list says the same`);
    this.#drawBeside();
    const counted = this.#values.filter(([code]) => this.#onMap(code));
    const steps = ends(Math.max(0, ...counted.map(([, , count]) => count)));
    this.#drawLegend(steps);
    if (!this.#chart) {
      return;
    }
    const swatches = [...this.#legend.querySelectorAll('.swatch')].map((swatch) => colour(swatch));
    const fill = (count) => swatches[count === 0 ? 0 : 1 + steps.findIndex((end) => count <= end)];
    const line = colour(this, 'border-top-color');
    const accent = colour(this, 'outline-color');
    const look = (count, chosen) => ({
      areaColor: fill(count),
      color: fill(count),
      borderColor: chosen ? accent : line,
      borderWidth: chosen ? 2 : 0.6,
    });
    const byCode = new Map(this.#values.map(([code, , count, chosen]) => [code, [count, chosen]]));
    const regions = counted
      .filter(([code]) => this.#parts.drawn.has(code))
      .map(([name, , count, chosen]) => ({
        name,
        itemStyle: look(count, chosen),
        emphasis: { itemStyle: look(count, true) },
      }));
    const points = Object.entries(this.#parts.points)
      .filter(([code]) => (byCode.get(code)?.[0] ?? 0) > 0 || byCode.get(code)?.[1])
      .map(([name, value]) => ({
        name,
        value,
        itemStyle: { ...look(...byCode.get(name)), borderWidth: byCode.get(name)[1] ? 2 : 1 },
      }));
    const tip = ({ name }) => {
      const said = document.createElement('span');
      said.textContent = this.#said(name);
      return said.textContent ? said : '';
    };
    const plain = { areaColor: swatches[0], borderColor: line, borderWidth: 0.6 };
    this.#chart.setOption(
      {
        animation: false,
        tooltip: {
          trigger: 'item',
          confine: true,
          transitionDuration: 0,
          className: 'map-tip num',
          formatter: tip,
        },
        geo: {
          map: 'world',
          projection: { project, unproject },
          aspectScale: 1,
          roam: 'move',
          zoom: this.#zoom,
          scaleLimit: { min: 1, max: 12 },
          left: 2,
          right: 2,
          top: 2, // and no bottom: the map keeps its proportions
          selectedMode: false,
          label: { show: false },
          itemStyle: plain,
          emphasis: { label: { show: false }, itemStyle: plain },
          tooltip: { show: true, formatter: tip }, // outlines do not take the one above
          regions,
        },
        series: [
          {
            type: 'scatter',
            coordinateSystem: 'geo',
            symbolSize: this.#pointSize(),
            data: points,
            cursor: 'pointer',
          },
        ],
      },
      { replaceMerge: ['series'] },
    );
  }

  #onMap(code) {
    return !this.#parts || this.#parts.drawn.has(code) || Object.hasOwn(this.#parts.points, code);
  }

  #drawLegend(steps) {
    const entries = [['0', 0]];
    steps.forEach((end, i) => {
      const from = (steps[i - 1] ?? 0) + 1;
      entries.push([from === end ? number(end) : `${number(from)}–${number(end)}`, STEPS - steps.length + i + 1]);
    });
    this.#legend.replaceChildren(
      ...entries.map(([said, step]) => {
        const entry = document.createElement('span');
        const swatch = document.createElement('i');
        swatch.className = `swatch step-${step}`;
        entry.append(swatch, said);
        return entry;
      }),
    );
  }

  // Former states, and documents without a country.
  #drawBeside() {
    const elsewhere = this.#values.filter(([code]) => !this.#onMap(code));
    this.#beside.hidden = elsewhere.length === 0;
    this.#beside.replaceChildren(
      ...elsewhere.map(([code, label, count, chosen]) => {
        const button = document.createElement('button');
        button.type = 'button';
        button.textContent = `${label} ${number(count)}`;
        button.setAttribute('aria-pressed', String(chosen));
        button.classList.toggle('unknown', code === 'unknown');
        button.addEventListener('click', (event) => this.#choose(code, event.shiftKey || event.ctrlKey || event.metaKey));
        return button;
      }),
    );
  }
}

customElements.define('sb-map', CountryMap);
