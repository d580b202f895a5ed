import { readFile } from "node:fs/promises";
import { openDatabase } from "#duckdb";
import {
  adviseOnPair,
  differencesInWords,
  explanationInWords,
  fieldDifferences,
  pairExplainer,
  recordPreparer,
  waterfall,
  type PlainRecord,
  type ShareOf,
} from "#explanation";
import { personModel } from "#indonesia";
import { frequencyColumns, LinkageError, type LinkageModel } from "#model";
import { attachRegistry } from "#registry";
import { filesOf, type Arguments } from "./parse-arguments.ts";
import { readModel } from "./run-options.ts";

/**
 * `explain A B`: two records as JSON objects, or files that hold one; says what speaks for and against one person, letter
 * by letter where they differ. `--registry` takes model and frequency of names from a prepared list.
 */
export async function explainCommand(args: Arguments): Promise<number> {
  const [a = "", b = ""] = filesOf(args, ["A", "B"]);
  const language = languageOf(args.language);
  const [left, right] = [await readRecord(a), await readRecord(b)];
  const { model, shareOf } = await modelOf(args, [left, right]);
  const explanation = pairExplainer(model, shareOf)(left, right);
  const advice = adviseOnPair(explanation);
  const differences = fieldDifferences(model, left, right);
  const text = args.json
    ? JSON.stringify({ ...explanation, waterfall: waterfall(explanation), advice, differences })
    : [...differencesInWords(differences), "", ...explanationInWords(explanation, language, advice)].join(
        "\n",
      );
  process.stdout.write(`${text}\n`);
  return 0;
}

function languageOf(text: string | undefined): "id" | "en" {
  if (text === undefined || text === "id") return "id";
  if (text === "en") return "en";
  throw new LinkageError("usage", "--language is id or en");
}

type Known = { model: LinkageModel; shareOf?: ShareOf };

async function modelOf(args: Arguments, records: readonly PlainRecord[]): Promise<Known> {
  if (args.registry) return knownFromRegistry(args.registry, records);
  if (args.model) return { model: await readModel(args.model) };
  if (args.preset === undefined || args.preset === "indonesia") return { model: personModel() };
  throw new LinkageError("usage", "explain needs --preset indonesia, --model FILE or --registry FILE");
}

/** Shares of the two records' own values; a value the registry does not list is rarer than any it lists. */
async function knownFromRegistry(path: string, records: readonly PlainRecord[]): Promise<Known> {
  const db = await openDatabase({ threads: 1, spill: false });
  try {
    const { model } = await attachRegistry(db, path);
    const prepare = recordPreparer(model);
    const values = records.map(prepare);
    const shares = new Map<string, number>();
    for (const column of frequencyColumns(model)) {
      const wanted = values.flatMap((record) => (typeof record[column] === "string" ? [record[column]] : []));
      if (wanted.length === 0) continue;
      const list = wanted.map((value) => db.dialect.literal(value)).join(", ");
      const rows = await db.rows(`SELECT value, share FROM share_${column} WHERE value IN (${list})`);
      for (const row of rows) shares.set(`${column} ${String(row["value"])}`, Number(row["share"]));
    }
    return { model, shareOf: (column, value) => shares.get(`${column} ${value}`) ?? 0 };
  } finally {
    db.close();
  }
}

async function readRecord(text: string): Promise<PlainRecord> {
  try {
    return JSON.parse(text.trimStart().startsWith("{") ? text : await readFile(text, "utf8")) as PlainRecord;
  } catch (cause) {
    throw new LinkageError(
      "file-unreadable",
      "a record must be a JSON object or a file that holds one",
      {},
      cause,
    );
  }
}
