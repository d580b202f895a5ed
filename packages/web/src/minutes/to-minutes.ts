import { redirect } from "react-router";
import { languageOf, localPath } from "#language/language.ts";

/** To the page that says why there is no paper yet. */
export const toMinutes = (request: Request, meetingCode: string): Response =>
  redirect(localPath(languageOf(new URL(request.url).pathname), `/rakor/${meetingCode}/berita-acara`), 303);
