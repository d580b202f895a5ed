import { describe, expect, it } from "vitest";
import { data, redirect, type ServerBuild } from "react-router";
import { AppError } from "@tuwai/server/app";
import { translateFailures } from "./translate-failures.ts";

const lines: string[] = [];
const note = (fields: object): number => lines.push(JSON.stringify(fields));
const log = { info: note, warn: note, error: note };

/** What a reader of `path` meets when the page's loader throws `thrown`. */
async function meet(thrown: unknown, path = "/impor/42?hal=2", init: RequestInit = {}): Promise<unknown> {
  const loader = (): never => {
    throw thrown;
  };
  const routes = { page: { module: { loader } } } as unknown as ServerBuild["routes"];
  const work = translateFailures(routes, log)["page"]!.module.loader as (values: object) => Promise<unknown>;
  return work({ request: new Request(`http://ketan.test${path}`, init) }).catch((error: unknown) => error);
}

const sent = (body: FormData | URLSearchParams): Promise<unknown> =>
  meet(new AppError("unauthenticated"), "/impor/baru", { method: "POST", body });

describe("what a use case throws", () => {
  it("reaches the error page as status, code and details", async () => {
    const failure = await meet(new AppError("stale", { version: 3 }));
    expect(failure).toMatchObject({
      init: { status: 409 },
      data: { code: "stale", details: { version: 3 } },
    });
  });
  it("shows nothing of our own mistakes but a reference that is in the log", async () => {
    const failure = (await meet(new Error("column x does not exist"))) as { data: { reference: string } };
    expect(failure).toMatchObject({ init: { status: 500 }, data: { code: "internal", details: {} } });
    expect(JSON.stringify(failure)).not.toContain("column x");
    expect(lines.at(-1)).toContain(failure.data.reference);
    expect(lines.at(-1)).toContain("column x");
  });
  it.each([
    ["unauthenticated", "/impor/42?hal=2", "/masuk?lanjut=%2Fimpor%2F42%3Fhal%3D2"],
    ["step-up-required", "/en/pekerja.data", "/en/masuk/ulang?lanjut=%2Fen%2Fpekerja"],
  ] as const)("%s leads to the door that asks, and back", async (code, path, door) => {
    const answer = (await meet(new AppError(code), path)) as Response;
    expect([answer.status, answer.headers.get("location")]).toEqual([303, door]);
  });
  it("says at the door that a file or a form sent after the session ended was not kept", async () => {
    const [file, form] = [
      await sent(new FormData()),
      await sent(new URLSearchParams({ a: "b" })),
    ] as Response[];
    expect(file!.headers.get("location")).toBe("/masuk?lanjut=%2Fimpor%2Fbaru&belum=berkas");
    expect(form!.headers.get("location")).toBe("/masuk?lanjut=%2Fimpor%2Fbaru&belum=isian");
  });
  it.each(["//evil.example/x", "/..//evil.example", "https://evil.example/", "/\\evil.example"])(
    "lets no page lead away from this site: %s",
    async (to) => {
      expect(await meet(redirect(to, 303))).toMatchObject({
        init: { status: 404 },
        data: { code: "not-found" },
      });
    },
  );
  it("lets a page's own answers pass", async () => {
    const away = redirect("/kerja");
    expect(await meet(away)).toBe(away);
    const refusal = data({ errors: {} }, 422);
    expect(await meet(refusal)).toBe(refusal);
  });
});
