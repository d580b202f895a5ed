import { describe, expect, it } from "vitest";
import { newInviteCode, passwordFaults, readInviteCode } from "./index.ts";

const faults = (password: string, words: readonly string[] = []) =>
  passwordFaults(password, { words, isCommon: (word) => ["password", "bismillah"].includes(word) });

describe("a one-time code", () => {
  const code = newInviteCode((limit) => limit - 1);
  it("is read as people type it, and parted into its number and its secret", () => {
    expect(code).toBe("ZZZZ-ZZZZ-ZZZZ-ZZZZ");
    for (const typed of [
      code,
      code.toLowerCase(),
      ` ${code.replaceAll("-", " ")} `,
      code.replaceAll("-", ""),
    ])
      expect(readInviteCode(typed)).toEqual({ number: "ZZZZ", secret: "ZZZZZZZZZZZZ" });
  });
  it("is nothing else", () => {
    for (const text of ["", "ZZZZ", `${code}Z`, code.replace("Z", "A"), code.replace("Z", "0")])
      expect(readInviteCode(text)).toBeUndefined();
  });
});

describe("a password", () => {
  it("is long, and nothing is asked of its signs", () => {
    expect(faults("kelinci makan")).toEqual([]);
    expect(faults("kelincimakan")).toEqual([]);
    expect(faults("Kl1nci!mkn#")).toEqual(["too-short"]);
    expect(faults("kelinci ".repeat(16).slice(0, 128))).toEqual([]);
    expect(faults("kelinci ".repeat(17))).toEqual(["too-long"]);
  });
  it("is none that attackers try first, dressed up or written twice", () => {
    for (const password of [
      "password20262026",
      "PasswordPassword",
      "!!bismillah1234",
      "aaaaaaaaaaaaaaa",
      "121212121212",
    ])
      expect(faults(password)).toEqual(["common"]);
  });
  it("is not made of the names around it, but may hold one", () => {
    const words = ["Pariaman", "tuwai", "Yusnidar"];
    expect(faults("Pariaman2026!", words)).toEqual(["personal"]);
    expect(faults("tuwai-yusnidar-77", words)).toEqual(["personal"]);
    expect(faults("gulai dekat pasar Pariaman", words)).toEqual([]);
  });
});
