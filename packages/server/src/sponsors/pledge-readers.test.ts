import { expect, test } from "vitest";
import { cellOf, maskOf } from "#access";
import { roles } from "#app";
import { pledgeReaders } from "./pledge-readers.ts";

test("every role that the matrix lets see a sponsor stands among the readers, the civil-service agency by name, and no other", () => {
  const told = new Set(pledgeReaders().map(({ role }) => role));
  const seeing = roles.filter((role) => {
    const cells = [cellOf(role, "pledge.read"), cellOf(role, "pledge.list")];
    if (cells.some((cell) => cell?.startsWith("O"))) return false;
    return cells.some((cell) => cell !== null) || maskOf(role, "sponsor_name") === "full";
  });
  expect([...told].toSorted()).toEqual(seeing.toSorted());
  expect(told).toContain("BKP");
});
