import { expect, test } from "vitest";
import type { Payer } from "@tuwai/domain/contributions";
import { exclusionReasons } from "@tuwai/server/endorsements";
import { lifeEventDocuments } from "@tuwai/server/life-events";
import { sayHappening } from "./say-happening.ts";

const nothing = { code: null, month: null, detail: null };

const payers: readonly Payer[] = ["private", "pooled-asn", "apbn-apbd", "apbdes"];

test("the purse that paid is said in words in both languages", () => {
  const paid = { ...nothing, kind: "cover-paid", month: "2026-11", detail: "pooled-asn" };
  expect(sayHappening("id", paid)).toBe("untuk November 2026 · Iuran pegawai penanggung");
  expect(sayHappening("en", paid)).toBe("for November 2026 · Money of sponsoring civil servants");
});

test.each<[kind: string, detail: string]>([
  ...payers.map((payer): [string, string] => ["cover-registered", payer]),
  ...exclusionReasons.map((reason): [string, string] => ["endorsement-approved", reason]),
  ...lifeEventDocuments.map((document): [string, string] => ["life-died", document]),
  ["listed-by-import", "village-list"],
  ["linked-automatic", "dtsen"],
])("%s: %s is never shown as a code", (kind, detail) => {
  for (const language of ["id", "en"] as const)
    expect(sayHappening(language, { ...nothing, kind, detail })).not.toBe(detail);
});

test("the reason BPJS gave is shown as it was written", () => {
  expect(sayHappening("id", { ...nothing, kind: "cover-rejected", detail: "NIK belum padan" })).toBe(
    "NIK belum padan",
  );
});
