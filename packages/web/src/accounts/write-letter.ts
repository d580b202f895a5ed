import type { WriteLetter } from "@tuwai/server/accounts";
import type { App } from "@tuwai/server/app";
import { getCity } from "@tuwai/server/regions";
import { formatInstant } from "#language/format.ts";
import { type Language, localPath } from "#language/language.ts";
import { letterTexts } from "#language/letters.ts";
import { formText } from "#shell";
import type { Invited } from "./invitation-slip.tsx";

type Asked = {
  readonly app: App;
  readonly request: Request;
  readonly form: FormData;
  readonly language: Language;
};

/** The letter that a form wishes for; the code stands behind `#`, which no server sees and no log keeps. */
export function letterFor(
  { app, request, form, language }: Asked,
  purpose: "invitation" | "reset",
  { email, role, area }: Omit<Invited, "name">,
): WriteLetter | undefined {
  if (formText(form, "surat") !== "surel") return undefined;
  const t = letterTexts[language][purpose];
  const city = getCity(app.config).name;
  const origin = app.config.origin ?? new URL(request.url).origin;
  const address = `${origin}${localPath(language, "/undangan")}`;
  return ({ inviteCode, expiresAt }) => ({
    subject: t.subject(city),
    text: t.text({
      city,
      as: [role, area].filter(Boolean).join(", "),
      until: formatInstant(language, expiresAt),
      link: `${address}#${inviteCode}`,
      by: email,
    }),
  });
}
