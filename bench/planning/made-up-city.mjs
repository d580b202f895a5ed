// A city of paper for the forecast: what happens to its people is drawn, so that the true chances are known.
export function madeUpCity({ villages, months, seed, waves, joins = 0.03 }) {
  const random = seeded(seed);
  const moods = months.map(() => 0.5 + random());
  return Array.from({ length: villages }, (_, at) => {
    const everyone = 60 + Math.floor(random() * 250);
    const wave = Math.floor(random() * months.length * 1.6);
    const lively = 0.4 + random() * 1.2;
    let [covered, never, out] = [0, everyone, 0];
    const rows = months.map((month, index) => {
      const isDip = month.endsWith("-03");
      const calm = waves && index < wave ? 0 : joins * lively * moods[index] * (isDip ? 0.5 : 1);
      const joined = count(never, waves && index === wave ? 0.25 : calm);
      const stopped = count(covered, 0.025 * (isDip ? 1.8 : 1));
      const returned = count(out, 0.08);
      never -= joined;
      covered += joined + returned - stopped;
      out += stopped - returned;
      return { month, covered, joined, returned };
    });
    return {
      villageCode: `13.77.0${1 + (at % 4)}.${1000 + at}`,
      kecamatanCode: `13.77.0${1 + (at % 4)}`,
      everyone,
      months: rows,
    };
  });

  function count(people, chance) {
    let did = 0;
    for (let one = 0; one < people; one += 1) if (random() < chance) did += 1;
    return did;
  }
}

function seeded(text) {
  let state = [...text].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) | 0, 7);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
