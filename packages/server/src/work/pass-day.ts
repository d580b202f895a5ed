import { addDays } from "@tuwai/domain/time";
import { type App, AppError } from "#app";
import { moveClock, releaseClock } from "#database";
import { drainToEmpty } from "./drain-work.ts";
import { runSchedules } from "./schedule.ts";
import { schedulesOf } from "./works.ts";

/**
 * Moves a demo city or a test to ten past midnight of the next day and does that night's work; returns when every queue is
 * empty. Throws `forbidden` outside a demo: in production only time moves the clock.
 */
export async function passDay(app: App): Promise<Date> {
  const next = nextNight(app);
  await moveTo(app, next);
  await runSchedules(app, schedulesOf(app));
  await drainToEmpty(app);
  return next;
}

/**
 * At the start of a server: a later `TUWAI_NOW` is reached day by day, each with its night; without it a kept moment that
 * real time has passed is forgotten, and real time holds again.
 */
export async function catchUpClock(app: App): Promise<void> {
  const { fixedNow, databaseUrl } = app.config;
  if (fixedNow === null) {
    // The machine's clock decides whether the kept moment lies behind.
    if (app.clock.now().getTime() > Date.now()) return;
    await releaseClock(databaseUrl);
    app.clock.follow(null);
    return;
  }
  while (nextNight(app) <= fixedNow) await passDay(app);
  if (app.clock.now() < fixedNow) await moveTo(app, fixedNow);
}

function nextNight(app: App): Date {
  return new Date(`${addDays(app.clock.today(), 1)}T00:10:00+07:00`);
}

async function moveTo(app: App, moment: Date): Promise<void> {
  if (!app.config.demo) throw new AppError("forbidden");
  await moveClock(app.config.databaseUrl, moment);
  app.clock.follow(moment);
}
