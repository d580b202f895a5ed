import { redirect } from "react-router";
import { AppError } from "@tuwai/server/app";
import { VillageMap } from "#charts";
import { drawVillages } from "#cities";
import { coverageTexts } from "#language/coverage.ts";
import { useLanguage, useLocalPath, useTexts } from "#language/use-texts.ts";
import { pageMeta, type Handle } from "#shell";
import { Card, DescriptionList, Figure, Page } from "#ui";
import type { Route } from "./+types/village.page";
import { readAreaQuery, selectVillages } from "./area-query.ts";
import { Definition } from "./definition.tsx";
import { loadCoverage, publicHeaders } from "./load-coverage.ts";
import { rangeText } from "./range-text.ts";
import { ShareLink } from "./share-link.tsx";
import type { VillageRow } from "./village-rows.ts";
import { VillageTable } from "./village-table.tsx";

export const headers = publicHeaders;
export const handle: Handle = { access: "public" };
export const meta = ({ loaderData }: Route.MetaArgs) => pageMeta(loaderData?.title);

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const { city, coverage, share, rows } = await loadCoverage(request, context);
  const village = rows.find((row) => row.slug === params.desa && row.kecamatan.slug === params.kecamatan);
  if (village === undefined) {
    const byCode = rows.find((row) => row.code === params.desa);
    if (byCode) throw redirect(byCode.href, 301);
    throw new AppError("not-found");
  }
  return {
    title: village.name,
    village,
    definition: coverage.definition,
    share: {
      ...share,
      unchangedSince: null,
      percent: village.percent,
      numerator: village.numerator,
      denominator: village.denominator,
    },
    place: placeOf(village, rows),
    neighbours: selectVillages(
      rows.filter((row) => row.kecamatan.slug === village.kecamatan.slug && row.code !== village.code),
      readAreaQuery(new URL(request.url).searchParams),
    ),
    rows,
    drawing: drawVillages(city),
  };
}

export default function VillagePage({ loaderData: page }: Route.ComponentProps) {
  const t = useTexts(coverageTexts);
  const to = useLocalPath();
  const language = useLanguage();
  const { village, place } = page;
  const kind = village.isKelurahan ? "kelurahan" : "desa";
  return (
    <Page
      title={`${t[kind]} ${village.name}`}
      actions={<ShareLink sentence={village.label} />}
      crumbs={[
        { href: to("/cakupan"), label: t.city },
        { href: to(`/cakupan/${village.kecamatan.slug}`), label: village.kecamatan.name },
        { label: village.name },
      ]}
    >
      <div className="columns columns-wide-first">
        <div className="stack">
          <Card>
            <Figure
              share={page.share}
              parts={t.parts}
              missing={useMissing(village)}
              stitches
              definition={<Definition code={page.definition} />}
            />
            <DescriptionList
              facts={[
                ...(village.listed === null
                  ? []
                  : [{ name: t.columns.listed, value: rangeText(language, village.listed) }]),
                ...(village.unprotectedText === null
                  ? []
                  : [{ name: t.notYet, value: village.unprotectedText }]),
                ...(place === null
                  ? []
                  : [
                      {
                        name: t.rankName,
                        value: (
                          <>
                            {t.rank(place.rank, place.of)} <span className="quiet small">{t.rankNote}</span>
                          </>
                        ),
                      },
                    ]),
              ]}
            />
          </Card>
          <Card title={t.responsible}>
            <p>{t.responsibleText(kind, village.name)}</p>
          </Card>
        </div>
        {page.drawing && (
          <Card>
            <VillageMap
              title={t.mapTitle}
              drawing={page.drawing}
              values={page.rows}
              selected={village.code}
            />
          </Card>
        )}
      </div>
      <h2>{t.neighbours(village.kecamatan.name)}</h2>
      <VillageTable rows={page.neighbours} />
    </Page>
  );
}

/** Why a village has no share. */
function useMissing({ isSilent, isSmall, isHidden }: VillageRow): string {
  const t = useTexts(coverageTexts);
  if (isSilent) return t.silentWhyOne;
  if (isSmall) return t.smallWhy;
  return isHidden ? t.hiddenWhy : t.missing;
}

/** Rank by share among villages whose number is shown; equal shares share a rank. */
function placeOf(village: VillageRow, rows: readonly VillageRow[]): { rank: number; of: number } | null {
  const { percent } = village;
  if (percent === null) return null;
  const shown = rows.flatMap((row) => (row.percent === null ? [] : [row.percent]));
  return { rank: shown.filter((other) => other > percent).length + 1, of: shown.length };
}
