import { expect, it } from "vitest";
import { greetingAt } from "./greeting.ts";

it.each([
  ["2026-11-21T00:30:00Z", "morning"],
  ["2026-11-21T04:00:00Z", "noon"],
  ["2026-11-21T08:30:00Z", "afternoon"],
  ["2026-11-21T11:00:00Z", "evening"],
  ["2026-11-21T18:00:00Z", "evening"],
])("at %s Jakarta says %s", (instant, part) => expect(greetingAt(new Date(instant))).toBe(part));
