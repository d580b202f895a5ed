import { randomBytes } from "node:crypto";
import { mkdtempSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { assert, property, string } from "fast-check";
import { describe, expect, test } from "vitest";
import { keysFrom, loadKeys, rotateKeyFile } from "./index.ts";

const set = { current: 1, root: randomBytes(32), versions: new Map([[1, randomBytes(32)]]) };
const keys = keysFrom(set);
const place = { table: "persons", column: "nik", rowId: "a" };

describe("a sealed value", () => {
  test("opens to what was sealed, whatever the text", () => {
    assert(
      property(string({ unit: "grapheme" }), (text) => keys.open(keys.seal(text, place), place) === text),
    );
  });

  test("does not open in another row, column or table", () => {
    const sealed = keys.seal("1377920105790001", place);
    for (const other of [{ rowId: "b" }, { column: "phone" }, { table: "source_records" }]) {
      expect(() => keys.open(sealed, { ...place, ...other })).toThrow();
    }
  });

  test("does not open when any byte of it is changed", () => {
    const sealed = keys.seal("1377920105790001", place);
    for (let index = 0; index < sealed.length; index += 1) {
      const altered = Buffer.from(sealed);
      altered[index]! ^= 1;
      expect(() => keys.open(altered, place)).toThrow();
    }
  });

  test("differs each time, so that equal numbers cannot be told from the database", () => {
    expect(keys.seal("1377920105790001", place).equals(keys.seal("1377920105790001", place))).toBe(false);
  });
});

describe("the blind index", () => {
  test("is the same for the same number and differs per column and per key set", () => {
    const index = keys.blindIndex("nik", "1377920105790001");
    expect(index.equals(keys.blindIndex("nik", "1377920105790001"))).toBe(true);
    expect(index.equals(keys.blindIndex("family-card", "1377920105790001"))).toBe(false);
    expect(
      index.equals(keysFrom({ ...set, root: randomBytes(32) }).blindIndex("nik", "1377920105790001")),
    ).toBe(false);
  });
});

describe("the key file", () => {
  test("is made once, readable by its owner alone, and read again afterwards", () => {
    const file = path();
    const made = loadKeys(file, () => true);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(loadKeys(file, () => false).fingerprint).toBe(made.fingerprint);
  });

  test("that is lost over existing data is a refusal to start, never a new key", () => {
    expect(() => loadKeys(path(), () => false)).toThrow(/missing/);
  });

  test("rotated seals with the new key and still opens what the old one sealed", () => {
    const file = path();
    const old = loadKeys(file, () => true);
    const sealed = old.seal("1377920105790001", place);
    const index = old.blindIndex("nik", "1377920105790001");
    const rotated = rotateKeyFile(file);
    expect(rotated.open(sealed, place)).toBe("1377920105790001");
    expect(rotated.seal("x", place)[1]).toBe(2);
    expect(() => old.open(rotated.seal("x", place), place)).toThrow();
    expect(rotated.blindIndex("nik", "1377920105790001").equals(index)).toBe(true);
    expect(rotated.fingerprint).toBe(old.fingerprint);
  });

  test("of a newer format is not guessed at", () => {
    const file = path();
    writeFileSync(file, JSON.stringify({ format: 2 }));
    expect(() => loadKeys(file, () => true)).toThrow(/newer format/);
  });
});

function path(): string {
  return join(mkdtempSync(join(tmpdir(), "tuwai-keys-")), "keys");
}
