import { writeLists } from "#generator";
import { filesOf, numberOf, required, type Arguments } from "./parse-arguments.ts";

/** `generate`: two lists of synthetic people and the pairs that are one person, for benchmarks. */
export async function generateCommand(args: Arguments): Promise<number> {
  filesOf(args, []);
  const rows = { least: 1, most: 50_000_000 };
  const persons = numberOf(args.persons, "persons", rows);
  const overlap = numberOf(args.overlap, "overlap", { least: 0, most: 1 });
  const noise = numberOf(args.noise, "noise", { least: 0, most: 10 });
  const seed = numberOf(args.seed, "seed", { least: 0, most: 2 ** 31 });
  const plan = {
    left: wholeOf(args.left, "left"),
    right: wholeOf(args.right, "right"),
    ...(persons === undefined ? {} : { persons }),
    ...(overlap === undefined ? {} : { overlap }),
    ...(noise === undefined ? {} : { noise }),
    ...(seed === undefined ? {} : { seed }),
  };
  const written = await writeLists(plan, required(args.out, "out"));
  const lines = Object.entries(written).map(([name, count]) => `${name}: ${count}`);
  process.stdout.write(`${args.json ? JSON.stringify(written) : lines.join("\n")}\n`);
  return 0;
}

const wholeOf = (text: string | undefined, flag: string): number =>
  numberOf(required(text, flag), flag, { least: 1, most: 50_000_000 }) ?? 0;
