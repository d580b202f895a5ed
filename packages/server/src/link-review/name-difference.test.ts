import { assert, property, string } from "fast-check";
import { describe, expect, it } from "vitest";
import { nameDifference, type NameSpan } from "./name-difference.ts";

const marked = (spans: readonly NameSpan[]) =>
  spans
    .map(({ text, mark }) => (mark === "same" ? text : mark === "title" ? `<${text}>` : `[${text}]`))
    .join("");

describe("nameDifference", () => {
  it("marks the letters only one side has", () => {
    const { left, right } = nameDifference("Rosmaniar", "ROSMANIATI");
    expect(marked(left)).toBe("Rosmania[r]");
    expect(marked(right)).toBe("ROSMANIA[TI]");
  });
  it("sets titles and degrees apart", () => {
    const { left } = nameDifference("Hj. Yusnimar, S.Pd", "Yusnimar");
    expect(marked(left)).toBe("<Hj. >Yusnimar<, S.Pd>");
  });
  it("two equal names have nothing different, whatever they are", () => {
    assert(
      property(string({ unit: "grapheme" }), (name) => {
        const { left, right } = nameDifference(name, name);
        expect(left).toEqual(right);
        expect(left.every((span) => span.mark !== "different")).toBe(true);
      }),
    );
  });
});
