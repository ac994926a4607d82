// Runs in the page before its own scripts: notes each frame and each task that blocks the main thread, and when the first picture is there.
(() => {
  /** Time of each animation frame; whether the map shows another place than in the frame before, all households, another moment of the run. */
  const frames = [];
  const tasks = [];
  let before = { x: 0, y: 0, simTime: -1 };
  let extent = null;
  let from = 0;

  const tasksSeen = new PerformanceObserver(list => list.getEntries().forEach(noteTask));
  function noteTask({ startTime, duration }) {
    tasks.push({ start: startTime, length: duration });
  }
  tasksSeen.observe({ type: 'longtask', buffered: true });

  function noteFirst() {
    const [mark] = performance.getEntriesByName('twin-first-picture');
    if (mark) watch.first = { at: mark.startTime };
  }

  function holdsAll({ camera }) {
    return extent !== null && camera.left(extent.west) >= 0 && camera.left(extent.east) < camera.width
      && camera.top(extent.north) >= 0 && camera.top(extent.south) < camera.height;
  }

  function tick(now) {
    requestAnimationFrame(tick);
    const map = window.twinMap;
    if (!watch.first) noteFirst();
    if (!map?.live) return;
    const { camera, live } = map;
    frames.push({
      at: now,
      moved: camera.x !== before.x || camera.y !== before.y,
      told: live.simTime !== before.simTime,
      all: Boolean(map.dots && map.showsDots) && holdsAll(map),
    });
    before = { x: camera.x, y: camera.y, simTime: live.simTime };
  }
  requestAnimationFrame(tick);

  const watch = {
    /** When the first picture was there, ms from the navigation's start: its mark. */
    first: null,

    /** Share of the map's canvas of cells that has a colour: proof that something is drawn. */
    drawn() {
      const canvas = document.querySelector('canvas.map-cells');
      const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
      let coloured = 0;
      for (let at = 3; at < data.length; at += 4) if (data[at] > 0) coloured++;
      return coloured / (data.length / 4);
    },

    /** Households as dots are there and drawn: looks where they lie. */
    dotted() {
      const map = window.twinMap;
      if (!map?.dots || !map.dotted) return false;
      const { points } = map.dots;
      extent = { west: Infinity, south: Infinity, east: -Infinity, north: -Infinity };
      for (let at = 0; at < points.length; at += 2) {
        extent.west = Math.min(extent.west, points[at] / 100);
        extent.east = Math.max(extent.east, points[at] / 100);
        extent.south = Math.min(extent.south, points[at + 1] / 100);
        extent.north = Math.max(extent.north, points[at + 1] / 100);
      }
      return true;
    },

    begin() {
      frames.length = 0;
      from = performance.now();
    },

    /** What came since `begin`. Tasks are told a little late: they are waited for. */
    async end() {
      const to = performance.now();
      const seen = frames.filter(one => one.at >= from && one.at <= to);
      await new Promise(resolve => setTimeout(resolve, 300));
      tasksSeen.takeRecords().forEach(noteTask);
      const count = of => seen.filter(one => one[of]).length;
      return {
        seconds: (to - from) / 1000,
        frames: seen.length,
        moved: count('moved'),
        told: count('told'),
        all: count('all'),
        dots: (window.twinMap.dots?.points.length ?? 0) / 2,
        longestTask: watch.longest(from, to),
        longestGap: Math.max(0, ...seen.slice(1).map((one, i) => one.at - seen[i].at)),
      };
    },

    /** The longest task between two moments, ms; 0 when none took 50 ms, for shorter ones are not told. */
    longest(since = 0, until = Infinity) {
      return Math.max(0, ...tasks.filter(one => one.start + one.length > since && one.start < until).map(one => one.length));
    },

    /** Bytes of scripts that came over the line. */
    scriptBytes() {
      return performance.getEntriesByType('resource').filter(one => new URL(one.name).pathname.endsWith('.js')).reduce((sum, one) => sum + one.encodedBodySize, 0);
    },
  };
  window.twinWatch = watch;
})();
