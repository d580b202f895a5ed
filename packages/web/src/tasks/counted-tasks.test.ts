import { features } from "@tuwai/server/features";
import { taskSources } from "@tuwai/server/tasks";
import { expect, test } from "vitest";
import { counted } from "./counted-tasks.ts";

const sources = taskSources.all(features);

test("whatever the server counts has words and an address, and nothing else has", () => {
  expect(Object.keys(counted).toSorted()).toEqual(sources.map(({ code }) => code).toSorted());
});

test("no two tasks claim the same place in the order of work", () => {
  expect(new Set(sources.map(({ urgency }) => urgency)).size).toBe(sources.length);
});
