import { addDays, jakartaDate } from "@tuwai/domain/time";
import { type App, AppError } from "#app";
import { beginClock, moveClock, releaseClock } from "#database";
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
 * Moves a demo city or a test to a moment ahead. When a night lies between, its work is done first: that of the last one, which
 * catches up those before it, as after a server that was down.
 */
export async function passTo(app: App, moment: Date): Promise<void> {
  const night = nightOf(jakartaDate(moment.getTime()));
  if (night > app.clock.now() && night <= moment) {
    await moveTo(app, night);
    await runSchedules(app, schedulesOf(app));
    await drainToEmpty(app);
  }
  if (moment > app.clock.now()) await moveTo(app, moment);
}

/**
 * Puts the clock of a demo city that is still empty to its first moment, also one that lies back. Throws `conflict` once a file
 * has come in: from then on the clock moves forward only.
 */
export async function startClock(app: App, moment: Date): Promise<void> {
  if (!app.config.demo) throw new AppError("forbidden");
  await beginClock(app.config.databaseUrl, moment);
  app.clock.follow(moment);
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
  return nightOf(addDays(app.clock.today(), 1));
}

function nightOf(day: string): Date {
  return new Date(`${day}T00:10:00+07:00`);
}

async function moveTo(app: App, moment: Date): Promise<void> {
  if (!app.config.demo) throw new AppError("forbidden");
  await moveClock(app.config.databaseUrl, moment);
  app.clock.follow(moment);
}
