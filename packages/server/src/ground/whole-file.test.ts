import { expect, test } from "vitest";
import { AppError } from "./app-error.ts";
import { isDiskFull, writeWhole } from "./whole-file.ts";

test("what the system takes in pieces is written whole, in order; a full disk is said as such", async () => {
  const taken: number[] = [];
  const shy = {
    write: async (bytes: Uint8Array, at: number, length: number) => {
      const bytesWritten = Math.min(3, length);
      taken.push(...bytes.subarray(at, at + bytesWritten));
      return { bytesWritten, buffer: bytes };
    },
  };
  await writeWhole(shy as never, Uint8Array.of(1, 2, 3, 4, 5, 6, 7));
  expect(taken).toEqual([1, 2, 3, 4, 5, 6, 7]);
  const full = {
    write: async () => Promise.reject(Object.assign(new Error("no space"), { code: "ENOSPC" })),
  };
  await expect(writeWhole(full as never, Uint8Array.of(1))).rejects.toMatchObject({ code: "disk-full" });
  expect(isDiskFull(new AppError("unavailable", {}, Object.assign(new Error("x"), { code: "53100" })))).toBe(
    true,
  );
  expect(isDiskFull(new Error("x"))).toBe(false);
});
