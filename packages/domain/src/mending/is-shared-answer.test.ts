import { expect, test } from "vitest";
import { isSharedAnswer } from "./index.ts";

test("what belongs to one human being is never answered for others; what a word means is", () => {
  for (const field of [
    "nik",
    "headNik",
    "phone",
    "name",
    "motherName",
    "birthDate",
    "birthPlaceDate",
    "lifeStatus",
    "note",
  ] as const)
    expect(isSharedAnswer(field), field).toBe(false);
  for (const field of ["sex", "occupation", "village", "decile", "servantStatus"] as const)
    expect(isSharedAnswer(field), field).toBe(true);
  expect(isSharedAnswer(null)).toBe(false);
});
