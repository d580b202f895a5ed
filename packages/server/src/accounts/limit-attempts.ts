import { type App, AppError } from "#app";
import { pairLimit, waitAfter, waitFor } from "./attempt-rules.ts";
import {
  type AttemptKey,
  type AttemptKind,
  countAttempt,
  findTried,
  holdAttempt,
  settleAttempt,
} from "./attempt.store.ts";

export type Attempt<T> = {
  readonly kind: AttemptKind;
  /** What is guessed at: an e-mail address, known or not, or the number of an invitation. Kept as a digest only. */
  readonly account: string;
  readonly headers: Headers;
  readonly isRight: (answer: T) => boolean;
  /** Called once when this failure makes the next attempt wait. */
  readonly onLocked?: (waitSeconds: number) => Promise<void>;
};

/**
 * Every secret that can be guessed is looked at in here: `work` runs unless there were too many failures, by this account from
 * this address first, then by it from everywhere, then by everybody at this address. Throws `rate-limited` with
 * `retryAfterSeconds`. The attempt counts before it is looked at, so that a crowd of guesses at once is no way around.
 */
export async function limitAttempts<T>(app: App, attempt: Attempt<T>, work: () => Promise<T>): Promise<T> {
  const key = keyOf(app, attempt);
  return inTurn(turnOf(key), async () => {
    const { failures, waitSeconds } = await beginAttempt(app, key);
    let answer: T;
    try {
      answer = await work();
    } catch (error) {
      // It was not looked at: nothing is held against anybody.
      await forgetAttempt(app, key, failures - 1);
      throw error;
    }
    const isRight = attempt.isRight(answer);
    await settleAttempt(app.db.as("app_auth"), key, isRight);
    if (!isRight && waitSeconds > 0) await attempt.onLocked?.(waitSeconds);
    return answer;
  });
}

function beginAttempt(
  app: App,
  key: AttemptKey,
): Promise<{ readonly failures: number; readonly waitSeconds: number }> {
  return app.db
    .as("app_auth")
    .transaction()
    .execute(async (tx) => {
      const held = await holdAttempt(tx, key);
      const wait = waitFor(await findTried(tx, key));
      if (wait > 0) throw new AppError("rate-limited", { retryAfterSeconds: wait });
      const failures = held.failures + 1;
      const waitSeconds = waitAfter(failures, pairLimit);
      await countAttempt(tx, key, { failures, waitSeconds });
      return { failures, waitSeconds };
    });
}

async function forgetAttempt(app: App, key: AttemptKey, failures: number): Promise<void> {
  await countAttempt(app.db.as("app_auth"), key, { failures, waitSeconds: 0 });
}

function keyOf(app: App, { kind, account, headers }: Attempt<never>): AttemptKey {
  return {
    kind,
    account: app.keys.digest("attempt-account", account),
    address: app.keys.digest("attempt-address", networkOf(headers.get("x-forwarded-for") ?? "")),
  };
}

/** A household or an office has one IPv4 address, or 2^64 addresses of IPv6: those count as one. */
function networkOf(address: string): string {
  if (!address.includes(":") || address.includes(".")) return address.replace(/^::ffff:/i, "");
  const [front = "", back] = address.split("::");
  const groups = front.split(":").filter(Boolean);
  const missing = back === undefined ? 0 : 8 - groups.length - back.split(":").filter(Boolean).length;
  const all = [...groups, ...Array<string>(Math.max(0, missing)).fill("0"), ...(back ?? "").split(":")];
  return all
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(":");
}

const turns = new Map<string, Promise<unknown>>();

const turnOf = ({ kind, account, address }: AttemptKey): string =>
  `${kind} ${account.toString("hex")} ${address.toString("hex")}`;

/** One after the other within this process: right ones that come at once all pass, wrong ones soon meet the limit. */
async function inTurn<T>(turn: string, work: () => Promise<T>): Promise<T> {
  const before = turns.get(turn) ?? Promise.resolve();
  const mine = before.then(work, work);
  const settled = mine.catch(() => undefined);
  turns.set(turn, settled);
  try {
    return await mine;
  } finally {
    if (turns.get(turn) === settled) turns.delete(turn);
  }
}
