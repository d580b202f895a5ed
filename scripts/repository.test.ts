// Habits that no linter knows, checked over every tracked text file.
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, statSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { missingOptionals } from "./lock/missing-optionals.mjs";

const root = resolve(import.meta.dirname, "..");
const tracked = execFileSync("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], {
  cwd: root,
  encoding: "utf8",
})
  .split("\0")
  .filter((path) => path !== "" && existsSync(join(root, path)));

const limitBytes = 1_000_000;
const largeByNature = ["reference/regions/indonesia.csv", "packages/demo/prepared/kota-contoh.tuwai"];
const binary = /\.(png|jpe?g|webp|ico|woff2?|ttf|pdf|xlsx|xls|ods|zip|gz|br|parquet|tuwai)$/;
const texts = tracked
  .filter((path) => !binary.test(path) && path !== "package-lock.json")
  .map((path) => ({ path, text: readFileSync(join(root, path), "utf8") }));
const code = texts.filter(({ path }) => /\.(ts|tsx|mjs|js|mts)$/.test(path));

test("no file is larger than 1 MB", () => {
  const small = tracked.filter((path) => !largeByNature.includes(path));
  expect(small.filter((path) => statSync(join(root, path)).size > limitBytes)).toEqual([]);
});

test("no file holds an identity number that a real person could have", () => {
  expect(findAll(/(?<![\d.])\d{16}(?![\d.])/g, texts, isRealNik)).toEqual([]);
});

test("no file holds a path of one machine", () => {
  const ofMachine = new RegExp(
    `(?<![\\w./])/(?:${["work", "farm", "root", "home", "Users"].join("|")})/[\\w.-]+`,
    "g",
  );
  expect(findAll(ofMachine, texts, () => true)).toEqual([]);
});

