import { describe, expect, it } from "vitest";
import { returnPath } from "./return-path.ts";

const here = "https://ketan.example.go.id/masuk?lanjut=x";
const go = (wanted: string | null): string => returnPath(wanted, here, "/kerja");

describe("where signing in leads", () => {
  it("returns to a page of this site, with its query", () => {
    expect(go("/impor?hal=2")).toBe("/impor?hal=2");
  });
  it.each(["//evil.example", "/\\evil.example", "https://evil.example/", "javascript:alert(1)", "", null])(
    "never leads away: %j",
    (wanted) => expect(go(wanted)).toBe("/kerja"),
  );
});
