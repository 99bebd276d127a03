// Ranges of a text as the server gives them: [start, end, …], ascending, in UTF-16 units.

/** Indexes of the ranges that overlap [from, to); they are ascending and do not overlap each other. */
export function within(hits, from, to) {
  let low = 0;
  let high = hits.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (hits[middle][1] <= from) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  const out = [];
  for (let i = low; i < hits.length && hits[i][0] < to; i += 1) {
    out.push(i);
  }
  return out;
}
