import { expect, test } from "vitest";
import { namesAlike } from "./names-alike.ts";

test("a name is itself whatever its titles, order and old spelling", () => {
  expect(namesAlike("H. Syafril Amri", "AMRI SYAFRIL")).toBe(1);
  expect(namesAlike("Sjafroeddin Djamil", "Sjafruddin Jamil, S.Pd")).toBe(1);
  expect(namesAlike("Rosmaniar", "Rosmaniyar")).toBe(1);
});

test("names that share one word of two are half alike, and strangers not at all", () => {
  expect(namesAlike("Syafril Amri", "Syafril Zen")).toBe(0.5);
  expect(namesAlike("Ali", "Budi")).toBe(0);
  expect(namesAlike("", "Budi")).toBe(0);
});
