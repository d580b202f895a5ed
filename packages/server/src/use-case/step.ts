import { type CivilDate, jakartaDate } from "@tuwai/domain/time";
import {
  type Area,
  areaOf,
  authorise,
  type Grant,
  type Permission,
  requireWithin,
  type Whereabouts,
} from "#access";
import { type Actor, type App, systemActor } from "#app";
import { type Change, recordAccess, recordChange } from "#audit";
import { asAccounts, asSystem, inTransaction, nowOf, type Tx } from "#database";
import { enqueue, type Topic, type WorkPayloads } from "#work";

/** One transaction of one actor, with everything that work inside it may need. Helpers take a step instead of app, tx and actor. */
export type Step = {
  readonly app: App;
  readonly tx: Tx;
  readonly actor: Actor;
  readonly grant: Grant;
  /** What of the city the actor may touch. Throws `forbidden` where the grant names no rows. */
  readonly area: Area;
  /** Business time, read once: the whole step happens at this instant, on this civil date of Asia/Jakarta. */
  readonly now: Date;
  readonly today: CivilDate;
  readonly newId: () => string;
  /** The row when it lies in the actor's own area; unknown and out of scope are the same `not-found`. */
  readonly within: <Row extends Whereabouts>(row: Row | undefined) => Row;
  /** The audit row of this change; the action is the use case's name unless another is given. */
  readonly audit: <D extends object>(
    entry: Omit<Change<D>, "action" | "operationId"> & { readonly action?: string },
  ) => Promise<void>;
  /** Work that happens if and only if this transaction commits. */
  readonly follow: <T extends Topic>(topic: T, payload: WorkPayloads[T], key?: string) => Promise<void>;
  /** Whose data are being shown, noted before they are (UU 27/2022 art. 32); the purpose is the use case's own unless given. */
  readonly seen: (shown: {
    readonly personIds: readonly string[];
    readonly fields: readonly string[];
    readonly purpose?: string;
  }) => Promise<void>;
  /** The same step within another permission's grant, for one answer gathered from several. Throws as `authorise` does. */
  readonly under: (permission: Permission) => Step;
  /** Says of an answer that nothing was written for it: a refusal with its reasons needs no audit row. */
  readonly unchanged: <T>(answer: T) => T;
};

/** What a step is part of. */
export type Running = {
  readonly name: string;
  readonly app: App;
  readonly tx: Tx;
  readonly actor: Actor;
  readonly grant: Grant;
  /** Who stands in the audit row and the access log, where the actor only lends the row policies. */
  readonly by?: Actor;
  readonly operationId?: string;
};

/** A step, and whether it has been accounted for. */
export function makeStep(
  running: Running,
  account = { isClosed: false },
): { readonly step: Step; readonly isAccounted: () => boolean } {
  const { name, app, tx, actor, grant, by = actor, operationId } = running;
  const now = nowOf(tx);
  const step: Step = {
    app,
    tx,
    actor,
    grant,
    get area() {
      return areaOf(actor, grant);
    },
    now,
    today: jakartaDate(now.getTime()),
    newId: app.newId,
    within: (row) => requireWithin(actor, grant, row),
    audit: (entry) => {
      account.isClosed = true;
      const of = operationId === undefined ? {} : { operationId };
      return recordChange(app, tx, by, { action: name, ...of, ...entry });
    },
    follow: (topic, payload, key) =>
      enqueue(app, tx, actor, { topic, payload, ...(key === undefined ? {} : { key }) }),
    seen: ({ personIds, fields, purpose = name }) =>
      recordAccess(app, tx, by, { personIds, fields, purpose }),
    under: (permission) => makeStep({ ...running, grant: authorise(actor, permission) }, account).step,
    unchanged: (answer) => {
      account.isClosed = true;
      return answer;
    },
  };
  return { step, isAccounted: () => account.isClosed };
}

/** Background work of the city itself, in one transaction of the login `app_jobs`: no person asked for it. */
export function asCity<T>(app: App, name: string, work: (step: Step) => Promise<T>): Promise<T> {
  const { regionCode } = app.config;
  const actor = systemActor(regionCode);
  return asSystem(app, (tx) => {
    const { step } = makeStep({ name, app, tx, actor, grant: cityGrant });
    return work(step);
  });
}

/** The city's own work reaches all of it. */
export const cityGrant: Grant = { scope: "C", fourEyes: false };

/** A step that must end with an audit row (or `unchanged`); without one it fails and is rolled back. */
export async function audited<T>(running: Running, work: (step: Step) => Promise<T>): Promise<T> {
  const { step, isAccounted } = makeStep(running);
  const answer = await work(step);
  if (!isAccounted()) throw new Error(`${running.name} ended without an audit row: nothing was changed`);
  return answer;
}

/** A change of accounts: one transaction of the login that keeps them, audited like every change. */
export function inAccounts<T>(
  app: App,
  of: { readonly actor: Actor; readonly name: string },
  work: (step: Step) => Promise<T>,
): Promise<T> {
  return asAccounts(app, of.actor, (tx) => audited({ ...of, app, tx, grant: cityGrant }, work));
}

/**
 * Background work that somebody asked for earlier, in one transaction under that person's row policies and in their name; the
 * matrix must still allow it.
 */
export function onBehalfOf<T>(
  app: App,
  of: { readonly actor: Actor; readonly name: string; readonly permission: Permission },
  work: (step: Step) => Promise<T>,
): Promise<T> {
  const { actor, name, permission } = of;
  const grant = authorise(actor, permission);
  return inTransaction(app, actor, (tx) => work(makeStep({ name, app, tx, actor, grant }).step));
}
