import { may } from "@tuwai/server/access";
import { listMemberChanges } from "@tuwai/server/member-changes";
import { askedMonth, ContributionTabs, MonthChips, seenSections } from "#contributions";
import { groupNamer } from "#groups";
import { formatDate, formatMonth, formatNumber, formatRupiah } from "#language/format.ts";
import { languageOf } from "#language/language.ts";
import { memberChangeTexts } from "#language/member-changes.ts";
import { useLanguage, useLocalPath, useTexts } from "#language/use-texts.ts";
import { villageNamer } from "#regions";
import { forUseCase, type Handle, pageMeta } from "#shell";
import { Actions, Button, EmptyState, Page, Table } from "#ui";
import type { Route } from "./+types/changes.page";

export const handle: Handle = { access: "member_change.read" };
export const meta = ({ loaderData }: Route.MetaArgs) => pageMeta(loaderData?.title);

export async function loader({ request, context }: Route.LoaderArgs) {
  const { pathname, searchParams } = new URL(request.url);
  const language = languageOf(pathname);
  const [app, actor] = forUseCase(context);
  const month = askedMonth(app, searchParams);
  const nameOf = groupNamer(language, await villageNamer(app, actor));
  const changes = await listMemberChanges(app, actor, { month });
  return {
    title: memberChangeTexts[language].title(formatMonth(language, month)),
    month,
    changes: changes.map((change) => ({ ...change, group: nameOf(change) })),
    mayDownload: may(actor, "member_change.download"),
    sections: seenSections(actor),
  };
}

export default function ChangesPage({ loaderData: page }: Route.ComponentProps) {
  const t = useTexts(memberChangeTexts);
  const language = useLanguage();
  const to = useLocalPath();
  const at = (month: string) => to(`/iuran/perubahan?bulan=${month}`);
  const { changes, month } = page;
  return (
    <Page
      title={page.title}
      lead={changes.length === 0 ? t.leadNone : t.lead(formatNumber(language, changes.length))}
    >
      <ContributionTabs here="changes" seen={page.sections} />
      <MonthChips month={month} at={at} />
      {changes.length === 0 ? (
        <EmptyState title={t.none}>
          <p>{t.noneNext}</p>
        </EmptyState>
      ) : (
        <Changes changes={changes} />
      )}
      {page.mayDownload && changes.length > 0 && (
        <form method="post" action={to(`/iuran/perubahan/${month}/berkas`)}>
          <p className="quiet small">{t.downloadHint}</p>
          <Actions>
            <Button>{t.download}</Button>
          </Actions>
        </form>
      )}
      <p className="quiet">{t.what}</p>
    </Page>
  );
}

type ChangesProps = { readonly changes: Route.ComponentProps["loaderData"]["changes"] };

function Changes({ changes }: ChangesProps) {
  const t = useTexts(memberChangeTexts);
  const language = useLanguage();
  const to = useLocalPath();
  const rupiah = (amount: number | null) => (amount === null ? "" : formatRupiah(language, amount));
  return (
    <Table
      caption={t.caption}
      rows={changes}
      keyOf={({ enrolmentId, kind }) => `${enrolmentId} ${kind}`}
      columns={[
        {
          key: "person",
          head: t.columns.person,
          cell: ({ person: { code, name } }) =>
            code === undefined ? name : <a href={to(`/pekerja/${code}`)}>{name ?? code}</a>,
        },
        { key: "group", head: t.columns.group, cell: ({ group }) => group },
        {
          key: "what",
          head: t.columns.what,
          phone: "wide",
          cell: ({ kind, wageBefore, wageAfter }) => (
            <>
              {t.kinds[kind]}
              {kind === "wage" && (
                <div className="quiet small">{t.wage(rupiah(wageBefore), rupiah(wageAfter))}</div>
              )}
            </>
          ),
        },
        { key: "on", head: t.columns.on, cell: ({ on }) => formatDate(language, on) },
      ]}
    />
  );
}
