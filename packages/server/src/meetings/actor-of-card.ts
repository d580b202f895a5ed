import { timingSafeEqual } from "node:crypto";
import { limitAttempts } from "#accounts";
import { type Actor, type App } from "#app";
import { placeOf } from "#regions";
import { act, type Call } from "#use-case";
import { findCardOfCode } from "./card-sign-in.store.ts";

/** Whoever holds a village's printed card, for as long as it is good. */
export type CardHolder = {
  /** The village's head in this meeting: the walls of a head hold, and the card's number stands for the person. */
  readonly actor: Actor;
  readonly meetingCode: string;
  readonly villageCode: string;
  readonly villageName: string;
  /** Shows that the code was looked at behind the limit of guesses once; without our keys nobody can make it. */
  readonly mark: string;
};

type Asked = {
  readonly cardCode: string;
  /** From an earlier answer. With it the code is looked up again, but is no guess. */
  readonly mark?: string;
  readonly headers?: Headers;
};

/**
 * The one way in which a printed card becomes an actor; null while its meeting takes nobody, once it is revoked, and for a code that no
 * card has. Guesses are limited by the address they come from; throws `rate-limited`.
 */
export const actorOfCard = act(
  { name: "meeting-card-use", permission: "meeting.card.use" },
  async (call, { cardCode, mark, headers = new Headers() }: Asked): Promise<CardHolder | null> => {
    const code = cardCode.replaceAll(/[\s-]/g, "").toUpperCase();
    if (!/^[0-9A-Z]{12}$/.test(code)) return null;
    if (mark !== undefined) return isMark(call.app, code, mark) ? look(call, code) : null;
    const attempt = {
      kind: "card" as const,
      account: code,
      headers,
      isRight: (holder: CardHolder | null) => holder !== null,
    };
    return limitAttempts(call.app, attempt, () => look(call, code));
  },
);

const markOf = (app: App, code: string): string =>
  app.keys.digest("meeting-card", code).toString("base64url");

function isMark(app: App, code: string, mark: string): boolean {
  const [right, given] = [Buffer.from(markOf(app, code)), Buffer.from(mark)];
  return right.length === given.length && timingSafeEqual(right, given);
}

function look(call: Call, code: string): Promise<CardHolder | null> {
  return call.look(async ({ tx, actor, app }) => {
    const found = await findCardOfCode(tx, code);
    if (found === undefined || found.isRevoked || !["invited", "open"].includes(found.state)) return null;
    const { cardId, meetingCode, villageCode } = found;
    const villageName = (await placeOf(tx, villageCode))?.name ?? villageCode;
    const { regionCode } = actor;
    return {
      actor: { userId: cardId, role: "KDS", regionCode, scope: villageCode, displayName: villageName },
      meetingCode,
      villageCode,
      villageName,
      mark: markOf(app, code),
    };
  });
}
