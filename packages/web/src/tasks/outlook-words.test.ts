import { features } from "@tuwai/server/features";
import { deadlineSources, figureSources, firstStepSources, waitSources } from "@tuwai/server/tasks";
import { expect, test } from "vitest";
import { outlookTexts } from "#language/outlook.ts";

const { waits, deadlines, steps, figures } = outlookTexts.id;

test.each([
  ["waits", waitSources.all(features), waits],
  ["deadlines", deadlineSources.all(features), deadlines],
  ["first steps", firstStepSources.all(features), steps],
  ["figures", figureSources.all(features), figures],
] as const)("whatever the server finds among %s has words, and nothing else has", (_name, sources, words) => {
  const codes = new Set(sources.map(({ code }) => code));
  expect(Object.keys(words).toSorted()).toEqual([...codes].toSorted());
});
