import { createInterface } from "node:readline/promises";
import { Writable } from "node:stream";
import { signIn, type SignInOutcome, verifySecondFactor } from "@tuwai/server/accounts";
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
  const headers = new Headers({ "user-agent": "tuwai" });
  let answer = await signIn(app, { email, password }, headers);
  if (answer.outcome === "second-factor")
    answer = await verifySecondFactor(app, { code }, withCookies(headers, answer.cookies));
  const found = tokenIn(answer);
  if (found === null)
    throw new CommandError("unauthenticated", "Surel, kata sandi, atau kode kedua tidak cocok.");
  return { document: { token: found }, text: () => `export TUWAI_TOKEN=${found}` };
}

function withCookies(headers: Headers, cookies: readonly string[]): Headers {
  const sent = new Headers(headers);
  sent.set("cookie", cookies.map((cookie) => cookie.split(";")[0]).join("; "));
  return sent;
}

/** What stands before the dot of the session cookie; after it is only its signature. */
function tokenIn(answer: SignInOutcome): string | null {
  if (answer.outcome !== "signed-in") return null;
  const cookie = answer.cookies.find((each) => each.includes("session_token="));
  const value = cookie === undefined ? null : /session_token=([^;]+)/.exec(cookie)?.[1];
  return value == null ? null : (decodeURIComponent(value).split(".")[0] ?? null);
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
