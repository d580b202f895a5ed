import { array, assert, boolean, constantFrom, property } from "fast-check";
import { describe, expect, it } from "vitest";
import { samePageIn } from "#language/language.ts";
import { localAddress } from "./local-address.ts";

const site = "https://ketan.example.go.id";

/** Where a browser that stands on a page of ours goes when it is told so. */
const originOf = (address: string): string => new URL(address, `${site}/masuk`).origin;

const pieces = constantFrom(
  "/",
  "//",
  "\\",
  "..",
  ".",
  "%2f",
  "%5C",
  "%2e",
  "@",
  ":",
  "?",
  "#",
  "\t",
  "\n",
  "\r",
  "\0",
  "%00",
  "%09",
  " ",
  "\u2028",
  "\uD800",
  "evil.example",
  "https:",
  "javascript:",
  "kerja",
  "en",
);
const crafted = array(pieces, { maxLength: 9 }).map((parts) => parts.join(""));
const tries = { numRuns: 3000 };

describe("an address that came from outside", () => {
  it.each(["/impor?hal=2", "/en/kerja", "/", "/pekerja?cari=a%20b&hal=2", "/cakupan#cakupan-desa"])(
    "is followed where it stays with us: %s",
    (address) => expect(localAddress(address)).toBe(address),
  );
  it.each([
    "//evil.example",
    "/\\evil.example",
    "/..//evil.example/x",
    "/.//evil.example",
    "/masuk/../..//evil.example",
    "/%2e%2e//evil.example",
    "/\t/evil.example",
    "/%09/evil.example",
    "/%5cevil.example",
    "https://evil.example/",
    "javascript:alert(1)",
    "kerja",
    "",
    "/\uD800",
    "/a\0b",
    "/a%00b",
  ])("is refused where it leads away or deceives: %j", (address) => expect(localAddress(address)).toBeNull());
  it("never leaves, whatever it is made of, and means the same when read again", () => {
    assert(
      property(crafted, boolean(), (text, isRooted) => {
        const found = localAddress(isRooted ? `/${text}` : text);
        if (found === null) return;
        expect(originOf(found)).toBe(site);
        expect(localAddress(found)).toBe(found);
      }),
      tries,
    );
  });
});

describe("the link to the other language", () => {
  it("never leaves either, whatever the address of the page", () => {
    assert(
      property(crafted, constantFrom("id", "en"), (text, language) => {
        const { pathname, search } = new URL(`${site}/en/${text.replaceAll(/[\uD800]/g, "")}`);
        expect(originOf(samePageIn(language, pathname, search))).toBe(site);
      }),
      tries,
    );
  });
});
