// Frames, version 1, as docs/streaming.md describes them.
export const VERSION = 1;

/**
 * Reads a blob; `row` is called for each value, `measure` once before the rows of a measure.
 * @param {Uint8Array} blob
 * @param {(measure: number) => void} measure
 * @param {(row: number, value: number) => void} row
 */
export function readBlob(blob, measure, row) {
  let at = 0;
  const next = () => {
    let value = 0;
    let scale = 1;
    for (;;) {
      if (at >= blob.length) throw new Error(`A frame of ${blob.length} bytes ends in the middle of a number.`);
      const byte = blob[at++];
      // Multiplied, not shifted: a shift would cut numbers of more than 31 bits.
      value += (byte & 127) * scale;
      if (byte < 128) return value;
      scale *= 128;
    }
  };
  const version = next();
  if (version !== VERSION) throw new Error(`The frame has version ${version}; this page reads version ${VERSION}. Load the page anew.`);
  for (let measures = next(); measures > 0; measures--) {
    measure(next());
    let place = -1;
    for (let rows = next(); rows > 0; rows--) {
      place += next() + 1;
      const coded = next();
      row(place, coded % 2 === 0 ? coded / 2 : -(coded + 1) / 2);
    }
  }
}

/** MessagePack gives bytes, JSON gives base64. @param {Uint8Array | string} blob @returns {Uint8Array} */
export function bytesOf(blob) {
  return typeof blob === 'string' ? Uint8Array.from(atob(blob), c => c.charCodeAt(0)) : blob;
}
