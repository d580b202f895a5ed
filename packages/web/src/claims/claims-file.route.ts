import { type ClaimFileWords, exportClaims, type ListedClaim } from "@tuwai/server/claims";
import { redirect } from "react-router";
import { claimTexts } from "#language/claims.ts";
import { type Language, languageOf, localPath } from "#language/language.ts";
import { villageNamer } from "#regions";
import { fileAnswer, forUseCase, type Handle, readFileForm } from "#shell";
import type { Route } from "./+types/claims-file.route";
import { spellClaimCode } from "./claim-code.ts";
import { readClaimQuery } from "./claim-query.ts";

export const handle: Handle = { access: "claim.list" };

/** `POST …/berkas?…filters`: one stage of the board as a file, without names. Whoever comes by a link sees the board first. */
export function loader({ request }: Route.LoaderArgs) {
  const { pathname, search } = new URL(request.url);
  throw redirect(localPath(languageOf(pathname), `/klaim${search}`));
}

export async function action({ request, context }: Route.ActionArgs) {
  const { pathname, searchParams } = new URL(request.url);
  const [app, actor] = forUseCase(context);
  const nameOf = await villageNamer(app, actor);
  const format = readFileForm(await request.formData());
  const words = wordsIn(languageOf(pathname), (code) => nameOf(code) ?? null);
  const query = readClaimQuery(searchParams, actor);
  const file = await exportClaims(app, actor, { ...query, format, words });
  return fileAnswer(file.bytes, `klaim-${file.code}`, format);
}

function wordsIn(language: Language, villageOf: (code: string) => string | null): ClaimFileWords {
  const t = claimTexts[language];
  type Column = readonly [
    string,
    ClaimFileWords["columns"][number]["kind"],
    (row: ListedClaim) => string | number | null,
  ];
  const columns: readonly Column[] = [
    [t.file.code, "text", ({ code }) => spellClaimCode(code)],
    [t.file.initials, "text", ({ initials }) => initials],
    [t.columns.village, "text", ({ villageCode }) => villageOf(villageCode)],
    [t.columns.kind, "text", ({ kind }) => t.kinds[kind]],
    [t.columns.on, "date", ({ happenedOn }) => happenedOn],
    [t.columns.state, "text", ({ state }) => t.states[state]],
    [t.file.since, "date", ({ stateSince }) => stateSince],
    [t.file.expected, "rupiah", ({ expected }) => expected],
    [t.file.received, "rupiah", ({ received }) => received],
    [t.columns.turn, "text", ({ turn }) => t.owners[turn.owner]],
    [t.file.dueOn, "date", ({ turn }) => turn.dueOn],
  ];
  return {
    sheet: t.file.sheet,
    mark: t.file.mark,
    columns: columns.map(([header, kind, value]) => ({ header, kind, value })),
  };
}
