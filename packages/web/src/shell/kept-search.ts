import type { RouterContextProvider } from "react-router";
import { redirect } from "react-router";
import { appContext, getActor } from "./context.ts";

/**
 * What somebody searches persons by is a name or a NIK, and stands in no address: it is sent in a form, kept sealed in a cookie
 * of the browser, and the address carries a mark that means something only beside that cookie. So going back, paging and
 * exporting keep the search, and histories, proxies and logs know nothing (ASVS 5.0, 14.2.1; UU 27/2022 art. 35).
 */
type Kept = { readonly mark: string; readonly text: string; readonly at: number };
type Asked = {
  readonly request: Request;
  readonly context: Readonly<RouterContextProvider>;
};

/** The part of an address that carries the mark. */
export const searchMark = "pencarian";
/** The field of the form; in an address it is only ever found to be taken out of it. */
export const searchField = "cari";

const cookie = "pencarian";
const livesSeconds = 3600;
/** Several tabs and a few steps back. */
const most = 6;
const longest = 60;

export type KeptSearch = {
  readonly text: string;
  readonly mark: string | null;
  /** The address has a mark, and this browser has no longer, or never had, what it stands for. */
  readonly isGone: boolean;
};

/** What the address of a list searches by. One that spells the text itself is answered by the same address without it. */
export function readSearch({ request, context }: Asked): KeptSearch {
  const { pathname, searchParams } = new URL(request.url);
  const spelled = searchParams.get(searchField);
  if (spelled !== null) {
    searchParams.delete(searchField);
    throw toSearch({ request, context }, pathname.replace(/\.data$/, ""), searchParams, spelled);
  }
  const mark = searchParams.get(searchMark);
  const found = keptIn({ request, context }).find((kept) => kept.mark === mark);
  return { text: found?.text ?? "", mark: found?.mark ?? null, isGone: mark !== null && found === undefined };
}

/** Leads to the list that searches by this text; an empty one searches by nothing. */
export function toSearch(asked: Asked, pathname: string, filters: URLSearchParams, text: string): Response {
  const wanted = text.trim().slice(0, longest);
  const query = new URLSearchParams(filters);
  query.delete(searchMark);
  const headers = wanted === "" ? {} : keep(asked, wanted, query);
  const search = query.toString();
  return redirect(search === "" ? pathname : `${pathname}?${search}`, { status: 303, headers });
}

function keep(asked: Asked, text: string, query: URLSearchParams): { "Set-Cookie": string } {
  const app = asked.context.get(appContext);
  const before = keptIn(asked);
  // The end of an id is chance; the same search keeps its mark.
  const mark = before.find((kept) => kept.text === text)?.mark ?? app.newId().slice(-10);
  query.set(searchMark, mark);
  const kept = [{ mark, text, at: Date.now() }, ...before.filter((one) => one.mark !== mark)].slice(0, most);
  const sealed = app.keys.seal(JSON.stringify(kept), placeOf(asked)).toString("base64url");
  return {
    "Set-Cookie": `${cookie}=${sealed}; Path=/; Max-Age=${livesSeconds}; HttpOnly; SameSite=Lax`,
  };
}

/** The searches of this browser, newest first; none where the cookie is another person's, too old or bent. */
function keptIn(asked: Asked): readonly Kept[] {
  const sealed = new RegExp(`(?:^|;\\s*)(?:__Host-)?${cookie}=([\\w-]+)`).exec(
    asked.request.headers.get("cookie") ?? "",
  )?.[1];
  if (sealed === undefined) return [];
  try {
    const { keys } = asked.context.get(appContext);
    const text = keys.open(Buffer.from(sealed, "base64url"), placeOf(asked));
    return (JSON.parse(text) as Kept[]).filter(({ at }) => Date.now() - at < livesSeconds * 1000);
  } catch {
    return [];
  }
}

const placeOf = ({ context }: Asked) => ({
  table: "cookie",
  column: "search",
  rowId: getActor(context).userId,
});
