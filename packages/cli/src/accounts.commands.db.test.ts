import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { acceptInvitation, signInAtTerminal } from "@tuwai/server/accounts";
import { insertPlaces, places, testDatabase } from "@tuwai/server/testing";
import { afterEach, beforeEach, describe, expect, inject, test } from "vitest";
import { main } from "./main.ts";

const city = testDatabase({ now: "2026-11-21T02:00:00Z" });
const before = { ...process.env };
let folder: string;
const password = "gulai tunjang dekat pasar";

beforeEach(async () => {
  await insertPlaces(city.app);
  const { dataDir } = inject("testServer" as never) as { dataDir: string };
  folder = mkdtempSync(join(tmpdir(), "tuwai-accounts-"));
  copyFileSync(join(dataDir, "keys"), join(folder, "keys"));
  // Says that the server is the one that ships with us: it may be older than what a city's own must be.
  writeFileSync(join(folder, "postgres.json"), JSON.stringify({ url: city.url }));
  Object.assign(process.env, {
    DATABASE_URL: city.url,
    TUWAI_DATA: folder,
    TUWAI_REGION: "13.77",
    TUWAI_DEMO: "0",
    TUWAI_ORIGIN: "http://localhost:3000",
    TUWAI_LOG: "error",
  });
});
afterEach(() => {
  process.env = { ...before };
  rmSync(folder, { recursive: true, force: true });
});

async function run(...argv: readonly string[]) {
  let text = "";
  let said = "";
  const streams = { out: (part: string) => void (text += part), err: (part: string) => void (said += part) };
  const exitCode = await main([...argv, "--json"], streams);
  return { exitCode, said, document: JSON.parse(text) as Record<string, never> };
}

const create = (role: string, email: string, ...rest: readonly string[]) =>
  run("account", "create", "--role", role, "--email", email, "--name", "Yusnidar", ...rest);

/** As if every account had set up its second factor after signing in. */
async function setUpSecondFactor(): Promise<void> {
  const accounts = city.app.db.as("app_auth").withSchema("auth");
  await accounts
    .updateTable("user" as never)
    .set({ twoFactorEnabled: true } as never)
    .execute();
}

/** Accepts an invitation and signs in: what `tuwai account token` prints. */
async function tokenOf(email: string, inviteCode: string): Promise<string> {
  await acceptInvitation(city.app, { inviteCode, password });
  const answer = await signInAtTerminal(city.app, { email, password, code: "" });
  await setUpSecondFactor();
  return "token" in answer ? answer.token : "";
}

describe("a real city, from the command line", () => {
  test("begins with an administrator without an actor, who makes, replaces, resets and ends the others", async () => {
    expect(await create("MGR", "mgr@pariaman.id")).toMatchObject({ exitCode: 2 });
    const first = await create("ADM", "adm@pariaman.id");
    expect(first).toMatchObject({
      exitCode: 0,
      document: {
        account: expect.any(String) as string,
        inviteCode: expect.stringMatching(/^(\w{4}-){3}\w{4}$/) as string,
        expiresAt: "2026-11-28T02:00:00.000Z",
      },
    });
    expect(await create("ADM", "adm2@pariaman.id")).toMatchObject({
      document: { error: { code: "unauthenticated" } },
    });
    process.env["TUWAI_TOKEN"] = await tokenOf("adm@pariaman.id", first.document["inviteCode"]!);

    const operator = await create("OPR", "opr@pariaman.id", "--jurisdiction", places.naras.code);
    const old = await tokenOf("opr@pariaman.id", operator.document["inviteCode"]!);
    expect((await run("account", "sessions", "opr@pariaman.id")).document["sessions"]).toHaveLength(1);
    const reset = await run("account", "reset", "opr@pariaman.id");
    expect(reset.document["inviteCode"]).toMatch(/^(\w{4}-){3}\w{4}$/);
    expect(
      await run("account", "grant", "opr@pariaman.id", "--role", "CMT", "--jurisdiction", "13.77.01"),
    ).toMatchObject({ exitCode: 0 });
    const heir = await run(
      "account",
      "replace",
      "opr@pariaman.id",
      "--email",
      "cmt@pariaman.id",
      "--name",
      "Zul",
    );
    expect(heir.document["inviteCode"]).toBeDefined();
    expect(await run("account", "end", "cmt@pariaman.id", "--reason", "retired")).toMatchObject({
      exitCode: 0,
    });
    const { document } = await run("account", "list");
    const accounts = document["accounts"] as unknown as readonly {
      readonly email: string;
      readonly state: string;
    }[];
    expect(accounts.map(({ email, state }) => [email, state])).toEqual([
      ["adm@pariaman.id", "active"],
      ["opr@pariaman.id", "ended"],
      ["cmt@pariaman.id", "ended"],
    ]);
    process.env["TUWAI_TOKEN"] = old;
    expect(await run("account", "list")).toMatchObject({ document: { error: { code: "unauthenticated" } } });
  });

  test("stays real when nobody says so again, and refuses to become a demo", async () => {
    await run("account", "list");
    delete process.env["TUWAI_DEMO"];
    const asked = await run("account", "list", "--as", "adm");
    expect(asked.document).toMatchObject({ error: { details: { reason: "as-user-is-for-demo" } } });
    process.env["TUWAI_DEMO"] = "1";
    expect((await run("account", "list", "--as", "adm")).said).toContain("kota sungguhan");
  });

  test("is never made of a demo city's people: every command refuses and says what to do", async () => {
    const { markDemoCity } = await import("@tuwai/server/settings");
    await markDemoCity(city.app);
    for (const words of [
      ["account", "create", "--role", "ADM", "--email", "a@b.id", "--name", "A"],
      ["status"],
      ["work", "list"],
    ]) {
      const refused = await run(...words);
      expect(refused).toMatchObject({ exitCode: 2, document: { error: { code: "not-set-up" } } });
      expect(refused.said).toContain("TUWAI_DATA=/folder/baru");
    }
  });
});
