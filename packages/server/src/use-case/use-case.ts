import { authorise, type Grant, type Permission } from "#access";
import { type Actor, type App, forgetAnswers, isAppError, keptAnswer } from "#app";
import { denialCodeOf, noteDenial } from "#audit";
import { asCityFor, inTransaction, runOnce, type Tx } from "#database";
import { audited, cityGrant, inAccounts, makeStep, type Step } from "./step.ts";

/**
 * A use case knows its name and its permission, so that access tests, logs and timings can walk all of them
 * (`useCasesOf`). It is called like a function: `stopPledge(app, actor, input)`.
 */
export type UseCase<Input = never, Answer = unknown> = {
  (app: App, actor: Actor, ...input: InputOf<Input>): Promise<Answer>;
  /** Dotted verb, e.g. "pledge.stop": the audit action of a change, the purpose in the access log of a reading. */
  readonly useCase: string;
  readonly permission: Permission;
  readonly kind: "change" | "read" | "act";
};

/** A use case that takes nothing is called without an input; one whose input is all optional may be. */
type InputOf<Input> = unknown extends Input
  ? []
  : [Input] extends [void]
    ? []
    : undefined extends Input
      ? [input?: Input]
      : [input: Input];

/** What every change is asked with: made by the client before it sends, so that the same thing sent twice happens once. */
export type Operation = { readonly operationId: string };

/**
 * A change in one transaction: authorised, done at most once per operation id, audited. A change that ends without `audit`
 * (or `unchanged`, for a refusal that wrote nothing) fails and is rolled back. The input without its operation id is what
 * makes two requests the same one.
 */
export function change<Input extends Operation, Answer>(
  { name, permission }: { readonly name: string; readonly permission: Permission },
  work: (step: Step, input: Input) => Promise<Answer>,
): UseCase<Input, Answer> {
  return define("change", { name, permission }, (call, input: Input) => {
    const { operationId: id, ...request } = input;
    return call.once({ id, request }, (step) => work(step, input));
  });
}

type Reading = {
  readonly purpose: string;
  readonly permission: Permission;
  /** Counts alone, nobody's data: the answer may stand for some seconds (`keptAnswer`). */
  readonly isKept?: boolean;
};

/** A reading in one transaction. `purpose` is its name, also in the access log. */
export function read<Input, Answer>(
  { purpose, permission, isKept = false }: Reading,
  work: (step: Step, input: Input) => Promise<Answer>,
): UseCase<Input, Answer> {
  return define("read", { name: purpose, permission }, (call, input: Input) => {
    const look = () => call.look((step) => work(step, input));
    return isKept && call.app.config.keepsAnswers
      ? keptAnswer(call.app.db, questionOf(call.actor, purpose, input), look)
      : look();
  });
}

/** Nobody is answered from what another's row policies let through. */
const questionOf = ({ userId, role, scope, regionCode }: Actor, purpose: string, input: unknown): string =>
  JSON.stringify([purpose, userId, role, scope, regionCode, input]);

/** An authorised call that opens its own transactions: for work that must touch files, or goes on for long. */
export type Call = {
  readonly app: App;
  readonly actor: Actor;
  readonly grant: Grant;
  /** A transaction that changes nothing but may note what was seen. */
  readonly look: <T>(work: (step: Step) => Promise<T>) => Promise<T>;
  /**
   * A transaction that changes something, at most once per operation id; audited is who called. `as` lends it another actor's row
   * policies, or those of the city's own work with all of the city as its area: then the caller's right to the row is asked before.
   */
  readonly once: <T>(
    operation: { readonly id: string; readonly request: unknown; readonly as?: Actor | "city" },
    work: (step: Step) => Promise<T>,
  ) => Promise<T>;
  /** A transaction of the login that keeps accounts, audited like every change. */
  readonly inAccounts: <T>(work: (step: Step) => Promise<T>) => Promise<T>;
};

/** A use case that needs more than one transaction, or none. */
export function act<Input, Answer>(
  { name, permission }: { readonly name: string; readonly permission: Permission },
  work: (call: Call, input: Input) => Promise<Answer>,
): UseCase<Input, Answer> {
  return define("act", { name, permission }, work);
}

type Of = { readonly name: string; readonly permission: Permission };

function define<Input, Answer>(
  kind: UseCase["kind"],
  { name, permission }: Of,
  work: (call: Call, input: Input) => Promise<Answer>,
): UseCase<Input, Answer> {
  const run = async (app: App, actor: Actor, ...[input]: readonly unknown[]): Promise<Answer> => {
    const startedAt = performance.now();
    const done = (outcome: string) => {
      const ms = Math.round(performance.now() - startedAt);
      app.log.info({ useCase: name, role: actor.role, outcome, ms }, "use case");
    };
    try {
      const grant = authorise(actor, permission);
      const answer = await work(callOf(name, { app, actor, grant }), input as Input);
      done("ok");
      return answer;
    } catch (error) {
      done(isAppError(error) ? error.code : "failed");
      const code = isAppError(error) ? denialCodeOf(error.code) : null;
      if (code !== null) await noteDenial(app, actor, { permission, code });
      throw error;
    }
  };
  return Object.assign(run, { useCase: name, permission, kind }) as UseCase<Input, Answer>;
}

function callOf(name: string, by: Pick<Call, "app" | "actor" | "grant">): Call {
  const { app, actor, grant } = by;
  return {
    ...by,
    look: (work) => inTransaction(app, actor, (tx) => work(makeStep({ name, app, tx, actor, grant }).step)),
    once: ({ id, request, as = actor }, work) => {
      const isCity = as === "city";
      const lender = isCity ? actor : as;
      const lent = isCity ? cityGrant : grant;
      const run = (tx: Tx) =>
        runOnce(tx, lender, { id, name, request }, () =>
          audited({ name, app, tx, actor: lender, by: actor, grant: lent, operationId: id }, work),
        );
      return (isCity ? asCityFor(app, actor, run) : inTransaction(app, lender, run)).finally(() =>
        forgetAnswers(app.db),
      );
    },
    inAccounts: (work) => inAccounts(app, { actor, name }, work).finally(() => forgetAnswers(app.db)),
  };
}

/** The use cases among the exports of a door. */
export function useCasesOf(door: Readonly<Record<string, unknown>>): readonly UseCase[] {
  return Object.values(door).filter(
    (value): value is UseCase => typeof value === "function" && "useCase" in value,
  );
}
