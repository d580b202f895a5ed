import { diffInWords, diffModels } from "#model";
import { filesOf, type Arguments } from "./parse-arguments.ts";
import { readModel } from "./run-options.ts";

/** `diff A B`: what two models differ in, weights in bits. */
export async function diffCommand(args: Arguments): Promise<number> {
  const [a = "", b = ""] = filesOf(args, ["MODEL", "MODEL"]);
  const [before, after] = await Promise.all([readModel(a), readModel(b)]);
  const changes = diffModels(before, after);
  process.stdout.write(`${args.json ? JSON.stringify(changes) : diffInWords(changes).join("\n")}\n`);
  return 0;
}
