import { jurisdictionOf, may } from "@tuwai/server/access";
import { getFamilyFigures, listAftercare } from "@tuwai/server/aftercare";
import { aftercareTexts } from "#language/aftercare.ts";
import { languageOf } from "#language/language.ts";
import { useLocalPath, useTexts } from "#language/use-texts.ts";
import { listVillageNames, villageNamer } from "#regions";
import { forUseCase, type Handle, pageMeta } from "#shell";
import {
  ButtonLink,
  FilterBar,
  LinkTabs,
  NothingWaits,
  Page,
  Pagination,
  readPage,
  SelectField,
  withQuery,
} from "#ui";
import type { Route } from "./+types/families.page";
import { FamilyTable } from "./family-table.tsx";
import { FiguresCard } from "./figures-card.tsx";
import { findingOf } from "./finding-of.ts";

export const headers = () => ({ "Cache-Control": "no-store" });
export const handle: Handle = { access: "aftercare.read" };
export const meta = ({ loaderData }: Route.MetaArgs) => pageMeta(loaderData?.title);

const rowsOnPage = 25;

export async function loader({ request, context }: Route.LoaderArgs) {
  const [app, actor] = forUseCase(context);
  const { pathname, searchParams } = new URL(request.url);
  const all = await listAftercare(app, actor);
  const nameOf = await villageNamer(app, actor);
  const village = searchParams.get("desa") ?? "";
  const shows = searchParams.get("kunjungan") === "semua" ? ("all" as const) : ("due" as const);
  const chosen = all
    .filter(({ next }) => shows === "all" || next?.isDue === true)
    .filter(({ villageCode }) => village === "" || villageCode === village);
  const pages = Math.max(1, Math.ceil(chosen.length / rowsOnPage));
  const page = Math.min(readPage(searchParams), pages);
  return {
    title: findingOf(all, languageOf(pathname)),
    rows: chosen
      .slice((page - 1) * rowsOnPage, page * rowsOnPage)
      .map((row) => ({ ...row, village: nameOf(row.villageCode) ?? "" })),
    page,
    pages,
    shows,
    village,
    villages: jurisdictionOf(actor.role) === "village" ? [] : await listVillageNames(app, actor),
    today: app.clock.today(),
    figures: may(actor, "aftercare.figures") ? await getFamilyFigures(app, actor) : null,
    mayAsk: may(actor, "aftercare.ask"),
  };
}

export default function FamiliesPage({ loaderData: page }: Route.ComponentProps) {
  const t = useTexts(aftercareTexts);
  const to = useLocalPath();
  const { rows, shows, village, figures } = page;
  const choice = (name: "menunggu" | "semua", label: string, current: boolean) => ({
    href: `${to("/pendampingan")}${withQuery("", { kunjungan: name, desa: village })}`,
    label,
    current,
  });
  return (
    <Page
      title={page.title}
      lead={t.lead}
      actions={page.mayAsk && <ButtonLink href={to("/tanya-keluarga")}>{t.toAsked}</ButtonLink>}
    >
      <LinkTabs
        label={t.shows.label}
        choices={[
          choice("menunggu", t.shows.due, shows === "due"),
          choice("semua", t.shows.all, shows === "all"),
        ]}
      />
      {page.villages.length > 0 && <VillageFilter page={page} />}
      {rows.length === 0 ? (
        <NothingWaits title={t.noneShown} fills={t.fills} />
      ) : (
        <FamilyTable rows={rows} today={page.today} caption={t.shows[shows]} />
      )}
      <Pagination page={page.page} pages={page.pages} />
      {figures !== null && <FiguresCard figures={figures} />}
    </Page>
  );
}

type PageData = Route.ComponentProps["loaderData"];

function VillageFilter({ page: { shows, village, villages } }: { readonly page: PageData }) {
  const t = useTexts(aftercareTexts);
  const to = useLocalPath();
  const kept = shows === "all" ? "semua" : "menunggu";
  return (
    <FilterBar
      keep={{ kunjungan: kept }}
      clearHref={village === "" ? undefined : to(`/pendampingan?kunjungan=${kept}`)}
    >
      <SelectField
        name="desa"
        label={t.village}
        options={[
          { value: "", label: t.all },
          ...villages.map(({ code, name }) => ({ value: code, label: name })),
        ]}
        defaultValue={village}
      />
    </FilterBar>
  );
}
