import { createInterface } from "node:readline/promises";
import { Writable } from "node:stream";
import { signInAtTerminal } from "@tuwai/server/accounts";
import type { App } from "@tuwai/server/app";
import type { Command } from "commander";
import type { Answer, Reply } from "./command-feature.ts";
import { CommandError } from "./command-error.ts";
import { withApp } from "./with-app.ts";

/** `tuwai account token`: signs in at the terminal, for TUWAI_TOKEN of the commands that follow. */
export function addTokenCommand(group: Command, reply: Reply): void {
  group
    .command("token")
    .description("Masuk di terminal: menanyakan kata sandi dan kode kedua, lalu mencetak nilai TUWAI_TOKEN")
    .requiredOption("--email <surel>", "alamat surel akun")
    .action(async ({ email }: { readonly email: string }) =>
      reply(await withApp((app) => token(app, email))),
    );
}

async function token(app: App, email: string): Promise<Answer> {
  const [password = "", code = ""] = await askHidden([
    "Kata sandi: ",
    "Kode kedua (kosongkan bila belum terpasang): ",
  ]);
  const answer = await signInAtTerminal(app, { email, password, code });
  if (answer.outcome === "signed-in")
    return { document: { token: answer.token }, text: () => `export TUWAI_TOKEN=${answer.token}` };
  if (answer.reason !== "too-many-attempts")
    throw new CommandError("unauthenticated", "Surel, kata sandi, atau kode kedua tidak cocok.");
  const { retryAfterSeconds } = answer;
  const sentence = `Terlalu banyak percobaan yang salah. Coba lagi dalam ${retryAfterSeconds} detik.`;
  throw new CommandError("rate-limited", sentence, { retryAfterSeconds });
}

/** Asks on standard error and shows nothing of what is typed; also takes lines of a pipe. */
async function askHidden(questions: readonly string[]): Promise<readonly string[]> {
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({
    input: process.stdin,
    output: silent,
    terminal: process.stdin.isTTY,
  });
  const answers: string[] = [];
  process.stderr.write(questions[0] ?? "");
  for await (const line of lines) {
    answers.push(line);
    if (answers.length === questions.length) break;
    process.stderr.write(`\n${questions[answers.length]}`);
  }
  lines.close();
  process.stderr.write("\n");
  return answers;
}
