import { listAskedSamples } from "@tuwai/server/aftercare";
import { aftercareTexts } from "#language/aftercare.ts";
import { formatInstant } from "#language/format.ts";
import { languageOf } from "#language/language.ts";
import { useLocalPath, useTexts } from "#language/use-texts.ts";
import { villageNamer } from "#regions";
import { forUseCase, type Handle, pageMeta } from "#shell";
import { Page, Table } from "#ui";
import type { Route } from "./+types/asked-sheet.page";
import styles from "./aftercare.module.css";
import { spellCase } from "./case-code.ts";

export const headers = () => ({ "Cache-Control": "no-store" });
export const handle: Handle = { access: "aftercare.ask" };
export const meta = ({ location }: Route.MetaArgs) =>
  pageMeta(aftercareTexts[languageOf(location.pathname)].asked.sheet.title);

/** The families that wait to be asked, on paper: codes and villages, boxes to tick, and nobody's name. */
export async function loader({ request, context }: Route.LoaderArgs) {
  const [app, actor] = forUseCase(context);
  const { samples } = await listAskedSamples(app, actor);
  const nameOf = await villageNamer(app, actor);
  const language = languageOf(new URL(request.url).pathname);
  return {
    printed: formatInstant(language, app.clock.now()),
    rows: samples
      .flatMap(({ families }) => families)
      .filter(({ answer }) => answer === null)
      .map(({ claimCode, villageCode }) => ({ claimCode, village: nameOf(villageCode) ?? "" })),
  };
}

const boxes = (words: Readonly<Record<string, string>>): string =>
  Object.values(words)
    .map((word) => `☐ ${word}`)
    .join(" ");

export default function AskedSheetPage({ loaderData: page }: Route.ComponentProps) {
  const t = useTexts(aftercareTexts).asked;
  const to = useLocalPath();
  return (
    <Page title={t.sheet.title} lead={t.sheet.lead}>
      <p className="no-print">
        <a href={to("/tanya-keluarga")}>{t.sheet.back}</a>. {t.sheet.hint}
      </p>
      <p>{t.sheet.printed(page.printed)}</p>
      {page.rows.length === 0 ? (
        <p>{t.sheet.none}</p>
      ) : (
        <Table
          caption={t.sheet.caption}
          rows={page.rows}
          keyOf={({ claimCode }) => claimCode}
          columns={[
            {
              key: "case",
              head: t.columns.case,
              cell: ({ claimCode, village }) => (
                <>
                  {spellCase(claimCode)}
                  <div className="quiet small">{village}</div>
                </>
              ),
            },
            { key: "received", head: t.received, cell: () => boxes(t.receivedWords) },
            { key: "time", head: t.inTime, cell: () => boxes(t.yesNo) },
            { key: "demanded", head: t.demandedAsk, cell: () => boxes(t.yesNo) },
            { key: "note", head: t.note, cell: () => <div className={styles["blank"]} /> },
          ]}
        />
      )}
    </Page>
  );
}
