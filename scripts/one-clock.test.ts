import { globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

/** Who may read the machine's clock, and why; everybody else reads the business moment (`app.clock`, `nowOf(tx)`, `app.now()`). */
const reasons: Readonly<Record<string, string>> = {
  "demo/src/city/live-enrol.ts": "step-up",
  "server/src/ground/clock.ts": "it is the clock, where no moment is kept",
  "server/src/ground/uuidv7.ts": "ids sort by birth",
  "server/src/database/context-token.ts": "a token's life",
  "server/src/database/migrate.ts": "when a program changed the schema",
  "server/src/database/settle-clock.ts": "compares the kept moment with real time",
  "server/src/work/pass-day.ts": "compares the kept moment with real time",
  "server/src/work/work.store.ts": "leases and pauses measure the life of processes",
  "server/src/accounts/account.store.ts": "sessions and step-up",
  "server/src/accounts/actor-of.ts": "step-up, and how long a session lay unused",
  "server/src/accounts/attempt.store.ts": "how fast guesses come",
  "server/src/accounts/life.store.ts": "when sign-in changed what it keeps of an account",
  "server/src/accounts/session-life.store.ts": "how long a session lay unused",
  "server/src/sessions/drawn-factor.ts": "how long a drawn second factor may be taken into use",
  "server/src/sessions/step-of-code.ts": "codes of the second factor are made of real time",
  "server/src/access/authorise.ts": "step-up",
  "server/src/imports/advance-in-turn.ts": "how long a file has held up those who wait",
  "web/src/shell/kept-search.ts": "how long a browser keeps what was searched for",
  "web/src/meeting-board/use-board.ts": "how long a browser has heard nothing",
  "web/src/meetings/use-fill.ts": "how often a phone says that somebody types",
  "web/src/meetings/use-queue.ts": "since when a laptop is without a network",
  "web/src/meetings/use-server-now.ts": "how far a browser's clock is from the server's",
  "server/src/files/watch-process.ts": "silence of a child process",
  "web/src/accounts/require-proof.ts": "step-up",
};

const readsMachine =
  /\b(clock_timestamp|localtimestamp|current_date|current_timestamp)\b|Date\.now\(\)|new Date\(\)|(?<![\w.])now\(\) *(?:at time zone|[-+] *interval|[,)`]|$)/m;

const files = globSync("packages/{domain,server,web,cli,city,demo}/src/**/*.{ts,tsx}", {
  cwd: `${import.meta.dirname}/..`,
})
  .map((path) => path.replaceAll("\\", "/").replace("packages/", ""))
  .filter((path) => !/\.test\.tsx?$|\/testing|\/language\//.test(path));

const withoutComments = (path: string) =>
  readFileSync(`${import.meta.dirname}/../packages/${path}`, "utf8").replaceAll(
    /\/\*[^]*?\*\/|\/\/.*$/gm,
    "",
  );

test("only those with a reason read the machine's clock, and each of them still does", () => {
  const readers = files.filter((path) => readsMachine.test(withoutComments(path)));
  expect(readers.toSorted()).toEqual(Object.keys(reasons).toSorted());
});

test.each([
  "const at = new Date();",
  "const at = Date.now();",
  "sql`select now()`",
  "sql`select clock_timestamp()`",
  "sql`where ended_at > now() - interval '90 days'`",
  "sql`values (${id}, current_date)`",
])("is red for %s", (text) => expect(text).toMatch(readsMachine));

test.each(["app.clock.now()", "(select app.now())", "new Date(text)", "performance.now()", "nowOf(tx)"])(
  "is green for %s",
  (text) => expect(text).not.toMatch(readsMachine),
);
