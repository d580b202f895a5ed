/**
 * JSON texts of one column taken apart: what is alike in all of them once, and each value beside those of the same place, so that
 * numbers lie with numbers and names with names. Joined again they are the same, character by character.
 */
export type Shredded = {
  /** The texts without their values, and for each the places of its values. */
  readonly shapes: readonly { readonly text: string; readonly places: readonly number[] }[];
  /** First which shape each text has, then the values of each place; one on each line. */
  readonly streams: readonly string[];
};

const hole = "\0";

/** A text that is no JSON as `JSON.stringify` writes it, or null, stays as it is. */
export function shredJson(texts: readonly (string | null)[]): Shredded {
  const shapes: { text: string; places: readonly number[] }[] = [];
  const known = new Map<string, number>();
  const places = new Map<string, number>();
  const values: string[][] = [];
  const shapeOf: string[] = [];
  for (const text of texts) {
    const taken = text === null ? null : takeApart(text);
    if (text === null || taken === null) {
      shapeOf.push(text === null ? "" : `=${JSON.stringify(text)}`);
      continue;
    }
    const at = taken.places.map((place) => {
      const number = places.get(place) ?? places.size;
      places.set(place, number);
      return number;
    });
    for (const [index, place] of at.entries()) (values[place] ??= []).push(taken.values[index]!);
    const shape = known.get(taken.shape) ?? shapes.push({ text: taken.shape, places: at }) - 1;
    known.set(taken.shape, shape);
    shapeOf.push(String(shape));
  }
  return { shapes, streams: [shapeOf, ...values].map((lines) => lines.join("\n")) };
}

export function* joinJson({ shapes, streams }: Shredded): Generator<string | null, void> {
  const [shapeOf, ...values] = streams.map((stream) => stream.split("\n"));
  const parts = shapes.map(({ text }) => text.split(hole));
  const next = values.map(() => 0);
  for (const which of shapeOf!) {
    if (which === "" || which[0] === "=") {
      yield which === "" ? null : (JSON.parse(which.slice(1)) as string);
      continue;
    }
    const shape = Number(which);
    let text = parts[shape]![0]!;
    for (const [index, place] of shapes[shape]!.places.entries())
      text += values[place]![next[place]!++]! + parts[shape]![index + 1]!;
    yield text;
  }
}

type Apart = {
  readonly shape: string;
  readonly places: readonly string[];
  readonly values: readonly string[];
};

function takeApart(text: string): Apart | null {
  const places: string[] = [];
  const values: string[] = [];
  const walk = (value: unknown, place: string): string => {
    if (Array.isArray(value)) return `[${value.map((one, index) => walk(one, `${place}.${index}`)).join()}]`;
    if (typeof value === "object" && value !== null) {
      const members = Object.entries(value);
      return `{${members.map(([name, one]) => `${JSON.stringify(name)}:${walk(one, `${place}.${name}`)}`).join()}}`;
    }
    places.push(place);
    values.push(JSON.stringify(value));
    return hole;
  };
  try {
    const value: unknown = JSON.parse(text);
    return JSON.stringify(value) === text ? { shape: walk(value, ""), places, values } : null;
  } catch {
    return null;
  }
}