test("no statement compares a key as text, which no index serves: the value is cast instead", () => {
  const newPolicies = "202611291710";
  const sql = texts.filter(
    ({ path }) =>
      /\.(store|view)\.ts$/.test(path) || (path.endsWith(".sql") && basename(path) >= newPolicies),
  );
  expect(findAll(/\b\w*id::text"?\s*(?:=|<>|in\b|,\s*area\b)/gi, sql, () => true)).toEqual([]);
});

test("a store waits by lockCity alone, so that no city waits for another", () => {
  const stores = texts.filter(({ path }) => /\.(store|view)\.ts$/.test(path));
  expect(findAll(/pg_advisory_xact_lock/g, stores, () => true)).toEqual([]);
});

const byFormText = /\b\w+\[\s*(?:formText\(|(?:String\()?(?:form|params|searchParams)\b)/g;

test("nobody looks up an object by what a form or an address says: actionOf takes own names only", () => {
  const pages = code.filter(
    ({ path }) => /^packages\/(web|server)\/src\//.test(path) && !path.includes(".test."),
  );
  expect(findAll(byFormText, pages, () => true)).toEqual([]);
  expect('acts[formText(form, "aksi")]'.match(byFormText)).toHaveLength(1);
  expect('words[searchParams.get("jenis")]'.match(byFormText)).toHaveLength(1);
});

describe("policy stands in the access matrix alone", () => {
  const product = code.filter(
    ({ path }) =>
      /^packages\/(server|web|cli|city)\/src\//.test(path) &&
      !/\/server\/src\/(access|testing)\/|\.test\.|testing/.test(path),
  );
  const comparisons = [
    /\brole\s*[!=]==\s*"[A-Z]{3}"/g,
    /"[A-Z]{3}"\s*[!=]==\s*\S*\brole\b/g,
    /readonly Role\[\]\s*=/g,
    /\.includes\((?:\w+\.)*role\)/g,
  ];

  test("nobody outside access compares a role or keeps a list of roles: they ask a permission", () => {
    expect(comparisons.flatMap((comparison) => findAll(comparison, product, () => true))).toEqual([]);
  });

  test.each([
    'if (actor.role === "SPN") return null;',
    'const isOperator = "OPR" === actor.role;',
    'const readers: readonly Role[] = ["MGR"];',
    "readers.includes(actor.role)",
  ])("is red for %s", (text) => {
    const found = comparisons.flatMap((comparison) =>
      findAll(comparison, [{ path: "x.ts", text }], () => true),
    );
    expect(found).not.toEqual([]);
  });
});

test("the lock names no registry", () => {
  const lock = readFileSync(join(root, "package-lock.json"), "utf8");
  expect(lock.match(/"resolved": "[a-z]+:\/\/[^"]*"/g)).toBeNull();
});

test("the lock holds the optional packages of every platform, so that npm ci accepts it anywhere", () => {
  const lock = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")) as {
    packages: Record<string, { optionalDependencies?: Record<string, string> }>;
  };
  expect(missingOptionals(lock.packages), "run: node scripts/complete-lock.mjs").toEqual([]);
});

test("every mark of unfinished work has a name and a date, and the date has not passed", () => {
  const today = new Date().toISOString().slice(0, 10);
  const mark = /\b(?:TO[D]O|FIX[M]E|XX[X])\b.*/g;
  const isLate = (found: string) => {
    const date = /\((\w[\w .-]*), (\d{4}-\d{2}-\d{2})\)/.exec(found)?.[2];
    return date === undefined || date < today;
  };
  expect(findAll(mark, code, isLate)).toEqual([]);
});

test("no test is skipped, left for later, or keeps the others from running", () => {
  const tests = code.filter(({ path }) => /\.(test|spec)\.tsx?$/.test(path));
  expect(findAll(/\b(?:it|test|describe)\.(?:skip|todo|only)\b/g, tests, () => true)).toEqual([]);
});

test("a row is snake_case in SQL and camelCase in TypeScript, with no name written twice", () => {
  const server = code.filter(({ path }) => path.startsWith("packages/server/src/"));
  const stores = server.filter(({ path }) => path.endsWith(".store.ts"));
  expect(findAll(/\bas "\w+"/g, stores, () => true)).toEqual([]);
  expect(findAll(/\breadonly [a-z]\w*_\w*\??:/g, server, () => true)).toEqual([]);
});

describe("layout", () => {
  test("no folder has a name that says nothing", () => {
    const empty = /(^|\/)(utils?|helpers?|common|shared|lib|misc|core|types)\//;
    expect(tracked.filter((path) => empty.test(path))).toEqual([]);
  });

  test("every door of a feature has its one-line twin for the bundler", () => {
    const doors = tracked.filter((path) => /^packages\/(domain|server)\/src\/[^/]+\/index\.ts$/.test(path));
    expect(doors.length).toBeGreaterThan(10);
    const without = doors.filter((path) => {
      const twin = join(root, path.replace(/\.ts$/, ".js"));
      return !existsSync(twin) || readFileSync(twin, "utf8").trim() !== 'export * from "./index.ts";';
    });
    expect(without).toEqual([]);
  });

  test("every feature folder has a door", () => {
    const features = new Set(
      tracked
        .filter((path) => /^packages\/(domain|server)\/src\/[^/]+\/[^/]+\.ts$/.test(path))
        .map((path) => dirname(path)),
    );
    expect([...features].filter((path) => !existsSync(join(root, path, "index.ts")))).toEqual([]);
  });

  test("every migration is named by its minute and its deed, and no two share a minute", () => {
    const migrations = tracked
      .filter((path) => path.startsWith("packages/server/migrations/"))
      .map((path) => basename(path));
    expect(migrations.length).toBeGreaterThan(0);
    expect(migrations.filter((name) => !/^\d{12}_[a-z]+(-[a-z0-9]+)+\.sql$/.test(name))).toEqual([]);
    expect(new Set(migrations.map((name) => name.slice(0, 12))).size).toBe(migrations.length);
  });
});

/**
 * Sixteen digits in the form of a NIK: region, birth date (women +40), serial. Reserved for us, and therefore allowed:
 * kecamatan digits from 90 on. Serial 0000 and one repeated digit are placeholders that no person has.
 */
function isRealNik(digits: string): boolean {
  const [province, regency, kecamatan, day, month] = [0, 2, 4, 6, 8].map((at) =>
    Number(digits.slice(at, at + 2)),
  );
  const isPlace = province! >= 11 && province! <= 97 && regency! >= 1 && kecamatan! >= 1 && kecamatan! < 90;
  const isPlaceholder = digits.endsWith("0000") || /^(\d)\1+$/.test(digits);
  const born = day! > 40 ? day! - 40 : day!;
  return isPlace && born >= 1 && born <= 31 && month! >= 1 && month! <= 12 && !isPlaceholder;
}

function findAll(
  pattern: RegExp,
  files: readonly { path: string; text: string }[],
  counts: (found: string) => boolean,
): readonly string[] {
  return files.flatMap(({ path, text }) =>
    [...text.matchAll(pattern)]
      .filter(([found]) => counts(found))
      .map(({ index }) => `${path}:${text.slice(0, index).split("\n").length}`),
  );
}
