import { may } from "@tuwai/server/access";
import { getTariff } from "@tuwai/server/contributions";
import { askForHigherCaps, getCapShortfalls } from "@tuwai/server/sponsors";
import { redirect } from "react-router";
import { ContributionTabs, seenSections } from "#contributions";
import { formatNumber } from "#language/format.ts";
import { languageOf, localPath } from "#language/language.ts";
import { tariffTexts } from "#language/tariff.ts";
import { useTexts } from "#language/use-texts.ts";
import { flash, forUseCase, type Handle, pageMeta, readOperationId } from "#shell";
import { Page } from "#ui";
import type { Route } from "./+types/tariff.page";
import { LawTables } from "./law-tables.tsx";
import { OpenSettings } from "./open-settings.tsx";
import { PreviewCard } from "./preview-card.tsx";
import { RiseCards, useNextRise } from "./rise-cards.tsx";
import { TariffWarnings } from "./tariff-warnings.tsx";

export const handle: Handle = { access: "tariff.read" };
export const meta = ({ location }: Route.MetaArgs) =>
  pageMeta(tariffTexts[languageOf(location.pathname)].title);

export async function loader({ context }: Route.LoaderArgs) {
  const [app, actor] = forUseCase(context);
  return {
    ...(await getTariff(app, actor)),
    caps: may(actor, "pledge.list") ? await getCapShortfalls(app, actor) : null,
    sections: seenSections(actor),
    operation: app.newId(),
  };
}

/** The one thing done here: sponsors whose mandates fall short are asked. */
export async function action({ request, context }: Route.ActionArgs) {
  const language = languageOf(new URL(request.url).pathname);
  const t = tariffTexts[language].rises;
  const [app, actor] = forUseCase(context);
  const operationId = readOperationId(await request.formData(), app);
  const answer = await askForHigherCaps(app, actor, { operationId });
  const headers =
    answer.outcome === "asked"
      ? flash("ok", t.done(formatNumber(language, answer.sponsors)))
      : flash("warn", t.nobody);
  throw redirect(localPath(language, "/iuran/tarif"), { status: 303, headers });
}

export default function TariffPage({ loaderData: page }: Route.ComponentProps) {
  const t = useTexts(tariffTexts);
  const rise = useNextRise(page.preview);
  return (
    <Page title={rise ?? t.title} lead={t.lead}>
      <ContributionTabs here="tariff" seen={page.sections} />
      <TariffWarnings warnings={page.warnings} />
      <PreviewCard preview={page.preview} base={page.base} />
      {page.caps && <RiseCards caps={page.caps} operation={page.operation} />}
      <OpenSettings open={page.open} />
      <LawTables rows={page.rows} />
    </Page>
  );
}
