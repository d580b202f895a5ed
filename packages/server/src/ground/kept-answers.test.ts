import { afterEach, expect, test, vi } from "vitest";
import { forgetAnswers, keptAnswer } from "./kept-answers.ts";

afterEach(() => vi.useRealTimers());

/** Counts how often it is asked. */
function counting() {
  let asked = 0;
  return { make: () => Promise.resolve((asked += 1)), asked: () => asked };
}

test("a question is answered once for all who ask it at the same time, and for whoever asks soon after", async () => {
  const [db, { make, asked }] = [{}, counting()];
  expect(await Promise.all([keptAnswer(db, "a", make), keptAnswer(db, "a", make)])).toEqual([1, 1]);
  expect(await keptAnswer(db, "a", make)).toBe(1);
  expect(asked()).toBe(1);
});

test("another question, and the same one of another database, has an answer of its own", async () => {
  const [db, { make }] = [{}, counting()];
  await keptAnswer(db, "a", make);
  expect(await keptAnswer(db, "b", make)).toBe(2);
  expect(await keptAnswer({}, "a", make)).toBe(3);
});

test("what was counted before something was written does not stand, not even for who began to ask before", async () => {
  const [db, { make }] = [{}, counting()];
  await keptAnswer(db, "a", make);
  forgetAnswers(db);
  expect(await keptAnswer(db, "a", make)).toBe(2);
});

test("after five seconds it is counted anew for the next who asks, as another process may have written", async () => {
  vi.useFakeTimers();
  const [db, { make, asked }] = [{}, counting()];
  await keptAnswer(db, "a", make);
  vi.advanceTimersByTime(5_000);
  expect(await Promise.all([keptAnswer(db, "a", make), keptAnswer(db, "a", make)])).toEqual([1, 1]);
  expect(asked()).toBe(2);
  await vi.advanceTimersByTimeAsync(1);
  expect(await keptAnswer(db, "a", make)).toBe(2);
});

test("nobody is given an answer of twenty seconds ago", async () => {
  vi.useFakeTimers();
  const [db, { make }] = [{}, counting()];
  await keptAnswer(db, "a", make);
  vi.advanceTimersByTime(20_000);
  expect(await keptAnswer(db, "a", make)).toBe(2);
});

test("what was being counted anew while something was written does not stand", async () => {
  vi.useFakeTimers();
  const db = {};
  const first = Promise.withResolvers<string>();
  await keptAnswer(db, "a", () => Promise.resolve("before"));
  vi.advanceTimersByTime(5_000);
  await keptAnswer(db, "a", () => first.promise);
  forgetAnswers(db);
  first.resolve("counted before the writing ended");
  await first.promise;
  expect(await keptAnswer(db, "a", () => Promise.resolve("after"))).toBe("after");
});

test("a question that failed is asked again", async () => {
  const db = {};
  await expect(keptAnswer(db, "a", () => Promise.reject(new Error("no")))).rejects.toThrow("no");
  expect(await keptAnswer(db, "a", () => Promise.resolve(7))).toBe(7);
});

const gone = () => Promise.reject(new Error("the database is away"));

test("a counting is as old as the moment it began, however long it took", async () => {
  vi.useFakeTimers();
  const [db, { make, asked }] = [{}, counting()];
  const slow = async () => {
    await new Promise((resolve) => setTimeout(resolve, 15_000));
    return make();
  };
  const first = keptAnswer(db, "a", slow);
  await vi.advanceTimersByTimeAsync(15_000);
  await first;
  expect(await keptAnswer(db, "a", slow)).toBe(1);
  await vi.advanceTimersByTimeAsync(15_000);
  expect(asked()).toBe(2);
});

const thrown = () => {
  throw new Error("at once");
};

test("a question that fails before it begins is a failed one", async () => {
  await expect(keptAnswer({}, "a", thrown)).rejects.toThrow("at once");
});

test("where counting anew fails, nobody is given the old answer for longer", async () => {
  vi.useFakeTimers();
  const db = {};
  await keptAnswer(db, "a", () => Promise.resolve("old"));
  vi.advanceTimersByTime(5_000);
  expect(await keptAnswer(db, "a", gone)).toBe("old");
  await vi.advanceTimersByTimeAsync(1);
  await expect(keptAnswer(db, "a", gone)).rejects.toThrow("away");
});
