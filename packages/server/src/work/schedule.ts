import { type CivilDate, jakartaDate } from "@tuwai/domain/time";
import { type App, systemActor } from "#app";
import { asSystem, nowOf, type Tx } from "#database";
import { enqueue } from "./enqueue.ts";
import { insertScheduleRun } from "./schedule.store.ts";
import type { Topic, WorkPayloads } from "./topics.ts";

/** Work of every day, at a time of Asia/Jakarta. */
export type Schedule = {
  readonly name: string;
  /** Minutes after midnight in Jakarta. */
  readonly minute: number;
  readonly enqueue: (app: App, tx: Tx) => Promise<void>;
};

/** `schedule({ name: "cover-night", at: "00.10", topic: "cover.refresh-all", payload: { after: null } })`. */
export function schedule<T extends Topic>(of: {
  readonly name: string;
  readonly at: `${number}.${number}`;
  readonly topic: T;
  readonly payload: WorkPayloads[T];
}): Schedule {
  const [hour, minute] = of.at.split(".").map(Number) as [number, number];
  const { topic, payload } = of;
  return {
    name: of.name,
    minute: hour * 60 + minute,
    enqueue: (app, tx) => enqueue(app, tx, systemActor(app.config.regionCode), { topic, payload }),
  };
}

/**
 * Sets the work of the last night to be done, once per day and city, whoever sees it first; nights that passed while nobody
 * was here are caught up by the last one. Returns the names of what was set to work.
 */
export function runSchedules(app: App, schedules: readonly Schedule[]): Promise<readonly string[]> {
  return asSystem(app, async (tx) => {
    const started: string[] = [];
    for (const each of schedules) {
      const day = lastNight(nowOf(tx), each);
      if (!(await insertScheduleRun(tx, { regionCode: app.config.regionCode, name: each.name, day })))
        continue;
      await each.enqueue(app, tx);
      started.push(each.name);
    }
    return started;
  });
}

/** The last day whose appointed time has come. */
export function lastNight(now: Date, { minute }: Pick<Schedule, "minute">): CivilDate {
  return jakartaDate(now.getTime() - minute * 60_000);
}
