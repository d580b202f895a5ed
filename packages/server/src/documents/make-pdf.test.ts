import { globSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { makePdf } from "./index.ts";

const at = new Date("2026-11-30T03:00:00Z");
const template = `#set document(title: "Uji")
#set text(font: "Libertinus Serif", fallback: false, lang: "id")
#let m = json(bytes(sys.inputs.facts))
= #m.title
#m.text`;
const facts = { title: "Surat", text: "Rp16.800" };

const order = (text: string) => ({ template, facts: { title: text, text }, at });

describe("a document", () => {
  test("is the same file, byte for byte, whenever the same facts are asked for", async () => {
    const first = Buffer.from(await makePdf({ template, facts, at }));
    for (let time = 0; time < 20; time += 1)
      expect(Buffer.from(await makePdf({ template, facts, at })).equals(first)).toBe(true);
    const other = Buffer.from(await makePdf({ template, facts: { ...facts, text: "Rp8.400" }, at }));
    expect(other.equals(first)).toBe(false);
  });

  test("is archivable and tagged, and meets the standard for screen readers when that is asked for", async () => {
    const text = Buffer.from(await makePdf({ template, facts, at })).toString("latin1");
    expect(text.startsWith("%PDF-1.7")).toBe(true);
    expect(text).toContain("pdfaid:part");
    const accessible = Buffer.from(await makePdf({ template, facts, at, standard: "ua-1" })).toString(
      "latin1",
    );
    expect(accessible).toContain("pdfuaid:part");
  });

  test("takes what stands in the facts as text, never as part of the document", async () => {
    const tricks = { title: '#panic("x")', text: "*] #read('/etc/passwd') $" };
    expect((await makePdf({ template, facts: tricks, at })).length).toBeGreaterThan(1000);
  });

  test("is refused where the template is wrong or a picture has no words", async () => {
    await expect(makePdf({ template: "#nothing", facts, at })).rejects.toThrow();
    const picture = `${template}\n#image(bytes("<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>"))`;
    await expect(makePdf({ template: picture, facts, at, standard: "ua-1" })).rejects.toThrow();
  });

  test("comes out whole and its own, however many are asked for at once and however often the process is changed", async () => {
    const asked = Array.from({ length: 230 }, (_, at) => String(at));
    const all = await Promise.all(asked.map((text) => makePdf(order(text))));
    expect(new Set(all.map((bytes) => Buffer.from(bytes).toString("latin1"))).size).toBe(asked.length);
    const last = await makePdf(order("0"));
    expect(Buffer.from(last).equals(Buffer.from(all[0]!))).toBe(true);
  });

  test("draws on nothing from outside: no template imports a package or reads a file", () => {
    const templates = globSync("packages/server/src/*/*.typ");
    expect(templates.length).toBeGreaterThan(0);
    const outside = /@preview|#import|#include|\bread\(|fallback: true/;
    expect(templates.filter((path) => outside.test(readFileSync(path, "utf8")))).toEqual([]);
  });
});
