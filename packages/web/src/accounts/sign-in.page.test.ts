import { beforeEach, describe, expect, it } from "vitest";
import { createDemoAccounts } from "@tuwai/server/accounts";
import { testDatabase } from "@tuwai/server/testing";
import { openPages, type Pages } from "#testing";

const test = testDatabase();
const email = "mgr@demo.tuwai.id";
const password = "kata sandi yang panjang";
let pages: Pages;

beforeEach(async () => {
  pages = await openPages(test.app);
  const account = { email, name: "Bu Rina", role: "MGR" } as const;
  await createDemoAccounts(test.app, [account], password);
});

describe("signing in", () => {
  it("asks for e-mail and password without any script", async () => {
    const { status, html } = await pages.get("/masuk");
    expect(status).toBe(200);
    expect(html).toMatch(/<input[^>]*type="email"[^>]*name="email"|name="email"/);
    expect(html).toMatch(/autoComplete="current-password"/i);
    expect(html).not.toContain("<script");
  });
  it("leads to the tasks, with a session cookie", async () => {
    const answer = await pages.post("/masuk", { email, password });
    expect(answer.status).toBe(303);
    expect(answer.headers.get("location")).toBe("/kerja");
    expect(answer.headers.getSetCookie().join()).toMatch(/session_token=[^;]+;.*HttpOnly/i);
  });
  it("leads back to where one wanted to go, and never to another site", async () => {
    const targets = ["/impor?hal=2", "//evil.example", "/\\evil.example"];
    const answers = targets.map((to) =>
      pages.post(`/en/masuk?lanjut=${encodeURIComponent(to)}`, { email, password }),
    );
    const places = (await Promise.all(answers)).map(({ headers }) => headers.get("location"));
    expect(places).toEqual(["/impor?hal=2", "/en/kerja", "/en/kerja"]);
  });
  it("answers a wrong password and an unknown address in the same words", async () => {
    const wrong = await pages.post("/masuk", { email, password: "bukan ini" });
    const unknown = await pages.post("/masuk", { email: "xyz@demo.tuwai.id", password: "bukan ini" });
    expect([wrong.status, unknown.status]).toEqual([401, 401]);
    expect(wrong.html).toContain("Surel atau kata sandi tidak cocok");
    expect(unknown.html.replaceAll("xyz@", "mgr@")).toBe(wrong.html);
  });
  it("says what is empty, keeps what was typed, and never repeats a password", async () => {
    const { status, html } = await pages.post("/masuk", { email, password: "" });
    expect(status).toBe(422);
    expect(html).toMatch(/role="alert"/);
    expect(html).toContain('href="#password"');
    expect(html).toContain(`value="${email}"`);
    const refused = await pages.post("/masuk", { email, password: "rahasia-sekali" });
    expect(refused.html).not.toContain("rahasia-sekali");
  });
  it("says in words how long to wait after too many wrong ones, under 429 with the seconds", async () => {
    for (let nth = 0; nth < 5; nth += 1) await pages.post("/masuk", { email, password: "bukan ini" });
    const answer = await pages.post("/masuk", { email, password });
    expect([answer.status, answer.headers.get("retry-after")]).toEqual([429, "30"]);
    expect(answer.html).toContain("Coba lagi 30 detik lagi");
    expect(answer.html).toContain(`value="${email}"`);
    expect((await pages.post("/en/masuk", { email, password })).html).toContain("Try again in 30 seconds");
  });
  it("writes hostile input as text", async () => {
    const { html } = await pages.post("/masuk", { email: '"><script>alert(1)</script>', password: "x" });
    expect(html).not.toContain("<script>");
  });
});
