import { type Actor, type App, publicActor } from "@tuwai/server/app";
import { actorOfCard, type CardHolder } from "@tuwai/server/meetings";

const name = "kartu-rakor";

/** The pages of one meeting, in both languages; the code of the meeting is kept. */
const ofMeeting = /^(?:\/en)?\/rakor\/([0-9A-Za-z]{6})(?:\/|\.data$|$)/;
const ofMeetings = /^(?:\/en)?\/rakor(?:\/|$)/;

/** Who reads a meeting's page, and by whose card where nobody is signed in. */
export type MeetingReader = { readonly actor: Actor | null; readonly card: CardHolder | null };

/**
 * The one place where a request for a meeting's page gets its actor: an account first, and only where there is none the printed card in
 * the cookie, in the pages of its own meeting. The card is looked up each time, so that revoking it works at once.
 */
export async function meetingReader(app: App, actor: Actor | null, request: Request): Promise<MeetingReader> {
  const { pathname } = new URL(request.url);
  const card = cookieOf(request);
  if (actor !== null || card === null || !ofMeetings.test(pathname)) return { actor, card: null };
  const holder = await actorOfCard(app, publicActor(app.config.regionCode), card);
  if (holder === null) return { actor: null, card: null };
  const isOwn = ofMeeting.exec(pathname)?.[1]?.toUpperCase() === holder.meetingCode;
  return { actor: isOwn ? holder.actor : null, card: holder };
}

/** Whether a request carries a card, good or not. */
export const carriesCard = (request: Request): boolean => cookieOf(request) !== null;

function cookieOf(request: Request): { readonly cardCode: string; readonly mark: string } | null {
  const found = new RegExp(`(?:^|;\\s*)(?:__Secure-)?${name}=([0-9A-Z]{12})\\.([\\w-]{20,64})(?:;|$)`).exec(
    request.headers.get("cookie") ?? "",
  );
  return found === null ? null : { cardCode: found[1]!, mark: found[2]! };
}

/** Seconds that a browser keeps a card at most; whether it is still good is asked at each request. */
const kept = 14 * 24 * 3600;

/** For the meetings' pages of both languages alone; `null` forgets it. */
export function cardCookies(card: { readonly code: string; readonly mark: string } | null): Headers {
  const headers = new Headers();
  for (const path of ["/rakor", "/en/rakor"])
    headers.append(
      "Set-Cookie",
      card === null
        ? `${name}=; Path=${path}; Max-Age=0; HttpOnly; SameSite=Lax`
        : `${name}=${card.code}.${card.mark}; Path=${path}; Max-Age=${kept}; HttpOnly; SameSite=Lax`,
    );
  return headers;
}
