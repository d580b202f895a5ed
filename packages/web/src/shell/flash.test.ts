import { describe, expect, it } from "vitest";
import { flash, readFlash } from "./flash.ts";

const withCookie = (cookie: string): Request => new Request("http://x/", { headers: { cookie } });

describe("a sentence for the next page", () => {
  it("arrives as it was sent, whatever characters it holds", () => {
    const [sent] = flash("ok", "Tersimpan: 3 baris; “Naras I” — 100%")["Set-Cookie"].split("; ");
    expect(readFlash(withCookie(`a=b; ${sent}`))).toEqual({
      tone: "ok",
      text: "Tersimpan: 3 baris; “Naras I” — 100%",
    });
  });
  it.each(["kabar=%", "kabar=1", "kabar=%7B%22tone%22%3A%22x%22%7D", "lain=1", ""])(
    "counts %j as none",
    (cookie) => expect(readFlash(withCookie(cookie))).toBeNull(),
  );
});
