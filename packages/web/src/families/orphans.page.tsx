import { jurisdictionOf } from "@tuwai/server/access";
import { type ListedOrphan, listOrphanRegister } from "@tuwai/server/families";
import { familyTexts } from "#language/families.ts";
import { formatDate, formatNumber } from "#language/format.ts";
import { languageOf } from "#language/language.ts";
import { useLanguage, useLocalPath, useTexts } from "#language/use-texts.ts";
import { listVillageNames, villageNamer } from "#regions";
import { forUseCase, type Handle, pageMeta } from "#shell";
import {
  DownloadForm,
  FilterBar,
  NothingWaits,
  Page,
  Pagination,
  readPage,
  SelectField,
  Table,
  Tag,
  withQuery,
} from "#ui";
import type { Route } from "./+types/orphans.page";
import { guardianChoices, guardianStatus, readOrphanFilter } from "./orphan-filter.ts";

export const headers = () => ({ "Cache-Control": "no-store" });
export const handle: Handle = { access: "orphan.list" };
export const meta = ({ loaderData }: Route.MetaArgs) => pageMeta(loaderData?.title);

export async function loader({ request, context }: Route.LoaderArgs) {
  const [app, actor] = forUseCase(context);
  const { pathname, searchParams } = new URL(request.url);
  const filter = readOrphanFilter(searchParams);
  const found = await listOrphanRegister(app, actor, { ...filter, page: readPage(searchParams) });
  const nameOf = await villageNamer(app, actor);
  return {
    ...found,
    title: familyTexts[languageOf(pathname)].register.title,
    filter,
    villages: jurisdictionOf(actor.role) === "village" ? [] : await listVillageNames(app, actor),
    rows: found.rows.map((row) => ({ ...row, village: nameOf(row.villageCode) ?? row.villageCode })),
  };
}

type PageData = Route.ComponentProps["loaderData"];

/** The one number: children without a guardian, then letters that are awaited, then all. */
function useFinding({ counts }: PageData): string {
  const t = useTexts(familyTexts).register.counts;
  const language = useLanguage();
  if (counts.withoutGuardian > 0) return t.withoutGuardian(formatNumber(language, counts.withoutGuardian));
  if (counts.lettersDue > 0) return t.lettersDue(formatNumber(language, counts.lettersDue));
  return t.orphans(formatNumber(language, counts.orphans));
}

export default function OrphansPage({ loaderData: page }: Route.ComponentProps) {
  const t = useTexts(familyTexts).register;
  const to = useLocalPath();
  const { villageCode, guardian, letter, verified } = page.filter;
  const query = { desa: villageCode, wali: guardian, surat: letter, periksa: verified };
  return (
    <Page title={useFinding(page)} lead={t.lead}>
      <Filters page={page} />
      {page.rows.length === 0 ? (
        <NothingWaits title={t.none} fills={t.fills} />
      ) : (
        <>
          <OrphanTable rows={page.rows} />
          <Pagination page={page.page} pages={page.pages} />
          <DownloadForm action={`${to("/yatim/berkas")}${withQuery("", query)}`} says={t.file} />
        </>
      )}
    </Page>
  );
}

/** By village, guardian, letter and whether somebody looked; a search by name would put names into addresses. */
function Filters({ page }: { readonly page: PageData }) {
  const texts = useTexts(familyTexts);
  const t = texts.register;
  const to = useLocalPath();
  const { filter, villages } = page;
  const all = { value: "", label: t.all };
  return (
    <FilterBar clearHref={Object.values(filter).some((value) => value !== "") ? to("/yatim") : undefined}>
      {villages.length > 0 && (
        <SelectField
          name="desa"
          label={t.columns.village}
          options={[all, ...villages.map(({ code, name }) => ({ value: code, label: name }))]}
          defaultValue={filter.villageCode}
        />
      )}
      <SelectField
        name="wali"
        label={t.filters.guardian}
        options={[all, ...guardianChoices.map((value) => ({ value, label: texts.guardianStates[value] }))]}
        defaultValue={filter.guardian}
      />
      <SelectField
        name="surat"
        label={t.filters.letter}
        options={[all, { value: "due", label: t.letterDue }]}
        defaultValue={filter.letter}
      />
      <SelectField
        name="periksa"
        label={t.filters.verified}
        options={[all, ...(["yes", "no"] as const).map((value) => ({ value, label: t.verified[value] }))]}
        defaultValue={filter.verified}
      />
    </FilterBar>
  );
}

type Row = ListedOrphan & { readonly village: string };

function OrphanTable({ rows }: { readonly rows: readonly Row[] }) {
  const texts = useTexts(familyTexts);
  const t = texts.register;
  const language = useLanguage();
  const to = useLocalPath();
  const letter = ({ letterDueOn, isLetterDue }: Row) => {
    if (letterDueOn === null) return t.noLetter;
    const until = t.until(formatDate(language, letterDueOn));
    return isLetterDue ? <Tag status="arrears">{until}</Tag> : until;
  };
  return (
    <Table
      caption={t.title}
      rows={rows}
      keyOf={({ childCode }) => childCode}
      columns={[
        {
          key: "child",
          head: t.columns.child,
          cell: ({ childCode, initials }) => <a href={to(`/yatim/${childCode}`)}>{initials}</a>,
        },
        { key: "age", head: t.columns.age, number: true, cell: ({ age }) => formatNumber(language, age) },
        { key: "village", head: t.columns.village, cell: ({ village }) => village },
        {
          key: "siblings",
          head: t.columns.siblings,
          number: true,
          cell: ({ siblings }) => formatNumber(language, siblings),
        },
        {
          key: "guardian",
          head: t.columns.guardian,
          cell: ({ guardianState }) => (
            <Tag status={guardianStatus[guardianState]}>{texts.guardianStates[guardianState]}</Tag>
          ),
        },
        {
          key: "verified",
          head: t.columns.verified,
          cell: ({ verifiedAt }) => t.verified[verifiedAt === null ? "no" : "yes"],
        },
        { key: "letter", head: t.columns.letter, cell: letter },
      ]}
    />
  );
}
