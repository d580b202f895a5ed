import { expect, it } from "vitest";
import { counted } from "./counted.ts";

const say = (n: string | number, code = "IM-1") =>
  counted`${n} [row|rows] of ${code} [needs|need] repair, ${2} [others|other ones]`;

it("words follow the number nearest before them", () => {
  expect(say(1)).toBe("1 row of IM-1 needs repair, 2 other ones");
  expect(say("1")).toBe("1 row of IM-1 needs repair, 2 other ones");
  expect(say(0)).toBe("0 rows of IM-1 need repair, 2 other ones");
  expect(say("1,001")).toBe("1,001 rows of IM-1 need repair, 2 other ones");
});
