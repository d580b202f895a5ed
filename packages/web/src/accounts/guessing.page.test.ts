import { beforeEach, describe, expect, it } from "vitest";
import { actorOf, createDemoAccounts } from "@tuwai/server/accounts";
import type { Actor } from "@tuwai/server/app";
import { testDatabase } from "@tuwai/server/testing";
import { openPages, type Pages } from "#testing";

const test = testDatabase();
const email = "mgr@demo.tuwai.id";
const password = "kata sandi yang panjang";
let pages: Pages;
let cookie: string;
let actor: Actor;

beforeEach(async () => {
  pages = await openPages(test.app);
  await createDemoAccounts(test.app, [{ email, name: "Bu Rina", role: "MGR" }], password);
  const { headers } = await pages.post("/masuk", { email, password });
  cookie = headers
    .getSetCookie()
    .map((line) => line.split(";")[0])
    .join("; ");
  actor = (await actorOf(test.app, new Headers({ cookie })))!;
});

/** Every page that looks at a secret, and a form with a wrong one. Codes are guessed one after the other. */
const letters = "23456789";
const codeAt = (nth: number) => `22${letters[Math.floor(nth / 8)]}${letters[nth % 8]}-2222-2222-2222`;
const baru = "gulai tunjang dekat pasar";
const withCode = (nth: number) => ({ kode: codeAt(nth), password: baru });
const guesses: readonly (readonly [string, string, (nth: number) => Record<string, string>])[] = [
  ["/masuk", "the password", () => ({ email, password: "bukan ini" })],
  ["/masuk/ulang", "the password", () => ({ password: "bukan ini" })],
  ["/profil/kata-sandi", "the current password", () => ({ password: "bukan ini", baru })],
  ["/profil/kode-kedua", "the password", () => ({ password: "bukan ini" })],
  ["/profil/kode-kedua", "the first code", () => ({ code: "000000", uri: "otpauth://totp/x?secret=A" })],
  ["/undangan", "the codes of many", withCode],
  ["/undangan", "the code of one", () => withCode(0)],
  ["/undangan", "what is no code", () => ({ kode: "SALAH", password: baru })],
];

const codeFrom = (address: string, nth: number) =>
  pages.post("/undangan", withCode(nth), undefined, { "x-forwarded-for": address });

describe("whoever guesses at a secret", () => {
  for (const [path, secret, form] of guesses)
    it(`at ${path}, ${secret}, is told after forty wrong ones how long to wait, whatever they send then`, async () => {
      const here = { cookie, "x-forwarded-for": "198.51.100.7" };
      const as = path === "/masuk" ? undefined : actor;
      const statuses: number[] = [];
      let last = await pages.post(path, form(0), as, here);
      for (let nth = 1; nth <= 40; nth += 1) {
        statuses.push(last.status);
        last = await pages.post(path, form(nth), as, here);
      }
      expect(statuses[0]).toBe(401);
      expect(last.status).toBe(429);
      expect(Number(last.headers.get("retry-after"))).toBeGreaterThan(0);
      expect(last.html).toContain("Terlalu banyak percobaan yang salah");
    });

  it("at the codes of an invitation of one address holds up no other address", async () => {
    for (let nth = 0; nth <= 40; nth += 1) await codeFrom("198.51.100.7", nth);
    expect((await codeFrom("198.51.100.7", 41)).status).toBe(429);
    expect((await codeFrom("203.0.113.9", 42)).status).toBe(401);
  });
});
