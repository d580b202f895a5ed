import { expect, test } from "vitest";
import { settled, type Waiting } from "./use-queue.ts";

const row = (operation: string, village: string, seen = ""): Waiting => ({
  operation,
  village,
  name: village,
  orang: "8",
  bulan: "12",
  sumber: "add",
  alasan: "",
  yakin: false,
  seen,
  rupiah: 0,
});
const done = { outcome: "done", text: "", stand: "baru" } as const;

test("a saved row leaves the queue, and a later one of the same village stands upon it", () => {
  const all = [row("a", "Naras"), row("b", "Naras"), row("c", "Apar")];
  expect(settled(all, all[0]!, done)).toEqual([row("b", "Naras", "baru"), row("c", "Apar")]);
});

test("beside a row whose village declared meanwhile stands what holds now, and nothing is lost", () => {
  const all = [row("a", "Naras"), row("c", "Apar")];
  const now = { heads: 5, months: 12, rupiah: 9, stand: "lain" };
  expect(settled(all, all[0]!, { outcome: "conflict", now })).toEqual([
    { ...row("a", "Naras"), conflict: now },
    row("c", "Apar"),
  ]);
});
