import { isAppError } from "@tuwai/server/app";
import { findPair, type ShownPair } from "@tuwai/server/matching";
import { getHolds } from "@tuwai/server/replacements";
import { redirect } from "react-router";
import { languageOf, localPath } from "#language/language.ts";
import { replacementTexts } from "#language/replacements.ts";
import { useTexts } from "#language/use-texts.ts";
import { villageNamer } from "#regions";
import { flash, forUseCase, type Handle, pageMeta } from "#shell";
import { SponsorTabs } from "#sponsors";
import { EmptyState, Page } from "#ui";
import type { Route } from "./+types/replacements.page";
import { actOnHolds } from "./act-on-holds.ts";
import { EndPairForm, FindPairForm } from "./end-pair-form.tsx";
import { HoldCard } from "./hold-card.tsx";

export const handle: Handle = { access: "replacement.hold" };
export const meta = ({ location }: Route.MetaArgs) =>
  pageMeta(replacementTexts[languageOf(location.pathname)].title);

export async function loader({ request, context }: Route.LoaderArgs) {
  const use = forUseCase(context);
  const typed = (new URL(request.url).searchParams.get("pekerja") ?? "").trim().slice(0, 20);
  const { rows, ...rest } = await getHolds(...use);
  const nameOf = await villageNamer(...use);
  const newId = () => use[0].newId();
  return {
    ...rest,
    typed,
    pair: typed === "" ? null : await pairOf(use, typed),
    operation: newId(),
    rows: rows.map((row) => ({
      ...row,
      operation: newId(),
      village: nameOf(row.person?.villageCode) ?? "",
    })),
  };
}

/** Mistyped, unknown and not sponsored are one answer to whoever looks for a pair. */
async function pairOf(use: ReturnType<typeof forUseCase>, personCode: string): Promise<ShownPair | null> {
  try {
    return await findPair(...use, { personCode });
  } catch (error) {
    if (isAppError(error) && error.code === "not-found") return null;
    throw error;
  }
}

export async function action({ request, context }: Route.ActionArgs) {
  const language = languageOf(new URL(request.url).pathname);
  const form = await request.formData();
  const { tone, text } = await actOnHolds(...forUseCase(context), {
    form,
    language,
  });
  throw redirect(localPath(language, "/sponsor/pengganti"), {
    status: 303,
    headers: flash(tone, text),
  });
}

export default function ReplacementsPage({ loaderData: page }: Route.ComponentProps) {
  const t = useTexts(replacementTexts);
  const { rules, today } = page;
  return (
    <Page title={t.title} lead={t.lead}>
      <SponsorTabs here="replacements" />
      {page.pair && <EndPairForm pair={page.pair} operation={page.operation} />}
      {page.rows.length === 0 && (
        <EmptyState title={t.none}>
          <p>{t.noneNext}</p>
        </EmptyState>
      )}
      {page.rows.map((hold) => (
        <HoldCard key={hold.id} hold={hold} rules={rules} today={today} />
      ))}
      <p className="quiet small">{t.rules(rules.days, rules.extensionsAtMost)}</p>
      {page.pair === null && (
        <FindPairForm typed={page.typed} isUnknown={page.typed !== "" && page.pair === null} />
      )}
    </Page>
  );
}
