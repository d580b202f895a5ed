import { reviewQueue, type ReviewItem } from "#review";
import { filesOf, numberOf, required, type Arguments } from "./parse-arguments.ts";
import { readCandidates } from "./read-candidates.ts";
import { writeWhole } from "./write-file.ts";

/** `review LINKS`: pairs for people to look at, chosen over bands of probability; `--blind` leaves the score out. */
export async function reviewCommand(args: Arguments): Promise<number> {
  const [links = ""] = filesOf(args, ["LINKS"]);
  const out = required(args.out, "out");
  const size = numberOf(args.size, "size", { least: 1, most: 1_000_000 }) ?? 300;
  const seed = numberOf(args.seed, "seed", { least: 0, most: 2 ** 31 }) ?? 1;
  const blind = args.blind ?? false;
  const queue = reviewQueue(await readCandidates(links), { size, seed, blind });
  const json = out.toLowerCase().endsWith(".json");
  await writeWhole(out, json ? `${JSON.stringify(queue.items, null, 1)}\n` : csvOf(queue.items, blind));
  const lines = queue.strata.map(
    ({ from, to, pairs, sampled }) => `probability ${from} to ${to}: ${sampled} of ${pairs} pairs`,
  );
  const summary = args.json
    ? JSON.stringify({ items: queue.items.length, strata: queue.strata })
    : lines.join("\n");
  process.stdout.write(`${summary}\n`);
  return 0;
}

function csvOf(items: readonly ReviewItem[], blind: boolean): string {
  const head = blind ? "left_id,right_id" : "left_id,right_id,probability,weight,sampling_weight";
  const rows = items.map((item) => {
    const ids = [cell(item.leftId), cell(item.rightId)];
    const scores = [item.probability ?? "", item.weight ?? "", item.samplingWeight?.toFixed(4) ?? ""];
    return (blind ? ids : [...ids, ...scores]).join(",");
  });
  return `${[head, ...rows].join("\n")}\n`;
}

const cell = (text: string): string => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
