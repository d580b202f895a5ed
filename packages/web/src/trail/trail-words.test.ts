import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { permissions } from "@tuwai/server/access";
import { trailActionTexts } from "#language/trail-actions.ts";
import { trailTexts } from "#language/trail.ts";

const server = join(import.meta.dirname, "../../../server/src");
const files = globSync("**/*.ts", { cwd: server })
  .filter((path) => !/testing|\.test\.ts$/.test(path))
  .map((path) => readFileSync(join(server, path), "utf8"));

/** Named like a change, but they only read, or write under another name. */
const unwritten = [
  "account.count",
  "account.get",
  "account.list",
  "account.request.list",
  "import.receive",
  "session.list",
  "session.second-factor.begin",
  "session.second-factor.confirm",
  "session.second-factor.replace.begin",
  "session.step-up",
];

/** Whatever the server may write as an action: names of changes, of work that is audited, and what is named in its place. */
function auditedActions(): readonly string[] {
  const found = files.flatMap((code) => {
    const names = [...code.matchAll(/change\(\s*\{\s*name: "([\w.-]+)"/g)];
    if (!/\baudit\(|recordChange\(|noteSignIn\(/.test(code)) return names;
    return [
      ...names,
      ...code.matchAll(/(?:asCity|inAccounts)\(\s*[\w.]+,\s*"([\w.-]+)"/g),
      ...code.matchAll(/(?:name =|name:|action:|event:) "([a-z-]+\.[a-z.-]+)"/g),
      ...code.matchAll(/^ {2}\| "([a-z-]+\.[a-z.-]+)"/gm),
    ];
  });
  return [...new Set(found.map(([, name]) => name!))].filter((name) => !unwritten.includes(name)).toSorted();
}

const objectTypes = () => [
  ...new Set(files.flatMap((code) => [...code.matchAll(/objectType: "([\w-]+)"/g)].map(([, type]) => type!))),
];

it("the trail has plain words for every action that the server writes into it, and for none that it does not", () => {
  const actions = auditedActions();
  expect(actions.length).toBeGreaterThan(60);
  expect(actions).toContain("session.refused");
  expect(Object.keys(trailActionTexts.id.actions).toSorted()).toEqual(actions);
});

it("it has words for everything that an entry can be about, and for every part of the house that can deny", () => {
  expect(objectTypes().filter((type) => !(type in trailTexts.id.objects))).toEqual([]);
  const parts = permissions.map((permission) => permission.split(".")[0]!);
  expect(parts.filter((part) => !(part in trailTexts.id.areas))).toEqual([]);
});
