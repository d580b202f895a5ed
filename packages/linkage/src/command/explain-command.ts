import { readFile } from "node:fs/promises";
import { explanationInWords, pairExplainer, type PlainRecord } from "#explanation";
import { personModel } from "#indonesia";
import { LinkageError, type LinkageModel } from "#model";
import { filesOf, type Arguments } from "./parse-arguments.ts";
import { readModel } from "./run-options.ts";

/** `explain A B`: two records as JSON objects, or files that hold one; says what speaks for and against one person. */
export async function explainCommand(args: Arguments): Promise<number> {
  const [a = "", b = ""] = filesOf(args, ["A", "B"]);
  const explanation = pairExplainer(await modelOf(args))(await readRecord(a), await readRecord(b));
  const text = args.json ? JSON.stringify(explanation) : explanationInWords(explanation, "id").join("\n");
  process.stdout.write(`${text}\n`);
  return 0;
}

async function modelOf(args: Arguments): Promise<LinkageModel> {
  if (args.model) return readModel(args.model);
  if (args.preset === undefined || args.preset === "indonesia") return personModel();
  throw new LinkageError("usage", "explain needs --preset indonesia or --model FILE");
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
