import { redirect } from "react-router";
import { AppError } from "@tuwai/server/app";
import { drawVillages } from "#cities";
import { formatNumber } from "#language/format.ts";
import { formatShare } from "#language/format-share.ts";
import { coverageTexts } from "#language/coverage.ts";
import { localPath, type Language } from "#language/language.ts";
import { useLocalPath, useTexts } from "#language/use-texts.ts";
import { pageMeta, type Handle } from "#shell";
import { Card, Disclosure, Figure, Page } from "#ui";
import type { Route } from "./+types/area.page";
import { readAreaQuery, selectVillages } from "./area-query.ts";
import { DownloadLinks } from "./download-links.tsx";
import { KecamatanTable } from "./kecamatan-table.tsx";
import { Definition } from "./definition.tsx";
import { loadCoverage, publicHeaders } from "./load-coverage.ts";
import { ShareLink } from "./share-link.tsx";
import { VillageTable } from "./village-table.tsx";
import { VillageViews } from "./village-views.tsx";
import { kecamatanRows, type KecamatanRow } from "./village-rows.ts";

export const headers = publicHeaders;
export const handle: Handle = { access: "public" };
export const meta = ({ loaderData }: Route.MetaArgs) => pageMeta(loaderData?.title, loaderData?.description);

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const { language, city, coverage, share, rows } = await loadCoverage(request, context);
  const t = coverageTexts[language];
  const kecamatan = kecamatanRows(coverage, rows);
  const area = kecamatan.find(({ slug }) => slug === params.kecamatan);
  if (params.kecamatan !== undefined && area === undefined) {
    const byCode = rows.find((row) => row.code.startsWith(`${params.kecamatan}.`));
    if (byCode) throw redirect(localPath(language, `/cakupan/${byCode.kecamatan.slug}`), 301);
    throw new AppError("not-found");
  }
  const query = readAreaQuery(new URL(request.url).searchParams);
  const inArea = area ? rows.filter((row) => row.kecamatan.slug === area.slug) : rows;
  const headline =
    share.percent === null
      ? t.headlineWaiting(city.name)
      : t.headline(String(Math.round(share.percent)), city.name);
  return {
    title: area ? t.areaTitle(area.name) : headline,
    description: t.description(city.name),
    sentence: area ? areaSentence(area, language) : `${headline}.`,
    definition: coverage.definition,
    area: area ?? null,
    share: area ? { ...share, ...area, unchangedSince: null } : share,
    cityPercent: share.percent,
    cityPercentText:
      share.percent === null ? "" : formatShare(language, { ...share, percent: share.percent }),
    kecamatan,
    total: inArea.length,
    rows: selectVillages(inArea, query),
    tiles: city.tiles,
    drawing: query.view === "petak" || query.view === "tabel" ? null : drawVillages(city),
    query,
  };
}

export default function AreaPage({ loaderData: page }: Route.ComponentProps) {
  const t = useTexts(coverageTexts);
  const to = useLocalPath();
  const crumbs = page.area && [{ href: to("/cakupan"), label: t.city }, { label: page.area.name }];
  return (
    <Page
      title={page.title}
      actions={page.total > 0 && <ShareLink sentence={page.sentence} />}
      {...(crumbs ? { crumbs } : {})}
    >
      <div className="columns columns-of-tables">
        <Card>
          <Figure
            share={page.share}
            parts={t.parts}
            missing={page.area?.isHidden ? t.hiddenWhy : t.missing}
            stitches
            definition={<Definition code={page.definition} />}
          />
        </Card>
        {page.total > 0 && <KecamatanTable rows={page.kecamatan} here={page.area?.slug} />}
      </div>
      {page.total > 0 && (
        <>
          <VillageViews page={page} />
          <VillageTable rows={page.rows} />
          <Disclosure summary={t.download}>
            <DownloadLinks />
          </Disclosure>
        </>
      )}
    </Page>
  );
}

function areaSentence(area: KecamatanRow, language: Language): string {
  const t = coverageTexts[language];
  const { name, percent, numerator, denominator, isHidden } = area;
  if (isHidden) return t.villageHidden(name);
  if (percent === null || numerator === null || denominator === null) return t.villageNone(name);
  const number = (value: number): string => formatNumber(language, value);
  return t.villageLabel(
    name,
    formatShare(language, { percent, numerator, denominator }),
    number(numerator),
    number(denominator),
  );
}
