import { importFields } from "@tuwai/domain/intake";
import { expect, test } from "vitest";
import { permissions } from "#access";
import { importKinds } from "#intake";
import { features } from "./features.ts";

const given = importKinds.all(features);

test("every kind of file is taken by exactly one feature", () => {
  expect(given.map(({ kind }) => kind).toSorted()).toEqual(Object.keys(importFields).toSorted());
});

test("every permission to send a kind belongs to exactly one kind", () => {
  const sending = permissions.filter((permission) => permission.startsWith("import.send."));
  expect(given.map(({ send }) => send).toSorted()).toEqual(sending.toSorted());
});
