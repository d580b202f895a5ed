import { civilDate } from "#time";
import { expect, test } from "vitest";
import { groupOfFollowUp } from "./follow-up-group.ts";
import { standingSteps, stepToUndo } from "./standing-steps.ts";
import { type FollowUp, stepsOf, takeFollowUpStep } from "./take-follow-up-step.ts";

const today = civilDate("2026-12-18");
const open: FollowUp = {
  state: "open",
  dueOn: civilDate("2027-01-15"),
  evidenceKind: "rapbdes-page",
  papers: 0,
  askedFor: null,
};

const step = (id: string, takenBy: string, undoes: string | null = null) => ({
  id,
  takenBy,
  takenRole: "KDS",
  undoes,
});

test("what needs a paper is not done before one is handed in, and closed only when the city accepts it", () => {
  expect(takeFollowUpStep(open, { step: "finish" }, today)).toEqual({
    outcome: "refused",
    reasons: ["evidence-missing"],
  });
  const handed = { ...open, papers: 1 };
  expect(takeFollowUpStep(open, { step: "hand-in" }, today)).toEqual({ outcome: "taken", followUp: handed });
  const done = { ...handed, state: "done" as const };
  expect(takeFollowUpStep(handed, { step: "finish" }, today)).toEqual({ outcome: "taken", followUp: done });
  expect(takeFollowUpStep(done, { step: "accept" }, today)).toMatchObject({
    followUp: { state: "accepted" },
  });
  expect(takeFollowUpStep(done, { step: "send-back", reason: "halaman lain" }, today)).toMatchObject({
    followUp: { state: "open", papers: 1 },
  });
});

test("a word of the office is enough where no paper is asked for", () => {
  expect(takeFollowUpStep({ ...open, evidenceKind: "none" }, { step: "finish" }, today)).toMatchObject({
    followUp: { state: "done" },
  });
});

test("more time is asked for with a later day and a reason, and the day moves only when the city grants it", () => {
  expect(takeFollowUpStep(open, { step: "ask", until: open.dueOn, reason: " " }, today)).toEqual({
    outcome: "refused",
    reasons: ["reason-missing", "day-not-later"],
  });
  const until = civilDate("2027-02-01");
  const asked = takeFollowUpStep(open, { step: "ask", until, reason: "APBDes belum dibahas" }, today);
  expect(asked).toMatchObject({ followUp: { state: "asked", dueOn: open.dueOn, askedFor: until } });
  if (asked.outcome === "refused") return;
  expect(takeFollowUpStep(asked.followUp, { step: "grant" }, today)).toMatchObject({
    followUp: { state: "open", dueOn: until, askedFor: null },
  });
  expect(takeFollowUpStep(asked.followUp, { step: "refuse", reason: "terlalu lama" }, today)).toMatchObject({
    followUp: { state: "open", dueOn: open.dueOn, askedFor: null },
  });
});

test("what is closed allows no step, and nobody answers what was not said", () => {
  for (const state of ["accepted", "released", "withdrawn"] as const) expect(stepsOf(state)).toEqual([]);
  expect(takeFollowUpStep(open, { step: "accept" }, today)).toEqual({
    outcome: "refused",
    reasons: ["not-now"],
  });
  expect(takeFollowUpStep({ ...open, state: "cannot" }, { step: "accept" }, today)).toMatchObject({
    followUp: { state: "released" },
  });
});

test("the last step that holds is taken back by whoever took it, one after the other, and by nobody else", () => {
  const head = { userId: "head", role: "KDS" };
  const two = [step("1", "head"), step("2", "head")];
  expect(stepToUndo(two, head)?.id).toBe("2");
  const back = [...two, step("3", "head", "2")];
  expect(standingSteps(back).map(({ id }) => id)).toEqual(["1"]);
  expect(stepToUndo(back, head)?.id).toBe("1");
  expect(stepToUndo([...back, step("4", "city")], head)).toBeUndefined();
  expect(stepToUndo([...back, step("4", "city")], { userId: "city", role: "MGR" })).toBeUndefined();
});

test("only an open one past its day is late: who has answered waits for the city", () => {
  const dueOn = civilDate("2026-12-17");
  expect(groupOfFollowUp({ state: "open", dueOn }, today)).toBe("late");
  expect(groupOfFollowUp({ state: "open", dueOn: today }, today)).toBe("running");
  expect(groupOfFollowUp({ state: "asked", dueOn }, today)).toBe("waiting");
  expect(groupOfFollowUp({ state: "released", dueOn }, today)).toBe("cannot");
});
