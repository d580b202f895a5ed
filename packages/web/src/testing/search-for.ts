import type { Actor } from "@tuwai/server/app";
import type { Pages } from "./open-pages.ts";

/** Sends the search form of a list as a browser does and follows it: where it led, and what the browser keeps for it. */
export async function searchFor(
  pages: Pages,
  as: Actor,
  form: Readonly<Record<string, string>>,
  path = "/pekerja",
) {
  const sent = await pages.post(path, { ...form }, as);
  const location = sent.headers.get("location") ?? path;
  const cookie = (sent.headers.getSetCookie()[0] ?? "").split(";")[0]!;
  const list = await pages.get(location, as, { cookie });
  return { sent, location, cookie, list, html: list.html };
}
